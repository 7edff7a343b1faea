import { isRowNumber, numberRows } from '#domain/orders/layout/text-blocks.ts';

/** What a physical line holds in each column; '' where nothing. */
export type ColumnTexts = readonly string[];

/** Lines `from` … `to` (exclusive) that are one row; `anchored` when a row's number stands in it. */
export type RowRange = { readonly from: number; readonly to: number; readonly anchored: boolean };

/** A gap between two numbers beyond which rows are cut right above the numbers. */
const LONGEST_ROW = 80;

/** What a line's difference between the halves of a row costs where numbers stand in the middle of rows. */
const LOPSIDED = 0.8;

/**
 * Cuts the lines between a head and the next title into rows. Numbered rows begin at the line of their number, or run
 * evenly to both sides of it where cells are centred; rows without numbers begin where all columns begin anew.
 * `blankBefore` tells lines that a blank line stands above; `continued`, that the first may go on from the page before.
 */
export function rowRanges(
  lines: readonly ColumnTexts[],
  blankBefore: readonly boolean[],
  continued: boolean,
): RowRange[] {
  const anchors = numberRows(lines.map((texts) => texts[0] ?? '')).flatMap((numbers, index) =>
    numbers ? [index] : [],
  );
  if (anchors.length === 0) return unnumbered(lines, blankBefore);
  const breaks = lines.map((_, index) => breakCost(lines, index, blankBefore));
  const top = topRows(lines.length, anchors);
  const start = continued ? smallStart(lines) : 0;
  const middle = centredRows(lines.length, anchors, breaks, { continued, start });
  const topCost = top.reduce((sum, row) => sum + (row.from === 0 ? 0 : (breaks[row.from] ?? 0)), 0);
  return topCost <= middle.cost + 0.5 ? top : middle.rows;
}

function topRows(count: number, anchors: readonly number[]): RowRange[] {
  const rows: RowRange[] = [];
  const first = anchors[0] ?? count;
  if (first > 0) rows.push({ from: 0, to: first, anchored: false });
  anchors.forEach((from, index) => rows.push({ from, to: anchors[index + 1] ?? count, anchored: true }));
  return rows;
}

/** The cheapest borders when every number stands in the middle of its row. */
function centredRows(
  count: number,
  anchors: readonly number[],
  breaks: readonly number[],
  page: { readonly continued: boolean; readonly start: number },
): { rows: RowRange[]; cost: number } {
  type Way = { readonly cost: number; readonly before: Way | undefined; readonly at: number };
  // Ways to begin the row of the anchor in question, by the line at which it begins.
  let begins = new Map<number, Way>();
  const first = anchors[0] ?? 0;
  for (let at = 0; at <= first; at += 1) {
    begins.set(at, {
      at,
      before: undefined,
      cost: at === 0 ? page.start : (breaks[at] ?? 0) + (page.continued ? 0.3 : 3),
    });
  }
  anchors.forEach((anchor, index) => {
    const limit = anchors[index + 1] ?? count;
    const next = new Map<number, Way>();
    for (const way of begins.values()) {
      for (let end = anchor + 1; end <= Math.min(limit, anchor + LONGEST_ROW); end += 1) {
        const lopsided = LOPSIDED * Math.abs(anchor - way.at - (end - 1 - anchor));
        const isRest = index === anchors.length - 1 && end < count ? 1.5 : 0;
        const cost = way.cost + lopsided + isRest + (end < count ? (breaks[end] ?? 0) : 0);
        const known = next.get(end);
        if (known === undefined || cost < known.cost) next.set(end, { at: end, before: way, cost });
      }
    }
    begins = next;
  });
  const best = [...begins.values()].reduce<Way | undefined>(
    (a, b) => (a === undefined || b.cost < a.cost ? b : a),
    undefined,
  );
  if (best === undefined) return { rows: topRows(count, anchors), cost: Number.POSITIVE_INFINITY };
  const borders: number[] = [];
  for (let way: Way | undefined = best; way !== undefined; way = way.before) borders.unshift(way.at);
  const rows: RowRange[] = [];
  const start = borders[0] ?? 0;
  if (start > 0) rows.push({ from: 0, to: start, anchored: false });
  borders.slice(1).forEach((to, index) => rows.push({ from: borders[index] ?? 0, to, anchored: true }));
  if (best.at < count) rows.push({ from: best.at, to: count, anchored: false });
  return { rows, cost: best.cost };
}

