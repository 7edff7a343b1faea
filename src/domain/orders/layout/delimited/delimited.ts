import type { Passage } from '#domain/language/passage.ts';
import {
  cutLine,
  type CutLine,
  type RowDraft,
  tableOf,
  wholeRow,
} from '#domain/orders/layout/delimited/delimited-rows.ts';
import {
  isBlank,
  isPageNumber,
  isRowNumber,
  numberRows,
  looksLikeSection,
  passageOfLine,
  type TableRegion,
  type TextLine,
} from '#domain/orders/layout/text-blocks.ts';
import type { Repair } from '#domain/orders/source-document.ts';

/** Lines without cells that may stand between rows: titles of sections, and further lines of a cell. */
const LONGEST_TITLE = 3;
const LONGEST_CELL_REST = 25;

/**
 * Tables whose cells are separated by tabs, as a copy from a word processor or a spreadsheet gives them. A blank line
 * inside is a page end; a line without tabs between rows is the title of a section or goes on in the cell above.
 */
export function findTabbedTables(lines: readonly TextLine[]): TableRegion[] {
  const regions: TableRegion[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if (!isTabbed(lines[index]) && !isQuotedRow(lines, index)) continue;
    const cut = collectRegion(lines, index);
    const end = cut.end;
    if (isEvidence(cut.rows)) regions.push(regionOf(lines, cut.rows, end));
    index = Math.max(index, end - 1);
  }
  return regions;
}

const isTabbed = (line: TextLine | undefined): boolean => line?.text.trim().includes('\t') ?? false;

/** A row has a tab between words or, inside a table, before them. */
const isRowLine = (line: TextLine | undefined): boolean =>
  line !== undefined && line.text.includes('\t') && line.text.trim() !== '';

/** A row whose first cell has several lines, as spreadsheets quote it: the first line may be without tabs. */
const isQuotedRow = (lines: readonly TextLine[], index: number): boolean =>
  lines[index]?.text.startsWith('"') === true && cutLine(lines, index, '\t').cells.length > 1;

function collectRegion(lines: readonly TextLine[], start: number): { rows: CutLine[]; end: number } {
  const rows: CutLine[] = [];
  let index = start;
  let end = start;
  let width = 0;
  while (index < lines.length) {
    if (isRowLine(lines[index]) || isEmptyRow(lines[index], rows) || isQuotedRow(lines, index)) {
      const row = cutLine(lines, index, '\t');
      if (rows.length > 0 && beginsNewTable(rows, row, width, lines.slice(end, index))) break;
      rows.push(row);
      width = Math.max(width, row.cells.length);
      index = row.end;
      end = index;
      continue;
    }
    index = nextRow(lines, index);
    if (index < 0) break;
  }
  const first = lines[start - 1];
  if (first !== undefined && /^\s*№\s*$/u.test(first.text) && rows[0] !== undefined) {
    return { rows: [{ ...rows[0], first: start - 1 }, ...rows.slice(1)], end };
  }
  return { rows, end };
}

/** A line of tabs only, as an empty row of the table leaves it. */
const isEmptyRow = (line: TextLine | undefined, rows: readonly CutLine[]): boolean =>
  rows.length > 0 && line !== undefined && line.text.includes('\t');

/** The next row behind lines without cells, or -1 when they are too many to be inside a table. */
function nextRow(lines: readonly TextLine[], from: number): number {
  let words = 0;
  let blanks = 0;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (isRowLine(line) || isQuotedRow(lines, index)) return index;
    if (isBlank(line)) blanks += 1;
    else if (!isPageNumber(line.text)) words += 1;
    if (words > (blanks > 0 ? LONGEST_TITLE : LONGEST_CELL_REST) || blanks > 8) return -1;
  }
  return -1;
}

/**
 * A head («№ …») that is not the same as the first, or comes after a line of text, begins another table. `width` is that
 * of the widest of the rows, `above` the lines between them and the row.
 */
function beginsNewTable(rows: readonly CutLine[], row: CutLine, width: number, above: readonly TextLine[]): boolean {
  const between = above.filter((line) => !isBlank(line) && !isPageNumber(line.text));
  const own = textsOf(row);
  const looksLikeHead = /^(?:№(?!\s*\d)|п\s*\/\s*п)/iu.test(own[0] ?? '');
  if (looksLikeHead && between.length > 0) return true;
  if (looksLikeHead && rows.length > 1 && own.join('\t') !== textsOf(rows[0]).join('\t')) return true;
  // A signature or a heading with tabs, far narrower than the table, after a gap.
  const isNarrow = width >= 4 && own.length <= 2 && own.filter((cell) => cell !== '').length === 2;
  return isNarrow && !isRowNumber(own[0] ?? '') && above.some(isBlank);
}

