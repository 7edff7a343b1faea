import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedNumber } from '#platform/documents/xlsx/number-format.ts';

const SPACE = '\u00a0';

test.each([
  [1, 'General', '1'],
  [0.1 + 0.2, 'General', '0,3'],
  [-4.5, 'General', '-4,5'],
  [7, '00', '07'],
  [0.285, '0%', '29%'],
  [0.285, '0.0%', '28,5%'],
  [80, '0"%"', '80%'],
  [12, '0" школ"', '12 школ'],
  [1234567.891, '#,##0.00', `1${SPACE}234${SPACE}567,89`],
  [-3, '0;"минус "0', 'минус 3'],
  [0, '0;-0;"нет"', 'нет'],
  [5, '[Red]0_р_.', '5'],
  [0.5, '# ?/?', '0,5'],
  [12, '@', '12'],
  [1.5, '0.##', '1,5'],
  [2, '0.##', '2'],
  [46082, 'dd/mm/yyyy', '01/03/2026'],
  [46082, 'mm/dd/yyyy', '01.03.2026'],
  [46082, 'm/d/yy;@', '01.03.2026'],
  [46082, 'dd\\.mm\\.yyyy;@', '01.03.2026'],
  [46082, '[$-419]mmmm yyyy;@', 'март 2026'],
  [46082, 'd mmmm', '1 марта'],
  [46082, 'mmm.yy', 'мар.26'],
  [46082, 'dddd', 'воскресенье'],
  [46082.75, 'dd.mm.yyyy h:mm', '01.03.2026 18:00'],
  [0.5, 'h:mm', '12:00'],
  [1.25, '[h]:mm', '30:00'],
  [1, 'dd.mm.yyyy', '01.01.1900'],
  [-1, 'dd.mm.yyyy', '-1'],
])('%d in the format «%s» is printed as «%s»', (value, format, printed) => {
  expect(printedNumber(value, format, false)).toBe(printed);
});

test('any format prints any number without failing', () => {
  const piece = fc.constantFrom(
    '0',
    '#',
    '.',
    ',',
    '%',
    'd',
    'm',
    'yy',
    'h',
    's',
    '"',
    '\\',
    '[',
    ']',
    ';',
    '@',
    '_',
    '*',
    'E+',
    'General',
    'я',
  );
  fc.assert(
    fc.property(fc.double(), fc.array(piece, { maxLength: 12 }), (value, pieces) => {
      expect(typeof printedNumber(Number.isFinite(value) ? value : 0, pieces.join(''), false)).toBe('string');
    }),
  );
});