/** What it costs to take the first line of a page for the beginning of a row. */
function smallStart(lines: readonly ColumnTexts[]): number {
  const width = lines[0]?.length ?? 0;
  let cost = 0;
  for (let column = 0; column < width; column += 1) {
    const text = nearestText(lines, column, 0, 1);
    if (/^[\p{Ll},.;)»]/u.test(text) && !SMALL_BEGINNING.test(text)) cost += 2;
  }
  return cost;
}

const BROKEN_OFF = /(?:[-,(«–]|(?<!\p{L})(?:и|в|на|с|по|для|о|об|от|до|из|к|за|при|или|не|их))$/iu;
/** Deadlines, and other cells that begin small. */
const SMALL_BEGINNING =
  /^(?:в течение|весь|до |по |не |январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентяб|октяб|нояб|декаб|еже|постоян|раз |1 раз|\d|с |I|при |к )/u;

/** What it costs to begin a row at line `index`: cells whose sentences would be cut there. */
function breakCost(lines: readonly ColumnTexts[], index: number, blankBefore: readonly boolean[]): number {
  let cost = blankBefore[index] ? -1 : 0;
  const width = lines[index]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const next = nearestText(lines, column, index, 1);
    const before = nearestText(lines, column, index - 1, -1);
    if (before === '' || next === '' || isRowNumber(next)) continue;
    if (BROKEN_OFF.test(before)) cost += 2;
    if (/^[\p{Ll},.;)»]/u.test(next)) cost += SMALL_BEGINNING.test(next) ? 0.3 : 2;
    if (/[.;]$/u.test(before)) cost -= 0.3;
  }
  return cost;
}

/** The text of a column in line `from`, or else in the next one or two lines in direction `step`. */
function nearestText(lines: readonly ColumnTexts[], column: number, from: number, step: 1 | -1): string {
  for (let index = from; Math.abs(index - from) < 3 && index >= 0 && index < lines.length; index += step) {
    const text = lines[index]?.[column] ?? '';
    if (text !== '') return text;
  }
  return '';
}

/**
 * Rows without numbers begin below blank lines when all of these look so, or else where (nearly) every column has text
 * and none goes on from the line above.
 */
function unnumbered(lines: readonly ColumnTexts[], blankBefore: readonly boolean[]): RowRange[] {
  const rows: { from: number; to: number; anchored: boolean }[] = [];
  const belowBlanks = lines.filter((_, index) => index > 0 && blankBefore[index] === true);
  const byBlanks =
    belowBlanks.length > 1 &&
    belowBlanks.every((texts) => texts.filter(Boolean).length > 1 && /^[^\p{Ll}]/u.test(texts[0] ?? ''));
  lines.forEach((texts, index) => {
    if (byBlanks && index > 0 && blankBefore[index] !== true) {
      const last = rows.at(-1);
      if (last !== undefined) last.to = index + 1;
      return;
    }
    const filled = texts.filter((text) => text !== '').length;
    const cost = breakCost(lines, index, blankBefore);
    const isFull = filled >= Math.max(2, texts.length - 1) && /^[^\p{Ll}]/u.test(texts[0] ?? '');
    const isSeparate = blankBefore[index] === true && filled >= 2 && /^[^\p{Ll}]/u.test(texts[0] ?? '');
    if (index === 0 || ((isFull || isSeparate) && cost <= 0.6))
      rows.push({ from: index, to: index + 1, anchored: true });
    else {
      const last = rows.at(-1);
      if (last !== undefined) last.to = index + 1;
    }
  });
  return rows;
}
