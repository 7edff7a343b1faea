import { expect, test } from 'vitest';
import { columnWidths } from '#domain/orders/layout/across/column-widths.ts';

test('a column is wide enough for its lines, and too narrow for the words that went to the next line', () => {
  // Ten cells of two lines of 18; the word that begins each second line is 6 wide and found no room.
  const pieces = Array.from({ length: 20 }, (_, index) => ({
    column: 0,
    from: 3 * index,
    to: 3 * index + 3,
    begins: index % 2 === 0,
    ends: index % 2 === 1,
    below: index % 2 === 1,
  }));
  const [found = 0] = columnWidths(pieces, [30], (from, to) => 6 * (to - from));
  expect(found).toBeGreaterThanOrEqual(17.5);
  expect(found).toBeLessThan(28);
});

test('a column of which nothing is known keeps the width believed before', () => {
  expect(columnWidths([], [Infinity, 22], () => 0)).toEqual([Infinity, 22]);
});
