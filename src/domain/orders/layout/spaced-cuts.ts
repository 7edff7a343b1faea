import { passageAt, type Passage, trimPassage } from '#domain/language/passage.ts';
import { borderAdvice, deadlinesIn, type LineDeadline } from '#domain/orders/layout/spaced-advice.ts';
import type { Gap } from '#domain/orders/layout/spaced-borders.ts';
import { isRowNumber, type TextLine } from '#domain/orders/layout/text-blocks.ts';

/** Cuts a line into the trimmed text of each column. */
export type LineCutter = (line: TextLine) => readonly Passage[];

/** A run of blanks `from` … `next` (exclusive); `next` is where the next word begins, infinite behind the last word. */
type Run = { readonly from: number; readonly next: number };

/** How often words begin how far from a border. */
type Starts = { readonly at: Map<number, number>; count: number };

/**
 * How the words behind a border use to begin: those behind a wide blank near their column's edge, those behind a single
 * one wherever the words before them end. `lengths` are those of the texts before the border that surely stand alone.
 */
type Habit = { readonly wide: Starts; readonly single: Starts; readonly lengths: number[] };

/** How far the text of a cell may stick out of its column into the next. */
const STICKING_OUT = 12;
/** Rounds in which lines are cut and habits are learnt from how they were cut. */
const ROUNDS = 3;
/** Lines from which habits are learnt. */
const MOST_LEARNT = 400;

const OUTSIDE = 0.7;
const SLIPPING = 0.2;
const FARTHEST_START = 3.5;

/**
 * Learns from all lines of a page where the words of each column use to begin, and cuts every line so that its words
 * begin at the usual places, no phrase is parted, and wide blanks part columns where they can.
 */
export function learnCutter(lines: readonly string[], gaps: readonly Gap[]): LineCutter {
  const sample = lines.slice(0, MOST_LEARNT);
  let habits: readonly Habit[] | undefined;
  let longest: readonly (number | undefined)[] = [];
  const numbered = lines.filter((line) => isRowNumber(line.slice(0, gaps[0]?.to))).length >= 2;
  const justified = isJustified(sample, gaps);
  const traits = new Map<string, LineTraits>();
  const traitsOf = (text: string): LineTraits => {
    const known = traits.get(text);
    if (known !== undefined) return known;
    const found = lineTraits(text, justified);
    traits.set(text, found);
    return found;
  };
  const choose = (text: string): readonly Run[] => bestRuns(text, traitsOf(text), { gaps, habits, longest, numbered });
  for (let round = 0; round < ROUNDS; round += 1) {
    const learnt = gaps.map((): Habit => ({ wide: noStarts(), single: noStarts(), lengths: [] }));
    for (const text of sample) learnFrom(text, choose(text), gaps, learnt);
    habits = learnt;
    longest = learnt.map(({ lengths }) => usualLongest(lengths));
  }
  return (line) => {
    const cells: Passage[] = [];
    let from = 0;
    for (const run of choose(line.text)) {
      const cut = Math.max(from, run.next === Number.POSITIVE_INFINITY ? run.from : run.next);
      cells.push(pieceOf(line, from, cut));
      from = cut;
    }
    cells.push(pieceOf(line, from, line.text.length));
    return cells;
  };
}

const noStarts = (): Starts => ({ at: new Map(), count: 0 });

const isWide = (run: Run): boolean => run.from <= 0 || run.next - run.from > 1;

function learnFrom(text: string, runs: readonly Run[], gaps: readonly Gap[], learnt: readonly Habit[]): void {
  runs.forEach((run, index) => {
    const habit = learnt[index];
    const gap = gaps[index];
    const before = runs[index - 1];
    if (habit === undefined || gap === undefined) return;
    const begin = index === 0 ? 0 : (before?.next ?? 0);
    if (isWide(run) && begin < run.from && (before === undefined || isWide(before)))
      habit.lengths.push(naturalLength(text, begin, run.from));
    if (run === runs[index + 1] || run.next === Number.POSITIVE_INFINITY) return;
    const starts = isWide(run) ? habit.wide : habit.single;
    const distance = run.next - gap.to - 1;
    starts.at.set(distance, (starts.at.get(distance) ?? 0) + 1);
    starts.count += 1;
  });
}

/** Length of a piece of a line without what stretches justified text. */
const naturalLength = (text: string, from: number, to: number): number =>
  text.slice(from, to).trim().replace(/\s+/gu, ' ').length;

/** The length that few texts of a column exceed. */
function usualLongest(lengths: readonly number[]): number | undefined {
  if (lengths.length < 5) return undefined;
  return [...lengths].sort((a, b) => a - b)[Math.floor(lengths.length * 0.9)];
}

const pieceOf = (line: TextLine, from: number, to: number): Passage =>
  trimPassage(passageAt(line.text.slice(from, to), line.from + from));

function runsOf(text: string): Run[] {
  const end = text.trimEnd().length;
  const runs: Run[] = [];
  if (!/^\s/u.test(text)) runs.push({ from: -2, next: 0 });
  for (const match of text.slice(0, end).matchAll(/\s+/gu))
    runs.push({ from: match.index, next: match.index + match[0].length });
  runs.push({ from: end, next: Number.POSITIVE_INFINITY });
  return runs;
}