const textsOf = (row: CutLine | undefined): string[] => (row?.cells ?? []).map((cell) => cell.text.trim());

/** Two rows of three filled cells, or three rows alike of two that are not a list («1.⇥Утвердить …»). */
function isEvidence(rows: readonly CutLine[]): boolean {
  const filled = rows.map((row) => textsOf(row).filter((cell) => cell !== ''));
  if (filled.filter((cells) => cells.length >= 3).length >= 2) return true;
  const pairs = filled.filter((cells) => cells.length === 2);
  const labels = pairs.filter(([first]) => /^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[-–—•·*]|\p{L}\))$/u.test(first ?? ''));
  const headed = /^(?:№|п\s*\/\s*п)/iu.test(filled[0]?.[0] ?? '');
  return pairs.length >= 3 && (headed || labels.length * 2 < pairs.length);
}

function regionOf(lines: readonly TextLine[], rows: readonly CutLine[], end: number): TableRegion {
  const width = usualWidth(rows);
  const numbered = isNumbered(rows, width);
  const drafts: RowDraft[] = [];
  const repairs: Repair[] = [];
  let previousEnd = rows[0]?.first ?? 0;
  const titled = hasTitledRows(lines, rows);
  const numbers = numberRows(rows.map((row) => textsOf(row)[0] ?? ''));
  for (const [index, row] of rows.entries()) {
    const texts = textsOf(row);
    const isStart = numbered ? numbers[index] === true : texts.length >= width;
    const cut = placeBetween(lines.slice(previousEnd, row.first), drafts, { width, isStart, titled, repairs });
    const last = drafts.at(-1);
    const open = last !== undefined && !last.whole && cut === 'none' && drafts.length > 0;
    const begun = numbered || !open || texts.length < width ? [] : takeBeginning(last, texts[0] ?? '');
    if (open && goesOn(last, texts, width, numbered)) {
      last.cells.at(-1)?.push(...row.cells.slice(0, 1));
      for (const cell of row.cells.slice(1)) last.cells.push([cell]);
    } else {
      const cells = row.cells.map((cell, column) => (column === 0 ? [...begun, cell] : [cell]));
      drafts.push({ cells, afterBreak: cut === 'break', whole: false });
    }
    previousEnd = row.end;
  }
  const restEnd = restOfLastCell(lines, end, drafts.at(-1), width);
  const built = tableOf(drafts, 'structure');
  return { first: rows[0]?.first ?? 0, end: restEnd, table: built.table, repairs: [...repairs, ...built.repairs] };
}

/** Whether rows begin with numbers; lines of fewer cells may be the rest of a row that paragraph ends cut. */
function isNumbered(rows: readonly CutLine[], width: number): boolean {
  const firsts = rows.map((row) => textsOf(row)[0] ?? '');
  const starts = numberRows(firsts).filter(Boolean).length;
  if (starts * 2 >= firsts.filter((first) => first !== '').length - 1) return true;
  const whole = rows.slice(1).filter((row) => row.cells.length >= width && textsOf(row)[0] !== '');
  return starts >= 2 && whole.every((row) => isRowNumber(textsOf(row)[0] ?? ''));
}

/** The number of cells of the head where it has three or more, else the most frequent number. */
function usualWidth(rows: readonly CutLine[]): number {
  const head = textsOf(rows[0]);
  if (head.filter((cell) => cell !== '').length >= 3) return head.length;
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [1, 0])[0];
}

/**
 * Whether lines without cells are titles of sections: one stands right behind the head, where nothing goes on in a cell.
 */
function hasTitledRows(lines: readonly TextLine[], rows: readonly CutLine[]): boolean {
  const [head, second] = rows;
  if (head === undefined || second === undefined || !isHead(textsOf(head))) return false;
  const between = lines.slice(head.end, second.first).filter((line) => !isBlank(line));
  return between.length === 1 && isTitleLine(between[0]) && second.cells.length === head.cells.length;
}

const isHead = (texts: readonly string[]): boolean =>
  texts.length >= 3 && texts.every((text) => text !== '' && text.length < 80 && !/\d/u.test(text));

const LONGEST_SECTION_TITLE = 160;

/** One line that begins like a title and does not break off. */
const isTitleLine = (line: TextLine | undefined): boolean =>
  line !== undefined &&
  line.text.length <= LONGEST_SECTION_TITLE &&
  /^\s*[«"]?\p{Lu}/u.test(line.text) &&
  !/[,;:–-]\s*$/u.test(line.text);

/** «Раздел 2. Работа с семьями» titles the rows below it wherever it stands, also where a row below has lost cells. */
const NAMED_SECTION = /^\s*(?:раздел|блок|модуль|направление|глава)\s+(?:№\s*)?(?:\d{1,2}|[IVX]{1,5})\s*[.:)]/iu;

