/** A way to share the words of a line among columns: `ends[c]` is the end (excluded) of the piece of column `c`. */
export type Split = { readonly cost: number; readonly ends: readonly number[] };

/** Costs of a line's pieces. Positions count the words of the line, from 0 to `count`. */
export type SplitCosts = {
  readonly count: number;
  readonly columns: number;
  /** Cost of words `from`…`to` in the column, whatever stood above. */
  readonly piece: (column: number, from: number, to: number) => number;
  /** Cost of a piece of the column that begins with word `from`, given the lines above. */
  readonly begin: (column: number, from: number) => number;
  /** Cost of leaving the column empty in this line. */
  readonly empty: (column: number) => number;
};

type Partial = { cost: number; from: number; rank: number };

/** The `most` cheapest splits of a line, cheapest first. */
export function bestSplits(costs: SplitCosts, most: number): Split[] {
  const { count, columns } = costs;
  const width = count + 1;
  const best: Partial[][] = Array.from({ length: (columns + 1) * width }, () => []);
  best[0] = [{ cost: 0, from: -1, rank: -1 }];
  for (let column = 0; column < columns; column += 1) {
    const empty = costs.empty(column);
    for (let from = 0; from <= count; from += 1) {
      const here = best[column * width + from] ?? [];
      if (here.length === 0) continue;
      offer(best[(column + 1) * width + from], here, empty, from, most);
      if (from === count) continue;
      const begin = costs.begin(column, from);
      if (begin === Infinity) continue;
      for (let to = from + 1; to <= count; to += 1) {
        // The last column takes all that is left.
        if (column === columns - 1 && to < count) continue;
        offer(best[(column + 1) * width + to], here, begin + costs.piece(column, from, to), from, most);
      }
    }
  }
  return (best[columns * width + count] ?? []).map((last) => {
    const ends: number[] = [];
    let at = count;
    let partial: Partial | undefined = last;
    for (let column = columns; column > 0 && partial !== undefined; column -= 1) {
      ends.push(at);
      at = partial.from;
      partial = best[(column - 1) * width + at]?.[partial.rank];
    }
    return { cost: last.cost, ends: ends.reverse() };
  });
}

function offer(
  list: Partial[] | undefined,
  sources: readonly Partial[],
  added: number,
  from: number,
  most: number,
): void {
  if (list === undefined || added === Infinity) return;
  for (let rank = 0; rank < sources.length; rank += 1) {
    const cost = (sources[rank]?.cost ?? Infinity) + added;
    const last = list.length >= most ? (list[most - 1]?.cost ?? Infinity) : Infinity;
    if (cost >= last) return;
    let place = list.length;
    while (place > 0 && (list[place - 1]?.cost ?? 0) > cost) place -= 1;
    list.splice(place, 0, { cost, from, rank });
    if (list.length > most) list.pop();
  }
}
