import { expect, test } from 'vitest';
import { formatBytes, formatNumber, formatOutOf, formatPercent } from '#platform/i18n/numbers.ts';

test('groups of figures are held together, also in numbers of four figures', () => {
  expect(formatNumber('ru', 1240)).toBe('1\u00A0240');
  expect(formatNumber('en', 1240)).toBe('1,240');
  expect(formatNumber('ru', 2_000_000)).toBe('2\u00A0000\u00A0000');
});

test('a fraction is told only as finely as asked, and a minus is a minus', () => {
  expect(formatNumber('ru', 12.49)).toBe('12');
  expect(formatNumber('ru', 12.46, 1)).toBe('12,5');
  expect(formatNumber('en', -3.25, 2)).toBe('−3.25');
});

test('a share is told in per cent as each language writes it', () => {
  expect(formatPercent('ru', 0.125)).toBe('12,5\u00A0%');
  expect(formatPercent('en', 0.125)).toBe('12.5%');
  expect(formatPercent('ru', 0.5)).toBe('50\u00A0%');
  expect(formatPercent('ru', 1 / 3, 0)).toBe('33\u00A0%');
});

test('a count never leaves its denominator', () => {
  expect(formatOutOf('ru', 3, 10)).toBe('3\u00A0из\u00A010');
  expect(formatOutOf('en', 1200, 2400)).toBe('1,200\u00A0of\u00A02,400');
});

test('sizes of files are rounded to what a person cares about', () => {
  expect(formatBytes('ru', 380)).toBe('380\u00A0Б');
  expect(formatBytes('ru', 31_200)).toBe('31\u00A0кБ');
  expect(formatBytes('ru', 412_000)).toBe('0,4\u00A0МБ');
  expect(formatBytes('en', 20_000_000)).toBe('20\u00A0MB');
});
