import type { Passage } from '#domain/language/passage.ts';
import type { Cell, Row, Table } from '#domain/orders/source-document.ts';
import { countsRow, isRoman, rowNumber } from '#domain/orders/tables/cell-judge.ts';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { filledCells, filledLines, printedLines, startsInside, textOf } from '#domain/orders/tables/cells.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';
import { foldTitle } from '#domain/orders/tables/columns.ts';
import type { Column, Head } from '#domain/orders/tables/heads/head.ts';
import { isCountingRow } from '#domain/orders/tables/heads/head.ts';
import { continuesAbove } from '#domain/orders/tables/rows/continuation.ts';
import type { LogicalRow, MeasureRow, RowRepair } from '#domain/orders/tables/rows/logical-row.ts';
import { placeCells } from '#domain/orders/tables/rows/place-cells.ts';

/** Reads the body of a table under its head. Rows that repeat the head or only count columns are left out. */
export function readRows(table: Table, head: Head, judge: CellJudge): LogicalRow[] {
  const rows: LogicalRow[] = [];
  const body = table.rows.slice(head.bodyFrom);
  const titles = table.rows.slice(head.headFrom, head.bodyFrom).map(fingerprint);
  body.forEach((row, index) => {
    const filled = filledCells(row);
    if (filled.length === 0 || isCountingRow(row) || isSum(filled) || titles.includes(fingerprint(row))) return;
    const previous = lastMeasure(rows);
    if (isSectionRow(row, filled, head, body.slice(index + 1), previous)) {
      rows.push({ kind: 'section', lines: filled.flatMap((cell) => filledLines(cell.lines)) });
      return;
    }
    const read = readMeasureRow(row, head.columns, judge, null);
    const after = rows.at(-1)?.kind === 'section' ? null : previous;
    if (after !== null && continuesAbove({ row, read, previous: after, columns: head.columns, judge })) {
      append(after, readMeasureRow(row, head.columns, judge, after), row);
      return;
    }
    inheritMerged(read, row, head.columns, previous);
    repeatAbove(read, head.columns, previous);
    rows.push(read);
  });
  return rows;
}

/** «Итого по разделу | | | 431»: sums what stands above, is done by nobody. */
function isSum(filled: readonly Cell[]): boolean {
  const [first, ...others] = filled.map(printedLines);
  const sums = others.length > 0 && others.every((text) => /^[-–—]$|^\d[\d\s.,]*(?:%|\p{L}{1,15}\.?)?$/u.test(text));
  return sums && /^(?:итого|всего)(?:\s*[:.]?$|\s+(?:по|за|на)(?!\p{L}))/iu.test(first ?? '');
}

/** What the cells print, without the spaces and hyphens that differ where lines break elsewhere. */
function fingerprint(row: Row): string {
  return row.cells.map((cell) => foldTitle(printedLines(cell)).replace(/[\s-]+/gu, '')).join('|');
}

function lastMeasure(rows: readonly LogicalRow[]): MeasureRow | null {
  const last = rows.findLast((row) => row.kind === 'measure');
  return last ?? null;
}

function readMeasureRow(
  row: Row,
  columns: readonly Column[],
  judge: CellJudge,
  previous: MeasureRow | null,
): MeasureRow {
  const before = (column: number): string => (previous === null ? '' : textOf(previous.cells.get(column)));
  const placed = placeCells(row.cells, columns, judge, before);
  const cells = new Map<number, Passage[]>();
  const repairs = new Set<RowRepair>();
  const doubled: Passage[] = [];
  if (placed.moved) repairs.add('cells-shifted');
  row.cells.forEach((cell, index) => {
    const lines = filledLines(cell.lines);
    const column = placed.columns[index] ?? 0;
    if (lines.length === 0) return;
    const there = cells.get(column) ?? [];
    if (there.length > 0 && textOf(there) === printedLines(cell)) {
      repairs.add('cell-doubled');
      doubled.push(...lines);
    } else cells.set(column, [...there, ...lines]);
  });
  return { kind: 'measure', cells, repairs, doubled, shared: new Set() };
}

function append(previous: MeasureRow, read: MeasureRow, row: Row): void {
  for (const [column, lines] of read.cells) {
    previous.cells.set(column, [...(previous.cells.get(column) ?? []), ...lines]);
  }
  if (!row.cells.some((cell) => cell.merged === true)) previous.repairs.add('rows-joined');
  previous.doubled.push(...read.doubled);
  for (const repair of read.repairs) previous.repairs.add(repair);
}

/** A cell merged over several rows speaks for each of them. */
function inheritMerged(read: MeasureRow, row: Row, columns: readonly Column[], previous: MeasureRow | null): void {
  if (previous === null) return;
  row.cells.forEach((cell: Cell) => {
    if (cell.merged !== true) return;
    const column = columns.findIndex((candidate) => cell.column >= candidate.from && cell.column < candidate.to);
    const role = columns[column]?.role;
    const lines = previous.cells.get(column);
    if (lines === undefined || role === undefined || role === 'number' || role === 'title' || read.cells.has(column))
      return;
    read.cells.set(column, lines);
    read.shared.add(column);
  });
}

