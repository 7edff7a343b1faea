/** A month as printed, with the year and day where they are. */
export type Moment = { readonly month: number; readonly year: number | null; readonly day: number | null };

/** What one phrase of a deadline says, before it is read against the span of a plan. */
export type Part =
  /** A month (from = to), a range of months, a quarter. */
  | { readonly is: 'time'; readonly from: Moment; readonly to: Moment; readonly unit?: 'quarter' }
  /** The same month in several years: «сентябрь 2024, 2025». */
  | { readonly is: 'half-year'; readonly first: 1 | 2; readonly last: 1 | 2; readonly year: number | null; readonly schoolYear: number | 'any' | null }
  | { readonly is: 'years'; readonly from: number; readonly to: number; readonly throughout?: boolean }
  /** `first` is the year of its September; null where no years are printed. */
  | { readonly is: 'school-year'; readonly first: number | null; readonly last: number | null }
  | { readonly is: 'throughout-year' }
  | { readonly is: 'until'; readonly at: Moment | YearEnd }
  | { readonly is: 'since'; readonly at: Moment | { readonly year: number } }
  | { readonly is: 'every'; readonly every: 'year' | 'quarter' | 'month' | 'week' }
  | { readonly is: 'whole-period' }
  | { readonly is: 'schedule' }
  | { readonly is: 'on-request' }
  | { readonly is: 'by-agreement' }; // prettier-ignore

/** The end of a calendar or a school year; `year` is that in which it ends, null where none is printed. */
export type YearEnd = { readonly end: 'year' | 'school-year' | 'school-year-start'; readonly year: number | null };

export function monthMoment(month: number, year: number | null = null, day: number | null = null): Moment {
  return { month, year, day };
}
