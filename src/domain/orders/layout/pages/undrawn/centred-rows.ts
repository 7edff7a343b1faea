import type { TextLine } from '#domain/orders/layout/pages/text-line.ts';

/** Rows found around their numbers: first lines, and how far the numbers are from the middles, in points. */
export type CentredRows = { readonly starts: readonly number[]; readonly mean: number; readonly farthest: number };

/** More lines than this on one page are not weighed against one another. */
const LINE_LIMIT = 400;

/**
 * First lines of the rows when numbers stand in the vertical middle of their rows: the division in which every number is
 * nearest to the middle of its row. `numbers` are the lines that hold a number; null when there are too many lines.
 */
export function centredBounds(block: readonly TextLine[], numbers: readonly number[]): CentredRows | null {
  const first = numbers[0];
  if (first === undefined || block.length > LINE_LIMIT) return null;
  const offset = (from: number, to: number, number: number): number => {
    const [top, bottom] = [block[from]?.top ?? 0, block[to - 1]?.bottom ?? 0];
    const line = block[number];
    return line === undefined ? 0 : Math.abs((top + bottom) / 2 - (line.top + line.bottom) / 2);
  };
  const mayCut = openCuts(block);
  // Best division of the rows so far for each place where the next one may begin.
  let states = new Map<number, { cost: number; starts: number[] }>();
  for (let start = 0; start <= first; start += 1) states.set(start, { cost: 0, starts: [start] });
  numbers.forEach((number, index) => {
    const next = new Map<number, { cost: number; starts: number[] }>();
    const following = numbers[index + 1];
    const ends = following === undefined ? [block.length] : cutsBetween(number + 1, following, mayCut);
    for (const [start, { cost, starts }] of states) {
      for (const end of ends) {
        const total = cost + offset(start, end, number);
        const known = next.get(end);
        if (known === undefined || total < known.cost) next.set(end, { cost: total, starts: [...starts, end] });
      }
    }
    states = next;
  });
  const best = [...states.values()].reduce<{ cost: number; starts: number[] } | null>(
    (least, state) => (least === null || state.cost < least.cost ? state : least),
    null,
  );
  if (best === null) return null;
  const starts = best.starts.slice(0, -1);
  const offsets = numbers.map((number, index) =>
    offset(starts[index] ?? 0, best.starts[index + 1] ?? block.length, number),
  );
  // A row that the page cuts at its upper or lower end is not whole, and its number not in the middle of what is left.
  const whole = offsets.length > 4 ? offsets.slice(1, -1) : offsets;
  const mean = whole.reduce((sum, own) => sum + own, 0) / whole.length;
  return { starts, mean, farthest: Math.max(...whole) };
}

/** Places between lines at which no line of another column is cut. */
function openCuts(block: readonly TextLine[]): boolean[] {
  const tops: number[] = [];
  let top = Infinity;
  for (const line of [...block].reverse()) {
    top = Math.min(top, line.top);
    tops.unshift(top);
  }
  let bottom = -Infinity;
  return block.map((line, index) => {
    const isOpen = bottom - (tops[index] ?? 0) < 0.3 * line.size;
    bottom = Math.max(bottom, line.bottom);
    return isOpen;
  });
}

function cutsBetween(from: number, to: number, mayCut: readonly boolean[]): number[] {
  const all = Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => from + index);
  const open = all.filter((index) => mayCut[index] === true);
  return open.length > 0 ? open : all;
}
