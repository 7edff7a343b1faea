/** What stands in a cell; days are text, `2026-03-15`, which every program shows alike. */
export type Cell = string | number | boolean | null;

/** A table to be written or that was read: one description, several formats. */
export type Sheet = {
  readonly name: string;
  readonly columns: readonly { readonly title: string; /** In characters. */ readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
};
