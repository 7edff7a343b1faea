import { passageAt, type Passage, slicePassage } from '#domain/language/passage.ts';
import type { Paragraph, Repair, Table } from '#domain/orders/source-document.ts';

/** A physical line of plain text. */
export type TextLine = {
  /** Without the line end and without form feeds. */
  readonly text: string;
  /** Offset of its first character in the source. */
  readonly from: number;
  /** A form feed stands before the line. */
  readonly startsPage: boolean;
};

/** Lines `first` … `end` (exclusive) that are one table. */
export type TableRegion = {
  readonly first: number;
  readonly end: number;
  readonly table: Table;
  readonly repairs: readonly Repair[];
};

/** The lines of `text`; a form feed ends a line too. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let from = 0;
  let startsPage = false;
  for (const match of text.matchAll(/[\n\f]|$/gu)) {
    lines.push({ text: text.slice(from, match.index), from, startsPage });
    startsPage = match[0] === '\f';
    from = match.index + match[0].length;
  }
  return lines;
}

/** Offsets at which pages begin, or null for a text without form feeds. */
export function pagesOf(text: string): number[] | null {
  const pages = [0];
  for (const match of text.matchAll(/\f/gu)) if (match.index + 1 < text.length) pages.push(match.index + 1);
  return pages.length > 1 ? pages : null;
}

export const isBlank = (line: TextLine): boolean => line.text.trim() === '';

export const passageOfLine = (line: TextLine): Passage => passageAt(line.text, line.from);

/** How far a line must be indented beyond the one before it to begin a new paragraph. */
const INDENT = 3;

/**
 * The lines as paragraphs: a blank line, a page end or an indented line begins a new one. Every physical line stays a
 * passage of its own, because what looks like prose may be cells one after another.
 */
export function paragraphsOf(lines: readonly TextLine[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let current: Passage[] = [];
  let indent = 0;
  let heading: number | undefined;
  const close = (): void => {
    if (current.length > 0) paragraphs.push({ kind: 'paragraph', lines: current, ...(heading ? { heading } : {}) });
    current = [];
    heading = undefined;
  };
  for (const line of lines) {
    if (isBlank(line)) {
      close();
      continue;
    }
    const own = line.text.length - line.text.trimStart().length;
    const marks = line.text.match(/^#{1,6}(?= )/u)?.[0].length;
    if (line.startsPage || marks !== undefined || (current.length > 0 && own >= indent + INDENT)) close();
    if (marks !== undefined) heading = marks;
    current.push(withoutMarks(passageOfLine(line), marks ?? 0));
    indent = own;
    if (marks !== undefined) close();
  }
  close();
  return paragraphs;
}

/** A line that a spreadsheet exported with empty cells behind it («Приказ;;;;»), without them and without its quotes. */
function withoutEmptyCells(line: Passage): Passage {
  const text = line.text.trimEnd();
  const mark = text.charAt(text.length - 1);
  let end = text.length;
  while ((mark === ';' || mark === ',') && text.charAt(end - 1) === mark) end -= 1;
  if (text.length - end < 2 || /&[a-z]{2,8}$/iu.test(text.slice(Math.max(0, end - 10), end))) return line;
  const isQuoted = line.text.startsWith('"') && line.text.charAt(end - 1) === '"' && end > 1;
  return isQuoted ? slicePassage(line, 1, end - 1) : slicePassage(line, 0, end);
}

/** The line without marks of headings (`#`) and of bold type (`**`), which other programs put into plain text. */
function withoutMarks(whole: Passage, headingMarks: number): Passage {
  const line = withoutEmptyCells(whole);
  if (headingMarks === 0 && !line.text.includes('**')) return line;
  let text = '';
  const at: number[] = [];
  for (let index = headingMarks; index < line.text.length; index += 1) {
    const letter = line.text.charAt(index);
    if (letter === '*' && (line.text.charAt(index + 1) === '*' || line.text.charAt(index - 1) === '*')) continue;
    text += letter;
    at.push(line.at[index] ?? 0);
  }
  return { text, at };
}

/** «3», «- 3 -», «стр. 3», «Страница 3 из 10»: a line that only numbers a page. */
const PAGE_NUMBER = /^(?:стр(?:аница|\.)?\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:из|\/)\s*\d{1,4})?$/iu;

export const isPageNumber = (text: string): boolean => PAGE_NUMBER.test(text.trim());

/** «1», «1.2.», «12)», «1 250», «IV.»: what the first cell of a numbered row holds; a year of this century counts nothing. */
const ROW_NUMBER = /^(?:№\s*)?(?:(?!20\d\d[.)]?$)\d{1,4}(?:\.\d{1,3}){0,4}|[1-9] \d{3}|[IVXLІХ]{1,6})[.)]?$/u;

export const isRowNumber = (text: string): boolean => ROW_NUMBER.test(text.trim());

/** Which of the first cells of lines, in their order, number rows: «2024» does so behind «2023». */
export function numberRows(firsts: readonly string[]): boolean[] {
  let last = 0;
  return firsts.map((first) => {
    const own = /^\d{1,4}(?=[.)]?$)/u.exec(first.trim())?.[0];
    const isNumber = isRowNumber(first) || (own !== undefined && last > 0 && Number(own) === last + 1);
    if (isNumber && own !== undefined) last = Number(own);
    return isNumber;
  });
}

/** «3. Открытость», «Раздел II», «IV Кадры», «БЛОК 1»: a line that titles a group of rows. */
const SECTION =
  /^(?:\**\s*)(?:(?:раздел|блок|модуль|этап|направление|глава|часть)(?!\p{L})|(?:\d{1,2}|[IVXLІХ]{1,5})[.)]\s*\p{L}|[IVXІХ]{1,5}\s+\p{Lu})/iu;

/** Whether a line without cells, between the rows of a table, looks like the title of the rows below it. */
export function looksLikeSection(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > 300) return false;
  return SECTION.test(trimmed) || /^\*\*.*\*\*$/u.test(trimmed) || isShouted(trimmed);
}

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return (
    letters.length > 8 && letters.filter((letter) => letter !== letter.toLowerCase()).length > 0.9 * letters.length
  );
}
