import { expect, test } from 'vitest';
import {
  dayOf,
  formatDay,
  formatDayOfYear,
  formatDeadline,
  formatDistance,
  formatLongDay,
  formatMoment,
  formatMonth,
  formatWeekday,
  monthName,
} from '#platform/i18n/dates.ts';

test('months and days are written as each language writes them', () => {
  expect(formatMonth('ru', '2024-03')).toBe('март 2024');
  expect(formatMonth('en', '2024-03')).toBe('March 2024');
  expect(monthName('ru', '2024-12')).toBe('декабрь');
  expect(formatDay('ru', '2023-02-05')).toBe('05.02.2023');
  expect(formatDay('en', '2023-02-05')).toBe('5 Feb 2023');
});

test('a deadline names day, month and year; neither the day nor the preposition is left alone at the end of a line', () => {
  expect(formatLongDay('ru', '2026-03-15')).toBe('15\u00A0марта 2026');
  expect(formatLongDay('en', '2026-03-05')).toBe('5\u00A0March 2026');
  expect(formatDayOfYear('ru', '2026-05-01')).toBe('1\u00A0мая');
  expect(formatDeadline('ru', '2026-03-15')).toBe('до\u00A015\u00A0марта 2026');
  expect(formatDeadline('en', '2026-03-15')).toBe('by\u00A015\u00A0March 2026');
  expect(formatWeekday('ru', '2026-10-12')).toBe('понедельник, 12\u00A0октября 2026');
  expect(formatWeekday('en', '2026-10-12')).toBe('Monday, 12\u00A0October 2026');
});

test('a moment is told in the time zone of the region, by the clock of 24 hours', () => {
  const moment = new Date('2026-10-11T22:40:00Z');
  expect(formatMoment('ru', moment, 'Asia/Tomsk')).toBe('12\u00A0октября 2026, 05:40');
  expect(formatMoment('en', moment, 'Europe/Moscow')).toBe('12\u00A0October 2026, 01:40');
  expect(formatMoment('ru', new Date('2026-10-11T21:00:00Z'), 'Europe/Moscow')).toBe('12\u00A0октября 2026, 00:00');
  expect(dayOf(moment, 'Europe/Moscow')).toBe('2026-10-12');
  expect(dayOf(moment, 'UTC')).toBe('2026-10-11');
});

test.each([
  ['2026-10-12', 'сегодня', 'today'],
  ['2026-10-13', 'завтра', 'tomorrow'],
  ['2026-10-11', 'вчера', 'yesterday'],
  ['2026-10-16', 'через 4 дня', 'in 4 days'],
  ['2026-11-02', 'через 21 день', 'in 21 days'],
  ['2026-10-01', '11 дней назад', '11 days ago'],
  ['2025-10-12', '365 дней назад', '365 days ago'],
])('on 12 October 2026 the day %s is «%s»', (day, russian, english) => {
  expect(plain(formatDistance('ru', day, '2026-10-12'))).toBe(russian);
  expect(plain(formatDistance('en', day, '2026-10-12'))).toBe(english);
});

function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}
