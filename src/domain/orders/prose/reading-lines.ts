import { joinLines as joinHyphenated, vocabularyOf } from '#domain/language/hyphens.ts';
import type { Passage } from '#domain/language/passage.ts';
import { JOINT, collapsePassage, joinPassages, slicePassage } from '#domain/language/passage.ts';
import type { Block, Row, SourceDocument, Table } from '#domain/orders/source-document.ts';

/** One line of the running text, white space collapsed and emphasis marks taken out. */
export type ReadingLine = {
  readonly text: string;
  readonly passage: Passage;
  /** The line begins a paragraph (in office formats every line does). */
  readonly opens: boolean;
  /** Index of the block the line stands in. */
  readonly block: number;
  /** The line is a row (or a line of a cell) of a table. */
  readonly inTable: boolean;
  /** Automatic numbering or bullet of the paragraph, that is not part of the text. */
  readonly label: string | null;
  /** Rows of a table that is no prose stand between the line before and this one. */
  readonly behindTable?: boolean;
};

/**
 * The text of the document line by line, without the tables that hold a plan: only tables laid out to place words on the
 * page (a head, stamps, a signature, a passport of a programme) speak as prose.
 */
export function readingLines(document: SourceDocument): ReadingLine[] {
  const wide = document.blocks.flatMap((block, index) =>
    block.kind === 'table' && !isLayoutTable(block) ? [index] : [],
  );
  let isBehind = false;
  const found: ReadingLine[] = [];
  const add = (lines: readonly ReadingLine[]): void => {
    for (const [position, line] of lines.entries())
      found.push(isBehind && position === 0 ? { ...line, behindTable: true } : line);
    if (lines.length > 0) isBehind = false;
  };
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind !== 'table' || isLayoutTable(block)) {
      add(linesOfBlock(block, index));
      continue;
    }
    const { above, below } = rowsAround(block);
    if (index === wide[0]) add(layoutLines(above, index));
    isBehind = true;
    if (index === wide.at(-1)) add(layoutLines(below, index));
  }
  return found;
}

/**
 * A sheet of a workbook is one table: the head of the order and the heading stand in its first rows, lists and signatures in
 * its last, each alone in its row.
 */
function rowsAround(table: Table): { above: readonly Row[]; below: readonly Row[] } {
  const isWide = (row: Row): boolean => row.cells.filter(({ lines }) => lines.length > 0).length >= 3;
  const first = table.rows.findIndex(isWide);
  if (first < 0)
    return {
      above: table.rows.filter((row) => row.cells.filter(({ lines }) => lines.length > 0).length === 1),
      below: [],
    };
  const last = table.rows.findLastIndex(isWide);
  return { above: table.rows.slice(0, Math.min(first, MAX_ROWS_ABOVE)), below: table.rows.slice(last + 1) };
}

const MAX_ROWS_ABOVE = 40;

function linesOfBlock(block: Block, index: number): ReadingLine[] {
  if (block.kind === 'table') return layoutLines(block.rows, index);
  const lines = block.lines.flatMap(brokenLines).map(cleanLine).filter(hasText);
  return lines.map((passage, line) => ({
    text: passage.text,
    passage,
    opens: line === 0,
    block: index,
    inTable: false,
    label: line === 0 ? (block.label ?? null) : null,
  }));
}

/** A plan, a list of people or of indicators has many rows or a header; a table that only places words has neither. */
export function isLayoutTable(table: Table): boolean {
  if (table.rows.length > 6) return false;
  return !isPlanTable(table);
}

/** Whether the first rows of the table name columns of a plan: measures, deadlines, those responsible. */
export function isPlanTable(table: Table): boolean {
  const head = table.rows
    .slice(0, 16)
    .flatMap((row) => row.cells.flatMap((cell) => cell.lines.map((line) => line.text.slice(0, 120))))
    .join('\n')
    .slice(0, 4000);
  const roles = PLAN_COLUMNS.filter((column) => column.test(head)).length;
  return roles >= 2;
}

