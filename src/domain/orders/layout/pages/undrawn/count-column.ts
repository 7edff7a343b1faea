import type { TextLine } from '#domain/orders/layout/pages/text-line.ts';
import { ROW_NUMBER } from '#domain/orders/layout/pages/row-halves.ts';
import type { Gutter } from '#domain/orders/layout/pages/undrawn/gap-columns.ts';

/** Numbers that must stand in the column, and share of them that must be one more than the number above. */
const FEWEST = 3;
const CONSECUTIVE = 0.8;
/** Share of numbers that texts at the common left edge must follow, and of other lines that must begin there. */
const FOLLOWED = 0.8;
const ALIGNED = 0.7;
/** Points by which the left edge of a column may vary. */
const SAME_EDGE = 1.5;

/**
 * The strips with one more in front: between numbers and the texts that they count, where both stand too close to show a
 * strip, as in spreadsheets that set numbers to the right and texts to the left. The numbers themselves tell: they
 * count on from line to line, and all other texts begin behind them at one edge.
 */
export function withCountColumn(gutters: readonly Gutter[], lines: readonly TextLine[]): Gutter[] {
  const [first, second] = gutters;
  if (first === undefined) return [];
  const strip = countStrip(lines, -Infinity, first.from);
  if (strip !== null) return [strip, ...gutters];
  // Only the title «№ п/п» stands at the left edge, the numbers at the right one.
  const moved = second === undefined ? null : countStrip(lines, first.from, second.from);
  return moved === null ? [...gutters] : [moved, ...gutters.slice(1)];
}

function countStrip(lines: readonly TextLine[], left: number, limit: number): Gutter | null {
  const own = lines.map((line) => line.runs.filter((run) => run.x >= left && run.x < limit));
  const counted = own.filter((runs) => runs.length > 1 && ROW_NUMBER.test(runs[0]?.text.trim() ?? ''));
  if (counted.length < FEWEST || !countsOn(counted.map((runs) => Number.parseInt(runs[0]?.text ?? '', 10)))) {
    return null;
  }
  const right = Math.max(...counted.map(([number]) => (number === undefined ? 0 : number.x + number.width)));
  const edge = mostCommon(counted.map((runs) => runs[1]?.x ?? 0));
  const begins = (x: number | undefined): boolean => x !== undefined && Math.abs(x - edge) <= SAME_EDGE;
  const followed = counted.filter((runs) => begins(runs[1]?.x)).length;
  const known = new Set(counted);
  const others = own.filter((runs) => runs.length > 0 && !known.has(runs));
  const aligned = others.filter((runs) => begins(runs[0]?.x)).length;
  const isColumn =
    right <= edge && others.length > 0 && followed >= FOLLOWED * counted.length && aligned >= ALIGNED * others.length;
  return isColumn ? { from: right, to: edge } : null;
}

function countsOn(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
  return steps.filter((step) => step === 1).length >= CONSECUTIVE * steps.length;
}

function mostCommon(places: readonly number[]): number {
  const count = (place: number): number => places.filter((other) => Math.abs(other - place) <= SAME_EDGE).length;
  return places.slice(0, 50).reduce((best, place) => (count(place) > count(best) ? place : best), places[0] ?? 0);
}
