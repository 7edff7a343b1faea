import type { AcrossText } from '#domain/orders/layout/across/across-lines.ts';
import type { AcrossModel } from '#domain/orders/layout/across/across-model.ts';
import { overflowCost, SLACK } from '#domain/orders/layout/across/column-widths.ts';
import { SPACE } from '#domain/orders/layout/across/text-width.ts';
import { lineSplitter, pieceAt, type Split } from '#domain/orders/layout/across/line-split.ts';
import { isStrongTimeWord } from '#domain/orders/layout/flow/cell-grammars.ts';
import { firstWordCost } from '#domain/orders/layout/flow/column-model.ts';
import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';
import { numberCost } from '#domain/orders/layout/flow/row-numbers.ts';

/** How far a column of the row has come: nothing yet, its last piece, or ended. */
type Column = {
  readonly status: 'before' | 'open' | 'ended';
  readonly first: number;
  readonly end: number;
  readonly open: boolean;
  /** The source tells that the text goes on in the next line. */
  readonly wrapped: boolean;
  /** Lines of the row before the first piece, and up to the last one (included). */
  readonly top: number;
  readonly bottom: number;
};
export type State = {
  readonly cost: number;
  readonly columns: readonly Column[];
  /** Ends of the pieces in its last line, the state before that line, and how many lines the row has. */
  readonly ends: readonly number[];
  readonly before: State | null;
  readonly lines: number;
  readonly number: number;
  readonly strong: number;
  readonly strange: number;
};

/** Lines that a row takes at most. */
export const LONGEST_ROW = 40;
const GAP = 5;
const BAR_INSIDE = 4;
const BORDER = 0.7;
/** A piece may pass the width of its column by so much before it is out of the question. */
const FAR_TOO_LONG = 1.6;
const STATES = 4;
/** Words that a line has at most. */
const LONGEST_LINE = 40;

/** Words with which a text goes on, but hardly ever begins. */
const BEGINS_NO_CELL = /^(?:и|или|а|но|на|из|для|от|об|о|при|над|под|из-за|их|его|также)$/u;
const LINK = /^(?:по|с|со|в|до|к|на|и|или)$/u;
const DASH = /^[-–—]$/u;
/** A line of one cell only that begins with a capital letter looks like the title of a section. */
const LONELY = 1.5;
/** A cell that stops inside quotation marks or brackets. */
const OPEN_MARK = 2;

/** Whether a row begins with the line, and is the first of a section. */
type RowPlace = { readonly first: boolean; readonly fresh: boolean };
/** A line that a row reaches: its first word, and how many it has. */
type LinePlace = RowPlace & { readonly offset: number; readonly count: number };

const WRAPPED = 3;

/** Lines of cells that stand in the middle may lie between the lines of others. */
const SKIPPED = 0.8;
/** Cost of each line by which a cell stands out of the middle of its row, beyond the first. */
const ASKEW = 1.2;

/** A state with the split of one more line, and what the state behind it costs. */
type Step = { readonly state: State; readonly ends: readonly number[]; readonly cost: number };

/** Splits of a line by the number of what they depend on, which is told column by column. */
type KnownSplits = { readonly numbers: Map<number, number>; readonly splits: (readonly Split[])[] };
const MARKS = 2 ** 20;

/** Puts the step among the cheapest ones, in order. */
function keepCheapest(steps: Step[], step: Step): void {
  let place = steps.length;
  while (place > 0 && (steps[place - 1]?.cost ?? 0) > step.cost) place -= 1;
  if (place >= STATES) return;
  steps.splice(place, 0, step);
  if (steps.length > STATES) steps.pop();
}

/** Nothing makes the end of a row cheaper than a deadline that has no word beside the purpose. */
export const LEAST_CLOSE = -2.5;

export type LineCosts = {
  /** The states behind one more line that cost `limit` at most. */
  readonly extend: (states: readonly State[], line: number, place: RowPlace, limit: number) => State[];
  /** Cost of ending the row here. */
  readonly close: (state: State) => number;
};

