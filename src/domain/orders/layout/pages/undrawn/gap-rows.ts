import type { PositionedRun } from '#domain/orders/raw-document.ts';
import type { Gutter } from '#domain/orders/layout/pages/undrawn/gap-columns.ts';
import { keepsFree } from '#domain/orders/layout/pages/undrawn/gap-columns.ts';
import { centredBounds } from '#domain/orders/layout/pages/undrawn/centred-rows.ts';
import type { PageCell, PageRow } from '#domain/orders/layout/pages/page-table.ts';
import { ROW_NUMBER } from '#domain/orders/layout/pages/row-halves.ts';
import { headApart } from '#domain/orders/layout/pages/undrawn/head-apart.ts';
import {
  areWholeRows,
  columnOf,
  freshStarts,
  isCentred,
  onTopShare,
  paddedStarts,
  partNumbers,
  runsByColumn,
  smallStarts,
  spacedStarts,
  textsByColumn,
} from '#domain/orders/layout/pages/undrawn/row-starts.ts';
import { isHeaderLine } from '#domain/orders/layout/pages/undrawn/second-tables.ts';
import type { Stroke } from '#domain/orders/layout/pages/drawn/ruling-lines.ts';
import type { TextLine } from '#domain/orders/layout/pages/text-line.ts';
import { linesOf } from '#domain/orders/layout/pages/text-line.ts';

/** What the first page of a table tells about the following ones. */
export type BandHints = { header: readonly string[] | null };

/** Lines of one row: in columns, or across them (a section's title). */
type Band = { readonly lines: TextLine[]; readonly across: boolean; readonly continued: boolean };

/** Heights of the horizontal lines that go over most of the table within the lines' extent. */
export function rulesWithin(
  strokes: readonly Stroke[],
  lines: readonly TextLine[],
  edges: readonly number[],
): number[] {
  const [left, right] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  const [top, bottom] = [lines[0]?.top ?? 0, lines.at(-1)?.bottom ?? 0];
  const covers = ({ from, to }: Stroke): boolean => Math.min(to, right) - Math.max(from, left) > 0.7 * (right - left);
  return strokes
    .filter((stroke) => covers(stroke) && stroke.at > top && stroke.at < bottom)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
}

/**
 * The rows that the lines of a table without vertical lines form on one page: between horizontal `rules` where the table
 * has them (null where it has none), else by numbers and fresh starts; the structure of a tagged file goes before both.
 */
export function rowsOfZone(
  lines: readonly TextLine[],
  gutters: readonly Gutter[],
  edges: readonly number[],
  rules: readonly number[] | null,
  tagged: ReadonlyMap<PositionedRun, number>,
  hints: BandHints,
): PageRow[] {
  const isAcross = (line: TextLine): boolean =>
    (!keepsFree(line, gutters) && !isHeaderLine(line)) || isTitle(line, edges);
  const bands =
    bandsByTags(lines, edges, tagged, isAcross, hints) ??
    (rules === null
      ? bandsByWords(lines, edges, isAcross, hints)
      : bandsBetween(lines, rules, isAcross)
          .flatMap((band) => (band.across ? [band] : numberedBands(band, edges)))
          .flatMap((band) => withoutHead(band, edges)));
  hints.header ??= bands[0]?.across === false ? bands[0].lines.map(signature) : [];
  const header = hints.header;
  return bands.flatMap((band) => withoutRepeatedHeader(band, edges, header)).map((band) => rowOf(band, edges));
}

/** The header printed again within a band: below a heading, or where a page cuts a row in two. */
function withoutRepeatedHeader(band: Band, edges: readonly number[], header: readonly string[]): Band[] {
  const at = band.across ? -1 : band.lines.findIndex((_, index) => headLines(band.lines, header, index) > 0);
  if (at < 0 || band.lines.length === header.length) return [band];
  const [before, after] = [band.lines.slice(0, at), band.lines.slice(at + header.length)];
  const repeated: Band = { ...band, lines: band.lines.slice(at, at + header.length) };
  const isRow = before.some((line) => ROW_NUMBER.test(textsByColumn(line, edges)[0] ?? ''));
  const own = isRow
    ? [{ ...band, lines: [...before, ...after] }, repeated]
    : [{ ...band, lines: before, across: true }, repeated, { ...band, lines: after }];
  return own.filter(({ lines }) => lines.length > 0);
}

