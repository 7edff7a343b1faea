import type { PlainDate } from '#domain/deadlines/deadline.ts';

const DAY_MS = 86_400_000;

/** Days counted from 1 January 1970: consecutive days are consecutive numbers. */
export type DayCount = number;

export function dayCount(day: PlainDate): DayCount {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

export function dayAt(count: DayCount): PlainDate {
  return new Date(count * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

/** The day so many days later; earlier for a negative number. */
export function daysLater(day: PlainDate, days: number): PlainDate {
  return dayAt(dayCount(day) + days);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: PlainDate): number {
  // 1 January 1970 was a Thursday.
  return ((((dayCount(day) + 3) % 7) + 7) % 7) + 1;
}

export function earlier(one: PlainDate, other: PlainDate): PlainDate {
  return one < other ? one : other;
}

export function later(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other;
}