/** «то же», «-//-», «"»: what the cell above says. */
const DITTO = /^(?:(?:то|тот|та|те)\s+же[.,]?|[-–—]{0,2}\s?(?:\/\/|["«»“”„]|''|,,)\s?[-–—]{0,2})$/iu;
const REPEATED: ReadonlySet<ColumnRole> = new Set(['deadline', 'responsible', 'result', 'publication']);

/** Cells that only refer to the one above them say the same. */
function repeatAbove(read: MeasureRow, columns: readonly Column[], previous: MeasureRow | null): void {
  if (previous === null) return;
  for (const [column, lines] of [...read.cells]) {
    const above = previous.cells.get(column);
    const role = columns[column]?.role;
    if (above === undefined || role === undefined || !REPEATED.has(role) || !DITTO.test(textOf(lines))) continue;
    read.doubled.push(...lines);
    read.cells.set(column, above);
    read.shared.add(column);
    read.repairs.add('cell-repeated');
  }
}

const SECTION_WORD = /^(?:раздел|направление|блок|этап|модуль|глава|часть|задача|цель)(?!\p{L})/iu;
const SECTION_NUMBER = /^(?:[IVXІХ]{1,5}|\d{1,2}(?:\.\d{1,2})?)\s*[.)]\s*\S/u;

/**
 * A section row holds one text for the whole row: one cell over all columns, one filled cell among empty ones, or a number
 * and a title with nothing else where the measures around have more.
 */
function isSectionRow(
  row: Row,
  filled: readonly Cell[],
  head: Head,
  below: readonly Row[],
  previous: MeasureRow | null,
): boolean {
  const merged = row.cells.some((cell) => cell.merged === true);
  const [first, second] = filled;
  if (first === undefined || merged || filled.length > 2 || head.columns.length < 3) return false;
  const text = printedLines(first);
  if (filled.length === 1) {
    if (countsRow(text)) return false;
    const numbered = SECTION_WORD.test(text) || SECTION_NUMBER.test(text);
    const widest = head.columns.at(-1)?.to ?? 1;
    if (first.span > 1 && first.span * 2 > widest) return !(row.afterBreak === true && startsInside(text) && !numbered);
    const role = roleAt(first, head.columns);
    if (role === 'number') return /\p{L}{3}/u.test(text);
    // In front of executors or deadlines nothing but a number, or the first row of all, tells a section.
    if (role !== 'title' && role !== 'section') return first.column === 0 && (numbered || previous === null);
    return (
      numbered || (!startsInside(text) && text.length <= 160 && row.afterBreak !== true && isComplete(previous, head))
    );
  }
  if (second === undefined || roleAt(first, head.columns) !== 'number' || roleAt(second, head.columns) !== 'title')
    return false;
  const number = rowNumber(text);
  if (number === null) return SECTION_WORD.test(text) && !startsInside(printedLines(second));
  return numbersSection(number, below, head, previous);
}

function isComplete(previous: MeasureRow | null, head: Head): boolean {
  if (previous === null) return true;
  const title = head.columns.findIndex((column) => column.role === 'title');
  return !/(?:[,:(«-]|\s(?:и|или|в|на|по|с|к|для|от|из|о|об|при))$/u.test(textOf(previous.cells.get(title)));
}

function roleAt(cell: Cell, columns: readonly Column[]): ColumnRole | null {
  return columns.find((column) => cell.column >= column.from && cell.column < column.to)?.role ?? null;
}

/**
 * Whether «2 | Методическое сопровождение» with nothing else names a section: a Roman number where measures have Arabic
 * ones, measures «2.1» below it, or a number that the count of measures around it leaves out.
 */
function numbersSection(number: string, below: readonly Row[], head: Head, previous: MeasureRow | null): boolean {
  const numberColumn = head.columns.findIndex((column) => column.role === 'number');
  const next = below
    .map((row) => filledCells(row))
    .find(([cell, ...others]) => cell !== undefined && others.length > 1 && roleAt(cell, head.columns) === 'number');
  const nextNumber = next?.[0] === undefined ? null : rowNumber(printedLines(next[0]));
  if (nextNumber === null) return isRoman(number);
  if (isRoman(number)) return !isRoman(nextNumber);
  if (nextNumber.startsWith(`${number}.`)) return true;
  const last = previous === null ? null : rowNumber(textOf(previous.cells.get(numberColumn)));
  if (nextNumber === String(Number(number) + 1) && last === String(Number(number) - 1)) return false;
  if (nextNumber === '1') return true;
  return last !== null && nextNumber === String(Number(last) + 1);
}
