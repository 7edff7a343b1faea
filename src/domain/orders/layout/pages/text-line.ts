import type { PositionedRun } from '#domain/orders/raw-document.ts';

/** A physical line of text: words joined, with its box on the page in points. */
export type TextLine = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Font size of the greater part of the line. */
  readonly size: number;
  readonly font: string;
  readonly runs: readonly PositionedRun[];
};

/** Share of the font size from which a gap between two words means a space where the file has written none. */
const SPACE = 0.14;

type Placed = {
  readonly run: PositionedRun;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly size: number;
};

/** The lines that the runs form, from top to bottom; within a line from left to right. Turned text is read its own way. */
export function linesOf(runs: readonly PositionedRun[]): TextLine[] {
  const upright = runs.filter((run) => run.turn === undefined);
  if (upright.length === runs.length) return linesInDirection(upright.map(placeUpright));
  const lines = linesInDirection(upright.map(placeUpright));
  for (const turn of [90, 270, 180] as const) {
    const turned = runs.filter((run) => run.turn === turn);
    lines.push(...linesInDirection(turned.map((run) => placeTurned(run, turn))));
  }
  return lines;
}

/** One line made of runs that stand on it, whatever the order they come in. */
export function lineOf(runs: readonly PositionedRun[]): TextLine {
  return joinPlaced(runs.map(placeUpright));
}

function placeUpright(run: PositionedRun): Placed {
  return { run, left: run.x, right: run.x + run.width, top: run.y, size: run.height };
}

function placeTurned(run: PositionedRun, turn: 90 | 180 | 270): Placed {
  const { x, y, width, height } = run;
  if (turn === 90) return { run, left: -(y + height), right: -y, top: x, size: width };
  if (turn === 270) return { run, left: y, right: y + height, top: -(x + width), size: width };
  return { run, left: -(x + width), right: -x, top: -(y + height), size: height };
}

function linesInDirection(placed: readonly Placed[]): TextLine[] {
  const bySize = [...placed].sort((a, b) => middle(a) - middle(b));
  const lines: { items: Placed[]; middle: number; size: number }[] = [];
  for (const item of bySize) {
    // Only the last lines can be near: the items come from top to bottom.
    const line = lines
      .slice(-4)
      .find(
        (near) =>
          Math.abs(near.middle - middle(item)) <
          0.5 * Math.min(near.size, item.size) + 0.12 * Math.abs(near.size - item.size),
      );
    if (line === undefined) {
      lines.push({ items: [item], middle: middle(item), size: item.size });
      continue;
    }
    line.items.push(item);
    // The largest letters say where the line is, not an exponent that happened to come first.
    if (item.size > line.size * 1.05) {
      line.size = item.size;
      line.middle = middle(item);
    }
  }
  return lines.sort((a, b) => a.middle - b.middle).map((line) => joinPlaced(line.items));
}

function middle(item: Placed): number {
  return item.top + item.size / 2;
}

function joinPlaced(items: readonly Placed[]): TextLine {
  const sorted = [...items].sort((a, b) => a.left - b.left);
  const size = mainSize(sorted);
  let text = '';
  let last: Placed | undefined;
  for (const item of sorted) {
    const word = raised(item, sorted, size);
    const apart = last !== undefined && item.left - last.right > SPACE * Math.max(item.size, last.size);
    if (text !== '' && !text.endsWith(' ') && apart) text += ' ';
    text += word;
    last = item;
  }
  const runs = sorted.map((item) => item.run);
  const main = sorted.reduce<Placed | undefined>(
    (best, item) => (best === undefined || length(item) > length(best) ? item : best),
    undefined,
  );
  return {
    text: text.trimEnd(),
    left: runs.reduce((least, run) => Math.min(least, run.x), Infinity),
    right: runs.reduce((most, run) => Math.max(most, run.x + run.width), -Infinity),
    top: runs.reduce((least, run) => Math.min(least, run.y), Infinity),
    bottom: runs.reduce((most, run) => Math.max(most, run.y + run.height), -Infinity),
    size,
    font: main?.run.font ?? '',
    runs,
  };
}

function length(item: Placed): number {
  return item.right - item.left;
}

/** The size that most of the line's width is set in. */
function mainSize(items: readonly Placed[]): number {
  const widths = new Map<number, number>();
  for (const item of items) {
    const key = Math.round(item.size * 10) / 10;
    widths.set(key, (widths.get(key) ?? 0) + length(item) + 0.01);
  }
  return [...widths].reduce<readonly [number, number]>((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Numbers of footnotes stay apart from the words: «школ¹», not «школ1». */
function raised(item: Placed, line: readonly Placed[], size: number): string {
  const { text } = item.run;
  if (item.size > 0.8 * size || !/^\d{1,2}\s?$/u.test(text)) return text;
  const around = line.find((other) => other.size > item.size && Math.abs(other.right - item.left) < size);
  if (around === undefined || middle(item) > middle(around)) return text;
  return text.replace(/\d/gu, (digit) => RAISED_DIGITS.charAt(Number(digit)));
}
