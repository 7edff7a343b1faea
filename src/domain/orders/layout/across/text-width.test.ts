import { expect, test } from 'vitest';
import { SPACE, printedWidths, widthOfWord } from '#domain/orders/layout/across/text-width.ts';

test('words of as many letters are not as wide', () => {
  expect(widthOfWord('широкоформатных')).toBeGreaterThan(1.15 * widthOfWord('результатеэтого'));
  expect(widthOfWord('ШКОЛА')).toBeGreaterThan(1.2 * widthOfWord('школа'));
});

test('a run of words is as wide as its words and the spaces between them', () => {
  const width = printedWidths([{ text: 'план' }, { text: 'работы' }, { text: 'школы' }]);
  expect(width(1, 3)).toBeCloseTo(widthOfWord('работы') + SPACE + widthOfWord('школы'));
  expect(width(2, 2)).toBe(0);
});
