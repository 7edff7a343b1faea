import { describe, expect, test } from 'vitest';
import { vocabularyOf } from '#domain/language/hyphens.ts';
import { placesIn } from '#domain/orders/places.ts';
import { planTables } from '#domain/orders/tables/heads/plan-tables.ts';
import { readIndicators } from '#domain/orders/tables/rows/read-indicators.ts';
import { documentOf } from '#tests/support/source-documents.ts';
import type { RowText } from '#tests/support/source-documents.ts';

function read(...rows: RowText[]): Record<string, unknown>[] {
  const document = documentOf(rows);
  const tables = planTables(document, { deadline: () => 0, executors: () => 0 });
  return tables
    .flatMap((plan) => readIndicators(plan, vocabularyOf(''), placesIn(document), 1).indicators)
    .map(({ name, target, value, unit, other }) => ({ name, target, value, unit, ...(other ? { other } : {}) }));
}

describe('indicators', () => {
  test('of several years are told year by year', () => {
    const rows = read(
      ['№', 'Показатель', 'Ед. изм.', '2024 (факт)', '2025', '2026 год'],
      ['1', 'Доля наставников', '%', '10', '15', '20'],
    );
    expect(rows).toEqual([
      {
        name: 'Доля наставников',
        target: '2025: 15; 2026: 20',
        value: null,
        unit: null,
        other: { '2024 (факт)': '10', 'Ед. изм.': '%' },
      },
    ]);
  });

  test('stand below a head that a page printed again', () => {
    const head: RowText = ['№', 'Показатель', '2025', '2026'];
    const rows = read(head, ['1', 'Число кружков', '2', '4'], head, ['2', 'Число наставников', '5', '6']);
    expect(rows.map(({ name }) => name)).toEqual(['Число кружков', 'Число наставников']);
  });

  test('have a unit once: the column that tells it is no further column', () => {
    const rows = read(
      ['№', 'Наименование показателя', 'Единица измерения', 'Целевое значение'],
      ['1', 'Число наставников', 'человек', '10'],
      ['2', 'Доля школ', '%', '30%'],
    );
    expect(rows).toEqual([
      { name: 'Число наставников', target: '10', value: 10, unit: 'человек' },
      { name: 'Доля школ', target: '30%', value: 30, unit: '%' },
    ]);
  });

  test('have their years in a second row of the head, with merged cells and without', () => {
    const body: RowText = ['1', 'Число кружков', '2', '4'];
    const expected = [{ name: 'Число кружков', target: '2025: 2; 2026: 4', value: null, unit: null }];
    const merged: RowText = ['№', 'Показатель', { text: 'Значение по годам', span: 2 }];
    expect(read(merged, ['', '', '2025', '2026'], body)).toEqual(expected);
    expect(read(['№', 'Показатель', 'Значение по годам', ''], ['', '', '2025', '2026'], body)).toEqual(expected);
  });

  test('promise what stands in the column of targets, not what has been reached', () => {
    const [first] = read(
      ['Наименование показателя', 'Единица измерения', 'Базовое значение', 'Целевое значение'],
      ['Охват кружками', 'процент', '60', 'не менее 75'],
    );
    expect(first).toMatchObject({ target: 'не менее 75', value: 75, unit: '%', other: { 'Базовое значение': '60' } });
    expect(read(['Показатель', 'План', 'Факт'], ['Число кружков, шт.', '12', '10'])).toMatchObject([
      { target: '12', value: 12, unit: 'шт.' },
    ]);
  });

  test.each([
    [['Целевой индикатор', 'Значение, %'], ['Доля участников', '98'], '%'],
    [['Показатель, ед. изм.', '2026 год'], ['Доля участников, %', '98'], '%'],
    [['Показатель', 'Плановое значение'], ['Число наставников (чел.)', '12'], 'чел.'],
  ])('take their unit from the titles %j', (head, row, unit) => {
    expect(read(head, row)).toMatchObject([{ unit }]);
  });
});
