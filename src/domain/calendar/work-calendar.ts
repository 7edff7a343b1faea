import { dayAt, dayCount, daysLater, weekdayOf } from '#domain/calendar/days.ts';
import type { PlainDate } from '#domain/deadlines/deadline.ts';

/** Days from … to, both included. */
export type DayStretch = { readonly from: PlainDate; readonly to: PlainDate };

/** A year of the production calendar as it was decreed. */
export type CalendarYear = {
  readonly year: number;
  /** The act it comes from, as a person would quote it. */
  readonly source: string;
  /** From Monday to Friday, yet off. */
  readonly daysOff: readonly string[];
  /** Saturdays and Sundays that are worked. */
  readonly workingDays: readonly string[];
};

/** What a territory changes: a holiday of the region, a day that was made up for. */
export type CalendarChange = {
  readonly day: PlainDate;
  readonly becomes: 'off' | 'working';
  /** The act of the territory. */
  readonly basis: string;
};

/** The school year of a territory: it is decided there, hence never a part of the national data. */
export type SchoolYearCalendar = {
  /** Named by the year of its September. */
  readonly year: number;
  /** Quarters or trimesters, in their order. */
  readonly terms: readonly DayStretch[];
  /** Holidays between them. */
  readonly breaks: readonly DayStretch[];
};

/** Which days are worked, for those who count deadlines. */
export type WorkCalendar = {
  readonly exceptions: ReadonlyMap<string, 'off' | 'working'>;
  /** Years whose transfers of days off are known. */
  readonly decreed: ReadonlySet<number>;
  readonly schoolYears: readonly SchoolYearCalendar[];
};

/** Puts a calendar together; the changes of a territory win over the national years. */
export function workCalendar(
  years: readonly CalendarYear[],
  changes: readonly CalendarChange[] = [],
  schoolYears: readonly SchoolYearCalendar[] = [],
): WorkCalendar {
  const exceptions = new Map<string, 'off' | 'working'>();
  for (const { daysOff, workingDays } of years) {
    for (const day of daysOff) exceptions.set(day, 'off');
    for (const day of workingDays) exceptions.set(day, 'working');
  }
  for (const { day, becomes } of changes) exceptions.set(day, becomes);
  return { exceptions, decreed: new Set(years.map(({ year }) => year)), schoolYears };
}

/** Whether the transfers of days off of that day's year are known; if not, they may still be decreed. */
export function isDecreed(calendar: WorkCalendar, day: PlainDate): boolean {
  return calendar.decreed.has(Number(day.slice(0, 4)));
}

export function isWorkingDay(calendar: WorkCalendar, day: PlainDate): boolean {
  const exception = calendar.exceptions.get(day);
  if (exception !== undefined) return exception === 'working';
  if (weekdayOf(day) > 5) return false;
  return isDecreed(calendar, day) || !isHolidayByLaw(day);
}

/** More days off in a row than that are a mistake of the data, not a calendar. */
const LONGEST_REST = 60;

/** The day itself when it is worked, else the next one that is. */
export function nextWorkingDay(calendar: WorkCalendar, day: PlainDate): PlainDate {
  for (let ahead = 0; ahead <= LONGEST_REST; ahead += 1) {
    const candidate = daysLater(day, ahead);
    if (isWorkingDay(calendar, candidate)) return candidate;
  }
  return day;
}

/** The last working day of a stretch; null where none of its days is worked. */
export function lastWorkingDay(calendar: WorkCalendar, { from, to }: DayStretch): PlainDate | null {
  for (let count = dayCount(to); count >= dayCount(from); count -= 1)
    if (isWorkingDay(calendar, dayAt(count))) return dayAt(count);
  return null;
}

/** The day so many working days after a day; counting begins on the next day (Civil Code, article 191). */
export function workingDaysLater(calendar: WorkCalendar, day: PlainDate, days: number): PlainDate {
  let last = day;
  for (let passed = 0; passed < days; passed += 1) last = nextWorkingDay(calendar, daysLater(last, 1));
  return last;
}

/** Labour Code, article 112: 1–8 January, 23 February, 8 March, 1 and 9 May, 12 June, 4 November. */
const NEW_YEAR = /-01-0[1-8]$/u;
const HOLIDAYS: ReadonlySet<string> = new Set(['02-23', '03-08', '05-01', '05-09', '06-12', '11-04']);

/**
 * The holidays of a year whose transfers are not decreed yet. A holiday on a Saturday or a Sunday gives the Monday after
 * it (same article); what falls so in January is moved by the Government, nobody knows beforehand where to.
 */
function isHolidayByLaw(day: PlainDate): boolean {
  if (NEW_YEAR.test(day) || HOLIDAYS.has(day.slice(5))) return true;
  return weekdayOf(day) === 1 && [1, 2].some((back) => HOLIDAYS.has(daysLater(day, -back).slice(5)));
}
