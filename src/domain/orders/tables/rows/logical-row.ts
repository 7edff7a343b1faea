import type { Passage } from '#domain/language/passage.ts';

/** What a table says row by row, after torn rows were joined and shifted cells put in their columns. */
export type LogicalRow = SectionRow | MeasureRow;

export type SectionRow = { readonly kind: 'section'; readonly lines: readonly Passage[] };

export type MeasureRow = {
  readonly kind: 'measure';
  /** Lines by index of the column in the head. */
  readonly cells: Map<number, Passage[]>;
  /** What was mended. */
  readonly repairs: Set<RowRepair>;
  /** Lines of cells that repeat what their column already holds (printed twice, read once), or say «то же». */
  readonly doubled: Passage[];
  /** Columns whose text belongs to several rows (a vertically merged cell). */
  readonly shared: Set<number>;
};

export type RowRepair = 'rows-joined' | 'cells-shifted' | 'cell-doubled' | 'cell-repeated';