/** The header and the first row of the body as bands of their own, where both stand in one. */
function withoutHead(band: Band, edges: readonly number[]): Band[] {
  const parts = band.across ? null : headApart(band.lines, edges);
  return parts === null ? [band] : parts.map((lines) => ({ lines, across: false, continued: false }));
}

/**
 * Rows as the file's own structure gives them, where it gives one for every word; a repeated header is no part of the
 * structure and stands above.
 */
function bandsByTags(
  lines: readonly TextLine[],
  edges: readonly number[],
  tagged: ReadonlyMap<PositionedRun, number>,
  isAcross: (line: TextLine) => boolean,
  hints: BandHints,
): Band[] | null {
  const first = lines.findIndex((line) => line.runs.some((run) => tagged.has(run)));
  if (first < 0) return null;
  const rows = new Map<number, PositionedRun[]>();
  for (const run of lines.slice(first).flatMap((line) => line.runs)) {
    const row = tagged.get(run);
    if (row === undefined) return null;
    rows.set(row, [...(rows.get(row) ?? []), run]);
  }
  if (rows.size < 2) return null;
  const own = [...rows].sort(([a], [b]) => a - b).map(([, runs]) => linesOf(runs));
  const hasNumber = own.map((band) => band.some((line) => ROW_NUMBER.test(textsByColumn(line, edges)[0] ?? '')));
  const isNumbered = hasNumber.filter(Boolean).length > 0.5 * own.length;
  // Browsers give the repeated header to the row of the first one.
  const body = headLines(own.flat(), hints.header ?? []) > 0 ? 1 : 0;
  const goesOn = hints.header !== null && isNumbered && hasNumber[body] === false;
  const bands = own.map((band, index): Band => {
    const across = band.every(isAcross);
    return { lines: band, across, continued: index === body && goesOn && !across };
  });
  if (first > 0) bands.unshift({ lines: lines.slice(0, first), across: false, continued: false });
  hints.header ??= (bands[0]?.lines ?? []).map(signature);
  return bands;
}

/** Lines drawn only around the header leave several numbered rows between them. */
function numberedBands(band: Band, edges: readonly number[]): Band[] {
  const numbers = band.lines.filter((line) => ROW_NUMBER.test(textsByColumn(line, edges)[0] ?? ''));
  return numbers.length < 2 ? [band] : rowBands(band.lines, edges, false, false);
}

function bandsBetween(
  lines: readonly TextLine[],
  rules: readonly number[],
  isAcross: (line: TextLine) => boolean,
): Band[] {
  const groups = new Map<number, TextLine[]>();
  for (const line of lines) {
    const place = rules.filter((rule) => rule < (line.top + line.bottom) / 2).length;
    groups.set(place, [...(groups.get(place) ?? []), line]);
  }
  return [...groups.values()].map((own) => ({ lines: own, across: own.every(isAcross), continued: false }));
}

function bandsByWords(
  lines: readonly TextLine[],
  edges: readonly number[],
  isAcross: (line: TextLine) => boolean,
  hints: BandHints,
): Band[] {
  const bands: Band[] = [];
  let block: TextLine[] = [];
  let rest = lines;
  if (hints.header !== null) {
    const head = headLines(lines, hints.header);
    if (head > 0) {
      bands.push({ lines: lines.slice(0, head), across: false, continued: false });
      rest = lines.slice(head);
    }
  }
  const isFirstPage = hints.header === null;
  const close = (): void => {
    if (block.length > 0)
      bands.push(
        ...rowBands(
          block,
          edges,
          isFirstPage && bands.length === 0,
          bands.every((band) => !band.across),
        ),
      );
    block = [];
  };
  for (const line of rest) {
    if (!isAcross(line)) {
      block.push(line);
      continue;
    }
    close();
    const last = bands.at(-1);
    const above = last?.lines.at(-1);
    if (last?.across === true && above !== undefined && line.top - above.top < 1.7 * line.size) last.lines.push(line);
    else bands.push({ lines: [line], across: true, continued: false });
  }
  close();
  const apart = bands.flatMap((band) => withoutHead(band, edges));
  if (isFirstPage) hints.header = apart[0]?.across === false ? apart[0].lines.map(signature) : [];
  return apart;
}

