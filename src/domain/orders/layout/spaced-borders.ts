import { passageAt, type Passage, trimPassage } from '#domain/language/passage.ts';
import type { TextLine } from '#domain/orders/layout/text-blocks.ts';

/** The border between two columns: characters `from` … `to`, blank in (nearly) every line. */
export type Gap = {
  readonly from: number;
  readonly to: number;
  /** The column behind it is set flush left: its lines begin right behind the gap. */
  readonly flush: boolean;
};

/** Characters `from` … `to` of a line. */
export type Extent = { readonly from: number; readonly to: number };

/** Lines longer than this are unwrapped prose: no page is so wide. */
export const WIDEST_LINE = 400;

/** Share of lines that may write into a gap whose place the head tells; justified lines push words a little. */
const MOST_CROSSING = 0.25;

/** How many of the lines behind a gap begin right there, for the column to count as set flush left. */
const FLUSH = 0.6;

/** How far a gap may be from where it was on the page before. */
const SHIFT = 8;

/** Beyond the end of a line everything is blank. */
function isBlankAt(line: string, x: number): boolean {
  const code = line.charCodeAt(x);
  return Number.isNaN(code) || code === 0x20 || code === 0x09 || code === 0xa0;
}

/** How many lines have a character at each place. */
function filledAt(lines: readonly string[]): number[] {
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  const filled = new Array<number>(width + 1).fill(0);
  for (const line of lines) {
    for (let x = 0; x < line.length; x += 1) if (!isBlankAt(line, x)) filled[x] = (filled[x] ?? 0) + 1;
  }
  return filled;
}

/**
 * The gaps between the columns that a head has. A title stands inside its column, so the border is between two titles: at
 * the place that is emptiest and behind which most lines begin. Undefined when one of them is not empty enough.
 */
export function gapsBelowHead(head: readonly Extent[], lines: readonly string[]): Gap[] | undefined {
  const windows = head
    .slice(1)
    .map((title, index): Extent => ({ from: Math.max(1, (head[index]?.to ?? 0) - 1), to: title.from }));
  return gapsWithin(windows, lines);
}

