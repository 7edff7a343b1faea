import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grid, wrap } from '#cli/grid.ts';

test('cells are wrapped at spaces and stand under their titles', () => {
  const columns = [
    { title: '№', width: 2 },
    { title: 'Мероприятие', width: 11 },
  ];
  expect(grid(columns, [['1', 'Выезды в школы района']])).toEqual([
    '№  │ Мероприятие',
    '───┼────────────',
    '1  │ Выезды в',
    '   │ школы',
    '   │ района',
  ]);
});

test('a word longer than its column is cut', () => {
  expect(wrap('сверхдлинноеслово да', 7)).toEqual(['сверхдл', 'инноесл', 'ово да']);
});

test('wrapping keeps every letter and the width', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('а', 'я', ' ', '\n') }),
      fc.integer({ min: 1, max: 9 }),
      (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        expect(lines.every((line) => line.length <= width)).toBe(true);
      },
    ),
  );
});
