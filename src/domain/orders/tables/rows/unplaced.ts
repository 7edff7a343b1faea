import { JOINT, joinPassages } from '#domain/language/passage.ts';
import type { Passage } from '#domain/language/passage.ts';
import type { Place } from '#domain/orders/plan.ts';
import type { Row, Table } from '#domain/orders/source-document.ts';
import { printedLines } from '#domain/orders/tables/cells.ts';
import { foldTitle } from '#domain/orders/tables/columns.ts';
import { isCountingRow } from '#domain/orders/tables/heads/head.ts';

/**
 * Finds the words of a table's rows that went into no field. Because every value is cut from passages, this is exact: a
 * character of the source either lies in a passage that was used, or it is reported.
 * @param covered see `coverageOf`
 * @param bodyFrom first row of the body: titles of columns are no words of it, nor are their repetitions
 */
export function unplacedWords(table: Table, bodyFrom: number, covered: Uint8Array, headFrom = bodyFrom): Passage[] {
  const left: Passage[] = [];
  const heads = new Set(table.rows.slice(headFrom, bodyFrom).map(printedRow));
  for (const row of table.rows.slice(bodyFrom)) {
    if (isCountingRow(row) || heads.has(printedRow(row))) continue;
    for (const cell of row.cells) {
      const pieces = joinPassages(cell.lines.flatMap((line) => unusedPieces(line, covered)));
      if (pieces.text !== '') left.push(pieces);
    }
  }
  return left;
}

function printedRow(row: Row): string {
  return row.cells.map((cell) => foldTitle(printedLines(cell))).join('|');
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** The pieces of a line with words that are in no value. */
export function unusedPieces(line: Passage, covered: Uint8Array): Passage[] {
  const pieces: Passage[] = [];
  let text = '';
  let at: number[] = [];
  const close = (): void => {
    if (WORD_CHARACTER.test(text)) pieces.push({ text: text.trim(), at: at.slice(0, text.trimEnd().length) });
    text = '';
    at = [];
  };
  for (let index = 0; index < line.text.length; index += 1) {
    const offset = line.at[index] ?? JOINT;
    if (offset === JOINT || covered[offset] === 1) close();
    else if (text !== '' || line.text.charAt(index).trim() !== '') {
      text += line.text.charAt(index);
      at.push(offset);
    }
  }
  close();
  return pieces;
}

/** Marks which characters of the source are in some value: 1 at each covered offset. */
export function coverageOf(places: readonly Place[], length: number): Uint8Array {
  const covered = new Uint8Array(length);
  for (const place of places) {
    for (const part of place.parts ?? [place]) covered.fill(1, part.from, part.to);
  }
  return covered;
}
