import { expect, test } from 'vitest';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import { readCsv, readSheet } from '#platform/sheets/read-sheet.ts';
import type { Sheet } from '#platform/sheets/sheet.ts';
import { sheetToCsv, sheetToXlsx } from '#platform/sheets/write-sheet.ts';

const LIMITS = { bytes: 10_000_000, rows: 20_000 };
const sheet: Sheet = {
  name: 'Организации',
  columns: [
    { title: 'Название', width: 30 },
    { title: 'ОГРН', width: 15 },
  ],
  rows: [
    ['Школа «Ветер»; корпус "Б"\nвторой', '1027700132195'],
    ['=1+1', null],
    ['Третья', 1240],
  ],
};
const texts = [
  ['Название', 'ОГРН'],
  ['Школа «Ветер»; корпус "Б"\nвторой', '1027700132195'],
  ['=1+1', ''],
  ['Третья', '1240'],
];
const filled = (cells: readonly string[]) => [cells[0] ?? '', cells[1] ?? ''];

test('what was written as XLSX is read back, codes with all their digits', async () => {
  const read = await readSheet(await sheetToXlsx(sheet), 'organizations.xlsx', LIMITS);
  expect(read.name).toBe('Организации');
  expect(read.rows.map(({ cells }) => filled(cells))).toEqual(texts);
  expect(read.rows.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
});

test('what was written as CSV is read back, and no text is a formula', async () => {
  const csv = sheetToCsv(sheet);
  expect(csv).toContain("'=1+1");
  const read = await readSheet(new TextEncoder().encode(csv), 'organizations.csv', LIMITS);
  expect(read.rows.map(({ cells }) => filled(cells))).toEqual(texts);
});

test('commas and tabs separate too', () => {
  expect(readCsv('a,b\n1,2', LIMITS).map(({ cells }) => cells)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
  expect(readCsv('a\tb', LIMITS)[0]?.cells).toEqual(['a', 'b']);
});

test('50,000 rows are refused at the limit, and the limit is told', async () => {
  const rows = Array.from({ length: 50_000 }, (_, place) => [`Школа ${place}`, place]);
  const refused = await readSheet(await sheetToXlsx({ ...sheet, rows }), 'big.xlsx', LIMITS).catch(
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(UnreadableFile);
  expect(refused).toMatchObject({ code: 'too-many-rows', details: { limit: 20_000 } });
});

test('a damaged workbook and a large file say what they are', async () => {
  const whole = await sheetToXlsx(sheet);
  await expect(readSheet(whole.slice(0, 500), 'cut.xlsx', LIMITS)).rejects.toBeInstanceOf(UnreadableFile);
  await expect(readSheet(whole, 'large.xlsx', { ...LIMITS, bytes: 10 })).rejects.toMatchObject({ code: 'too-large' });
});
