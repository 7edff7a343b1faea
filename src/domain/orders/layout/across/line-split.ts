/** A way to share the words of a line among columns: `ends[c]` is the end (excluded) of the piece of column `c`. */
export type Split = { readonly cost: number; readonly ends: readonly number[] };

/** Costs of a line's pieces. Positions count the words of the line, from 0 to `count`. */
export type SplitCosts = {
  readonly count: number;
  /** Cost of words `from`…`to` in the column, whatever stood above, at `pieceAt(column, from, to, count)`; Infinity for none. */
  readonly pieces: Float64Array;
  /** Cost of a piece of the column that begins with word `from`, given the lines above. */
  readonly begin: (column: number, from: number) => number;
  /** Cost of leaving the column empty in this line. */
  readonly empty: (column: number) => number;
};

export function pieceAt(column: number, from: number, to: number, count: number): number {
  return (column * (count + 1) + from) * (count + 1) + to;
}

/** Splits kept for each place. */
const KEPT = 2;

/** Finds the two cheapest splits of a line (one when there is no other), cheapest first. */
export type BestSplits = (costs: SplitCosts) => Split[];

/** For lines of up to `most` words; the tables of one line are used again for the next. */
export function lineSplitter(columns: number, most: number): BestSplits {
  const size = (columns + 1) * (most + 1) * KEPT;
  const tables = { best: new Float64Array(size), source: new Int32Array(size) };
  return (costs) => bestSplits(costs, columns, tables);
}

// `source` tells where a kept split came from: its place in `best` in the column before.
type Tables = { readonly best: Float64Array; readonly source: Int32Array };

function bestSplits({ count, pieces, begin, empty }: SplitCosts, columns: number, { best, source }: Tables): Split[] {
  const width = count + 1;
  best.fill(Infinity, 0, (columns + 1) * width * KEPT);
  best[0] = 0;
  const offer = (target: number, from: number, cost: number): void => {
    if (cost < (best[target] ?? Infinity)) {
      best[target + 1] = best[target] ?? Infinity;
      source[target + 1] = source[target] ?? -1;
      best[target] = cost;
      source[target] = from;
    } else if (cost < (best[target + 1] ?? Infinity)) {
      best[target + 1] = cost;
      source[target + 1] = from;
    }
  };
  for (let column = 0; column < columns; column += 1) {
    const emptyCost = empty(column);
    for (let from = 0; from <= count; from += 1) {
      const here = (column * width + from) * KEPT;
      const first = best[here] ?? Infinity;
      if (first === Infinity) continue;
      const second = best[here + 1] ?? Infinity;
      const next = (column + 1) * width * KEPT;
      offer(next + from * KEPT, here, first + emptyCost);
      if (second < Infinity) offer(next + from * KEPT, here + 1, second + emptyCost);
      if (from === count) continue;
      const beginCost = begin(column, from);
      if (beginCost === Infinity) continue;
      // The last column takes all that is left.
      for (let to = column === columns - 1 ? count : from + 1; to <= count; to += 1) {
        const piece = pieces[pieceAt(column, from, to, count)] ?? Infinity;
        // Words too many for the column: more are too many as well.
        if (piece === Infinity) break;
        const added = beginCost + piece;
        offer(next + to * KEPT, here, first + added);
        if (second < Infinity) offer(next + to * KEPT, here + 1, second + added);
      }
    }
  }
  const splits: Split[] = [];
  for (let rank = 0; rank < KEPT; rank += 1) {
    const end = (columns * width + count) * KEPT + rank;
    const cost = best[end] ?? Infinity;
    if (cost === Infinity) continue;
    const ends: number[] = [];
    let state = end;
    for (let column = columns; column > 0; column -= 1) {
      ends.push(Math.floor(state / KEPT) % width);
      state = source[state] ?? 0;
    }
    splits.push({ cost, ends: ends.reverse() });
  }
  return splits;
}
