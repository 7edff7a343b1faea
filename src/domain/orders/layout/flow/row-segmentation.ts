import { cellCosts } from '#domain/orders/layout/flow/cell-costs.ts';
import type { CellCosts, CellPart, CellsFrom } from '#domain/orders/layout/flow/cell-costs.ts';
import type { CellGuess, ColumnModel } from '#domain/orders/layout/flow/column-model.ts';
import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';
import { numberCost } from '#domain/orders/layout/flow/row-numbers.ts';
import { sectionCosts } from '#domain/orders/layout/flow/section-lines.ts';
import type { SectionCost, SectionStyle } from '#domain/orders/layout/flow/section-lines.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';

/** A row as it was read: cells of a measure, or the words of a section. Cells of a row cut by a page are given twice. */
export type RowGuess =
  | { readonly kind: 'cells'; readonly cells: readonly CellGuess[]; readonly from: number; readonly to: number }
  | { readonly kind: 'section'; readonly from: number; readonly to: number };

export type TableGuess = { readonly rows: readonly RowGuess[]; readonly to: number; readonly cost: number };

/** Longest cell of a role, in words. */
const LONGEST: Readonly<Partial<Record<ColumnRole, number>>> = {
  number: 1,
  deadline: 24,
  responsible: 70,
  publication: 80,
  title: 200,
  result: 200,
  indicator: 120,
  source: 24,
  value: 8,
  unit: 5,
  other: 60,
};
const LONGEST_SECTION = 45;
/** A row cut by a page end begins at most so many words before it. */
const BROKEN_REACH = 260;
/** Cells that go on behind a page end begin within so many words. */
const TAIL_REACH = 50;
const ROW_COST = 2;
/** Rows without numbers have nothing that speaks for them but the order of their cells. */
const UNNUMBERED_ROW_COST = -4;
const BROKEN_COST = 3;
/** Cost of a word behind the table. */
const OUTSIDE_COST = 0.08;
const BEAM = 28;
/** A cell that leaves a reading so much behind is not looked at: no titles of sections in a row bring it back. */
const HOPELESS = BEAM + 10;
/** Rows cut by a page end are looked for only where the row before ended about as well as any. */
const BROKEN_BEAM = 12;

/** Kinds of passes through the columns: a whole row, the part of a row before a page end, the part behind it. */
const WHOLE = 0;
const HEAD = 1;
const TAIL = 2;
const PARTS: readonly CellPart[] = ['whole', 'head', 'tail'];

/**
 * The likeliest division of the words into rows and cells in the order of the columns, and where the table ends.
 *
 * A dynamic program over the places where a cell may begin: `best[pass][column][place]` is the cheapest way to have given
 * all words before `place` to cells before `column`. Of all ways to reach a place only the cheapest one's last row number
 * is remembered. A first, rough reading may leave rows cut by page ends (`rowsMayBeCut`) out of account. Time grows with
 * words × columns × the longest cell.
 */
export type SegmentRows = (model: ColumnModel, style: SectionStyle, rowsMayBeCut?: boolean) => TableGuess;

/** Divides the same words again and again, as readings teach; what the words alone tell is read once. */
export function rowSegmenter(words: readonly FlowWord[]): SegmentRows {
  const costsOf = cellCosts(words);
  const known = { places: borderPlaces(words), nearPage: pagesAhead(words), sectionCost: sectionCosts(words) };
  return (model, style, rowsMayBeCut = true) =>
    segmentRows(words, model, { ...known, costs: costsOf(model), style, rowsMayBeCut });
}

type Given = {
  readonly places: BorderPlaces;
  readonly nearPage: Float64Array;
  readonly sectionCost: SectionCost;
  readonly costs: CellCosts;
  readonly style: SectionStyle;
  readonly rowsMayBeCut: boolean;
};

