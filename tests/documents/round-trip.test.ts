import { describe, expect, test } from 'vitest';
import { inventWholePlan } from '#demo/orders/whole-plan.ts';
import type { WholePlan } from '#demo/orders/whole-plan.ts';
import type { PaperFormat } from '#features/papers/formats.ts';
import { PAPER_FORMATS } from '#features/papers/formats.ts';
import { parsePlan } from '#features/papers/forms.ts';
import { renderPlan } from '#features/papers/render-plan.server.ts';
import { rereadDifferences } from '#tests/documents/paper-differences.ts';

/** Each seed is another plan: columns, wordings, sections, gaps, goals, indicators by year or not, people, documents. */
const SEEDS = Array.from({ length: 50 }, (_, index) => index + 1);
const READ: readonly PaperFormat[] = PAPER_FORMATS.filter((format) => format !== 'json');

async function differencesOf(format: PaperFormat, plans: readonly WholePlan[]): Promise<string[]> {
  const found: string[] = [];
  for (const plan of plans) {
    const bytes = await renderPlan(plan, format);
    const differences = await rereadDifferences(bytes, `plan.${format}`, plan);
    found.push(...differences.map((difference) => `${plan.file}: ${difference}`));
  }
  return found;
}

describe('a plan that was put on paper is read back field by field', () => {
  test.each(READ)('fifty plans as %s', async (format) => {
    expect(
      await differencesOf(
        format,
        SEEDS.map((seed) => inventWholePlan(seed)),
      ),
    ).toEqual([]);
  });

  test('fifty plans as JSON', async () => {
    for (const seed of SEEDS) {
      const plan = inventWholePlan(seed);
      const form = parsePlan(new TextDecoder().decode(await renderPlan(plan, 'json')));
      expect(form.ok && form.plan).toEqual(plan);
    }
  });

  test.each(READ)('deadlines without a text are written in words that mean the same, in %s', async (format) => {
    const plans = SEEDS.slice(0, 10).map((seed) => {
      const plan = inventWholePlan(seed);
      return { ...plan, measures: plan.measures.map((measure) => ({ ...measure, deadlineText: null })) };
    });
    const differences = await differencesOf(format, plans);
    expect(differences.filter((difference) => !difference.includes('.deadlineText: null'))).toEqual([]);
  });
});

test.each(PAPER_FORMATS)('the same plan gives the same bytes as %s', async (format) => {
  const [one, other] = [await renderPlan(inventWholePlan(3), format), await renderPlan(inventWholePlan(3), format)];
  expect(Buffer.compare(one, other)).toBe(0);
});
