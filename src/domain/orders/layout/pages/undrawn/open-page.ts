import type { PositionedRun } from '#domain/orders/raw-document.ts';
import type { Stroke } from '#domain/orders/layout/pages/drawn/ruling-lines.ts';
import type { TextLine } from '#domain/orders/layout/pages/text-line.ts';

/** What stands on a page outside drawn tables: lines from top to bottom, horizontal strokes, the width of the page. */
export type OpenPage = {
  readonly width: number;
  readonly lines: readonly TextLine[];
  readonly across: readonly Stroke[];
  /** A drawn table stands on the page: its columns are known, nothing is looked for around it. */
  readonly hasTable: boolean;
  /** Rows of tables as a tagged file gives them. */
  readonly taggedRows: ReadonlyMap<PositionedRun, number>;
  /** A table begins here that does not go on with the one above. */
  readonly begins?: boolean;
};
