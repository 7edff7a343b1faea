import { passageAt, type Passage, trimPassage } from '#domain/language/passage.ts';
import { cleanCell } from '#domain/orders/layout/delimited/delimited-cells.ts';
import {
  isBlank,
  isPageNumber,
  numberRows,
  type TableRegion,
  type TextLine,
} from '#domain/orders/layout/text-blocks.ts';
import type { Cell, Row } from '#domain/orders/source-document.ts';

const VERTICAL = /[|│┃║¦├┤┝┥┟┢┨┠┣┫╠╣╟╢╞╡]/u;
const CORNER = /[+┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╟╫╢╞╪╡╒╤╕╘╧╛╓╥╖╙╨╜┏┳┓┣╋┫┗┻┛*]/u;
const HORIZONTAL = /[-─━═=_]/u;
const RULE_LINE = /^[\s|│┃║+*┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╟╫╢╞╪╡╒╤╕╘╧╛╓╥╖╙╨╜┏┳┓┣╋┫┗┻┛─━═=_-]+$/u;

/** A line of a drawn frame: corners with strokes between them, maybe with text where a merged cell goes through. */
function isRule(line: TextLine | undefined): boolean {
  if (line === undefined) return false;
  return RULE_LINE.test(line.text) && /[-─━═=_]{2}/u.test(line.text) && CORNER.test(line.text);
}

/** A rule that stops at merged cells, whose text stands in the same line: «| Семинары +------+». */
const isPartialRule = (line: TextLine): boolean => /(?:[+├┼┬┴╠╬╟╫][-─━═=]{2,}(?:[+┼┤┬┴╬╣╢╫]|$))/u.test(line.text);

const isContent = (line: TextLine | undefined): boolean =>
  line !== undefined && VERTICAL.test(line.text.trim().charAt(0));

/** Tables drawn with characters: `+--+--+`, `┌─┬─┐`. Rows are what stands between rules; merged cells are followed. */
export function findDrawnTables(lines: readonly TextLine[]): TableRegion[] {
  const regions: TableRegion[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if (!isRule(lines[index])) continue;
    const end = frameEnd(lines, index);
    // A single rule below a head («|---+---|»): rows are lines between bars.
    const rules = lines.slice(index, end).filter(isRule).length;
    if (rules === 1 && /^\s*\|/u.test(lines[index]?.text ?? '') && isContent(lines[index - 1])) continue;
    const table = drawnTable(lines.slice(index, end));
    if (table !== undefined) regions.push({ first: index, end, table: { ...table, origin: 'structure' }, repairs: [] });
    index = Math.max(index, end - 1);
  }
  return regions;
}

/** The frame goes on over blank lines (page ends) while rules or bars follow. */
function frameEnd(lines: readonly TextLine[], start: number): number {
  let end = start + 1;
  for (let index = start + 1; index < lines.length && index - end < 4; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (isRule(line) || isContent(line) || isPartialRule(line)) end = index + 1;
    else if (!isBlank(line) && !isPageNumber(line.text)) break;
  }
  return end;
}

type Band = { readonly lines: TextLine[]; afterBreak: boolean; above: TextLine | undefined };

function drawnTable(lines: readonly TextLine[]): { kind: 'table'; width: number; rows: Row[] } | undefined {
  const borders = bordersOf(lines);
  if (borders.length < 3) return undefined;
  const bands = bandsOf(lines);
  if (bands.length === 0) return undefined;
  const width = borders.length - 1;
  const rows: { cells: DrawnCell[]; afterBreak: boolean }[] = [];
  for (const band of bands.length > 2 ? bands : bands.flatMap((band) => splitBand(band, borders))) {
    const previous = rows.at(-1)?.cells;
    const cells = cellsOf(band, borders, previous);
    rows.push({ cells, afterBreak: band.afterBreak });
  }
  return {
    kind: 'table',
    width,
    rows: rows.map(({ cells, afterBreak }) => ({
      cells: cells.map((cell): Cell => ({
        column: cell.column,
        span: cell.span,
        lines: cell.goesOn === undefined ? cell.lines.flatMap((line) => cleanCell(line).lines) : [],
        ...(cell.goesOn === undefined ? {} : { merged: true }),
      })),
      ...(afterBreak ? { afterBreak: true } : {}),
    })),
  };
}

/** Character positions of vertical borders: corners of the rules, in ascending order. */
function bordersOf(lines: readonly TextLine[]): number[] {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const rule = isRule(line);
    if (!rule && !isPartialRule(line)) continue;
    for (let index = 0; index < line.text.length; index += 1) {
      const isJoint = CORNER.test(line.text.charAt(index)) || (rule && VERTICAL.test(line.text.charAt(index)));
      if (isJoint) counts.set(index, (counts.get(index) ?? 0) + 1);
    }
  }
  return [...counts.keys()].sort((a, b) => a - b);
}

function bandsOf(lines: readonly TextLine[]): Band[] {
  const bands: Band[] = [];
  let band: Band = { lines: [], afterBreak: false, above: undefined };
  const close = (above: TextLine | undefined): void => {
    if (band.lines.length > 0) bands.push(band);
    band = { lines: [], afterBreak: band.lines.length === 0 && band.afterBreak, above };
  };
  for (const line of lines) {
    if (isBlank(line) || isPageNumber(line.text)) band.afterBreak ||= band.lines.length === 0;
    else if (isRule(line)) close(line);
    else if (isPartialRule(line)) {
      close(line);
      band.lines.push(line);
    } else band.lines.push(line);
  }
  close(undefined);
  return bands;
}

