import { planPaper } from '#domain/papers/plan-paper.ts';
import { workbookOf } from '#domain/papers/plan-workbook.ts';
import type { PaperFormat } from '#features/papers/formats.ts';
import type { RenderedPlan } from '#features/papers/forms.ts';

/**
 * The plan as a file: order and annex as DOCX or PDF, a workbook, or the JSON of the contract. The same plan gives the same
 * bytes.
 */
export async function renderPlan(plan: RenderedPlan, format: PaperFormat): Promise<Uint8Array> {
  // Each format brings its own modules: whoever wants one does not wait for the others.
  switch (format) {
    case 'docx': {
      const { writeDocx } = await import('#platform/papers/docx/write-docx.ts');
      return writeDocx(planPaper(plan));
    }
    case 'xlsx': {
      const { writeXlsx } = await import('#platform/papers/write-xlsx.ts');
      return writeXlsx(workbookOf(planPaper(plan)));
    }
    case 'json':
      return Buffer.from(`${JSON.stringify({ ...plan, warnings: [] }, null, 2)}\n`);
    default:
      return format satisfies never;
  }
}
