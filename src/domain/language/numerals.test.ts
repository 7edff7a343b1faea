import { describe, expect, it } from 'vitest';
import { countForm, numeralAt } from '#domain/language/numerals.ts';

describe('a number in words', () => {
  it.each([
    ['пять школ', 5, 1],
    ['двух семинаров', 2, 1],
    ['двадцати пяти человек', 25, 2],
    ['двадцать пять', 25, 2],
    ['сорока', 40, 1],
    ['сто двадцать три педагога', 123, 3],
    ['двухсот пятидесяти', 250, 2],
    ['трое детей', 3, 1],
    ['одиннадцать', 11, 1],
  ])('«%s» is %d', (text, value, words) => {
    expect(numeralAt(text.split(' '))).toEqual({ value, words });
  });

  it.each(['школ пять', 'первый', 'полтора', 'стол', ''])('«%s» does not begin with a cardinal', (text) => {
    expect(numeralAt(text.split(' '))).toBeNull();
  });

  it('ends where the parts stop descending', () => {
    expect(numeralAt(['пять', 'двадцать'])).toEqual({ value: 5, words: 1 });
    expect(numeralAt(['двенадцать', 'пять'])).toEqual({ value: 12, words: 1 });
  });
});

describe('the form of a noun behind a number', () => {
  it.each([
    [1, 'one'],
    [21, 'one'],
    [11, 'many'],
    [2, 'few'],
    [24, 'few'],
    [14, 'many'],
    [5, 'many'],
    [100, 'many'],
    [0, 'many'],
    [2.5, 'few'],
  ] as const)('behind %d is «%s»', (value, form) => {
    expect(countForm(value)).toBe(form);
  });
});