/** A frame with a rule only under its head: every line with a filled first cell (a number, where there are any) is a row. */
function splitBand(band: Band, borders: readonly number[]): Band[] {
  const starts = band.lines.map((line) => pieces(line, borders)[0]?.passage.text.trim() ?? '');
  const numbered = numberRows(starts);
  const numbers = numbered.filter(Boolean).length;
  const filled = starts.filter((start) => /^\p{Lu}|^\d/u.test(start)).length;
  if (numbers < 2 && (numbers === 1 || filled < 2 || band.lines.length > filled * 6)) return [band];
  const rows: Band[] = [];
  band.lines.forEach((line, index) => {
    const start = starts[index] ?? '';
    const isStart = numbers >= 2 ? numbered[index] === true : /^\p{Lu}|^\d/u.test(start);
    const last = rows.at(-1);
    if (last === undefined || isStart)
      rows.push({ lines: [line], afterBreak: false, above: last ? undefined : band.above });
    else last.lines.push(line);
  });
  return rows;
}

type DrawnCell = { column: number; span: number; lines: Passage[]; goesOn: DrawnCell | undefined };
type Piece = { readonly column: number; readonly span: number; readonly passage: Passage };

function cellsOf(band: Band, borders: readonly number[], above: readonly DrawnCell[] | undefined): DrawnCell[] {
  const lines = band.lines.map((line) => pieces(line, borders));
  // A border that some line of the band shows is a border of the row.
  const starts = new Set(lines.flatMap((line) => line.map((piece) => piece.column)));
  const columns = [...starts].sort((a, b) => a - b);
  const cells: DrawnCell[] = columns.map((column, index) => ({
    column,
    span: (columns[index + 1] ?? borders.length - 1) - column,
    lines: [],
    goesOn: undefined,
  }));
  for (const cell of cells) {
    const upper = above?.find((candidate) => candidate.column === cell.column && candidate.span === cell.span);
    if (upper !== undefined && band.above !== undefined && !isRuledAt(band.above, cell, borders)) cell.goesOn = upper;
  }
  for (const piece of lines.flat()) {
    const cell = cells.findLast((candidate) => candidate.column <= piece.column);
    if (cell === undefined || piece.passage.text === '') continue;
    let owner = cell;
    while (owner.goesOn !== undefined) owner = owner.goesOn;
    owner.lines.push(piece.passage);
  }
  return cells;
}

/** Whether the rule above covers the cell with strokes; text or blanks there mean that the cell above goes on. */
function isRuledAt(rule: TextLine, cell: DrawnCell, borders: readonly number[]): boolean {
  const from = (borders[cell.column] ?? 0) + 1;
  const to = borders[cell.column + cell.span] ?? rule.text.length;
  const stretch = rule.text.slice(from, to);
  const strokes = stretch.split('').filter((letter) => HORIZONTAL.test(letter) || CORNER.test(letter)).length;
  return strokes * 2 > stretch.length;
}

/** The line cut at the borders where a bar stands; a border without a bar joins the cells on both sides. */
function pieces(line: TextLine, borders: readonly number[]): Piece[] {
  const bars: { at: number; border: number }[] = [];
  const found: number[] = [];
  for (let index = 0; index < line.text.length; index += 1) {
    if (VERTICAL.test(line.text.charAt(index)) || isStroke(line.text, index)) found.push(index);
  }
  const inOrder = found.length === borders.length;
  found.forEach((at, order) => {
    const border = inOrder ? order : nearest(borders, at);
    if (border !== undefined && border !== bars.at(-1)?.border) bars.push({ at, border });
  });
  const result: Piece[] = [];
  bars.forEach((bar, index) => {
    const next = bars[index + 1];
    if (next === undefined && line.text.slice(bar.at + 1).trim() === '') return;
    const raw = passageAt(line.text.slice(bar.at + 1, next?.at), line.from + bar.at + 1);
    const passage = trimPassage(
      /^[\s─━═=-]*[-─━═=]{2}[\s─━═=-]*$/u.test(raw.text) ? passageAt('', raw.at[0] ?? 0) : raw,
    );
    const last = next?.border ?? borders.length - 1;
    result.push({ column: bar.border, span: Math.max(1, last - bar.border), passage });
  });
  return result.filter((piece) => piece.column < borders.length - 1);
}

const isStroke = (text: string, index: number): boolean =>
  text.charAt(index) === '+' && (HORIZONTAL.test(text.charAt(index + 1)) || HORIZONTAL.test(text.charAt(index - 1)));

/** The border within two characters of position `at`: text wider than its column pushes bars to the right. */
function nearest(borders: readonly number[], at: number): number | undefined {
  let best: number | undefined;
  borders.forEach((border, index) => {
    const distance = Math.abs(border - at);
    if (distance <= 2 && (best === undefined || distance < Math.abs((borders[best] ?? 0) - at))) best = index;
  });
  return best;
}