/** The gaps of the page before, found again near their places. */
export function gapsShifted(before: readonly Gap[], lines: readonly string[]): Gap[] | undefined {
  const windows = before.map((gap, index): Extent => {
    const left = before[index - 1]?.to ?? -1;
    const right = before[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    return { from: Math.max(left + 2, gap.from - SHIFT), to: Math.min(right - 2, gap.to + SHIFT) };
  });
  return gapsWithin(windows, lines);
}

function gapsWithin(windows: readonly Extent[], lines: readonly string[]): Gap[] | undefined {
  const filled = filledAt(lines);
  const begun = begunAt(lines);
  const gaps: Gap[] = [];
  for (const window of windows) {
    const gap = emptiest(filled, begun, window, lines.length);
    if (gap === undefined || gap.from <= (gaps.at(-1)?.to ?? -1)) return undefined;
    gaps.push({ ...gap, flush: isFlush(lines, gap) });
  }
  return gaps;
}

/** How many lines have a word that begins right behind each place; behind a wide blank it counts more. */
function begunAt(lines: readonly string[]): number[] {
  const begun: number[] = [];
  for (const line of lines) {
    for (let x = 0; x + 1 < line.length; x += 1) {
      if (isBlankAt(line, x) && !isBlankAt(line, x + 1))
        begun[x] = (begun[x] ?? 0) + (x === 0 || isBlankAt(line, x - 1) ? 1.5 : 1);
    }
  }
  return begun;
}

/** The run of places around the one in the window that fewest lines fill and behind which most begin. */
function emptiest(
  filled: readonly number[],
  begun: readonly number[],
  window: Extent,
  count: number,
): Extent | undefined {
  let best = window.from;
  let bestScore = Number.POSITIVE_INFINITY;
  for (let x = window.from; x <= window.to; x += 1) {
    const begins = (begun[x] ?? 0) + ((begun[x - 1] ?? 0) + (begun[x + 1] ?? 0)) / 2;
    const score = (filled[x] ?? 0) - begins;
    if (score < bestScore) [best, bestScore] = [x, score];
  }
  const least = filled[best] ?? 0;
  if (least > MOST_CROSSING * count) return undefined;
  const limit = least + Math.floor(0.02 * count);
  const run = { from: best, to: best };
  while (run.from - 1 >= window.from && (filled[run.from - 1] ?? 0) <= limit) run.from -= 1;
  while (run.to + 1 < filled.length && run.to < window.to && (filled[run.to + 1] ?? 0) <= limit) run.to += 1;
  return run;
}

function isFlush(lines: readonly string[], gap: Extent): boolean {
  let begins = 0;
  let near = 0;
  for (const line of lines) {
    if (!isBlankAt(line, gap.to)) continue;
    const rest = line.slice(gap.to + 1, gap.to + 24);
    const offset = rest.length - rest.trimStart().length;
    if (rest.trim() === '') continue;
    near += 1;
    if (offset === 0) begins += 1;
  }
  return begins >= FLUSH * near && begins >= 2;
}

/** A line cut at the gaps: the trimmed text of each column, and how many gaps a word runs across. */
export type CutSpaced = { readonly cells: readonly Passage[]; readonly crossed: number };

export function cutAtGaps(line: TextLine, gaps: readonly Gap[]): CutSpaced {
  const cells: Passage[] = [];
  const runs = blankRuns(line.text);
  let from = 0;
  let crossed = 0;
  for (const gap of gaps) {
    const cut = cutNear(line.text, runs, gap, from);
    if (cut === undefined) crossed += 1;
    cells.push(pieceOf(line, from, cut ?? from));
    from = cut ?? from;
  }
  cells.push(pieceOf(line, from, line.text.length));
  return { cells, crossed };
}

const pieceOf = (line: TextLine, from: number, to: number): Passage =>
  trimPassage(passageAt(line.text.slice(from, to), line.from + from));

/** Runs of blanks; the one behind the last word has no end. */
function blankRuns(text: string): Extent[] {
  const runs: Extent[] = [];
  for (const match of text.trimEnd().matchAll(/\s+/gu))
    runs.push({ from: match.index, to: match.index + match[0].length - 1 });
  if (runs[0]?.from !== 0) runs.unshift({ from: -1, to: -1 });
  runs.push({ from: text.trimEnd().length, to: Number.POSITIVE_INFINITY });
  return runs;
}

/** How far the text of a cell may stick out of its column into the next. */
const STICKING_OUT = 9;
/** How many characters of distance a wide blank is worth, and one that ends where the next column begins. */
const SURE = 5;
const BEGINS_THERE = 4;

/** The end of the run of blanks that most likely stands between the columns of `gap`. */
function cutNear(text: string, runs: readonly Extent[], gap: Gap, least: number): number | undefined {
  let best: number | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const run of runs) {
    const end = run.to === Number.POSITIVE_INFINITY ? Math.max(run.from, least) : run.to + 1;
    if (end < least) continue;
    const distance = Math.max(0, run.from - gap.to, gap.from - run.to);
    if (distance > STICKING_OUT) continue;
    const isWide = run.to > run.from || run.from < 0 || run.to === Number.POSITIVE_INFINITY;
    const advice = isWide ? SURE : wordsAdvice(text, run) + (gap.flush && run.to === gap.to ? BEGINS_THERE : 0);
    const cost = distance - advice + (distance > 0 ? 0.5 : 0);
    if (cost < bestCost) [best, bestCost] = [end, cost];
  }
  return best;
}

const DEADLINE_BEGINS =
  /^(?:в течени|весь|до \d|до к|по (?:отдельн|график|план|соглас|мере|запрос|заявк|итог)|не позднее|(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентяб|октяб|нояб|декаб|еже|постоян))/iu;
const LEFT_OPEN = /(?<!\p{L})(?:в|во|на|с|со|по|для|о|об|от|до|из|к|за|при|не|и|или)$/iu;

/** How much the words on both sides of a single blank speak for a border there. */
function wordsAdvice(text: string, run: Extent): number {
  const right = text.slice(run.to + 1, run.to + 30);
  const left = text.slice(Math.max(0, run.from - 12), run.from);
  if (/^(?:19|20)\d\d(?!\d)/u.test(right) && /\p{L}$/u.test(left)) return -3;
  if (/^\d/u.test(right) && /(?<!\p{L})(?:до|с|по|к|не менее|от)$/iu.test(left)) return -5;
  // «по | отдельному графику», «апрель | – май», «апрель – | май»: a deadline would be cut.
  const lastWord = left.match(/\S+$/u)?.[0] ?? '';
  if (/^[-–—]$/u.test(lastWord) || DEADLINE_BEGINS.test(`${lastWord} ${right}`)) return -5;
  if (DEADLINE_BEGINS.test(right)) return 3;
  if (/^\p{Lu}/u.test(right) && /[\p{Ll}\d.;)»]$/u.test(left)) return 1.5;
  return LEFT_OPEN.test(left) ? -2.5 : 0;
}
