import { expect, test } from 'vitest';
import { formatDay, formatMonth, monthName } from '#platform/i18n/dates.ts';

test('months and days are written as each language writes them', () => {
  expect(formatMonth('ru', '2024-03')).toBe('март 2024');
  expect(formatMonth('en', '2024-03')).toBe('March 2024');
  expect(monthName('ru', '2024-12')).toBe('декабрь');
  expect(formatDay('ru', '2023-02-05')).toBe('05.02.2023');
  expect(formatDay('en', '2023-02-05')).toBe('5 Feb 2023');
});
