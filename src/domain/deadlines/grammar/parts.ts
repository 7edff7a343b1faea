/** A month as printed, with the year and day where they are. */
export type Moment = { readonly month: number; readonly year: number | null; readonly day: number | null };

/** A month (`from` = `to`) or a range of months. */
export type TimePart = {
  readonly is: 'time';
  readonly from: Moment;
  readonly to: Moment;
  /** The same time of every year up to this one: «сентябрь 2024-2026». */
  readonly everyYearUntil?: number;
  /** A quarter or season that has begun when the plan begins still counts. */
  readonly block?: boolean;
};

export type HalfYearPart = {
  readonly is: 'half-year';
  readonly first: 1 | 2;
  readonly last: 1 | 2;
  readonly year: number | null;
  /** The half-years of a school year; a printed year is that of its September, null where only «учебного» is printed. */
  /** Not the whole of it, but its last month: «по итогам полугодия». */
  readonly atEnd?: boolean;
  readonly ofSchoolYear: { readonly first: number | null } | null;
};

/** What one phrase of a deadline says, before it is read against the span of a plan. */
export type Part =
  | TimePart
  /** Several times that one phrase names, gaps between them: «I и III кварталы». */
  | { readonly is: 'times'; readonly times: readonly TimePart[] }
  | HalfYearPart
  | { readonly is: 'years'; readonly from: number; readonly to: number; readonly throughout?: boolean }
  /** `first` is the year of its September, `last` that in which the last school year ends; null where no years are printed. */
  | { readonly is: 'school-year'; readonly first: number | null; readonly last: number | null }
  | { readonly is: 'throughout-year' }
  | { readonly is: 'until'; readonly at: Moment | YearEnd | HalfYearEnd }
  | { readonly is: 'since'; readonly at: Moment | { readonly year: number } }
  /** `onwards`: «далее ежегодно», from the time printed before it on. */
  | { readonly is: 'every'; readonly every: Frequency; readonly onwards?: boolean }
  /** «кроме июля и августа»: the contract cannot leave months out, so it only says that the rest is not sure. */
  | { readonly is: 'except' }
  /** «до 5 числа»: of every month, unless another phrase says how often. */
  | { readonly is: 'day-of-month' }
  | { readonly is: 'whole-period' }
  | { readonly is: 'schedule' }
  /** «после получения результатов»: known only when it happens. */
  | { readonly is: 'event' }
  | { readonly is: 'on-request' }
  | { readonly is: 'by-agreement' };

export type Frequency = 'week' | 'month' | 'quarter' | 'year';

/** The end (or beginning) of a calendar or school year; `year` is the one in which it falls, null where none is printed. */
export type YearEnd = { readonly end: 'year' | 'school-year' | 'school-year-start'; readonly year: number | null };

/** The end of a half-year, of the calendar or of a school year. */
export type HalfYearEnd = { readonly end: 'half-year'; readonly half: HalfYearPart; readonly year: number | null };

export function monthMoment(month: number, year: number | null = null, day: number | null = null): Moment {
  return { month, year, day };
}
