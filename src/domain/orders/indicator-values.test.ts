import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIndicatorValue } from '#domain/orders/indicator-values.ts';

describe('the target cell of an indicator', () => {
  it.each([
    ['100%', 100, '%'],
    ['2%', 2, '%'],
    ['не менее 95 %', 95, '%'],
    ['100 °/о', 100, '%'],
    ['98,5 процента', 98.5, '%'],
    ['не менее 50 Мбит/сек', 50, 'Мбит/сек'],
    ['2,5 балла', 2.5, 'балл'],
    ['не ниже 3 баллов', 3, 'балл'],
    ['12 школ', 12, 'школа'],
    ['15 чел.', 15, 'человек'],
    ['12', 12, null],
    ['≥ 5', 5, null],
    ['80 % к 2025 году', 80, '%'],
    ['3 дня', 3, 'день'],
    ['да/нет', null, null],
    ['да', null, null],
    ['-', null, null],
    ['', null, null],
    ['увеличение', null, null],
    ['2023 год – 50 %, 2024 год – 70 %', null, null],
    ['от 3 до 5', null, null],
    ['70-80 %', null, null],
    ['8 (80 %)', null, null],
    ['2023/2024', null, null],
  ])('«%s» holds %s %s', (text, value, unit) => {
    expect(readIndicatorValue(text)).toEqual({ value, unit });
  });

  it('is read without an error whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { value, unit } = readIndicatorValue(text);
        expect(value === null || Number.isFinite(value)).toBe(true);
        if (value === null) expect(unit).toBeNull();
      }),
    );
  });
});
