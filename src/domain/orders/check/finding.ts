/** A finding that a careful reader of the plan would make; the codes are explained in `docs/guides/check.md`. */
export type Finding = {
  /** `seq` of the measure, or null for the plan as a whole. */
  readonly measure: number | null;
  readonly code: FindingCode;
  /** The words concerned, as printed. */
  readonly message?: string;
};

export type FindingCode =
  | 'no-deadline'
  | 'no-responsible'
  | 'no-result'
  | 'no-countable-result'
  | 'no-publication'
  | 'foreign-executor'
  | 'count-percent-conflict'
  | 'copied-target'
  | 'no-such-day'
  | 'before-order'
  | 'outside-period'
  | 'undefined-abbreviation'
  | 'duplicate-measure'
  | 'two-values'
  | 'empty-phrase';

export function finding(measure: number | null, code: FindingCode, message?: string): Finding {
  return message === undefined ? { measure, code } : { measure, code, message };
}
