import type { Cell, Row } from '#domain/orders/source-document.ts';
import { continuesRow, joinRows } from '#domain/orders/layout/pages/row-halves.ts';

/** A table as far as it is put together, with the edges of its columns in points. */
export type GrowingTable = {
  readonly kind: 'table';
  edges: readonly number[];
  rows: Row[];
  /** The first row, after a repeated header, goes on with the last row of the table before. */
  readonly continued: boolean;
  readonly origin: 'structure' | 'geometry';
};

/** Edges of one column on two pages differ by less than this; mirrored margins shift all of them together. */
const SAME_EDGE = 6;
/** A header has at most so many rows: titles in two rows, a row of numbers, a general title. */
const HEADER_ROWS = 4;

/** Adds the part of a table on the next page to the table; false when its columns are others. */
export function continueTable(table: GrowingTable, next: GrowingTable): boolean {
  const shift = (table.edges[0] ?? 0) - (next.edges[0] ?? 0);
  const moved = next.edges.map((edge) => edge + shift);
  const joined = commonEdges(table.edges, moved);
  if (joined === null) return false;
  const rows = onEdges(table.rows, table.edges, joined);
  const nextRows = onEdges(next.rows, moved, joined);
  const repeated = repeatedRows(rows, nextRows);
  nextRows.slice(0, repeated).forEach((row, index) => {
    rows.push({ ...row, header: true, ...(index === 0 ? { afterBreak: true } : {}) });
    const first = rows[index];
    if (first !== undefined) rows[index] = { ...first, header: true };
  });
  const [firstBody, ...body] = nextRows.slice(repeated);
  if (firstBody !== undefined) {
    const last = rows.findLastIndex((row) => row.header !== true);
    const above = rows[last];
    if (above !== undefined && (next.continued || continuesRow(above, firstBody, [...rows, ...body])))
      rows[last] = joinRows(above, firstBody);
    else rows.push({ ...firstBody, afterBreak: true });
  }
  table.edges = joined;
  table.rows = [...rows, ...body];
  return true;
}

function commonEdges(edges: readonly number[], other: readonly number[]): readonly number[] | null {
  const [fewer, more] = edges.length <= other.length ? [edges, other] : [other, edges];
  const fits = fewer.every((edge) => more.some((candidate) => Math.abs(candidate - edge) < SAME_EDGE));
  return fits ? more : null;
}

/** The rows with columns counted on `target` edges, of which `edges` are a part. */
function onEdges(rows: readonly Row[], edges: readonly number[], target: readonly number[]): Row[] {
  if (edges.length === target.length) return [...rows];
  const indexOf = (edge: number): number => nearest(target, edges[edge] ?? 0);
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const column = indexOf(cell.column);
      return { ...cell, column, span: Math.max(1, indexOf(cell.column + cell.span) - column) };
    }),
  }));
}

function nearest(edges: readonly number[], place: number): number {
  return edges.reduce(
    (best, edge, index) => (Math.abs(edge - place) < Math.abs((edges[best] ?? 0) - place) ? index : best),
    0,
  );
}

/** How many rows at the head of `next` say the same as those at the head of the table. */
function repeatedRows(rows: readonly Row[], next: readonly Row[]): number {
  let count = 0;
  while (count < HEADER_ROWS) {
    const [row, repeat] = [rows[count], next[count]];
    if (row === undefined || repeat === undefined || signature(row) !== signature(repeat)) break;
    if (signature(row).replaceAll('|', '') === '') break;
    count += 1;
  }
  return count;
}

function signature(row: Row): string {
  const words = row.cells.map((cell) => wordsOf(cell)).join('|');
  return words.toLowerCase();
}

/** Text of a cell without spaces and hyphens, which differ when lines break elsewhere. */
function wordsOf(cell: Cell): string {
  return cell.lines
    .map((line) => line.text)
    .join('')
    .replace(/[\s-]+/gu, '');
}
