import type { TextLine } from '#domain/orders/layout/pages/text-line.ts';
import { lineOf } from '#domain/orders/layout/pages/text-line.ts';
import { piecesOf } from '#domain/orders/layout/pages/text-flow.ts';

/** A strip between two columns that holds no word, in points. */
export type Gutter = { readonly from: number; readonly to: number };

/** Gap within a line, in font sizes, that may part columns: cells keep a small distance from their edges. */
const PIECE_GAP = 0.85;
/** Narrowest strip between two columns, in font sizes: narrow, but no gap between words stays free on many lines. */
const NARROWEST = 0.28;
/** Lines nearer than this, in font sizes, belong to cells of one row. */
const OVERLAP = 0.8;
/** Words of a line beyond any printed table. */
const CROWDED = 150;
/** Lines tried as the pattern that the others are compared with. */
const PATTERNS = 16;
/** Share of lines with pieces that must agree on the strips. */
const AGREEMENT = 0.7;
/** Share of lines that may cross a free strip (titles of sections), and that must be printed on both sides of it. */
const CROSSING = 0.1;
const BESIDE = 0.2;
/** Width of a free strip in font sizes: more than a space between words. */
const STRIP = 0.4;
/** Distance of an edge from the column behind it, in font sizes, at most. */
const BEFORE = 0.5;
/** Points beyond any page. */
const LONGEST_LINE = 5000;

/**
 * Lines of three pieces at least: only rows of tables look so. Where cells are centred vertically, their lines stand
 * half a line apart: lines that overlap are looked at together.
 */
export function tabularLines(lines: readonly TextLine[], pieces = 3): TextLine[] {
  return lines
    .filter((line) => line.runs.length <= CROWDED)
    .map((line, index, own) => {
      const next = own[index + 1];
      return next !== undefined && next.top - line.top < OVERLAP * line.size
        ? lineOf([...line.runs, ...next.runs])
        : line;
    })
    .filter((line) => piecesOf(line, PIECE_GAP).length >= pieces);
}

/**
 * The strips that most tabular lines leave free, two at least (three columns); null when the lines do not agree, as in
 * loosely justified text.
 */
export function guttersOf(lines: readonly TextLine[]): Gutter[] | null {
  if (lines.length < 3) return null;
  let best: Gutter[] | null = null;
  let bestWorth = 0;
  const step = Math.max(1, Math.floor(lines.length / PATTERNS));
  const patterns = lines.filter((_, index) => index % step === 0).map(gapsOf);
  for (const pattern of [...patterns, freeStrips(lines)]) {
    const { gutters, agreed } = agreement(pattern, lines);
    const worth = gutters.length * gutters.length * agreed;
    if (gutters.length < 2 || agreed < AGREEMENT * lines.length || worth <= bestWorth) continue;
    bestWorth = worth;
    best = gutters;
  }
  return best;
}

/** Whether the line leaves every strip free, or fills a cell of its own up to the next column. */
export function keepsFree(line: TextLine, gutters: readonly Gutter[]): boolean {
  const isFree = !line.runs.some((run) =>
    gutters.some((gutter) => run.x < gutter.to - 1 && run.x + run.width > gutter.from + 1),
  );
  return isFree || fillsCells(line, gutters);
}

/**
 * Whether the line reaches into strips without crossing any, and its wide gaps lie over strips: a full cell that ends
 * close to the next one. A title over the columns has no wide gaps, loosely justified prose has them everywhere.
 */
function fillsCells(line: TextLine, gutters: readonly Gutter[]): boolean {
  const gaps = gapsOf(line);
  const isOver = (gap: Gutter): boolean => gutters.some(({ from, to }) => gap.from < to && gap.to > from);
  return (
    gaps.length > 0 &&
    gaps.every(isOver) &&
    !line.runs.some((run) => gutters.some(({ from, to }) => run.x < from - 0.5 && run.x + run.width > to + 0.5))
  );
}

