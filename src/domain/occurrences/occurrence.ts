import type { PlainDate, YearMonth } from '#domain/deadlines/deadline.ts';
import type { AfterEvent } from '#domain/occurrences/deadline-details.ts';

/** What an occurrence is called, in parts from which a sentence in any language is made. */
export type OccurrenceLabel =
  | { readonly unit: 'day'; readonly day: PlainDate }
  | { readonly unit: 'week'; readonly monday: PlainDate }
  | { readonly unit: 'month'; readonly month: YearMonth }
  | { readonly unit: 'months'; readonly from: YearMonth; readonly to: YearMonth }
  | { readonly unit: 'quarter' | 'half-year'; readonly year: number; readonly number: number }
  | { readonly unit: 'term' | 'school-half-year'; readonly schoolYear: number; readonly number: number }
  | { readonly unit: 'year'; readonly year: number }
  | { readonly unit: 'school-year'; readonly schoolYear: number };

/** One dated duty that a deadline generates. */
export type Occurrence = {
  /** From 1, by date: the third report of a monthly measure is number 3. */
  readonly index: number;
  /** `once`: a deed with its time; `repeated`: one of several alike; `lasting`: work that goes on, told of at its end. */
  readonly kind: 'once' | 'repeated' | 'lasting';
  readonly label: OccurrenceLabel;
  /** The days that the deadline means, both included. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The last day to report without being late: `to`, or the working day that stands for it. */
  readonly due: PlainDate;
  /** Where it ends, when that is not within the years of the plan. */
  readonly outside: 'before' | 'after' | null;
  /** It fell due before Opora knew of the plan: kept for history, never overdue. */
  readonly beforeOpora: boolean;
  /** Due only as far as somebody asked («по заявкам»): «никто не обращался» is a report, too. */
  readonly whenAsked: boolean;
  /** The transfers of days off of that year are not in the calendar (yet): `due` may still move by a few days. */
  readonly calendarUnknown: boolean;
};

/** Why a deadline has no dates. */
export type NoDates =
  | {
      readonly code:
        'no-deadline' | 'by-request' | 'by-agreement' | 'by-schedule' | 'no-years' | 'reversed' | 'too-long';
    }
  | { readonly code: 'no-school-terms'; readonly schoolYear: number }
  | { readonly code: 'after-event'; readonly after: AfterEvent };

export type Occurrences =
  { readonly dated: true; readonly list: readonly Occurrence[] } | { readonly dated: false; readonly reason: NoDates };
