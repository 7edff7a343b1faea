import { LEAST_CLOSE, LONGEST_ROW, lineCosts } from '#domain/orders/layout/across/line-costs.ts';
import type { State } from '#domain/orders/layout/across/line-costs.ts';
import type { AcrossText } from '#domain/orders/layout/across/across-lines.ts';
import type { AcrossModel } from '#domain/orders/layout/across/across-model.ts';
import type { Piece } from '#domain/orders/layout/across/piece.ts';
import { isStrongTimeWord } from '#domain/orders/layout/flow/cell-grammars.ts';

export type AcrossRow =
  | { readonly kind: 'cells'; readonly pieces: readonly Piece[]; readonly from: number; readonly to: number }
  | { readonly kind: 'section'; readonly from: number; readonly to: number };

/** The likeliest rows where each word behind the table costs so much. */
export type GuessUpTo = (outside: number) => AcrossGuess;

export type AcrossGuess = { readonly rows: readonly AcrossRow[]; readonly to: number; readonly cost: number };

const LONGEST_SECTION = 4;
const ROW_COST = 3;
/** Cost of each word left behind the table. */
export const OUTSIDE_COST = 0.2;
/** The same where lines are hard to read: better a doubtful table than none. */
export const FORCED_COST = 1.5;
/** Rows begin only where the lines before were read about as well as any. */
const BEAM = 14;
const NEIGHBOURHOOD = 12;
/** A row in the making is given up when the lines so far are read so much better without it. */
const ROW_BEAM = 12;

/**
 * The likeliest division of lines into rows, and of each line into pieces of cells.
 *
 * Over the lines runs a dynamic program whose steps are rows and sections; inside a row a few best states are kept from
 * line to line, each split in its best ways given where its cells stopped in the line above.
 */
export function segmentAcross(text: AcrossText, model: AcrossModel): GuessUpTo {
  const { words, lineStarts } = text;
  const lines = lineStarts.length - 1;
  const rowBest = new Float64Array(lines + 1).fill(Infinity);
  const rowFrom = new Int32Array(lines + 1).fill(-1);
  const rowState: (State | null)[] = Array.from({ length: lines + 1 }, () => null);
  const lastNumber = new Int32Array(lines + 1).fill(-1);
  const fresh = new Uint8Array(lines + 1);
  rowBest[0] = 0;
  fresh[0] = 1;
  const costs = lineCosts(text, model);
  const numbered = model.roles.includes('number');
  const known = text.facts.style(numbered);
  const style = !numbered && opensWithSection(text) ? { ...known, opensUnnumbered: true } : known;
  for (let line = 0; line < lines; line += 1) {
    const start = rowBest[line] ?? Infinity;
    if (start === Infinity) continue;
    // Costs may rise for good where lines are damaged, so only the neighbourhood is compared.
    const bestEnd = Math.min(...rowBest.subarray(Math.max(0, line - NEIGHBOURHOOD), line + 1));
    if (start > bestEnd + BEAM) continue;
    for (let to = line + 1; to <= Math.min(lines, line + LONGEST_SECTION); to += 1) {
      const lastRow = words[lastNumber[line] ?? -1]?.traits.number ?? null;
      const cost =
        start + text.facts.sectionCost(lineStarts[line] ?? 0, lineStarts[to] ?? words.length, { lastRow, style });
      if (cost >= (rowBest[to] ?? Infinity)) continue;
      rowBest[to] = cost;
      rowFrom[to] = line;
      rowState[to] = null;
      lastNumber[to] = lastNumber[line] ?? -1;
      fresh[to] = 1;
    }
    const numberedRow = lastNumber[line] ?? -1;
    let states: State[] = [
      {
        cost: start + ROW_COST,
        columns: model.roles.map(() => ({
          status: 'before',
          first: 0,
          end: 0,
          open: false,
          wrapped: false,
          top: 0,
          bottom: 0,
        })),
        ends: [],
        before: null,
        lines: 0,
        number: numberedRow,
        strong: 0,
        strange: 0,
      },
    ];
    for (let to = line + 1; to <= Math.min(lines, line + LONGEST_ROW) && states.length > 0; to += 1) {
      const limit = Math.min((rowBest[to] ?? Infinity) + ROW_BEAM, bestEnd + 3 * BEAM);
      states = costs.extend(states, to - 1, { first: to - 1 === line, fresh: fresh[line] === 1 }, limit);
      for (const state of states) {
        if (state.cost + LEAST_CLOSE >= (rowBest[to] ?? Infinity)) break;
        const cost = state.cost + costs.close(state);
        if (cost >= (rowBest[to] ?? Infinity)) continue;
        rowBest[to] = cost;
        rowFrom[to] = line;
        rowState[to] = state;
        lastNumber[to] = state.number;
        fresh[to] = 0;
      }
    }
  }
  return (outside) => {
    let end = 0;
    let endCost = Infinity;
    for (let line = 0; line <= lines; line += 1) {
      const cost = (rowBest[line] ?? Infinity) + outside * (words.length - (lineStarts[line] ?? words.length));
      if (cost < endCost) [end, endCost] = [line, cost];
    }
    return { rows: rowsUpTo(end, { rowFrom, rowState, text }), to: lineStarts[end] ?? 0, cost: endCost };
  };
}

type Steps = { readonly rowFrom: Int32Array; readonly rowState: readonly (State | null)[]; readonly text: AcrossText };

function rowsUpTo(end: number, { rowFrom, rowState, text: { words, lineStarts } }: Steps): AcrossRow[] {
  const rows: AcrossRow[] = [];
  for (let to = end; to > 0;) {
    const from = rowFrom[to] ?? -1;
    if (from < 0) break;
    const state = rowState[to] ?? null;
    const range = { from: lineStarts[from] ?? 0, to: lineStarts[to] ?? words.length };
    rows.push(
      state === null
        ? { kind: 'section', ...range }
        : { kind: 'cells', pieces: piecesOf(state, lineStarts, from), ...range },
    );
    to = from;
  }
  return rows.reverse();
}

/** A short first line without a deadline, above a line with one: the title of a section before the first row. */
function opensWithSection({ words, lineStarts }: AcrossText): boolean {
  const [first = 0, second = 0, third = 0] = lineStarts;
  const times = (from: number, to: number) => words.slice(from, to).some(isStrongTimeWord);
  return (
    second - first <= 8 && words[first]?.traits.startsCapital === true && !times(first, second) && times(second, third)
  );
}

function piecesOf(state: State, lineStarts: readonly number[], firstLine: number): Piece[] {
  const pieces: Piece[] = [];
  const seen = new Map<number, number>();
  endsByLine(state).forEach((ends, index) => {
    const offset = lineStarts[firstLine + index] ?? 0;
    let from = 0;
    ends.forEach((to, column) => {
      if (to > from) {
        const earlier = seen.get(column);
        const last = earlier === undefined ? undefined : pieces[earlier];
        if (earlier !== undefined && last !== undefined) pieces[earlier] = { ...last, ends: false };
        seen.set(column, pieces.length);
        pieces.push({
          column,
          from: offset + from,
          to: offset + to,
          begins: earlier === undefined,
          ends: true,
          below: index > 0,
        });
      }
      from = to;
    });
  });
  return pieces;
}

/** Where the pieces of each line of the row end. */
function endsByLine(last: State): (readonly number[])[] {
  const ends: (readonly number[])[] = [];
  for (let state = last; state.before !== null; state = state.before) ends.push(state.ends);
  return ends.reverse();
}
