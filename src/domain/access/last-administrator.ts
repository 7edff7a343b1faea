/** A role of administrator, as far as it keeps an installation from being locked. */
export type Administration = {
  readonly id: number;
  readonly personId: string;
  /** First and last day, `2026-03-15`; null: without end. */
  readonly from: string;
  readonly until: string | null;
  /** Whether the person may sign in. */
  readonly isOpen: boolean;
};

/**
 * Whether somebody administers the installation today and for good. A role to come, one with a last day, or one of a closed
 * account is not enough: the day it fails, nobody could give the role to anybody. The database holds the same rule.
 */
export function isAdministered(roles: readonly Administration[], today: string): boolean {
  return roles.some(({ from, until, isOpen }) => isOpen && from <= today && until === null);
}
