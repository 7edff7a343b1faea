/** The signs of the state sprite; the word beside a sign belongs to the feature. */
export type StateSign =
  'done' | 'work' | 'soon' | 'overdue' | 'risk' | 'undated' | 'unneeded' | 'doubt' | 'waiting' | 'returned';
