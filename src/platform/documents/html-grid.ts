import { UnreadableFile } from '#domain/orders/reader-error.ts';
import { attribute, cellsOf, type HtmlElement, rowsOf } from '#platform/documents/html-nodes.ts';
import { type DraftCell, type DraftRow, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS } from '#platform/documents/office/draft.ts';

/** Spans beyond this are taken for «to the end of the table», whatever its width. */
const WIDEST_SPAN = 100;

type PlacedCell = { readonly column: number; readonly span: number; rowsLeft: number };

/** The rows of a table on a grid: `colspan` and `rowspan` placed as browsers place them, `read` gives a cell's paragraphs. */
export function gridOf(table: HtmlElement, read: (cell: HtmlElement) => string[]): DraftRow[] {
  const rows = rowsOf(table);
  if (rows.length > MAX_TABLE_ROWS) throw new UnreadableFile('too-many-rows', { limit: MAX_TABLE_ROWS });
  let running: PlacedCell[] = [];
  const grid: DraftRow[] = [];
  rows.forEach(({ row, header }, index) => {
    const cells: DraftCell[] = running.map(({ column, span }) => ({ column, span, merged: true, paragraphs: [] }));
    const taken = [...running].sort((a, b) => a.column - b.column);
    const placed: PlacedCell[] = [];
    let column = 0;
    let next = 0;
    for (const cell of cellsOf(row)) {
      for (let blocker = taken[next]; blocker !== undefined && blocker.column <= column; blocker = taken[next]) {
        column = Math.max(column, blocker.column + blocker.span);
        next += 1;
      }
      const room = (taken[next]?.column ?? Number.POSITIVE_INFINITY) - column;
      const span = Math.min(spanOf(cell, 'colspan', WIDEST_SPAN), room);
      const height = Math.min(spanOf(cell, 'rowspan', rows.length), rows.length - index);
      cells.push({ column, span, paragraphs: read(cell) });
      placed.push({ column, span, rowsLeft: height });
      column += span;
    }
    cells.sort((a, b) => a.column - b.column);
    if (column > MAX_TABLE_COLUMNS || cells.length > MAX_TABLE_COLUMNS)
      throw new UnreadableFile('too-many-rows', { limit: MAX_TABLE_COLUMNS, of: 'columns' });
    grid.push({ cells, ...(header || isHeadRow(row, index) ? { header: true } : {}) });
    running = [...running, ...placed]
      .map((cell) => ({ ...cell, rowsLeft: cell.rowsLeft - 1 }))
      .filter((cell) => cell.rowsLeft > 0);
  });
  return narrowed(grid);
}

/** Leading rows of `<th>` only are a head even without `<thead>`. */
function isHeadRow(row: HtmlElement, index: number): boolean {
  const cells = cellsOf(row);
  return index < 3 && cells.length > 1 && cells.every((cell) => cell.tagName === 'th');
}

/** A span as a whole number from 1; 0 (rowspan: to the end) and numbers beyond `limit` give the limit. */
function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan', limit: number): number {
  const given = attribute(cell, name)?.trim() ?? '1';
  if (!/^\d+$/u.test(given)) return 1;
  const span = Number(given);
  if (span === 0) return name === 'rowspan' ? limit : 1;
  return Math.min(span, limit);
}

/** Cuts spans that reach beyond every other row («colspan=1000» on a title) to the width of the rest of the table. */
function narrowed(grid: readonly DraftRow[]): DraftRow[] {
  const ends = grid.flatMap(({ cells }) =>
    cells.map((cell) => (cell.span >= WIDEST_SPAN ? cell.column + 1 : cell.column + cell.span)),
  );
  const width = ends.reduce((widest, end) => Math.max(widest, end), 1);
  return grid.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, span: Math.max(1, Math.min(cell.span, width - cell.column)) })),
  }));
}
