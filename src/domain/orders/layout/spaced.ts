import { joinPassages, type Passage, trimPassage } from '#domain/language/passage.ts';
import { type Gap, gapsBelowHead, gapsShifted, WIDEST_LINE } from '#domain/orders/layout/spaced-borders.ts';
import {
  beginsWithNumber,
  cutAtTitles,
  findHead,
  isNumberingRow,
  isPageNumberLine,
  repeatedHead,
  segmentsOf,
  titlesOf,
} from '#domain/orders/layout/spaced-head.ts';
import { learnCutter, type LineCutter } from '#domain/orders/layout/spaced-cuts.ts';
import { extentsOf, isTitleLine } from '#domain/orders/layout/spaced-titles.ts';
import { rowRanges } from '#domain/orders/layout/spaced-rows.ts';
import {
  isBlank,
  looksLikeSection,
  passageOfLine,
  type TableRegion,
  type TextLine,
} from '#domain/orders/layout/text-blocks.ts';
import type { Repair, Row } from '#domain/orders/source-document.ts';

/** A stretch of lines of one page that is (part of) a table. */
type Zone = {
  readonly first: number;
  readonly end: number;
  /** End of the head; equal to `first` where the page has none. */
  readonly bodyFrom: number;
  readonly gaps: readonly Gap[];
  readonly cut: LineCutter;
  /** Lines of the head, of this page or of the first. */
  readonly head: readonly TextLine[];
};

/** Lines that look like heads and have no table below them, after which no more are looked for: each look is long. */
const MOST_REFUSED = 12;

/**
 * Tables whose columns are aligned with spaces, as `pdftotext -layout` and typists write them. A table begins with a head
 * of known words and goes on over pages, on each of which its columns are measured anew, because they shift.
 */
export function findSpacedTables(lines: readonly TextLine[]): TableRegion[] {
  const regions: TableRegion[] = [];
  let zones: Zone[] = [];
  let refused = 0;
  const close = (): void => {
    const region = zones.length > 0 ? regionOf(lines, zones) : undefined;
    if (region !== undefined) regions.push(region);
    zones = [];
  };
  for (const page of pagesIn(lines)) {
    let from = page.first;
    const last = zones.at(-1);
    if (last !== undefined) {
      const next = isTableOpen(lines, last, page.first) ? continuedZone(lines, page.first, page.end, last) : undefined;
      if (next === undefined) close();
      else {
        zones.push(next);
        from = next.end;
      }
    }
    while (refused < MOST_REFUSED) {
      const head = findHead(lines, from, page.end);
      if (head === undefined) break;
      const zone = zoneOf(lines, head.first, head.end, page.end, undefined);
      from = zone?.end ?? head.end;
      if (zone === undefined) {
        refused += 1;
        continue;
      }
      close();
      zones.push(zone);
    }
  }
  close();
  return regions;
}

function pagesIn(lines: readonly TextLine[]): { first: number; end: number }[] {
  const pages: { first: number; end: number }[] = [];
  lines.forEach((line, index) => {
    const last = pages.at(-1);
    if (last === undefined || line.startsPage) pages.push({ first: index, end: index + 1 });
    else last.end = index + 1;
  });
  return pages;
}

/** Nothing but blank lines and a page number between the table and the next page. */
const isTableOpen = (lines: readonly TextLine[], zone: Zone, to: number): boolean =>
  lines.slice(zone.end, to).every((line) => isBlank(line) || isPageNumberLine(line));

/** The table on the next page: below a repeated head, or from the first line on when its columns fit. */
function continuedZone(lines: readonly TextLine[], from: number, to: number, before: Zone): Zone | undefined {
  let first = from;
  while (first < to && isSkipped(lines[first])) first += 1;
  const repeated = repeatedHead(lines, first, before.head);
  if (repeated > 0) return zoneOf(lines, first, first + repeated, to, before);
  const head = findHead(lines, first, Math.min(to, first + 6));
  return head === undefined ? zoneOf(lines, first, first, to, before) : undefined;
}

const isSkipped = (line: TextLine | undefined): boolean =>
  line === undefined || isBlank(line) || isPageNumberLine(line);

