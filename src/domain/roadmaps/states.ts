/** Where a version of a road map stands; `roadmap_version.state`. */
export type VersionState = 'reading' | 'unreadable' | 'draft' | 'submitted' | 'returned' | 'approved' | 'withdrawn';

/** What people do with a version as a whole. */
export type VersionMove = 'submit' | 'return' | 'approve' | 'withdraw';

/** States in which rows may be changed. */
export const EDITABLE: ReadonlySet<VersionState> = new Set<VersionState>(['draft', 'returned']);

const MOVES: Readonly<Record<VersionState, Readonly<Partial<Record<VersionMove, VersionState>>>>> = {
  reading: { withdraw: 'withdrawn' },
  unreadable: { withdraw: 'withdrawn' },
  // Who may approve need not submit to themselves first.
  draft: { submit: 'submitted', approve: 'approved', withdraw: 'withdrawn' },
  submitted: { return: 'returned', approve: 'approved', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', approve: 'approved', withdraw: 'withdrawn' },
  approved: {},
  withdrawn: {},
};

/** The state after a move; null: the move is not possible from here. */
export function stateAfter(state: VersionState, move: VersionMove): VersionState | null {
  return MOVES[state][move] ?? null;
}

/** How far a row of a draft has been looked at; `measure_wording.state`. */
export type RowState = 'doubtful' | 'read' | 'confirmed' | 'corrected' | 'written' | 'dropped';