/** The costs of giving the words of the lines to the columns of a row. */
export function lineCosts(text: AcrossText, model: AcrossModel): LineCosts {
  const { words, lineStarts, width: length } = text;
  const { roles, widths } = model;
  const deadlineColumn = roles.indexOf('deadline');
  const { bars, strong, strange, bonds, bondBetween, dashes, successions, succession, lineEnds, starts } = text.facts;

  const piece = (column: number, from: number, to: number): number => {
    const role = roles[column];
    if (role === 'number') return to - from === 1 ? 0 : Infinity;
    const costs = model.wordCosts[column];
    let cost = BORDER + (role === 'deadline' ? 1.6 : 1) * ((costs?.[to] ?? 0) - (costs?.[from] ?? 0));
    const width = widths[column] ?? Infinity;
    cost += overflowCost(length(from, to), width);
    cost += (successions[to] ?? 0) - (successions[from + 1] ?? 0) + (lineEnds[to] ?? 0);
    if (
      model.standing === 'top' &&
      to - from > 1 &&
      starts(from) &&
      starts(to) &&
      words[from]?.traits.startsCapital === true
    )
      cost += LONELY;
    // «по | октябрь», «с | Сентябрь»: the link belongs to the cell before.
    if (
      role === 'deadline' &&
      to - from > 1 &&
      !starts(from) &&
      LINK.test(words[from]?.text ?? '') &&
      (bonds[from + 1] ?? 0) === 0
    )
      cost += 2.5;
    if (to - from > 1 && column === roles.length - 1 && dashes.has(to - 1)) cost += 2;
    cost += BAR_INSIDE * ((bars[to] ?? 0) - (bars[from + 1] ?? 0));
    return cost;
  };

  const timing = (column: number, first: boolean): number => (first ? model.prompt[column] : model.late[column]) ?? 0;

  const beginCell = (column: number, word: FlowWord): number => {
    const starts = word.traits.startsCapital || word.traits.bullet || /^[\d№%]/u.test(word.text);
    return (
      ((starts ? model.capital[column] : model.small[column]) ?? 0) +
      firstWordCost(model, column, word) +
      (BEGINS_NO_CELL.test(word.text) ? 3 : 0)
    );
  };

  const goOn = (column: number, above: Column, next: number): number => {
    const last = words[above.end - 1];
    const word = words[next];
    if (last === undefined || word === undefined) return 0;
    if (above.end === above.first + 1 && DASH.test(last.text)) return 4;
    const width = widths[column] ?? Infinity;
    const before = length(above.first, above.end);
    const slack = width - (before + SPACE + length(next, next + 1));
    let cost = 0;
    if (slack > SLACK * width && width !== Infinity) {
      const paragraph =
        word.traits.bullet || last.traits.closes || (word.traits.startsCapital && roles[column] === 'responsible');
      cost += Math.min(3, (slack / width) * 5) * (paragraph ? 0.4 : 1);
    } else cost -= 0.6;
    if (last.traits.unfinished) cost -= 0.8;
    else if (roles[column] === 'deadline' && isStrongTimeWord(last)) cost += 1;
    if (roles[column] === 'deadline') cost -= 0.3 * bondBetween(above.end - 1, next);
    cost += succession(above.end - 1, next);
    if (word.traits.startsCapital && !last.traits.closes && !last.traits.unfinished)
      cost += roles[column] === 'responsible' ? 0.3 : 1;
    if (word.traits.startsCapital) cost += 0.7 * (model.announcers.get(word.traits.root) ?? 0);
    return cost;
  };

  /** The cell had a piece in the line above, or may have left it out for others that stand half a line off. */
  const mayGoOn = (above: Column, lines: number): boolean =>
    above.status === 'open' || (above.status === 'ended' && model.standing === 'middle' && above.bottom === lines - 1);

  const stop = (above: Column): number => {
    const last = words[above.end - 1];
    // A dash alone fills an empty cell.
    if (above.end === above.first + 1 && DASH.test(last?.text ?? '')) return 0;
    const unfinished = last?.traits.unfinished === true ? (last.text.endsWith(',') ? 2.5 : 4) : 0;
    return unfinished + (above.open ? OPEN_MARK : 0) + (above.wrapped ? WRAPPED : 0);
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

  const wraps = (end: number) => text.facts.wrapsTell && words[end]?.wrappedBefore === true;

  const bestSplits = lineSplitter(roles.length, LONGEST_LINE);
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

  const extend: LineCosts['extend'] = (states, line, { first, fresh }, limit) => {
    const offset = lineStarts[line] ?? 0;
    const count = (lineStarts[line + 1] ?? words.length) - offset;
    if (count > LONGEST_LINE) return [];
    const place = { offset, count, first, fresh };
    const lineBreak = words[offset]?.before ?? Break.line;
    const startCost = (first ? model.rowBegins[lineBreak] : model.rowGoesOn[lineBreak]) ?? 0;
    const next: Step[] = [];
    for (const state of states) {
      for (const { ends, cost: added } of splitsOfLine(state, line, place)) {
        const cost = state.cost + (added + startCost);
        if (cost <= limit) keepCheapest(next, { state, ends, cost });
      }
    }
    return next.map(({ state, ends, cost }) => follow(state, ends, offset, cost));
  };

  const splitsBy = new Map<number, KnownSplits>();

  /** Rows that began on different lines often come to stand alike: then the line is split alike. */
  function splitsOfLine(state: State, line: number, place: LinePlace): readonly Split[] {
    let known = splitsBy.get(line);
    if (known === undefined) {
      known = { numbers: new Map(), splits: [] };
      splitsBy.set(line, known);
      splitsBy.delete(line - LONGEST_ROW);
    }
    return (known.splits[standing(state, place, known.numbers)] ??= splitAnew(state, line, place));
  }

  /** Numbers all that the splits of the next line depend on: `numbers` gives each beginning of the columns, and what follows it, a number. */
  function standing({ columns, number, lines }: State, place: LinePlace, numbers: Map<number, number>): number {
    let known = place.first ? 1 : 0;
    for (let column = 0; column < columns.length; column += 1) {
      const above = columns[column];
      if (above === undefined) continue;
      let mark = above.status === 'before' ? 1 : 0;
      if (roles[column] === 'number') mark = mark === 0 ? 0 : 2 * (number + 2) + (place.fresh ? 1 : 0);
      else if (mark === 0 && mayGoOn(above, lines)) {
        const flags = (above.status === 'open' ? 0 : 1) + (above.open ? 2 : 0) + (above.wrapped ? 4 : 0);
        // Both distances are less than two lines.
        mark = 2 + (place.offset - above.end) * 1024 + (above.end - above.first) * 8 + flags;
      }
      const following = known * MARKS + mark;
      known = numbers.get(following) ?? numbers.size + 2;
      numbers.set(following, known);
    }
    return known;
  }

  function splitAnew(state: State, line: number, { offset, count, first, fresh }: LinePlace): Split[] {
    return bestSplits({
      count,
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
        const bond = from > 0 ? (bonds[offset + from] ?? 0) : 0;
        if (above.status === 'before') return bond + beginCell(column, word) + timing(column, first);
        return (
          bond +
          (above.status === 'open'
            ? goOn(column, above, offset + from)
            : mayGoOn(above, state.lines)
              ? SKIPPED + goOn(column, above, offset + from)
              : GAP + (word.traits.startsCapital ? 1 : 0))
        );
      },
      empty: (column) => {
        const above = state.columns[column];
        if (above === undefined || roles[column] === 'number') return 0;
        if (model.standing === 'top') return above.status === 'open' ? stop(above) : 0;
        return above.status === 'ended' && mayGoOn(above, state.lines) ? stop(above) : 0;
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
      return {
        status: 'open',
        first,
        end,
        open: staysOpen(above.status === 'open' && above.open, first, end),
        wrapped: wraps(end),
        top: above.status === 'before' ? state.lines : above.top,
        bottom: state.lines + 1,
      };
    });
    return {
      cost,
      columns,
      ends,
      before: state,
      lines: state.lines + 1,
      number,
      strong: strongWords,
      strange: strangeWords,
    };
  }

  const close = ({ columns, lines, strong: strongWords, strange: strangeWords }: State): number => {
    let cost = 0;
    for (let column = 0; column < columns.length; column += 1) {
      const above = columns[column];
      if (above === undefined) continue;
      if (above.status === 'before')
        cost += Math.min(model.empty[column] ?? 3, roles[column] === 'number' ? 2.5 : Infinity);
      else {
        if (mayGoOn(above, lines) && roles[column] !== 'number') cost += stop(above);
        if (model.standing === 'middle') cost += ASKEW * Math.max(0, Math.abs(above.top - (lines - above.bottom)) - 1);
      }
    }
    if (deadlineColumn >= 0 && columns[deadlineColumn]?.status !== 'before')
      cost += strongWords === 0 ? 4 : strangeWords === 0 ? LEAST_CLOSE : 0.8 * strangeWords - 1;
    return cost;
  };

  return { extend, close };
}