function zoneOf(
  lines: readonly TextLine[],
  first: number,
  bodyFrom: number,
  to: number,
  before: Zone | undefined,
): Zone | undefined {
  let sure = bodyFrom;
  for (let index = bodyFrom; index < to; index += 1) {
    const line = lines[index];
    if (line === undefined || line.text.length > WIDEST_LINE) break;
    if (beginsWithNumber(line)) sure = index + 1;
    else if (sure === bodyFrom && index - bodyFrom > 30) break;
  }
  if (sure === bodyFrom) sure = lastColumned(lines, bodyFrom, to);
  if (sure === bodyFrom) return undefined;
  const sample = lines
    .slice(first, sure)
    .map((line) => line.text)
    .filter(
      (text) => text.trim() !== '' && !isRuleLine(text) && !(extentsOf(text).length === 1 && looksLikeSection(text)),
    );
  const head = lines.slice(first, bodyFrom).filter((line) => !isBlank(line) && !isRuleLine(line.text));
  const shifted = before === undefined ? undefined : gapsShifted(before.gaps, sample);
  const gaps = (head.length > 0 ? gapsBelowHead(titlesOf(head), sample) : undefined) ?? shifted;
  if (gaps === undefined || gaps.length < 2) return undefined;
  if (before !== undefined && gaps.length !== before.gaps.length) return undefined;
  const cut = learnCutter(sample.slice(head.length), gaps);
  const end = zoneEnd(lines, sure, to, { gaps, cut });
  return { first, end, bodyFrom, gaps, cut, head: head.length > 0 ? head : (before?.head ?? []) };
}

/** The last line with several pieces, before two blank lines or lines of one piece end the table. */
function lastColumned(lines: readonly TextLine[], from: number, to: number): number {
  let end = from;
  for (let index = from; index < to && index - end < 12; index += 1) {
    const line = lines[index];
    if (line !== undefined && line.text.length <= WIDEST_LINE && segmentsOf(line.text).length > 1) end = index + 1;
  }
  return end;
}

const isRuleLine = (text: string): boolean => /^[\s\-─_=—–]{4,}$/u.test(text) && text.trim() !== '';

/** The zone goes on below its last sure line while lines keep to the columns. */
function zoneEnd(
  lines: readonly TextLine[],
  sure: number,
  to: number,
  { gaps, cut }: { readonly gaps: readonly Gap[]; readonly cut: LineCutter },
): number {
  let end = sure;
  let blanks = 0;
  for (let index = sure; index < to; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (isBlank(line)) {
      blanks += 1;
      if (blanks > 1) break;
      continue;
    }
    if (line.text.length > WIDEST_LINE || (isPageNumberLine(line) && blanks > 0)) break;
    if (isTitleAtPageEnd(lines, index, to)) return to;
    const cells = cut(line);
    const filled = cells.filter((cell) => cell.text !== '').length;
    if (runsAcross(line, gaps) && !isRuleLine(line.text) && !(blanks === 0 && keepsToColumns(line, cells, gaps))) break;
    // Below a blank line a piece at the left edge is prose: signatures, notes, lists.
    if (blanks > 0 && (filled < 2 || cells[0]?.text !== '')) break;
    if (gaps.length > 2 && filled === 1 && /\p{L}{3}/u.test(cells[0]?.text ?? '') && !goesOnSmall(cells[0]?.text))
      break;
    blanks = 0;
    end = index + 1;
  }
  return end;
}

/** Nothing but the title of a section is left of the page: its rows stand on the next one. */
function isTitleAtPageEnd(lines: readonly TextLine[], from: number, to: number): boolean {
  if (!looksLikeSection(lines[from]?.text ?? '')) return false;
  let worded = 0;
  for (let index = from; index < to; index += 1) {
    const line = lines[index];
    if (line === undefined || isBlank(line) || isPageNumberLine(line)) continue;
    worded += 1;
    if (worded > 2 || /\S\s{3,}\S/u.test(line.text)) return false;
  }
  return worded > 0;
}

