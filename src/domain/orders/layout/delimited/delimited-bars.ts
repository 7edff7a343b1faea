import { type Passage, passageAt } from '#domain/language/passage.ts';
import { type RowDraft, tableOf, wholeRow } from '#domain/orders/layout/delimited/delimited-rows.ts';
import {
  isBlank,
  isPageNumber,
  isRowNumber,
  looksLikeSection,
  type TableRegion,
  type TextLine,
} from '#domain/orders/layout/text-blocks.ts';

const BARS = /[|│¦║]/u;
const SEPARATOR = /^[\s|│║:+=_─═-]+$/u;

/** Share of a region's lines that must have the same number of cells: recognised scans are full of stray bars. */
const AGREEING = 0.6;

type BarLine = { readonly cells: readonly Passage[]; readonly afterBreak: boolean };

/**
 * Tables whose cells are separated by bars, with or without bars outside, with or without separator rows
 * (`|---|---|`). A line whose number cell is empty goes on in the cells above.
 */
export function findBarTables(lines: readonly TextLine[]): TableRegion[] {
  const regions: TableRegion[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if (!hasBars(lines[index])) continue;
    const end = regionEnd(lines, index);
    const region = regionOf(lines, index, end);
    if (region !== undefined) regions.push(region);
    index = end - 1;
  }
  return regions;
}

const hasBars = (line: TextLine | undefined): boolean =>
  line !== undefined && BARS.test(line.text) && (isSeparator(line) || cellsOf(line, false).length > 1);

const isFramed = (line: TextLine): boolean => BARS.test(line.text.trimStart().charAt(0));

const isSeparator = (line: TextLine): boolean => SEPARATOR.test(line.text) && /[-=_─═]{2}/u.test(line.text);

/** Up to two lines without bars in a row may stand inside a table (a title, a page number), blank lines apart. */
function regionEnd(lines: readonly TextLine[], start: number): number {
  let end = start + 1;
  let others = 0;
  for (let index = start + 1; index < lines.length && others <= 2 && index - end < 8; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (hasBars(line)) {
      const other = lines[start];
      if (index > end && other !== undefined && isFramed(line) !== isFramed(other)) break;
      if (index > end && /^[\s|│║]*№/u.test(line.text)) break;
      if (others > 0 && beginsOther(lines, { before: end, from: index })) break;
      end = index + 1;
      others = 0;
    } else if (!isBlank(line) && !isPageNumber(line.text)) others += 1;
  }
  return end;
}

const OTHER_PART =
  /^\s*(?:приложение(?![\p{Ll}:])|утвержд[её]н|состав\s|перечень\s|список\s|график\s|форма\s|целевые\s(?:показатели|индикаторы))/iu;

/** Whether the row `from` belongs to another table than the rows before `before`: behind a heading of its own, or wider or narrower. */
function beginsOther(lines: readonly TextLine[], { before, from }: { before: number; from: number }): boolean {
  if (lines.slice(before, from).some((line) => OTHER_PART.test(line.text))) return true;
  const widthAt = (index: number): number => {
    const line = lines[index];
    return line === undefined || !hasBars(line) || isSeparator(line) ? 0 : cellsOf(line, true).length;
  };
  const [above, own, below] = [widthAt(before - 1), widthAt(from), widthAt(from + 1)];
  const isTable = own > 1 && own === below && above === widthAt(before - 2) && above > 1;
  return isTable && own !== above && isBlank(lines[before] ?? { text: '', from: 0, startsPage: false });
}

/** The line cut at bars; in a framed table the outer bars border no cell. */
function cellsOf(line: TextLine, framed: boolean): Passage[] {
  const cells: Passage[] = [];
  let from = 0;
  const { text } = line;
  for (let index = 0; index <= text.length; index += 1) {
    const isEnd = index === text.length;
    if (!isEnd && !(BARS.test(text.charAt(index)) && text.charAt(index - 1) !== '\\')) continue;
    cells.push(passageAt(text.slice(from, index), line.from + from));
    from = index + 1;
  }
  const first = framed && isFramed(line) ? 1 : 0;
  const last = framed && BARS.test(text.trimEnd().slice(-1)) ? cells.length - 1 : cells.length;
  return cells.slice(first, Math.max(first, last));
}

function regionOf(lines: readonly TextLine[], first: number, end: number): TableRegion | undefined {
  const region = lines.slice(first, end);
  const rows = region.filter((line) => hasBars(line) && !isSeparator(line));
  const framed = rows.filter(isFramed).length * 2 > rows.length;
  const cut = new Map(rows.map((line) => [line, cellsOf(line, framed)]));
  const separators = region.some(isSeparator);
  const counts = new Map<number, number>();
  for (const cells of cut.values()) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width, times] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0]);
  const worded = region.filter((line) => !isBlank(line) && !isSeparator(line) && !isPageNumber(line.text));
  const enough = times >= (separators || (framed && width > 2) ? 2 : 3) && times >= AGREEING * worded.length;
  if (!enough || width < (separators || framed ? 2 : 3)) return undefined;
  const drafts: RowDraft[] = [];
  const numbered = rows.filter((line) => isRowNumber(cut.get(line)?.[0]?.text ?? '')).length >= 2;
  let afterBreak = false;
  let ruled = false;
  for (const line of region) {
    if (isBlank(line)) afterBreak = true;
    else if (isSeparator(line)) ruled = true;
    else if (!hasBars(line)) placeOther(line, drafts, afterBreak);
    else {
      placeRow({ cells: cut.get(line) ?? [], afterBreak }, drafts, numbered, ruled);
      [afterBreak, ruled] = [false, false];
    }
  }
  return { first, end, ...tableOf(drafts, 'structure') };
}

/** A line without bars: a section's title, a page number, or a line that goes on in the last cell. */
function placeOther(line: TextLine, drafts: RowDraft[], afterBreak: boolean): void {
  const last = drafts.at(-1);
  if (last === undefined || looksLikeSection(line.text) || afterBreak) drafts.push(wholeRow([line], afterBreak));
  else last.cells.at(-1)?.push(passageAt(line.text, line.from));
}

function placeRow(row: BarLine, drafts: RowDraft[], numbered: boolean, ruled: boolean): void {
  const last = drafts.at(-1);
  const first = row.cells[0]?.text.trim() ?? '';
  const filled = row.cells.filter((cell) => cell.text.trim() !== '');
  const fits = last !== undefined && !last.whole && row.cells.length <= last.cells.length;
  const goesOn =
    numbered || (filled.length < row.cells.length - 1 && filled.every((cell) => /^\s*[\p{Ll}(]/u.test(cell.text)));
  if (fits && first === '' && filled.length > 0 && goesOn && !row.afterBreak && !ruled) {
    row.cells.forEach((cell, column) => last.cells[column]?.push(cell));
    return;
  }
  drafts.push({ cells: row.cells.map((cell) => [cell]), afterBreak: row.afterBreak, whole: false });
}
