import { planPaper } from '#domain/papers/plan-paper.ts';
import { workbookOf } from '#domain/papers/plan-workbook.ts';
import type { PaperFormat } from '#features/papers/formats.ts';
import type { RenderedPlan } from '#features/papers/forms.ts';

export type Rendering =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** This system has no typesetter for PDF. */
  | { readonly ok: false; readonly error: { readonly code: 'no-typesetter' } };

/**
 * The plan as a file: order and annex as DOCX or PDF, a workbook, or the JSON of the contract. The same plan gives the same
 * bytes.
 */
export async function renderPlan(plan: RenderedPlan, format: PaperFormat): Promise<Rendering> {
  const bytes = await bytesOf(plan, format);
  return bytes === null ? { ok: false, error: { code: 'no-typesetter' } } : { ok: true, bytes };
}

async function bytesOf(plan: RenderedPlan, format: PaperFormat): Promise<Uint8Array | null> {
  // Each format brings its own modules: whoever wants one does not wait for the others.
  switch (format) {
    case 'docx': {
      const { writeDocx } = await import('#platform/papers/docx/write-docx.ts');
      return writeDocx(planPaper(plan));
    }
    case 'pdf': {
      const { writePdf } = await import('#platform/papers/pdf/write-pdf.ts');
      return writePdf(planPaper(plan));
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
