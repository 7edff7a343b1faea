import { lineEndCost, successionCosts } from '#domain/orders/layout/across/agreement.ts';
import type { AcrossText } from '#domain/orders/layout/across/across-lines.ts';
import type { AcrossModel, Piece } from '#domain/orders/layout/across/across-model.ts';
import { bestSplits, pieceAt, type Split } from '#domain/orders/layout/across/line-split.ts';
import { repeatedPairs } from '#domain/orders/layout/across/repeated-pairs.ts';
import { isTimeWord, isStrongTimeWord } from '#domain/orders/layout/flow/cell-grammars.ts';
import { firstWordCost } from '#domain/orders/layout/flow/column-model.ts';
import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';
import { numberCost } from '#domain/orders/layout/flow/row-numbers.ts';
import { sectionCost, sectionStyle } from '#domain/orders/layout/flow/section-lines.ts';

export type AcrossRow =
  | { readonly kind: 'cells'; readonly pieces: readonly Piece[]; readonly from: number; readonly to: number }
  | { readonly kind: 'section'; readonly from: number; readonly to: number };

export type AcrossGuess = { readonly rows: readonly AcrossRow[]; readonly to: number; readonly cost: number };

const LONGEST_ROW = 40;
const LONGEST_SECTION = 4;
const STATES = 4;
const ROW_COST = 3;
const GAP = 5;
const BAR_INSIDE = 4;
const BORDER = 0.7;
const OUTSIDE_COST = 0.2;
/** Rows begin only where the lines before were read about as well as any. */
const BEAM = 14;
const NEIGHBOURHOOD = 12;
/** A row in the making is given up when the lines so far are read so much better without it. */
const ROW_BEAM = 12;
/** A piece may pass the width of its column by so much before it is out of the question. */
const FAR_TOO_LONG = 1.6;

/** How far a column of the row has come: nothing yet, its last piece, or ended. */
type Column = {
  readonly status: 'before' | 'open' | 'ended';
  readonly first: number;
  readonly end: number;
  readonly open: boolean;
};
type State = {
  readonly cost: number;
  readonly columns: readonly Column[];
  readonly pieces: readonly (readonly number[])[];
  readonly number: number;
  readonly strong: number;
  readonly strange: number;
};

/**
 * The likeliest division of lines into rows, and of each line into pieces of cells.
 *
 * Over the lines runs a dynamic program whose steps are rows and sections; inside a row a few best states are kept from
 * line to line, each split in its best ways given where its cells stopped in the line above.
 */
