import { expect, test } from 'vitest';
import { numberCost } from '#domain/orders/layout/flow/row-numbers.ts';

test('the next number is likelier than any other', () => {
  expect(numberCost([4], [3], false)).toBeLessThan(numberCost([6], [3], false));
  expect(numberCost([1, 5], [1, 4], false)).toBeLessThan(numberCost([5], [1, 4], false));
});

test('numbers begin again behind the title of a section, not elsewhere', () => {
  expect(numberCost([1], [7], true)).toBeLessThan(0);
  expect(numberCost([1], [7], false)).toBeGreaterThan(0);
});

test('parts of a row have numbers of their own', () => {
  expect(numberCost([3, 1], [3], false)).toBeLessThan(0);
  expect(numberCost([4], [3, 2], false)).toBeLessThan(0);
});
