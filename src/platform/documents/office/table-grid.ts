import type { DraftCell, DraftRow } from '#platform/documents/office/draft.ts';

/** A cell as a file tells it, before its grid column is known. */
export type ToldCell = { readonly span: number; readonly width: number | null };

/** Narrower columns (twentieths of a point; 4 mm) hold no text: they come from edges of rows that were drawn unevenly. */
const NARROW = 230;

/**
 * First columns and spans of a row's cells. Spans are believed when they fill the grid; some programs leave them out and
 * tell widths only, then each edge goes to the nearest edge of the grid.
 */
export function placeOnGrid(
  cells: readonly ToldCell[],
  before: number,
  after: number,
  grid: readonly number[],
): { readonly column: number; readonly span: number }[] {
  const told = cells.reduce((sum, cell) => sum + cell.span, before + after);
  if (told < grid.length && before === 0 && after === 0) {
    const snapped = snapToGrid(cells, grid);
    if (snapped) return snapped;
  }
  let column = before;
  return cells.map(({ span }) => {
    column += span;
    return { column: column - span, span };
  });
}

function snapToGrid(cells: readonly ToldCell[], grid: readonly number[]): { column: number; span: number }[] | null {
  const edges = [0];
  for (const width of grid) edges.push((edges.at(-1) ?? 0) + width);
  const total = edges.at(-1) ?? 0;
  const row = cells.reduce((sum, cell) => sum + (cell.width ?? Number.NaN), 0);
  // A row that is told much shorter or longer than its table is told wrongly.
  if (!(total > 0 && row > total * 0.9 && row < total * 1.1)) return null;
  const placed: { column: number; span: number }[] = [];
  let at = 0;
  let column = 0;
  for (const [index, cell] of cells.entries()) {
    at += ((cell.width ?? 0) * total) / row;
    let next = index === cells.length - 1 ? grid.length : column + 1;
    while (next < grid.length && Math.abs((edges[next + 1] ?? 0) - at) < Math.abs((edges[next] ?? 0) - at)) next += 1;
    if (next <= column || next > grid.length) return null;
    placed.push({ column, span: next - column });
    column = next;
  }
  return placed;
}

/** Takes out grid columns that are too narrow for text and hold none, so that cells of one visible column start alike. */
export function withoutNarrowColumns(rows: readonly DraftRow[], grid: readonly number[]): readonly DraftRow[] {
  const narrow = new Set<number>();
  grid.forEach((width, column) => {
    if (width > 0 && width < NARROW) narrow.add(column);
  });
  if (narrow.size === 0) return rows;
  for (const row of rows) {
    for (const cell of row.cells) {
      const holds = cell.paragraphs.some((paragraph) => paragraph.trim() !== '');
      let wide = false;
      for (let column = cell.column; column < cell.column + cell.span; column += 1) wide ||= !narrow.has(column);
      // Text that stands in narrow columns only keeps the first of them.
      if (holds && !wide) narrow.delete(cell.column);
    }
  }
  return narrow.size === 0 ? rows : withoutColumns(rows, narrow);
}

/** The rows without the given grid columns; cells that lie in them wholly disappear. */
export function withoutColumns(rows: readonly DraftRow[], gone: ReadonlySet<number>): readonly DraftRow[] {
  const place: number[] = [0];
  const last = Math.max(0, ...rows.map((row) => (row.cells.at(-1)?.column ?? 0) + (row.cells.at(-1)?.span ?? 0)));
  for (let column = 0; column < last; column += 1) place.push((place[column] ?? 0) + (gone.has(column) ? 0 : 1));
  return rows.map((row) => ({
    ...row,
    cells: row.cells.flatMap((cell): DraftCell[] => {
      const column = place[cell.column] ?? 0;
      const span = (place[cell.column + cell.span] ?? column) - column;
      return span > 0 ? [{ ...cell, column, span }] : [];
    }),
  }));
}
