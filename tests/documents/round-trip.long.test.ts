import { expect, test } from 'vitest';
import { inventWholePlan } from '#demo/orders/whole-plan.ts';
import { FORMATS_READ, roundTripDifferences } from '#tests/documents/paper-differences.ts';

test.each(FORMATS_READ)('fifty plans that were put on paper as %s are read back field by field', async (format) => {
  const plans = Array.from({ length: 50 }, (_, index) => inventWholePlan(index + 1));
  expect(await roundTripDifferences(format, plans)).toEqual([]);
});
