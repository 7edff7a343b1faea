import type { LinkTo } from '#ui/frame/frame.ts';

/** A line of the journal of a record: when, who, what, on which basis, and what was and became. */
export type HistoryEntry = {
  readonly id: string;
  /** For machines: `2026-10-12` or an instant. */
  readonly at: string;
  /** For people: «12 октября 2026, 09:40». */
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly basis?: string | LinkTo | undefined;
  readonly changes?: readonly FieldChange[] | undefined;
};

/** `undefined`: there was nothing, or nothing is left. */
export type FieldChange = {
  readonly field: string;
  readonly was?: string | undefined;
  readonly became?: string | undefined;
};
