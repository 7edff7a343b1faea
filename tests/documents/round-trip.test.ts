import { describe, expect, test } from 'vitest';
import { inventWholePlan } from '#demo/orders/whole-plan.ts';
import { PAPER_FORMATS } from '#features/papers/formats.ts';
import { parsePlan } from '#features/papers/forms.ts';
import { rendered } from '#tests/documents/rendered.ts';
import { FORMATS_READ, roundTripDifferences } from '#tests/documents/paper-differences.ts';

/** Fifty plans for each format are in the long suite. Each seed is another plan: columns, wordings, sections, gaps, goals, indicators by year or not, people, documents. */
const SEEDS = [1, 2, 4, 9, 11, 22];
describe('a plan that was put on paper is read back field by field', () => {
  test.each(FORMATS_READ)('as %s', async (format) => {
    expect(
      await roundTripDifferences(
        format,
        SEEDS.map((seed) => inventWholePlan(seed)),
      ),
    ).toEqual([]);
  });

  test('as JSON', async () => {
    for (const seed of SEEDS) {
      const plan = inventWholePlan(seed);
      const form = parsePlan(new TextDecoder().decode(await rendered(plan, 'json')));
      expect(form.ok && form.plan).toEqual(plan);
    }
  });

  test.each(FORMATS_READ)('deadlines without a text are written in words that mean the same, in %s', async (format) => {
    const plans = SEEDS.slice(0, 3).map((seed) => {
      const plan = inventWholePlan(seed);
      return { ...plan, measures: plan.measures.map((measure) => ({ ...measure, deadlineText: null })) };
    });
    const differences = await roundTripDifferences(format, plans);
    expect(differences.filter((difference) => !difference.includes('.deadlineText: null'))).toEqual([]);
  });
});

test.each(PAPER_FORMATS)('the same plan gives the same bytes as %s', async (format) => {
  const [one, other] = [await rendered(inventWholePlan(3), format), await rendered(inventWholePlan(3), format)];
  expect(Buffer.compare(one, other)).toBe(0);
});