/** Whether wide blanks stand inside of columns in many lines, as justified text has them. */
function isJustified(lines: readonly string[], gaps: readonly Gap[]): boolean {
  let inside = 0;
  let worded = 0;
  for (const text of lines) {
    if (text.trim() === '') continue;
    worded += 1;
    const wide = runsOf(text).filter((run) => run.from > 0 && run.next - run.from > 1 && Number.isFinite(run.next));
    if (wide.some((run) => !gaps.some((gap) => run.next > gap.from - 2 && run.from < gap.to + 6))) inside += 1;
  }
  return inside * 8 > worded;
}

type Model = {
  readonly gaps: readonly Gap[];
  readonly habits: readonly Habit[] | undefined;
  /** For each border the length that texts before it seldom exceed. */
  readonly longest: readonly (number | undefined)[];
  readonly numbered: boolean;
};

/** What a line itself tells, whatever the borders: found once, because lines are cut again and again. */
type LineTraits = {
  readonly runs: readonly Run[];
  /** How much each of the runs speaks for a border there. */
  readonly evidence: readonly number[];
};

function lineTraits(text: string, justified: boolean): LineTraits {
  const runs = runsOf(text);
  const deadlines = deadlinesIn(text);
  return { runs, evidence: runs.map((run) => evidenceOf(text, run, { justified, deadlines })) };
}

type Way = { readonly cost: number; readonly run: Run; readonly order: number; readonly before: Way | undefined };

/** For each border the run of blanks in which it most likely stands; the same run twice when the cell between is empty. */
function bestRuns(text: string, { runs, evidence }: LineTraits, model: Model): readonly Run[] {
  let ways: Way[] = [];
  model.gaps.forEach((gap, index) => {
    const border = gap.to + 1;
    const next: Way[] = [];
    runs.forEach((run, order) => {
      const outside = Math.max(0, run.from - border, border - run.next);
      if (outside > STICKING_OUT && order < runs.length - 1) return;
      // Where words touch, the next cell begins as soon as the one before ends: to the left of its column.
      const slope = !isWide(run) && run.next < border ? SLIPPING : OUTSIDE;
      const own = outside * slope - (evidence[order] ?? 0);
      if (index === 0) {
        const first = text.slice(0, run.from).trim();
        const odd = model.numbered && first !== '' && !isRowNumber(first) ? 3 : 0;
        const fit = model.numbered || run.from <= 0 ? 0 : fitCost(text, 0, run, model.longest[0]);
        next.push({ cost: own + odd + fit, run, order, before: undefined });
        return;
      }
      let best: Way | undefined;
      for (const way of ways) {
        if (way.order > order) continue;
        const begins =
          way.order === order
            ? outside * OUTSIDE - own
            : startCost(model, index - 1, way.run) + fitCost(text, way.run.next, run, model.longest[index]);
        const cost = way.cost + own + begins;
        if (best === undefined || cost < best.cost) best = { cost, run, order, before: way };
      }
      if (best !== undefined) next.push(best);
    });
    ways = next;
  });
  const last = model.gaps.length - 1;
  let best: Way | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const way of ways) {
    const cost = way.cost + (way.run.next === Number.POSITIVE_INFINITY ? 0 : startCost(model, last, way.run));
    if (cost < bestCost) [best, bestCost] = [way, cost];
  }
  const chosen: Run[] = [];
  for (let way = best; way !== undefined; way = way.before) chosen.unshift(way.run);
  return chosen;
}

/** What a word that begins behind `run` costs as the first one of the column behind border `index`. */
function startCost(model: Model, index: number, run: Run): number {
  const gap = model.gaps[index];
  if (gap === undefined || run.next === Number.POSITIVE_INFINITY) return 0;
  const distance = run.next - gap.to - 1;
  const habit = model.habits?.[index];
  if (habit === undefined) return Math.min(FARTHEST_START, Math.abs(distance) * (gap.flush && isWide(run) ? 0.6 : 0.1));
  const starts = isWide(run) ? habit.wide : habit.single;
  let often = FAR * Math.exp(-Math.abs(distance) / (!isWide(run) && distance < 0 ? 8 : 3)) + 0.001;
  NEAR.forEach((weight, near) => {
    often += weight * (starts.at.get(distance + near) ?? 0);
    if (near > 0) often += weight * (starts.at.get(distance - near) ?? 0);
  });
  return -Math.log(often / (starts.count + 1));
}

/** What it costs to have the text `from` … `run` in a column, by its usual length; a text that touches the next is long. */
function fitCost(text: string, from: number, run: Run, longest: number | undefined): number {
  if (longest === undefined || run.from <= from) return 0;
  const length = naturalLength(text, from, run.from);
  if (length > longest + 1) return 0.5 * (length - longest - 1);
  return isWide(run) ? 0 : 0.15 * Math.max(0, longest - 10 - length);
}

/** How much words that begin so many characters away count, and how much any line without an example does. */
const NEAR = [1, 0.4, 0.2, 0.1];
const FAR = 0.3;

/** How much the blanks themselves, and the words on both sides, speak for a border there. */
function evidenceOf(
  text: string,
  run: Run,
  { justified, deadlines }: { readonly justified: boolean; readonly deadlines: readonly LineDeadline[] },
): number {
  if (run.from <= 0 || run.next === Number.POSITIVE_INFINITY) return 3;
  const advice = borderAdvice(text, run.from, run.next, deadlines);
  const width = run.next - run.from;
  if (width === 1) return advice;
  return (justified ? Math.min(1.5, 0.3 * width) : Math.min(5, 2 + width)) + (justified ? 0.7 : 0.2) * advice;
}
