/** A region has a few thousand organisations; more than this is another kind of table. */
export const IMPORT_LIMITS = { bytes: 10_000_000, rows: 20_000 } as const;

/** Rows of a dry run that a page shows; the counts tell of all. */
export const SHOWN = 200;
