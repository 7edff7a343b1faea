import { expect, test } from 'vitest';
import { isAdministered } from '#domain/access/last-administrator.ts';

const TODAY = '2026-10-12';
const lasting = { id: 1, personId: 'a', from: '2026-01-01', until: null, isOpen: true };

test('one lasting administrator with an open account is enough', () => {
  expect(isAdministered([lasting, { ...lasting, id: 2, isOpen: false }], TODAY)).toBe(true);
});

test('nobody, a closed account, a role to come or one with a last day is not', () => {
  expect(isAdministered([], TODAY)).toBe(false);
  expect(
    isAdministered(
      [
        { ...lasting, isOpen: false },
        { ...lasting, from: '2026-10-13' },
        { ...lasting, until: '2030-12-31' },
      ],
      TODAY,
    ),
  ).toBe(false);
});