/** Number of lines from `at` on that repeat the header of the table: all of its lines or none. */
function headLines(lines: readonly TextLine[], header: readonly string[], at = 0): number {
  return header.length > 0 &&
    header.every((text, index) => {
      const line = lines[at + index];
      return line !== undefined && signature(line) === text;
    })
    ? header.length
    : 0;
}

function signature(line: TextLine): string {
  return line.text.replace(/\s+/gu, '').toLowerCase();
}

/** Rows of lines without titles between: each begins at its number, else where all columns begin anew. */
function rowBands(
  block: readonly TextLine[],
  edges: readonly number[],
  hasHeader: boolean,
  mayContinue: boolean,
): Band[] {
  const columns = block.map((line) => textsByColumn(line, edges));
  const numbers = columns.flatMap((texts, index) => (ROW_NUMBER.test(texts[0] ?? '') ? [index] : []));
  const inFirst = columns.filter((texts) => (texts[0] ?? '') !== '').length;
  const isNumbered = numbers.length >= 1 && numbers.length >= 0.5 * inFirst;
  const padded = paddedStarts(block, edges);
  const spaced = [spacedStarts(block), ...(padded === null ? [] : [padded])].find((own) => partNumbers(own, numbers));
  const isSpaced = isNumbered && spaced !== undefined;
  let starts = isSpaced ? spaced : isNumbered ? numbers : freshStarts(block, edges);
  if (!isNumbered && padded !== null && padded.length > starts.length && areWholeRows(padded, columns)) starts = padded;
  if (isNumbered && !isSpaced) {
    const centred = centredBounds(block, numbers);
    const isExact = centred !== null && isCentred(centred, onTopShare(numbers, columns), block[0]?.size ?? 0);
    // Rows cut at a wrong line begin in the middle of sentences.
    if (isExact && smallStarts(centred.starts, columns) <= smallStarts(numbers, columns)) starts = [...centred.starts];
  }
  const bands: Band[] = [];
  const cuts = [...new Set([0, ...starts])].sort((a, b) => a - b);
  cuts.forEach((from, index) => {
    const own = block.slice(from, cuts[index + 1] ?? block.length);
    const isLead =
      index === 0 && (isNumbered ? !numbers.some((number) => number < (cuts[1] ?? Infinity)) : starts[0] !== 0);
    bands.push({ lines: own, across: false, continued: isLead && !hasHeader && mayContinue });
  });
  return bands;
}

/** A short line in the middle of the table that no column would set there: a section's title. */
function isTitle(line: TextLine, edges: readonly number[]): boolean {
  const [left, right] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  if (!/^(?:[IVXLC]{1,6}\.?\s|Раздел|Направление|Блок|Этап|\d{1,2}\.\s)\s*\p{L}/u.test(line.text)) return false;
  const column = line.runs.map((run) => columnOf(run, edges));
  return (
    new Set(column).size === 1 && Math.abs((line.left + line.right) / 2 - (left + right) / 2) < 0.03 * (right - left)
  );
}

function rowOf(band: Band, edges: readonly number[]): PageRow {
  const width = edges.length - 1;
  if (band.across) {
    const cell: PageCell = { column: 0, span: width, lines: band.lines, merged: false, height: 1 };
    return { cells: [cell] };
  }
  const lines = band.lines.map((line) => runsByColumn(line, edges));
  const runs = edges.slice(1).map((_, column) => lines.flatMap((own) => own[column] ?? []));
  const cells = runs.map((own, column): PageCell => ({
    column,
    span: 1,
    lines: linesOf(own),
    merged: false,
    height: 1,
  }));
  return band.continued ? { cells, continued: true } : { cells };
}
