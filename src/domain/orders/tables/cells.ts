import type { Passage } from '#domain/language/passage.ts';
import type { Cell, Row } from '#domain/orders/source-document.ts';

/** The words of a cell on one line, for looking at them; values are cut from the passages, not from this. */
export function printedLines(cell: Cell): string {
  let printed = known.get(cell);
  if (printed === undefined) known.set(cell, (printed = textOf(cell.lines)));
  return printed;
}

/** Heads, rows and cells are looked at again and again. */
const known = new WeakMap<Cell, string>();

/** Lines that hold something besides white space. */
export function filledLines(lines: readonly Passage[]): Passage[] {
  return lines.filter((line) => line.text.trim() !== '');
}

/** The cells of a row in which something is printed. */
export function filledCells(row: Row): Cell[] {
  return row.cells.filter((cell) => printedLines(cell) !== '');
}

/** The lines of a column in one string. */
export function textOf(lines: readonly Passage[] | undefined): string {
  return (lines ?? [])
    .map((line) => line.text)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Text that begins in the middle of a sentence. */
export function startsInside(text: string): boolean {
  return /^[\p{Ll}),.;:»–—-]/u.test(text);
}
