import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAt, dayCount, daysLater, weekdayOf } from '#domain/calendar/days.ts';
import { NATIONAL_YEARS } from '#domain/calendar/national-years.ts';
import {
  isDecreed,
  isWorkingDay,
  lastWorkingDay,
  nextWorkingDay,
  workCalendar,
  workingDaysLater,
} from '#domain/calendar/work-calendar.ts';
import type { PlainDate } from '#domain/deadlines/deadline.ts';

const calendar = workCalendar(NATIONAL_YEARS);
const anyDay = fc.integer({ min: dayCount('2020-01-01'), max: dayCount('2035-12-31') }).map(dayAt);

/** The days of a year that are worked. */
function workedIn(year: number): PlainDate[] {
  const first = dayCount(`${year}-01-01`);
  return Array.from({ length: dayCount(`${year + 1}-01-01`) - first }, (_, place) => dayAt(first + place)).filter(
    (day) => isWorkingDay(calendar, day),
  );
}

// The norm of working time that is published with the calendars: 247 days in both years.
test.each([2025, 2026])('%i has as many working days as its norm of working time', (year) => {
  expect(workedIn(year)).toHaveLength(247);
});

test('every exception of the national years is one: off on a weekday, worked on a weekend, in its own year', () => {
  for (const { year, daysOff, workingDays } of NATIONAL_YEARS) {
    for (const day of [...daysOff, ...workingDays]) expect(day.startsWith(String(year))).toBe(true);
    expect(daysOff.filter((day) => weekdayOf(day as PlainDate) > 5)).toEqual([]);
    expect(workingDays.filter((day) => weekdayOf(day as PlainDate) < 6)).toEqual([]);
  }
});

test.each([
  ['2025-11-01', true, 'a Saturday that is worked'],
  ['2025-12-31', false, 'a day off moved from January'],
  ['2026-01-09', false, 'a day off moved from a Saturday'],
  ['2026-05-11', false, 'the Monday after 9 May'],
  ['2026-05-12', true, 'a plain Tuesday'],
  ['2027-05-03', false, 'the Monday after 1 May of a year without a decree'],
  ['2027-05-10', false, 'the Monday after 9 May of a year without a decree'],
  ['2027-12-31', true, 'nobody knows yet what is moved there'],
] as const)('%s: worked is %s, %s', (day, isWorked, _) => {
  expect(isWorkingDay(calendar, day)).toBe(isWorked);
});

test('only years with a decree are known', () => {
  expect(isDecreed(calendar, '2026-12-30')).toBe(true);
  expect(isDecreed(calendar, '2027-01-11')).toBe(false);
});

test('a territory adds days off and working days of its own', () => {
  const own = workCalendar(NATIONAL_YEARS, [
    { day: '2026-04-21', becomes: 'off', basis: 'закон области о празднике' },
    { day: '2026-04-18', becomes: 'working', basis: 'тот же закон' },
    { day: '2026-06-12', becomes: 'working', basis: 'распоряжение' },
  ]);
  expect(isWorkingDay(own, '2026-04-21')).toBe(false);
  expect(isWorkingDay(own, '2026-04-18')).toBe(true);
  expect(isWorkingDay(own, '2026-06-12')).toBe(true);
});

describe('moving to working days', () => {
  test('five working days after an event are counted from the next day', () => {
    expect(workingDaysLater(calendar, '2026-05-07', 2)).toBe('2026-05-12');
    expect(workingDaysLater(calendar, '2026-03-02', 5)).toBe('2026-03-10');
  });

  test('the next working day is worked, is not earlier, and skips only days off', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = nextWorkingDay(calendar, day);
        expect(isWorkingDay(calendar, next)).toBe(true);
        expect(next >= day).toBe(true);
        for (let between = day; between < next; between = daysLater(between, 1))
          expect(isWorkingDay(calendar, between)).toBe(false);
      }),
    );
  });

  test('a week of New Year has no working day; a calendar in which nothing is worked gives the day itself', () => {
    expect(lastWorkingDay(calendar, { from: '2026-01-05', to: '2026-01-11' })).toBeNull();
    expect(lastWorkingDay(calendar, { from: '2026-05-04', to: '2026-05-10' })).toBe('2026-05-08');
    const idle = workCalendar(
      [],
      Array.from({ length: 100 }, (_, place) => ({ day: daysLater('2026-06-01', place), becomes: 'off', basis: '' })),
    );
    expect(nextWorkingDay(idle, '2026-06-01')).toBe('2026-06-01');
  });
});
