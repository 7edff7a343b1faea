import type { DraftBlock, DraftCell, DraftParagraph, DraftRow } from '#platform/documents/office/draft.ts';
import { withoutColumns } from '#platform/documents/office/table-grid.ts';

/** A cell with its printed text, merged ranges worked in. */
export type PrintedCell = {
  readonly column: number;
  readonly span: number;
  readonly merged: boolean;
  readonly bordered: boolean;
  /** Lines separated by line feeds. */
  readonly text: string;
};

export type PrintedRow = { readonly index: number; readonly cells: readonly PrintedCell[] };

/**
 * A sheet as a document: rows of text above the table (title, requisites) and below it (signatures) become paragraphs.
 * The table is told by its borders; without borders, by the first row that fills as many cells as rows below do.
 */
export function sheetBlocks(rows: readonly PrintedRow[], caption: string | undefined): DraftBlock[] {
  const inTable = tableRows(rows);
  const blocks: DraftBlock[] = [];
  let table: PrintedRow[] = [];
  let captionLeft = caption;
  const endTable = (): void => {
    if (table.length > 0) blocks.push({ kind: 'table', rows: draftRows(table), caption: captionLeft });
    if (table.length > 0) captionLeft = undefined;
    table = [];
  };
  rows.forEach((row, index) => {
    if (inTable[index]) {
      table.push(row);
      return;
    }
    endTable();
    const paragraph = paragraphOf(row);
    if (paragraph) blocks.push(paragraph);
  });
  endTable();
  return blocks;
}

/** Whether the name of a sheet is one that programs give to new sheets: it says nothing. */
export function isUnnamed(title: string): boolean {
  return /^(?:лист|sheet|страница|table|таблица)?\s?\d*$/iu.test(title);
}

function paragraphOf(row: PrintedRow): DraftParagraph | null {
  const texts = row.cells.map(({ text }) => text).filter((text) => text.trim() !== '');
  const short = texts.every((text) => !text.includes('\n'));
  return texts.length === 0 ? null : { kind: 'paragraph', text: texts.join(short ? '\t' : '\n') };
}

function filled(row: PrintedRow): number {
  return row.cells.filter(({ text }) => text.trim() !== '').length;
}

function tableRows(rows: readonly PrintedRow[]): boolean[] {
  return byBorders(rows) ?? byFilledCells(rows);
}

/** Rows with borders, and rows between them that have none; null when borders do not tell the table. */
function byBorders(rows: readonly PrintedRow[]): boolean[] | null {
  const bordered = rows.map(({ cells }) => {
    const count = cells.filter((cell) => cell.bordered).length;
    return count >= 2 || cells.some((cell) => cell.bordered && cell.span > 1);
  });
  const told = rows.map((row, index) => bordered[index] === true && filled(row) >= 2);
  const first = told.indexOf(true);
  const last = bordered.lastIndexOf(true);
  if (told.filter(Boolean).length < 2) return null;
  // Only the heading was framed, and rows as full as it follow: borders are an ornament here.
  const most = Math.max(...rows.map((row, index) => (told[index] ? filled(row) : 0)));
  if (rows.slice(last + 1).some((row) => filled(row) >= Math.max(3, most - 1))) return null;
  return rows.map((row, index) => {
    if (index < first || index > last) return false;
    if (bordered[index]) return true;
    const above = rows[index - 1];
    const below = rows[index + 1];
    const dense = above?.index === row.index - 1 && below?.index === row.index + 1;
    return dense && bordered[index - 1] === true && bordered[index + 1] === true;
  });
}

function byFilledCells(rows: readonly PrintedRow[]): boolean[] {
  const counts = rows.map(filled);
  const most = Math.max(0, ...counts);
  const enough = Math.max(2, Math.min(3, most));
  const first = counts.findIndex(
    (count, index) => count >= enough && counts.slice(index + 1, index + 4).some((next) => next >= enough),
  );
  if (first === -1) return rows.map(() => false);
  let last = counts.findLastIndex((count) => count >= enough);
  // Rows that follow without a blank one belong to the table still.
  while (rows[last + 1] && rows[last + 1]?.index === (rows[last]?.index ?? 0) + 1) last += 1;
  return rows.map((_, index) => index >= first && index <= last);
}

function draftRows(rows: readonly PrintedRow[]): readonly DraftRow[] {
  const used = new Set<number>();
  let width = 0;
  for (const row of rows) {
    for (const cell of row.cells) {
      if (cell.text.trim() !== '') used.add(cell.column);
      width = Math.max(width, cell.column + cell.span);
    }
  }
  const empty = new Set<number>();
  for (let column = 0; column < width; column += 1) if (!used.has(column)) empty.add(column);
  const drafts = rows.map((row, index): DraftRow => {
    const above = rows[index - 1];
    return {
      cells: row.cells.map(({ column, span, merged, text }): DraftCell => ({
        column,
        span,
        ...(merged ? { merged } : {}),
        paragraphs: text === '' ? [] : [text],
      })),
      ...(above && row.index > above.index + 1 ? { afterBreak: true } : {}),
    };
  });
  return withoutColumns(drafts, empty);
}
