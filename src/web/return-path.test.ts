import { expect, test } from 'vitest';
import { returnPath } from '#web/return-path.ts';

const ORIGIN = 'https://opora.example';

test('an address of this site is kept with what it asks', () => {
  expect(returnPath('/organizations?q=%D0%B8', ORIGIN)).toBe('/organizations?q=%D0%B8');
  expect(returnPath('https://opora.example/people', ORIGIN)).toBe('/people');
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  'https://opora.example//evil.example',
  'javascript:alert(1)',
  'https://opora.example.evil.example/',
  '',
  null,
])('%j leads to the beginning', (asked) => {
  expect(returnPath(asked, ORIGIN)).toBe('/');
});
