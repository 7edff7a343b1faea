import type { Passage } from '#domain/language/passage.ts';
import type { Block, Cell, Repair, Row, SourceDocument } from '#domain/orders/source-document.ts';
import { UnreadableFile } from '#domain/orders/reader-error.ts';

/**
 * What the readers of office formats find, before offsets are known. Inside texts stand marks for what is not a letter:
 * XML cannot hold these characters, so they are free.
 */
export const LINE_BREAK = '\n';
/** A page break that the author put in; also ends the line. */
export const PAGE_BREAK = '\v';
/** The program that saved the file began a new page here when it last laid it out. */
export const PAGE_START = '\f';

export type DraftBlock = DraftParagraph | DraftTable;

export type DraftParagraph = {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly label?: string | undefined;
  readonly heading?: number | undefined;
};

export type DraftTable = {
  readonly kind: 'table';
  readonly rows: readonly DraftRow[];
  readonly caption?: string | undefined;
};

export type DraftRow = {
  readonly cells: readonly DraftCell[];
  readonly header?: boolean;
  readonly afterBreak?: boolean;
};

export type DraftCell = {
  readonly column: number;
  readonly span: number;
  readonly merged?: boolean;
  readonly paragraphs: readonly string[];
};

/** Rows of all tables of one document: more is a register, not a plan. */
export const MAX_TABLE_ROWS = 5_000;
/** Columns of one table; wider ones are refused with the same code as too many rows. */
export const MAX_TABLE_COLUMNS = 1_000;
/** UTF-16 units of one document's text, some 1,300 printed pages. */
export const MAX_TEXT = 4_000_000;

/** Gives every text its place: a line for each paragraph, cells of a row one after another. */
export function documentOf(blocks: readonly DraftBlock[], repairs: readonly Repair[]): SourceDocument {
  const paper = new Paper();
  const placed: Block[] = [];
  let rowsLeft = MAX_TABLE_ROWS;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const paragraph = placeParagraph(block, paper);
      if (paragraph) placed.push(paragraph);
      continue;
    }
    rowsLeft -= block.rows.length;
    if (rowsLeft < 0) throw new UnreadableFile('too-many-rows', { limit: MAX_TABLE_ROWS });
    const table = placeTable(block, paper);
    if (table) placed.push(table);
  }
  return { text: paper.text(), pages: paper.pages(), blocks: placed, repairs };
}

function placeParagraph(draft: DraftParagraph, paper: Paper): Block | null {
  const lines = paper.lines(draft.text, draft.label ?? '');
  if (lines.length === 0) return null;
  return {
    kind: 'paragraph',
    lines,
    ...(draft.label ? { label: draft.label } : {}),
    ...(draft.heading ? { heading: draft.heading } : {}),
  };
}

function placeTable(draft: DraftTable, paper: Paper): Block | null {
  const caption = draft.caption ? paper.lines(draft.caption)[0] : undefined;
  const rows: Row[] = [];
  let width = 0;
  const headers = headerRows(draft.rows);
  for (const [index, row] of draft.rows.entries()) {
    const last = row.cells.at(-1);
    if (!last) continue;
    width = Math.max(width, last.column + last.span);
    if (width > MAX_TABLE_COLUMNS)
      throw new UnreadableFile('too-many-rows', { limit: MAX_TABLE_COLUMNS, of: 'columns' });
    rows.push(placeRow({ ...row, header: index < headers }, paper));
  }
  if (rows.length === 0) return null;
  return { kind: 'table', width, rows, origin: 'structure', ...(caption ? { caption } : {}) };
}

/** Only the first rows can be repeated on each page; where all or many are marked, the mark means nothing. */
function headerRows(rows: readonly DraftRow[]): number {
  const other = rows.findIndex((row) => row.header !== true);
  return other > MAX_HEADER_ROWS ? 0 : Math.max(0, other);
}

const MAX_HEADER_ROWS = 6;

function placeRow(draft: DraftRow, paper: Paper): Row {
  // A row that runs over a page has the break in each of its cells: only the cell with most of them turns pages.
  let turning = -1;
  let most = 0;
  const texts = draft.cells.map((cell) => cell.paragraphs.join(LINE_BREAK));
  const begins = texts.some((text) => /^\s*?[\f\v]/u.test(text));
  texts.forEach((text, index) => {
    const breaks = text.split(PAGE_START).length - 1;
    if (breaks > most) [most, turning] = [breaks, index];
  });
  const cells = draft.cells.map((cell, index): Cell => {
    const lines = cell.paragraphs.flatMap((paragraph) =>
      paper.lines(index === turning ? paragraph : paragraph.replaceAll(PAGE_START, '')),
    );
    return { column: cell.column, span: cell.span, lines, ...(cell.merged ? { merged: true } : {}) };
  });
  return {
    cells,
    ...(draft.header ? { header: true } : {}),
    ...(draft.afterBreak === true || begins ? { afterBreak: true } : {}),
  };
}

/** The growing text of a document. */
class Paper {
  private readonly pieces: string[] = [];
  private readonly pageStarts: number[] = [0];
  private length = 0;

  /** Writes a draft text, each line of it with letters on a line of its own; the label stands before the first. */
  lines(draft: string, label = ''): Passage[] {
    const passages: Passage[] = [];
    let before = label === '' ? '' : `${label} `;
    for (const piece of draft.split(/[\n\v]/u)) {
      const line = this.line(piece, before);
      if (!line) continue;
      passages.push(line);
      before = '';
    }
    return passages;
  }

  private line(piece: string, before: string): Passage | null {
    let text = '';
    const pageStarts: number[] = [];
    piece
      .replace(UNPRINTABLE, ' ')
      .split(PAGE_START)
      .forEach((part, index) => {
        if (index > 0) pageStarts.push(text.length);
        text += text === '' ? part.trimStart() : part;
      });
    text = text.trimEnd();
    const from = this.length + (text === '' ? 0 : before.length);
    for (const start of pageStarts) this.startPage(start === 0 ? this.length : from + Math.min(start, text.length));
    if (text === '') return null;
    this.write(`${before}${text}\n`);
    const at: number[] = [];
    for (let index = 0; index < text.length; index += 1) at.push(from + index);
    return { text, at };
  }

  private write(text: string): void {
    this.length += text.length;
    if (this.length > MAX_TEXT) throw new UnreadableFile('too-large', { limit: MAX_TEXT, of: 'characters' });
    this.pieces.push(text);
  }

  private startPage(offset: number): void {
    if (offset > (this.pageStarts.at(-1) ?? 0)) this.pageStarts.push(offset);
  }

  text(): string {
    return this.pieces.join('');
  }

  pages(): readonly number[] | null {
    return this.pageStarts.length > 1 ? this.pageStarts : null;
  }
}

/** Control characters except tab and the marks above, and further characters that would end a line. */
const UNPRINTABLE = /[\u0000-\u0008\r\u000e-\u001f\u007f\u2028\u2029\u0085]/gu;
