import { expect, test } from 'vitest';
import { isInn, isOgrn, isOoCode, isVprLogin } from '#domain/organizations/codes.ts';

test('the last digit of an ИНН checks the nine before it', () => {
  expect(isInn('7707083893')).toBe(true);
  expect(isInn('7707083894')).toBe(false);
  expect(isInn('7770083893')).toBe(false);
  expect(isInn('770708389')).toBe(false);
  expect(isInn('77070838931')).toBe(false);
});

test('the last digit of an ОГРН checks the twelve before it', () => {
  expect(isOgrn('1027700132195')).toBe(true);
  expect(isOgrn('1027700132196')).toBe(false);
  expect(isOgrn('102770013219')).toBe(false);
});

test('a school has seven digits, a municipality three', () => {
  expect(isOoCode('2080004', 'school')).toBe(true);
  expect(isOoCode('208', 'school')).toBe(false);
  expect(isOoCode('208', 'municipality')).toBe(true);
  expect(isOoCode('20800O4', 'school')).toBe(false);
});

test('a login is small letters and digits', () => {
  expect(isVprLogin('sch960012')).toBe(true);
  expect(isVprLogin('960012')).toBe(false);
});
