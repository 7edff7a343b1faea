import { expect, test } from 'vitest';
import { lineEndCost, successionCost } from '#domain/orders/layout/across/agreement.ts';

test.each([
  ['методической', 'поддержки'],
  ['школьных', 'программ'],
  ['новому', 'учителю'],
  ['в', 'течение'],
])('«%s %s» belong together', (before, word) => {
  expect(successionCost(before, word)).toBeLessThan(0);
});

test.each([
  ['методической', 'программу'],
  ['школьного', 'семинары'],
  ['по', 'в'],
])('«%s %s» meet only where two cells do', (before, word) => {
  expect(successionCost(before, word)).toBeGreaterThan(0);
});

test('a line of a cell seldom ends with a preposition', () => {
  expect(lineEndCost('для')).toBeGreaterThan(lineEndCost('и'));
  expect(lineEndCost('школ')).toBe(0);
});
