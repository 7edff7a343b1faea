import { UnreadableFile } from '#domain/orders/reader-error.ts';
import type { SourceDocument } from '#domain/orders/source-document.ts';

/**
 * How large a document may be that is read as one plan. Plans of whole regions have some hundred rows; what is far larger
 * is no plan, and reading it would hold up everyone else.
 */
const MOST_CHARACTERS = 2 ** 20;
const MOST_LINES = 20_000;
const MOST_ROWS = 5_000;
const MOST_CELLS = 100_000;
/** Marks between cells on one line: more than any table has columns. */
const MOST_COLUMNS = 1_000;

/** Refuses plain text that is too large, before its layout is looked at. Throws `UnreadableFile`. */
export function checkText(text: string): void {
  let lines = 0;
  let marks = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charCodeAt(index);
    if (letter === LINE_END) {
      lines += 1;
      marks = 0;
    } else if (letter === TAB || letter === BAR) marks += 1;
    if (lines > MOST_LINES) throw new UnreadableFile('too-many-rows', { limit: MOST_LINES, of: 'lines' });
    if (marks > MOST_COLUMNS) throw new UnreadableFile('too-many-rows', { limit: MOST_COLUMNS, of: 'columns' });
  }
  if (text.length > MOST_CHARACTERS)
    throw new UnreadableFile('too-large', { limit: MOST_CHARACTERS, of: 'characters' });
}

const LINE_END = 10;
const TAB = 9;
const BAR = 124;

/** Refuses a laid out document that is too large to be one plan. Throws `UnreadableFile`. */
export function checkDocument(document: SourceDocument): void {
  if (document.text.length > MOST_CHARACTERS)
    throw new UnreadableFile('too-large', { limit: MOST_CHARACTERS, of: 'characters' });
  let rows = 0;
  let cells = 0;
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') continue;
    rows += block.rows.length;
    for (const row of block.rows) cells += row.cells.length;
  }
  if (rows > MOST_ROWS) throw new UnreadableFile('too-many-rows', { limit: MOST_ROWS });
  if (cells > MOST_CELLS) throw new UnreadableFile('too-many-rows', { limit: MOST_CELLS, of: 'cells' });
}