function segmentRows(
  words: readonly FlowWord[],
  model: ColumnModel,
  { places: { places, ordinaryPlaces }, nearPage, sectionCost, costs, style, rowsMayBeCut }: Given,
): TableGuess {
  const count = words.length;
  const columns = model.roles.length;
  const numberColumn = model.roles.indexOf('number');
  const size = 3 * (columns + 1) * (count + 1);
  const best = new Float64Array(size).fill(Infinity);
  const cameFrom = new Int32Array(size).fill(-1);
  const lastNumber = new Int32Array(size).fill(-1);
  const rowBest = new Float64Array(count + 1).fill(Infinity);
  const rowFrom = new Int32Array(count + 1).fill(-1);
  const rowNumber = new Int32Array(count + 1).fill(-1);
  const fresh = new Uint8Array(count + 1);
  // A place in `best`; the negative of a place minus two in `rowFrom` is a section that began there.
  const slot = (pass: number, column: number, place: number) => (pass * (columns + 1) + column) * (count + 1) + place;
  // Readings far worse than the best one that completed a row before are given up.
  let bestEnd = Infinity;
  let stops: readonly Stop[] = [];
  // Where the table ends, and what that costs.
  let end = 0;
  let endCost = Infinity;
  rowBest[0] = 0;
  fresh[0] = 1;

  const relax = (to: number, cost: number, from: number, number: number) => {
    if (cost >= (best[to] ?? Infinity)) return;
    best[to] = cost;
    cameFrom[to] = from;
    lastNumber[to] = number;
  };
  const skipEmpty = (pass: number, place: number, firstColumn: number) => {
    for (let column = firstColumn; column < columns; column += 1) {
      const here = slot(pass, column, place);
      const cost = best[here] ?? Infinity;
      if (cost === Infinity) continue;
      relax(
        slot(pass, column + 1, place),
        cost + (pass === TAIL ? 0.3 : (model.empty[column] ?? 3)),
        here,
        lastNumber[here] ?? -1,
      );
    }
  };
  const endRow = (pass: number, place: number) => {
    const here = slot(pass, columns, place);
    const cost = best[here] ?? Infinity;
    if (cost >= (rowBest[place] ?? Infinity)) return;
    rowBest[place] = cost;
    rowFrom[place] = here;
    rowNumber[place] = lastNumber[here] ?? -1;
    fresh[place] = 0;
  };

  for (const place of places.at) {
    // Rows that end here: empty cells behind the last one that has words.
    for (const pass of [WHOLE, HEAD, TAIL]) skipEmpty(pass, place, 1);
    endRow(WHOLE, place);
    endRow(TAIL, place);
    const startCost = rowBest[place] ?? Infinity;
    if (startCost < bestEnd) bestEnd = startCost;
    const word = words[place];
    const costAsEnd = startCost + OUTSIDE_COST * (count - place) + stopCost(word);
    if (costAsEnd < endCost) [end, endCost] = [place, costAsEnd];
    if (word === undefined) break;
    const brokenEnd = slot(HEAD, columns, place);
    if (word.before === Break.page && (best[brokenEnd] ?? Infinity) < Infinity) {
      stops = stopsBeforePage(words, model, cellsBefore(brokenEnd, { cameFrom, columns, count }).cells);
      relax(slot(TAIL, 0, place), best[brokenEnd] ?? Infinity, brokenEnd, lastNumber[brokenEnd] ?? -1);
      skipEmpty(TAIL, place, 0);
    }
    if (startCost < Infinity) {
      const from = -2 - place;
      const atLineStart = word.before !== Break.space || place === 0;
      const rowCost = startCost + (numberColumn < 0 ? UNNUMBERED_ROW_COST : ROW_COST) + (atLineStart ? 0 : 5);
      relax(slot(WHOLE, 0, place), rowCost, from, rowNumber[place] ?? -1);
      skipEmpty(WHOLE, place, 0);
      if (rowsMayBeCut && (nearPage[place] ?? Infinity) <= BROKEN_REACH && startCost <= bestEnd + BROKEN_BEAM) {
        relax(slot(HEAD, 0, place), rowCost + BROKEN_COST, from, rowNumber[place] ?? -1);
        skipEmpty(HEAD, place, 0);
      }
      // Titles of sections earn a little.
      const worthless = Math.max(bestEnd + HOPELESS, endCost - OUTSIDE_COST * (count - place - LONGEST_SECTION) + 6);
      if (atLineStart && startCost <= worthless) {
        for (let to = place + 1; to <= count && to <= place + LONGEST_SECTION; to += 1) {
          if (to < count && words[to]?.before === Break.space) continue;
          const lastRow = words[rowNumber[place] ?? -1]?.traits.number ?? null;
          const cost = startCost + sectionCost(place, to, { lastRow, style });
          if (cost >= (rowBest[to] ?? Infinity)) continue;
          rowBest[to] = cost;
          rowFrom[to] = -2 - place;
          rowNumber[to] = rowNumber[place] ?? -1;
          fresh[to] = 1;
        }
      }
    }
    for (let column = 0; column < columns; column += 1) {
      const role = model.roles[column] ?? 'other';
      for (const pass of [WHOLE, HEAD, TAIL]) {
        const here = slot(pass, column, place);
        const cost = best[here] ?? Infinity;
        if (cost === Infinity || cost > bestEnd + BEAM) continue;
        const known = lastNumber[here] ?? -1;
        if (column === numberColumn) {
          if (pass === TAIL || word.traits.number === null) continue;
          const next = numberCost(
            word.traits.number,
            known < 0 ? null : (words[known]?.traits.number ?? null),
            isFresh(here),
          );
          const border = place === 0 || word.before !== Break.space ? 0 : 3;
          // A narrow column parts «10» from its dot.
          const dot = /^[.)]$/u.test(words[place + 1]?.text ?? '') ? 1 : 0;
          relax(slot(pass, column + 1, place + 1 + dot), cost + next + border, here, place);
          continue;
        }
        const longest = LONGEST[role] ?? 60;
        const reach = Math.min(place + longest, pass === HEAD ? place + (nearPage[place] ?? 0) : count);
        const afterNumber = column > 0 && column - 1 === numberColumn && known >= place - 2;
        const before =
          cost - (afterNumber ? costs.border(place) : 0) + (pass === TAIL ? continuationCost(stops[column], word) : 0);
        const cells = costs.cellsFrom(column, place, PARTS[pass] ?? 'whole');
        const hopeless = Math.max(bestEnd + HOPELESS, endCost - OUTSIDE_COST * (count - Math.min(reach, count)));
        offerEnds(pass === TAIL ? places : ordinaryPlaces, cells, {
          place,
          reach,
          before,
          hopeless,
          from: here,
          offset: slot(pass, column + 1, 0),
          number: known,
        });
      }
    }
  }

  function offerEnds(ends: Places, cells: CellsFrom, step: CellStep): void {
    const { reach, before, hopeless, offset } = step;
    const { floor, lowest, cost } = cells;
    const { at } = ends;
    const least = before + cells.least;
    for (let index = ends.behind[step.place] ?? at.length; index < at.length; index += 1) {
      const to = at[index] ?? count;
      if (to > reach || least + (lowest[to] ?? 0) > hopeless) break;
      const atLeast = least + (floor[to] ?? 0);
      if (atLeast > hopeless || atLeast >= (best[offset + to] ?? Infinity)) continue;
      relax(offset + to, before + cost(to), step.from, step.number);
    }
  }

  /** Whether the row that this state belongs to is the first one after a section or of the table. */
  function isFresh(state: number): boolean {
    let at = state;
    while (at >= 0) at = cameFrom[at] ?? -1;
    return at <= -2 ? fresh[-2 - at] === 1 : true;
  }

  const rows = traceRows(rowFrom, { cameFrom, columns, count }, end);
  // The bonus of rows without numbers must not make this reading look likelier than one of another kind.
  const bonus = numberColumn < 0 ? ROW_COST - UNNUMBERED_ROW_COST : 0;
  return { rows, to: end, cost: endCost + bonus * rows.filter(({ kind }) => kind === 'cells').length };
}

