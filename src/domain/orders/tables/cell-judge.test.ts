import { describe, expect, test } from 'vitest';
import { countsRow, rowNumber } from '#domain/orders/tables/cell-judge.ts';

describe('the number of a row', () => {
  test.each([
    ['7', '7'],
    ['7.', '7'],
    ['№ 7', '7'],
    ['п. 7', '7'],
    ['пункт 7.', '7'],
    ['2.3)', '2.3'],
    ['1. 2.', '1.2'],
    ['1,2', '1.2'],
    ['1.1.1.', '1.1.1'],
    ['1.1.1.1.2.', '1.1.1.1.2'],
    ['999', '999'],
    ['1000', '1000'],
    ['1 250.', '1250'],
    ['4990.', '4990'],
    ['IV.', 'IV'],
    ['12а', '12а'],
    ['А1', 'А1'],
    ['Б-2.1.', 'Б-2.1'],
  ])('«%s» is %s', (text, number) => {
    expect(rowNumber(text)).toBe(number);
  });

  test.each(['', 'март', '12.03.2026', '5 школ', '10000', '100 %', '2025 год'])('is not «%s»', (text) => {
    expect(rowNumber(text)).toBeNull();
  });

  test('outside a column of numbers a year counts no row', () => {
    expect(['2025', '1025', '3025'].map(countsRow)).toEqual([false, true, true]);
  });
});