const PLAN_COLUMNS = [
  /^\s*(?:[а-яё\s,()/-]{0,40}(?:мероприяти|действи|деятельност|содержани)[а-яё]*)/imu,
  /^\s*(?:дата|срок|период|сроки)/imu,
  /^\s*(?:ответствен|исполнител)/imu,
  /^\s*(?:(?:ожидаем|планируем)[а-яё]*\s+)?(?:результат|показател|индикатор)/imu,
];

function layoutLines(rows: readonly Row[], index: number): ReadingLine[] {
  const found: ReadingLine[] = [];
  for (const row of rows) {
    const cells = row.cells.map((cell) => cell.lines.flatMap(brokenLines).map(cleanLine).filter(hasText));
    const oneLineEach = cells.every((lines) => lines.length <= 1);
    const lines = oneLineEach ? [joinPassages(cells.flat())].filter(hasText) : cells.flat();
    let cellStart = true;
    for (const [position, passage] of lines.entries()) {
      cellStart = oneLineEach || position === 0 || cells.some((cell) => cell[0] === passage);
      found.push({ text: passage.text, passage, opens: cellStart, block: index, inTable: true, label: null });
    }
  }
  return found;
}

/** Line breaks inside a paragraph of an office format stand in its text; a paragraph without end is cut at a space. */
function brokenLines(passage: Passage): Passage[] {
  const pieces: Passage[] = [];
  let from = 0;
  for (const match of passage.text.matchAll(/[\n\r\v\f\u2028]+/gu)) {
    pieces.push(slicePassage(passage, from, match.index));
    from = match.index + match[0].length;
  }
  pieces.push(from === 0 ? passage : slicePassage(passage, from));
  return pieces.flatMap(shortened);
}

const MAX_LINE = 6000;

function shortened(passage: Passage): Passage[] {
  if (passage.text.length <= MAX_LINE) return [passage];
  const pieces: Passage[] = [];
  for (let from = 0; from < passage.text.length;) {
    const space = passage.text.lastIndexOf(' ', from + MAX_LINE);
    const to = space > from ? space : from + MAX_LINE;
    pieces.push(slicePassage(passage, from, to));
    from = to;
  }
  return pieces;
}

/** Takes out emphasis marks of Markdown (`**`) and soft hyphens, and collapses white space. */
export function cleanLine(passage: Passage): Passage {
  if (!passage.text.includes('**') && !passage.text.includes('\u00ad')) return collapsePassage(passage);
  let text = '';
  const at: number[] = [];
  for (let index = 0; index < passage.text.length; index += 1) {
    const letter = passage.text.charAt(index);
    if (letter === '\u00ad') continue;
    if (letter === '*' && (passage.text.charAt(index + 1) === '*' || passage.text.charAt(index - 1) === '*')) continue;
    text += letter;
    at.push(passage.at[index] ?? JOINT);
  }
  return collapsePassage({ text, at });
}

const hasText = (passage: Passage): boolean => passage.text !== '';

// Joining needs only what every plan's words say: headings and sentences of prose rarely break a word twice.
const COMMON_WORDS = vocabularyOf('');

/** Joins the lines of one sentence; a word hyphenated at a line end is put together again. */
export const joinLines = (lines: readonly ReadingLine[]): Passage =>
  joinHyphenated(
    lines.map(({ passage }) => passage),
    COMMON_WORDS,
  );

const MAX_PARAGRAPH = 8000;

/** The lines by paragraphs; one without end is given in parts. */
export function paragraphsOf(lines: readonly ReadingLine[]): ReadingLine[][] {
  const paragraphs: ReadingLine[][] = [];
  let length = 0;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last?.[0]?.block === line.block && line.label === null && length < MAX_PARAGRAPH) {
      last.push(line);
      length += line.text.length;
      continue;
    }
    paragraphs.push([line]);
    length = line.text.length;
  }
  return paragraphs;
}
