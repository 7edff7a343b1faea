import type { Passage } from '#domain/language/passage.ts';
import { joinPassages } from '#domain/language/passage.ts';
import type { Table } from '#domain/orders/source-document.ts';
import { printedLines } from '#domain/orders/tables/cells.ts';
import type { Head } from '#domain/orders/tables/heads/head.ts';

/** The title of the column of numbers with a number below it in the same cell. */
const NUMBER_IN_TITLE = /^(?:№|N(?!\p{L})|п\s*\/\s*п)\D{0,12}\s\d{1,3}(?:\.\d{1,3})*[.)]?$/iu;
/** A title with the number of its column: «Мероприятие 2». */
const COUNTED_TITLE = /\s2$/u;

/**
 * Rows of the head that print a measure too: its number stands below the title of the numbers, as where a source has lost
 * the border between the two. Titles are no words of the plan, so nothing else would tell of such a row.
 */
export function rowsInHead(table: Table, head: Head): Passage[] {
  const rows = table.rows.slice(head.headFrom, head.bodyFrom).filter(({ cells }) => {
    const [first, second] = cells.map(printedLines).filter((text) => text !== '');
    return NUMBER_IN_TITLE.test(first ?? '') && !COUNTED_TITLE.test(second ?? '');
  });
  return rows.map(({ cells }) => joinPassages(cells.flatMap((cell) => cell.lines)));
}