/** A line of the middle of a sentence. */
const goesOnSmall = (text = ''): boolean => /^[\p{Ll}(«]/u.test(text);

/** Whether a line in which cells touch each other begins each of them at its border. */
function keepsToColumns(line: TextLine, cells: readonly Passage[], gaps: readonly Gap[]): boolean {
  const starts = cells.flatMap((cell, column) =>
    cell.text === '' ? [] : [{ column, at: (cell.at[0] ?? 0) - line.from }],
  );
  const [first] = starts;
  const isNear = ({ column, at }: { column: number; at: number }): boolean =>
    column === 0 || Math.abs(at - (gaps[column - 1]?.to ?? 0) - 1) <= 2;
  if (first !== undefined && first.column > 0) return isNear(first);
  return starts.length > 1 && starts.every(isNear);
}

/** A piece of prose that runs over a border between columns without a wide blank. */
const runsAcross = (line: TextLine, gaps: readonly Gap[]): boolean =>
  extentsOf(line.text).some(
    (piece) => gaps.filter((gap) => piece.from < gap.from - 2 && piece.to > gap.to + 2).length > 0,
  );

function regionOf(lines: readonly TextLine[], zones: readonly Zone[]): TableRegion | undefined {
  const rows: Row[] = [];
  const repairs: Repair[] = [];
  const width = (zones[0]?.gaps.length ?? 0) + 1;
  zones.forEach((zone, index) => {
    const before = zones[index - 1];
    if (before !== undefined) repairs.push(...pageFurniture(lines.slice(before.end, zone.first)));
    const placed = rowsOf(lines, zone, width, index > 0);
    const [head, ...rest] = placed;
    if (head !== undefined) rows.push(index > 0 ? { ...head, afterBreak: true } : head, ...rest);
  });
  const bodies = rows.filter(
    (row) => row.header !== true && row.cells.filter((cell) => cell.lines.length > 0).length >= 2,
  );
  if (bodies.length < 1 || rows.length < 3) return undefined;
  const first = zones[0]?.first ?? 0;
  return { first, end: zones.at(-1)?.end ?? first, table: { kind: 'table', width, rows, origin: 'geometry' }, repairs };
}

const pageFurniture = (lines: readonly TextLine[]): Repair[] =>
  lines
    .filter((line) => !isBlank(line))
    .map((line) => ({
      code: 'page-number-removed',
      at: { from: line.from, to: line.from + line.text.length },
      words: line.text.trim(),
    }));

type CutLine = { readonly cells: readonly Passage[]; readonly blankBefore: boolean };

function rowsOf(lines: readonly TextLine[], zone: Zone, width: number, continued: boolean): Row[] {
  const rows: Row[] = [];
  const head = lines.slice(zone.first, zone.bodyFrom).filter((line) => !isBlank(line) && !isRuleLine(line.text));
  const titles = titlesOf(head);
  const cutHead = (line: TextLine): readonly Passage[] =>
    titles.length === width ? cutAtTitles(line, titles) : zone.cut(line);
  if (head.length > 0) rows.push({ ...rowFrom(head.map(cutHead)), header: true });
  let pending: CutLine[] = [];
  let isFirst = true;
  const flush = (): void => {
    if (pending.length === 0) return;
    const texts = pending.map((line) => line.cells.map((cell) => cell.text));
    const ranges = rowRanges(
      texts,
      pending.map((line) => line.blankBefore),
      continued && isFirst,
    );
    isFirst = false;
    for (const range of ranges) rows.push(rowFrom(pending.slice(range.from, range.to).map((line) => line.cells)));
    pending = [];
  };
  let blankBefore = false;
  for (const line of lines.slice(zone.bodyFrom, zone.end)) {
    if (isBlank(line) || isRuleLine(line.text)) {
      blankBefore = true;
      continue;
    }
    const cells = zone.cut(line);
    const texts = cells.map((cell) => cell.text);
    if (isTitleLine(line, zone.gaps, pending.at(-1)?.cells.map((cell) => cell.text) ?? [])) {
      flush();
      rows.push({ cells: [{ column: 0, span: width, lines: [trimPassage(passageOfLine(line))] }] });
    } else if (isNumberingRow(texts)) {
      flush();
      rows.push(rowFrom([cells]));
    } else pending.push({ cells, blankBefore });
    blankBefore = false;
  }
  flush();
  return joinedTitles(rows, width);
}

/** Titles over two lines stand in one row. */
function joinedTitles(rows: readonly Row[], width: number): Row[] {
  const joined: Row[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    const cell = row.cells[0];
    const above = last?.cells[0];
    const isTitleRow = cell?.span === width && above?.span === width && width > 1;
    if (isTitleRow && !looksLikeSection(cell.lines[0]?.text ?? '')) {
      joined[joined.length - 1] = { cells: [{ ...above, lines: [...above.lines, ...cell.lines] }] };
    } else joined.push(row);
  }
  return joined;
}

function rowFrom(lines: readonly (readonly Passage[])[]): Row {
  const width = lines[0]?.length ?? 0;
  const cells = Array.from({ length: width }, (_, column) => ({
    column,
    span: 1,
    lines: lines.map((cells) => cells[column] ?? joinPassages([])).filter((passage) => passage.text !== ''),
  }));
  return { cells };
}
