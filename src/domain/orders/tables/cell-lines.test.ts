import { expect, test } from 'vitest';
import { passageAt } from '#domain/language/passage.ts';
import { linesByColumn } from '#domain/orders/tables/cell-lines.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';
import type { Column } from '#domain/orders/tables/heads/head.ts';
import type { MeasureRow } from '#domain/orders/tables/rows/logical-row.ts';

const column = (title: string, role: ColumnRole, secondRole?: ColumnRole): Column => {
  return { from: 0, to: 1, title, role, confidence: 1, ...(secondRole === undefined ? {} : { secondRole }) };
};
const read = (role: ColumnRole, ...given: readonly (readonly [Column, string])[]): string[][] => {
  const cells = new Map(given.map(([, text], index) => [index, text.split('\n').map((line) => passageAt(line, 0))]));
  const row: MeasureRow = { kind: 'measure', cells, repairs: new Set(), doubled: [], shared: new Set() };
  const columns = given.map(([named]) => named);
  return linesByColumn(row, columns, role).map((lines) => lines.map((line) => line.text));
};

test('a column of deadlines and executors is parted by its lines', () => {
  const both = column('Сроки и ответственные', 'deadline', 'responsible');
  expect(read('deadline', [both, 'до 15 ноября\nМетодист Вишнёва И. И.'])).toEqual([['до 15 ноября']]);
  expect(read('responsible', [both, 'до 15 ноября\nМетодист Вишнёва И. И.'])).toEqual([['Методист Вишнёва И. И.']]);
  expect(read('responsible', [both, 'май, школы'])).toEqual([['май, школы']]);
});

test('executors and their helpers stay in cells of their own', () => {
  const named = [column('Исполнитель', 'responsible'), column('Соисполнители', 'responsible')] as const;
  expect(read('responsible', [named[0], 'Технопарк'], [named[1], 'вузы'])).toEqual([['Технопарк'], ['вузы']]);
});

test('a unit stands behind its value', () => {
  const titles = ['Показатель Наименование', 'Показатель Ед. изм.', 'Показатель План'];
  const [name, unit, value] = titles.map((title) => column(title, 'result'));
  if (name === undefined || unit === undefined || value === undefined) throw new Error('three columns were named');
  expect(read('result', [name, 'Обучено'], [unit, 'чел.'], [value, '240'])).toEqual([['Обучено'], ['240'], ['чел.']]);
});
