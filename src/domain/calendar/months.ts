import type { PlainDate, YearMonth } from '#domain/deadlines/deadline.ts';

/** Months counted from January of the year 0: consecutive months are consecutive numbers. */
export type MonthCount = number;

export function monthCount(year: number, month: number): MonthCount {
  return year * 12 + month - 1;
}

export function countOf(month: YearMonth): MonthCount {
  const [year = '0', number = '1'] = month.split('-');
  return monthCount(Number(year), Number(number));
}

export function yearMonth(count: MonthCount): YearMonth {
  return `${padded(yearOf(count), 4)}-${padded(monthOfYear(count), 2)}` as YearMonth;
}

export function yearOf(count: MonthCount): number {
  return Math.floor(count / 12);
}

/** 1…12 */
export function monthOfYear(count: MonthCount): number {
  return (count % 12) + 1;
}

/** The first month with this number (1…12) that is not before `from`. */
export function nextOccurrence(month: number, from: MonthCount): MonthCount {
  const sameYear = monthCount(yearOf(from), month);
  return sameYear >= from ? sameYear : sameYear + 12;
}

/** The day as `YYYY-MM-DD`; null for a day the month does not have. */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as PlainDate;
}

/** The first day of a month. */
export function firstDay(count: MonthCount): PlainDate {
  return `${yearMonth(count)}-01` as PlainDate;
}

/** The last day of a month. */
export function lastDay(count: MonthCount): PlainDate {
  return `${yearMonth(count)}-${padded(daysIn(yearOf(count), monthOfYear(count)), 2)}` as PlainDate;
}

/** A day of a month; the last one where the month is shorter («до 31 числа» in April). */
export function dayOfMonth(count: MonthCount, day: number): PlainDate {
  return plainDate(yearOf(count), monthOfYear(count), day) ?? lastDay(count);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