const MONTH_TITLE =
  /^\s*(?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь)(?:\s+20\d\d)?(?:\s*г(?:\.|ода?)?)?\s*$/iu;

/**
 * A single line between two whole rows is a title where titles stand behind the head, where the last cell above is empty,
 * or where it names a month.
 */
function isTitleBetween(line: TextLine, last: RowDraft, between: Between): boolean {
  if (last.cells.length < between.width || !isTitleLine(line)) return false;
  const rest = last.cells.at(-1)?.every((part) => part.text.trim() === '') ?? true;
  return rest || between.titled || MONTH_TITLE.test(line.text);
}

type Between = {
  readonly width: number;
  readonly isStart: boolean;
  /** Lines without cells are titles in this table. */
  readonly titled: boolean;
  readonly repairs: Repair[];
};

/** Puts the lines without cells between two rows where they belong; tells whether a blank line cuts the table there. */
function placeBetween(lines: readonly TextLine[], drafts: RowDraft[], between: Between): 'none' | 'break' {
  const worded = lines.filter((line) => !isBlank(line));
  const hasBlank = worded.length < lines.length;
  const titles: TextLine[] = [];
  for (const [index, line] of worded.entries()) {
    const last = drafts.at(-1);
    if (hasBlank && isPageNumber(line.text)) {
      between.repairs.push(pageNumber(line));
      continue;
    }
    const isLast = worded.slice(index).every((rest) => !isPageNumber(rest.text) || !hasBlank);
    const isTitle =
      titles.length > 0 ||
      last === undefined ||
      last.whole ||
      NAMED_SECTION.test(line.text) ||
      (between.isStart && isLast && (looksLikeSection(line.text) || (hasBlank && isBlankBefore(lines, line)))) ||
      (between.isStart && worded.length === 1 && isTitleBetween(line, last, between));
    if (isTitle) titles.push(line);
    else last.cells.at(-1)?.push(passageOfLine(line));
  }
  if (titles.length > 0 && drafts.length > 0) {
    drafts.push(wholeRow(titles, hasBlank));
    return hasBlank ? 'break' : 'none';
  }
  if (titles.length > 0) drafts.push({ cells: [titles.map(passageOfLine)], afterBreak: false, whole: false });
  return hasBlank ? 'break' : 'none';
}

const isBlankBefore = (lines: readonly TextLine[], line: TextLine): boolean => {
  const before = lines[lines.indexOf(line) - 1];
  return before !== undefined && isBlank(before);
};

const pageNumber = (line: TextLine): Repair => ({
  code: 'page-number-removed',
  at: { from: line.from, to: line.from + line.text.length },
  words: line.text.trim(),
});

/** Whether a line with fewer cells than the table carries on the row above: a cell of several paragraphs cuts a row so. */
function goesOn(last: RowDraft, texts: readonly string[], width: number, numbered: boolean): boolean {
  const first = texts[0] ?? '';
  if (first === '' || last.cells.length + texts.length - 1 > width || texts.length >= width) return false;
  if (last.cells.length >= width) return false;
  const before =
    last.cells
      .at(-1)
      ?.map((part) => part.text.trim())
      .join('') ?? '';
  if (numbered) return !isRowNumber(first) && isNumberedDraft(last) && before !== '';
  if (last.cells.length + texts.length - 1 === width) return true;
  return /^[\p{Ll}(«-]/u.test(first) && before !== '';
}

/**
 * A row whose first cell begins in the middle of a sentence began on the line above, which was taken for the rest of the
 * row before: takes it back from there.
 */
function takeBeginning(last: RowDraft, first: string): Passage[] {
  const rest = last.cells.at(-1);
  const line = rest?.at(-1);
  if (rest === undefined || line === undefined || rest.length < 2 || !/^[\p{Ll}(]/u.test(first)) return [];
  return /^\s*\p{Lu}/u.test(line.text) ? rest.splice(-1) : [];
}

const isNumberedDraft = (draft: RowDraft): boolean =>
  isRowNumber(draft.cells[0]?.[0]?.text ?? '') || /^№/u.test(draft.cells[0]?.[0]?.text.trim() ?? '');

/** Lines right behind the last row that begin like the middle of a sentence belong to its last cell. */
function restOfLastCell(lines: readonly TextLine[], end: number, last: RowDraft | undefined, width: number): number {
  let index = end;
  const isOpen = last !== undefined && !last.whole;
  while (isOpen && index < lines.length && index - end < LONGEST_CELL_REST) {
    const line = lines[index];
    if (line === undefined || isBlank(line) || line.text.includes('\t')) break;
    if (!/^\s*[\p{Ll}(–-]/u.test(line.text) && last.cells.length >= width) break;
    last.cells.at(-1)?.push(passageOfLine(line));
    index += 1;
  }
  return index;
}