/** The strips as far as the line leaves them free; a strip that becomes too narrow is left out. */
export function narrowed(gutters: readonly Gutter[], line: TextLine): Gutter[] {
  const kept: Gutter[] = [];
  for (const gutter of gutters) {
    let parts: Gutter[] = [gutter];
    for (const run of line.runs) {
      const [left, right] = [run.x, run.x + run.width];
      parts = parts.flatMap((part) => {
        if (right <= part.from || left >= part.to) return [part];
        return [
          { from: part.from, to: Math.min(part.to, left) },
          { from: Math.max(part.from, right), to: part.to },
        ].filter(({ from, to }) => to - from > 0);
      });
    }
    const widest = parts.reduce<Gutter | null>(
      (most, part) => (most === null || part.to - part.from > most.to - most.from ? part : most),
      null,
    );
    if (widest !== null && widest.to - widest.from >= NARROWEST * line.size) kept.push(widest);
  }
  return kept;
}

/**
 * Edges of the columns: the outermost ink, and within the strips the place near the column behind: most columns begin at
 * one edge, and only their longest lines show how far they reach.
 */
export function edgesOf(gutters: readonly Gutter[], lines: readonly TextLine[]): number[] {
  const left = Math.min(...lines.map((line) => line.left)) - 2;
  const right = Math.max(...lines.map((line) => line.right)) + 2;
  const size = Math.min(...lines.map((line) => line.size));
  return [left, ...gutters.map(({ from, to }) => Math.max((from + to) / 2, to - BEFORE * size)), right];
}

function gapsOf(line: TextLine): Gutter[] {
  const gaps: Gutter[] = [];
  let right = -Infinity;
  for (const run of line.runs) {
    if (right > -Infinity && run.x - right > PIECE_GAP * line.size) gaps.push({ from: right, to: run.x });
    right = Math.max(right, run.x + run.width);
  }
  return gaps;
}

/**
 * Strips that nearly all lines leave free: where cells are filled up to their edges, no line alone shows more than the
 * space between words. Of a strip both sides must be printed on many lines, or it lies in an empty part of the page.
 */
function freeStrips(lines: readonly TextLine[]): Gutter[] {
  const runs = lines.flatMap((line) => line.runs);
  const right = Math.min(LONGEST_LINE, Math.ceil(Math.max(...runs.map((run) => run.x + run.width))));
  const steps: number[] = Array.from({ length: right + 2 }, () => 0);
  for (const run of runs) {
    const [from, to] = [Math.max(0, Math.round(run.x)), Math.min(right, Math.round(run.x + run.width))];
    if (from >= to) continue;
    steps[from] = (steps[from] ?? 0) + 1;
    steps[to] = (steps[to] ?? 0) - 1;
  }
  const size = Math.max(...lines.map((line) => line.size));
  const strips: Gutter[] = [];
  let inked = 0;
  let from: number | null = null;
  steps.forEach((step, place) => {
    inked += step;
    const isFree = inked <= CROSSING * lines.length;
    if (isFree) from ??= place;
    if (isFree && place < right) return;
    if (from !== null && from > 0 && place - from >= STRIP * size && place < right) strips.push({ from, to: place });
    from = null;
  });
  return strips.filter((strip, index) => {
    const [before, behind] = [strips[index - 1]?.to ?? 0, strips[index + 1]?.from ?? Infinity];
    const beside = lines.filter(
      (line) =>
        line.runs.some((run) => run.x + run.width > before + 1 && run.x + run.width <= strip.from + 1) &&
        line.runs.some((run) => run.x >= strip.to - 1 && run.x < behind - 1),
    );
    return beside.length >= Math.max(3, BESIDE * lines.length);
  });
}

function agreement(pattern: readonly Gutter[], lines: readonly TextLine[]): { gutters: Gutter[]; agreed: number } {
  let gutters = [...pattern];
  let agreed = 0;
  for (const line of lines) {
    const next = narrowed(gutters, line);
    if (next.length < gutters.length) continue;
    gutters = next;
    agreed += 1;
  }
  return { gutters, agreed };
}