export function segmentAcross(text: AcrossText, model: AcrossModel): AcrossGuess {
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
  const style = sectionStyle(words, model.roles.includes('number'));
  for (let line = 0; line < lines; line += 1) {
    const start = rowBest[line] ?? Infinity;
    if (start === Infinity) continue;
    // Costs may rise for good where lines are damaged, so only the neighbourhood is compared.
    const bestEnd = Math.min(...rowBest.subarray(Math.max(0, line - NEIGHBOURHOOD), line + 1));
    if (start > bestEnd + BEAM) continue;
    for (let to = line + 1; to <= Math.min(lines, line + LONGEST_SECTION); to += 1) {
      const lastRow = words[lastNumber[line] ?? -1]?.traits.number ?? null;
      const cost =
        start + sectionCost(words, lineStarts[line] ?? 0, lineStarts[to] ?? words.length, { lastRow, style });
      if (cost >= (rowBest[to] ?? Infinity)) continue;
      rowBest[to] = cost;
      rowFrom[to] = line;
      rowState[to] = null;
      lastNumber[to] = lastNumber[line] ?? -1;
      fresh[to] = 1;
    }
    const known = lastNumber[line] ?? -1;
    let states: State[] = [
      {
        cost: start + ROW_COST,
        columns: model.roles.map(() => ({ status: 'before', first: 0, end: 0, open: false })),
        pieces: [],
        number: known,
        strong: 0,
        strange: 0,
      },
    ];
    for (let to = line + 1; to <= Math.min(lines, line + LONGEST_ROW) && states.length > 0; to += 1) {
      states = costs.extend(states, to - 1, to - 1 === line, fresh[line] === 1);
      const limit = Math.min((rowBest[to] ?? Infinity) + ROW_BEAM, bestEnd + 3 * BEAM);
      states = states.filter((state) => state.cost <= limit);
      for (const state of states) {
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
  let end = 0;
  let endCost = Infinity;
  for (let line = 0; line <= lines; line += 1) {
    const cost = (rowBest[line] ?? Infinity) + OUTSIDE_COST * (words.length - (lineStarts[line] ?? words.length));
    if (cost < endCost) [end, endCost] = [line, cost];
  }
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
  return { rows: rows.reverse(), to: lineStarts[end] ?? 0, cost: endCost };
}

function piecesOf(state: State, lineStarts: readonly number[], firstLine: number): Piece[] {
  const pieces: Piece[] = [];
  const seen = new Map<number, number>();
  state.pieces.forEach((ends, index) => {
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

const REPEATED_PAIR = -0.8;
/** A cell that stops inside quotation marks or brackets. */
const OPEN_MARK = 2;

/** A line that a row reaches: its first word, how many it has, whether the row begins with it, and is the first of a section. */
type LinePlace = { readonly offset: number; readonly count: number; readonly first: boolean; readonly fresh: boolean };

type LineCosts = {
  /** The states behind one more line. */
  readonly extend: (states: readonly State[], line: number, first: boolean, fresh: boolean) => State[];
  /** Cost of ending the row here. */
  readonly close: (state: State) => number;
};

function lineCosts(text: AcrossText, model: AcrossModel): LineCosts {
  const { words, barBefore, lineStarts } = text;
  const { roles, widths } = model;
  const deadlineColumn = roles.indexOf('deadline');
  const bars = new Int32Array(words.length + 2);
  const strong = new Int32Array(words.length + 1);
  const strange = new Int32Array(words.length + 1);
  words.forEach((word, index) => {
    bars[index + 1] = (bars[index] ?? 0) + (barBefore[index] === true ? 1 : 0);
    strong[index + 1] = (strong[index] ?? 0) + (isStrongTimeWord(word) ? 1 : 0);
    strange[index + 1] = (strange[index] ?? 0) + (isTimeWord(word) ? 0 : 1);
  });
  const successions = new Float64Array(words.length + 1);
  const lineEnds = new Float64Array(words.length + 1);
  const repeated = repeatedPairs(words);
  const agreement = successionCosts(words);
  const succession = (before: number, word: number) =>
    agreement(before, word) + (repeated(before, word) ? REPEATED_PAIR : 0);
  words.forEach((word, index) => {
    successions[index + 1] = (successions[index] ?? 0) + (index === 0 ? 0 : succession(index - 1, index));
    lineEnds[index + 1] = lineEndCost(word.text);
  });
  const length = (from: number, to: number) => (words[to - 1]?.to ?? 0) - (words[from]?.from ?? 0);

  const piece = (column: number, from: number, to: number): number => {
    const role = roles[column];
    if (role === 'number') return to - from === 1 ? 0 : Infinity;
    const costs = model.wordCosts[column];
    let cost = BORDER + (role === 'deadline' ? 1.6 : 1) * ((costs?.[to] ?? 0) - (costs?.[from] ?? 0));
    const width = widths[column] ?? Infinity;
    const over = length(from, to) - width;
    if (over > 0) cost += Math.min(9, (over / width) * 18);
    cost += (successions[to] ?? 0) - (successions[from + 1] ?? 0) + (lineEnds[to] ?? 0);
    cost += BAR_INSIDE * ((bars[to] ?? 0) - (bars[from + 1] ?? 0));
    return cost;
  };

  const timing = (column: number, first: boolean): number => (first ? model.prompt[column] : model.late[column]) ?? 0;

  const beginCell = (column: number, word: FlowWord): number => {
    const starts = word.traits.startsCapital || word.traits.bullet || /^[\d№%]/u.test(word.text);
    return ((starts ? model.capital[column] : model.small[column]) ?? 0) + firstWordCost(model, column, word);
  };

  const goOn = (column: number, above: Column, next: number): number => {
    const last = words[above.end - 1];
    const word = words[next];
    if (last === undefined || word === undefined) return 0;
    const width = widths[column] ?? Infinity;
    const before = length(above.first, above.end);
    const slack = width - (before + 1 + (word.to - word.from));
    let cost = 0;
    if (slack > 0.08 * width && width !== Infinity) {
      const paragraph =
        word.traits.bullet || last.traits.closes || (word.traits.startsCapital && roles[column] === 'responsible');
      cost += Math.min(3, (slack / width) * 5) * (paragraph ? 0.4 : 1);
    } else cost -= 0.6;
    if (last.traits.unfinished) cost -= 0.8;
    else if (roles[column] === 'deadline' && isStrongTimeWord(last)) cost += 1;
    cost += succession(above.end - 1, next);
    if (word.traits.startsCapital && !last.traits.closes && !last.traits.unfinished)
      cost += roles[column] === 'responsible' ? 0.3 : 1;
    if (word.traits.startsCapital) cost += 0.7 * (model.announcers.get(word.traits.root) ?? 0);
    return cost;
  };

  const stop = (above: Column): number => {
    const last = words[above.end - 1];
    const unfinished = last?.traits.unfinished === true ? (last.text.endsWith(',') ? 2.5 : 4) : 0;
    return unfinished + (above.open ? OPEN_MARK : 0);
  };

  /** Whether a quotation mark or bracket is still open behind these words; one mark may shut two. */
  const staysOpen = (before: boolean, from: number, to: number): boolean => {
    let open = before;
    for (let index = from; index < to; index += 1) {
      const traits = words[index]?.traits;
      if (traits === undefined) continue;
      if (traits.shuts > 0 || traits.shutsBracket > 0) open = false;
      if (traits.opens > traits.shuts || traits.opensBracket > traits.shutsBracket) open = true;
    }
    return open;
  };

  const linePieces: (Float64Array | undefined)[] = [];
  const piecesOfLine = (line: number): Float64Array => {
    const known = linePieces[line];
    if (known !== undefined) return known;
    const offset = lineStarts[line] ?? 0;
    const count = (lineStarts[line + 1] ?? words.length) - offset;
    const pieces = new Float64Array(roles.length * (count + 1) * (count + 1)).fill(Infinity);
    for (let column = 0; column < roles.length; column += 1) {
      const longest = FAR_TOO_LONG * (widths[column] ?? Infinity);
      for (let from = 0; from < count; from += 1) {
        for (let to = from + 1; to <= count; to += 1) {
          if (to > from + 1 && length(offset + from, offset + to) > longest) break;
          pieces[pieceAt(column, from, to, count)] = piece(column, offset + from, offset + to);
        }
      }
    }
    linePieces[line] = pieces;
    return pieces;
  };

  const extend: LineCosts['extend'] = (states, line, first, fresh) => {
    const offset = lineStarts[line] ?? 0;
    const count = (lineStarts[line + 1] ?? words.length) - offset;
    if (count > 40) return [];
    const lineBreak = words[offset]?.before ?? Break.line;
    const startCost = (first ? model.rowBegins[lineBreak] : model.rowGoesOn[lineBreak]) ?? 0;
    const next: { readonly state: State; readonly ends: readonly number[]; readonly cost: number }[] = [];
    for (const state of states) {
      for (const { ends, cost } of splitsOfLine(state, line, { offset, count, first, fresh })) {
        const added = cost + startCost;
        next.push({ state, ends, cost: state.cost + added });
      }
    }
    next.sort((a, b) => a.cost - b.cost);
    return next.slice(0, STATES).map(({ state, ends, cost }) => follow(state, ends, offset, cost));
  };

  const splitsBy = new Map<number, Map<string, readonly Split[]>>();

  /** Rows that began on different lines often come to stand alike: then the line is split alike. */
  function splitsOfLine(state: State, line: number, place: LinePlace): readonly Split[] {
    let ofLine = splitsBy.get(line);
    if (ofLine === undefined) {
      ofLine = new Map();
      splitsBy.set(line, ofLine);
      splitsBy.delete(line - LONGEST_ROW);
    }
    const key = standing(state, place);
    let splits = ofLine.get(key);
    if (splits === undefined) {
      splits = splitAnew(state, line, place);
      ofLine.set(key, splits);
    }
    return splits;
  }

  /** All that the splits of the next line depend on. */
  function standing({ columns, number }: State, { first, fresh }: LinePlace): string {
    let key = first ? 'f' : '';
    for (let column = 0; column < columns.length; column += 1) {
      const above = columns[column];
      if (above === undefined) continue;
      if (roles[column] === 'number') key += above.status === 'before' ? `n${number}${fresh ? 'f' : ''};` : ';';
      else if (above.status === 'open') key += `${above.first},${above.end}${above.open ? 'o' : ''};`;
      else key += above.status === 'before' ? 'b;' : ';';
    }
    return key;
  }

  function splitAnew(state: State, line: number, { offset, count, first, fresh }: LinePlace): Split[] {
    return bestSplits({
      count,
      columns: roles.length,
      pieces: piecesOfLine(line),
      begin: (column, from) => {
        const word = words[offset + from];
        const above = state.columns[column];
        if (word === undefined || above === undefined) return Infinity;
        if (roles[column] === 'number') {
          if (above.status !== 'before' || from > 0 || word.traits.number === null) return Infinity;
          const known = state.number < 0 ? null : (words[state.number]?.traits.number ?? null);
          return numberCost(word.traits.number, known, fresh) + timing(column, first);
        }
        if (above.status === 'before') return beginCell(column, word) + timing(column, first);
        return above.status === 'open' ? goOn(column, above, offset + from) : GAP + (word.traits.startsCapital ? 1 : 0);
      },
      empty: (column) => {
        const above = state.columns[column];
        return above?.status === 'open' && roles[column] !== 'number' ? stop(above) : 0;
      },
    });
  }

  function follow(state: State, ends: readonly number[], offset: number, cost: number): State {
    let from = 0;
    let { number, strong: strongWords, strange: strangeWords } = state;
    const columns = state.columns.map((above, column): Column => {
      const to = ends[column] ?? from;
      const [first, end] = [offset + from, offset + to];
      from = to;
      if (end === first) return above.status === 'open' ? { ...above, status: 'ended' } : above;
      if (roles[column] === 'number') number = first;
      if (column === deadlineColumn) {
        strongWords += (strong[end] ?? 0) - (strong[first] ?? 0);
        strangeWords += (strange[end] ?? 0) - (strange[first] ?? 0);
      }
      return { status: 'open', first, end, open: staysOpen(above.status === 'open' && above.open, first, end) };
    });
    return {
      cost,
      columns,
      pieces: [...state.pieces, ends],
      number,
      strong: strongWords,
      strange: strangeWords,
    };
  }

  const close = (state: State): number => {
    let cost = 0;
    state.columns.forEach((above, column) => {
      if (above.status === 'before')
        cost += Math.min(model.empty[column] ?? 3, roles[column] === 'number' ? 2.5 : Infinity);
      else if (above.status === 'open') cost += roles[column] === 'number' ? 0 : stop(above);
    });
    if (deadlineColumn >= 0 && state.columns[deadlineColumn]?.status !== 'before') {
      cost += state.strong === 0 ? 4 : state.strange === 0 ? -2.5 : 0.8 * state.strange - 1;
    }
    return cost;
  };

  return { extend, close };
}
