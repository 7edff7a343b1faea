import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PlanTruth } from '#demo/orders/plans.ts';
import { comparisonOf } from '#tests/support/plan-differences.ts';
import {
  STRUCTURED_FORMATS,
  structuredOrder,
  TEXT_LAYOUTS,
  textOrder,
  UNDIVIDED_LAYOUTS,
  undividedOrder,
} from '#tests/support/written-orders.ts';
import type { WrittenOrder } from '#tests/support/written-orders.ts';

/** Each seed is another plan: columns, wordings, sections, merged cells, lists, tables in parts, encodings. */
const SEEDS = [2, 4, 10, 11];

async function differences(orders: readonly (WrittenOrder | Promise<WrittenOrder>)[]): Promise<string[]> {
  const found: string[] = [];
  for (const order of orders) {
    const { name, plan, bytes } = await order;
    const comparison = await comparisonOf(bytes, name, plan.truth);
    found.push(...comparison.differences.map((difference) => `${name}: ${difference}`));
  }
  return found;
}

describe('the same plan gives the same measures', () => {
  test.each(STRUCTURED_FORMATS)('as %s', async (format) => {
    expect(await differences(SEEDS.map((seed) => structuredOrder(format, seed)))).toEqual([]);
  });

  test.each(TEXT_LAYOUTS)('as text with cells kept apart by %s', async (layout) => {
    expect(await differences(SEEDS.map((seed) => textOrder(layout, seed)))).toEqual([]);
  });

  // Made by LibreOffice out of the DOCX of seed 7; the truth is kept beside because the words of plans may change.
  test.each(['odt', 'pdf'])('as %s of LibreOffice', async (format) => {
    const fixture = (name: string) => readFileSync(new URL(`../fixtures/same-plan/${name}`, import.meta.url));
    const truth = JSON.parse(fixture('truth.json').toString()) as PlanTruth;
    const comparison = await comparisonOf(fixture(`libreoffice.${format}`), `plan.${format}`, truth);
    expect(comparison.differences).toEqual([]);
  });
});

describe('a text without borders of cells', () => {
  // How far many plans are read is measured by the long suite.
  test.each(UNDIVIDED_LAYOUTS)('laid out as %s keeps its measures', async (layout) => {
    const comparisons = await Promise.all(
      [3, 4, 6].map(async (seed) => {
        const { name, plan, bytes } = undividedOrder(layout, seed);
        return comparisonOf(bytes, name, plan.truth);
      }),
    );
    const mean = comparisons.reduce((sum, { fields }) => sum + fields, 0) / comparisons.length;
    expect(mean).toBeGreaterThanOrEqual(layout === 'across' ? 0.85 : 0.97);
    expect(comparisons.reduce((sum, { lost }) => sum + lost, 0)).toBeLessThanOrEqual(layout === 'across' ? 2 : 0);
  });
});
