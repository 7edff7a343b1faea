/** A month of a year, `YYYY-MM`. */
export type YearMonth = `${number}-${number}`;
/** A day, `YYYY-MM-DD`. */
export type PlainDate = `${number}-${number}-${number}`;

/** What kind of duty a deadline sets; the meanings and spans are those of the road map contract. */
export type DeadlineKind =
  | 'month'
  | 'months'
  | 'range'
  | 'by-date'
  | 'year'
  | 'throughout-year'
  | 'annual'
  | 'monthly'
  | 'quarterly'
  | 'weekly'
  | 'schedule'
  | 'on-request'
  | 'whole-period'
  | 'none';

/** When a measure is due, as its cell says it, read against the span of the plan. */
export type Deadline = {
  readonly kind: DeadlineKind;
  readonly from: YearMonth | null;
  readonly to: YearMonth | null;
  /** The printed list of months (`months`), or the month of every year (`annual` with a month); else empty. */
  readonly months: readonly YearMonth[];
  /** The last day of a `by-date` deadline when a day is printed. */
  readonly date?: PlainDate;
  readonly onRequest: boolean;
  readonly byAgreement: boolean;
  /** «в течение учебного года»: from September to May of the first school year of the span. */
  readonly schoolYear?: boolean;
};

/** The months against which deadlines of a plan are read; `schoolYear` when the plan is made for school years. */
export type PlanSpan = { readonly from: YearMonth; readonly to: YearMonth; readonly schoolYear: boolean };
