import type { PositionedRun } from '#domain/orders/raw-document.ts';
import type { Grid } from '#domain/orders/layout/pages/drawn/ruled-grid.ts';
import type { TextLine } from '#domain/orders/layout/pages/text-line.ts';
import { linesOf } from '#domain/orders/layout/pages/text-line.ts';

/** The part of a table that stands on one page. */
export type PageTable = {
  readonly kind: 'table';
  readonly top: number;
  readonly bottom: number;
  /** Edges of the columns in points, one more than columns. */
  readonly edges: readonly number[];
  readonly rows: readonly PageRow[];
  readonly origin: 'structure' | 'geometry';
};

export type PageRow = {
  readonly cells: readonly PageCell[];
  /** The rest of a row of the page before, as the place of its lines shows. */
  readonly continued?: boolean;
};

export type PageCell = {
  readonly column: number;
  readonly span: number;
  readonly lines: readonly TextLine[];
  /** Covered by a cell above. */
  readonly merged: boolean;
  /** Number of rows of the page that the cell covers. */
  readonly height: number;
};

/** Puts the runs that lie within the grid into its cells; gives the table and the runs that lie outside. */
export function fillGrid(grid: Grid, runs: readonly PositionedRun[]): { table: PageTable; rest: PositionedRun[] } {
  const { columns, rows, regions } = grid;
  const width = columns.length - 1;
  const owner = new Map<number, number>();
  regions.forEach((region, index) => {
    for (let row = region.top; row <= region.bottom; row += 1) {
      for (let column = region.left; column <= region.right; column += 1) owner.set(row * width + column, index);
    }
  });
  const contents: PositionedRun[][] = regions.map(() => []);
  const rest: PositionedRun[] = [];
  for (const run of runs) {
    const column = stretchAt(columns, run.x + run.width / 2);
    const row = stretchAt(rows, run.y + run.height / 2);
    const region = column < 0 || row < 0 ? undefined : contents[owner.get(row * width + column) ?? -1];
    (region ?? rest).push(run);
  }
  const pageRows: PageRow[] = [];
  for (let row = 0; row + 1 < rows.length; row += 1) {
    const cells: PageCell[] = [];
    regions.forEach(({ left, right, top, bottom }, index) => {
      if (row < top || row > bottom) return;
      const lines = row === top ? linesOf(contents[index] ?? []) : [];
      cells.push({ column: left, span: right - left + 1, lines, merged: row > top, height: bottom - top + 1 });
    });
    pageRows.push({ cells: cells.sort((a, b) => a.column - b.column) });
  }
  const table: PageTable = {
    kind: 'table',
    top: rows[0] ?? 0,
    bottom: rows.at(-1) ?? 0,
    edges: columns,
    rows: pageRows.filter((row) => row.cells.some((cell) => cell.lines.length > 0 || cell.merged || cell.height > 1)),
    origin: 'geometry',
  };
  return { table, rest };
}

/** Index of the stretch between two edges that holds the place, or −1. */
export function stretchAt(edges: readonly number[], place: number): number {
  if (place < (edges[0] ?? Infinity)) return -1;
  const next = edges.findIndex((edge) => place < edge);
  return next < 0 ? -1 : next - 1;
}