/** A table ends before an empty line or a sentence, not in the midst of one. */
function stopCost(next: FlowWord | undefined): number {
  if (next === undefined) return 0;
  return (
    (next.before === Break.space ? 4 : next.before === Break.line ? 1.5 : 0) + (next.traits.startsCapital ? 0 : 2.5)
  );
}

type Steps = { readonly cameFrom: Int32Array; readonly columns: number; readonly count: number };

/** The cells of the row that led to a state, and the place where the row began. */
function cellsBefore(end: number, { cameFrom, columns, count }: Steps): { cells: CellGuess[]; from: number } {
  const cells: CellGuess[] = [];
  let state = end;
  for (;;) {
    const previous = cameFrom[state] ?? -1;
    if (previous < 0) return { cells: cells.reverse(), from: Math.max(0, -2 - previous) };
    const [to, from] = [state % (count + 1), previous % (count + 1)];
    const column = Math.floor(previous / (count + 1)) % (columns + 1);
    if (to > from) cells.push({ column, from, to });
    state = previous;
  }
}

/** How a cell stopped before a page end: what it costs to go on behind it, and how many characters were left in its line. */
type Stop = { readonly cost: number; readonly room: number };

function stopsBeforePage(words: readonly FlowWord[], model: ColumnModel, heads: readonly CellGuess[]): Stop[] {
  return model.roles.map((_, column) => {
    const head = heads.find((cell) => cell.column === column);
    const last = head === undefined ? undefined : words[head.to - 1];
    if (head === undefined || last === undefined) return { cost: 3, room: 0 };
    if (last.traits.unfinished) return { cost: -2, room: 0 };
    let line = head.to - 1;
    while (line > head.from && words[line]?.before === Break.space) line -= 1;
    const width = model.widths[column] ?? Infinity;
    const room = width === Infinity ? 0 : width - (last.to - (words[line]?.from ?? 0)) - 1;
    const usual = (model.lastWords[column]?.get(last.traits.root) ?? 0) < -1;
    return { cost: usual ? 2.5 : last.traits.closes ? 1 : 0, room };
  });
}

