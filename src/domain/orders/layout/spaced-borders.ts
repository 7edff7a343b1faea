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
const MOST_CROSSING = 0.45;

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
    .map((title, index): Extent => ({ from: Math.max(1, head[index]?.to ?? 0), to: title.from + 1 }));
  return gapsWithin(windows, lines);
}

/** How much wider or narrower, and how far to which side, a page may print the columns of the page before. */
const SCALES = [0.7, 0.75, 0.8, 0.85, 0.9, 0.94, 0.97, 1, 1.03, 1.06, 1.1, 1.15, 1.2, 1.27, 1.35];

/** The gaps of the page before, found again where the whole set of them fits best. */
export function gapsShifted(before: readonly Gap[], lines: readonly string[]): Gap[] | undefined {
  const marks = marksOf(lines);
  // The last column is not wholly empty: some lines reach into it.
  const reached = lines.map((line) => line.trimEnd().length).sort((a, b) => b - a)[Math.floor(lines.length / 5)] ?? 0;
  let best: Extent[] | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const scale of SCALES) {
    for (let shift = -2 * SHIFT; shift <= 2 * SHIFT; shift += 1) {
      let score = -lines.length * (3 * Math.abs(scale - 1) + 0.03 * Math.abs(shift));
      const windows = before.map((gap): Extent => {
        const place = Math.round((gap.to + 1) * scale) + shift;
        score += scoreAt(marks, place);
        return { from: place - REACH, to: place + REACH };
      });
      if ((windows[0]?.from ?? 0) < -REACH || (windows.at(-1)?.from ?? 0) > reached || score <= bestScore) continue;
      [best, bestScore] = [windows, score];
    }
  }
  return best === undefined ? undefined : gapsWithin(best, lines);
}

/** How far a single border may be from where the set of them would have it. */
const REACH = 3;

/** A window is where the column behind the gap begins. */
function gapsWithin(windows: readonly Extent[], lines: readonly string[]): Gap[] | undefined {
  const filled = filledAt(lines);
  const marks = marksOf(lines);
  const gaps: Gap[] = [];
  for (const window of windows) {
    const least = (gaps.at(-1)?.to ?? 0) + 2;
    const gap = likeliest(filled, marks, { from: Math.max(least, window.from), to: window.to }, lines.length);
    if (gap === undefined) return undefined;
    gaps.push({ ...gap, flush: isFlush(lines, gap) });
  }
  return gaps;
}

/** How much the lines speak for a column that begins at each place. */
function marksOf(lines: readonly string[]): number[] {
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  const marks = new Array<number>(width + 2).fill(0);
  const add = (x: number, value: number): void => {
    marks[x] = (marks[x] ?? 0) + value;
  };
  for (const line of lines) {
    let blanks = 0;
    for (let x = 0; x < line.length; x += 1) {
      if (isBlankAt(line, x)) {
        blanks += 1;
        add(x, BLANK_THERE);
        continue;
      }
      if (blanks === 0 && x > 0) add(x, WORD_ACROSS);
      else add(x, blanks > 1 ? BEGINS_BEHIND_WIDE : BEGINS_BEHIND_BLANK);
      blanks = 0;
    }
    for (let x = line.length; x <= width; x += 1) add(x, BLANK_THERE);
  }
  return marks;
}

const BLANK_THERE = 0.3;
const WORD_ACROSS = -1.5;
const BEGINS_BEHIND_WIDE = 2;
const BEGINS_BEHIND_BLANK = 1;

/** The marks of a place; those of its neighbours count a little, because lines are set unevenly. */
const scoreAt = (marks: readonly number[], x: number): number =>
  (marks[x] ?? 0) +
  0.5 * ((marks[x - 1] ?? 0) + (marks[x + 1] ?? 0)) +
  0.2 * ((marks[x - 2] ?? 0) + (marks[x + 2] ?? 0));

/** The place in the window at which a column most likely begins, with the blanks before it. */
function likeliest(
  filled: readonly number[],
  marks: readonly number[],
  window: Extent,
  count: number,
): Extent | undefined {
  let best: number | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let x = Math.max(1, window.from); x <= window.to; x += 1) {
    const score = scoreAt(marks, x);
    if (score > bestScore) [best, bestScore] = [x, score];
  }
  if (best === undefined) return undefined;
  const least = filled[best - 1] ?? 0;
  if (least > MOST_CROSSING * count) return undefined;
  const limit = least + Math.floor(0.02 * count);
  const run = { from: best - 1, to: best - 1 };
  while (run.from - 1 >= window.from - 1 && (filled[run.from - 1] ?? 0) <= limit) run.from -= 1;
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