/** What it costs that a cell goes on with this word: a word that had room before the page end would stand there. */
function continuationCost(stop: Stop | undefined, word: FlowWord): number {
  if (stop === undefined) return 3;
  return stop.cost + (stop.room > 1.15 * (word.to - word.from) + 1 ? 1.5 : 0);
}

function traceRows(rowFrom: Int32Array, steps: Steps, end: number): RowGuess[] {
  const rows: RowGuess[] = [];
  let place = end;
  while (place > 0) {
    const last = rowFrom[place] ?? -1;
    if (last === -1) break;
    const row = last <= -2 ? { cells: null, from: -2 - last } : cellsBefore(last, steps);
    if (row.cells === null) rows.push({ kind: 'section', from: row.from, to: place });
    else rows.push({ kind: 'cells', cells: row.cells, from: row.from, to: place });
    place = row.from;
  }
  return rows.reverse();
}

/** Indices of words in order, and for each word the index in `at` of the first of them behind it. */
type Places = { readonly at: Int32Array; readonly behind: Int32Array };
type BorderPlaces = { readonly places: Places; readonly ordinaryPlaces: Places };

/** Cells that begin at one place: all words before are given at the cost `before`, none may end behind `reach`. */
type CellStep = {
  readonly place: number;
  readonly reach: number;
  readonly before: number;
  /** Cells that bring the cost above this are not looked at. */
  readonly hopeless: number;
  /** The state before the cells, and where in `best` the states behind them begin. */
  readonly from: number;
  readonly offset: number;
  readonly number: number;
};

/**
 * Places where a cell may begin: line starts, and in mid-line words that look like a beginning or follow a finished
 * deadline. What goes on behind a page end begins with any word: those are no ordinary places.
 */
function borderPlaces(words: readonly FlowWord[]): BorderPlaces {
  let page = -Infinity;
  const ordinary = words.map((word, at) => mayBegin(word, words[at - 1]));
  const all = words.map((word, at) => {
    if (word.before === Break.page) page = at;
    return ordinary[at] === true || at - page < TAIL_REACH;
  });
  return { places: placesOf(all), ordinaryPlaces: placesOf(ordinary) };
}

/** The end of the words is a place too. */
function placesOf(isPlace: readonly boolean[]): Places {
  const at: number[] = [];
  const behind = Int32Array.from(isPlace, (is, index) => (is ? at.push(index) : at.length));
  at.push(isPlace.length);
  return { at: Int32Array.from(at), behind };
}

function mayBegin(word: FlowWord, before: FlowWord | undefined): boolean {
  if (before === undefined || word.before !== Break.space || word.wideBefore || before.text === '.') return true;
  if (before.traits.unfinished && !before.text.endsWith(',')) return false;
  const { traits } = word;
  if (traits.startsCapital || traits.bullet || /^[\d«"]/u.test(word.text)) return true;
  // A deadline in small letters: «… в течение года», «… до 1 мая».
  if (traits.family === 'time') return before.traits.family !== 'time-link';
  if (/^(?:в|до|по|с|к|не|на|весь|согласно)$/u.test(word.text)) return before.traits.family !== 'time';
  // Executors, papers and deeds begin cells in small letters too; agreement of the words is judged by the costs.
  if (['executor', 'paper', 'done', 'deed'].includes(traits.family)) return true;
  return (
    ['time', 'time-link', 'count'].includes(before.traits.family) ||
    before.traits.number !== null ||
    before.traits.closes
  );
}

/** For each word how many words are before the next page end. */
function pagesAhead(words: readonly FlowWord[]): Float64Array {
  const ahead = new Float64Array(words.length + 1).fill(Infinity);
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const next = words[index + 1];
    ahead[index] = next?.before === Break.page ? 1 : (ahead[index + 1] ?? Infinity) + 1;
  }
  return ahead;
}
