import { successionCost } from '#domain/orders/layout/across/agreement.ts';
import { breakKind, firstWordCost } from '#domain/orders/layout/flow/column-model.ts';
import type { ColumnModel } from '#domain/orders/layout/flow/column-model.ts';
import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';
import { pairCosts } from '#domain/orders/layout/flow/pair-costs.ts';
import { BEST_GRAMMAR, timeCosts, valueCosts } from '#domain/orders/layout/flow/cell-grammars.ts';

/** Which part of a cell the words are: all of it, what stands before a page end that cuts it, or what stands behind. */
export type CellPart = 'whole' | 'head' | 'tail';

/** Costs of giving runs of words to columns. */
export type CellCosts = {
  /** Cost of a cell border before the word. */
  readonly border: (from: number) => number;
  /** The costs of cells that begin at `from`. */
  readonly cellsFrom: (column: number, from: number, part: CellPart) => CellsFrom;
};

export type CellsFrom = {
  /** Cost of the cell that ends before `to`, in constant time. */
  readonly cost: (to: number) => number;
  /** No cell costs less than `least + floor[to]`, and none that ends there or behind less than `least + lowest[to]`. */
  readonly least: number;
  readonly floor: Float64Array;
  readonly lowest: Float64Array;
};

const NO_FLOOR = new Float64Array();
const NO_CELLS: CellsFrom = { cost: () => Infinity, least: Infinity, floor: NO_FLOOR, lowest: NO_FLOOR };

/** A cell of several lines cannot share its last line with the next cell when lines are printed in the order of the file. */
const SHARED_LINE = 2;
const UNFINISHED = 4;
/** Sums taken in another order differ in their last digits. */
const ROUNDING = 1e-6;
/** An adjective in one cell, the noun that agrees with it in the next. */
const TORN_PHRASE = 2.2;
const UNFINISHED_COMMA = 3;
/** «Центр | «Заря»». */
const TORN_NAME = 2.5;
/** «до 1 | октября», «март | 2026 года». */
const TORN_DATE = 5;

/** The costs of giving these words to the columns of a model; what the words alone tell is read once. */
export function cellCosts(words: readonly FlowWord[]): (model: ColumnModel) => CellCosts {
  const count = words.length;
  const pairs = pairCosts(words);
  const times = timeCosts(words);
  const values = valueCosts(words);
  const lineEnds = new Int32Array(count + 1);
  const lineBegins = new Int32Array(count + 1);
  const shares = new Uint8Array(count + 1);
  const nextLine = new Int32Array(count + 1).fill(count);
  const endings = new Float64Array(count + 1);
  // What a border before the word tears.
  const tears = new Float64Array(count + 1);
  let lineBegin = 0;
  words.forEach((word, index) => {
    if (word.before !== Break.space) lineBegin = index;
    lineEnds[index + 1] = word.to;
    lineBegins[index + 1] = lineBegin;
    shares[index] = word.before === Break.space ? 1 : 0;
    const counts = /^\d+%?$/u.test(word.text) && /^(?:менее|более|до|чем)$/u.test(words[index - 1]?.text ?? '');
    endings[index + 1] =
      counts && !word.text.endsWith('%')
        ? UNFINISHED_COMMA
        : !word.traits.unfinished
          ? 0
          : word.text.endsWith(',')
            ? UNFINISHED_COMMA
            : UNFINISHED;
    tears[index] = tearing(words[index - 1], word);
  });
  for (let index = count - 1; index >= 0; index -= 1) {
    nextLine[index] =
      index + 1 < count && words[index + 1]?.before !== Break.space ? index + 1 : (nextLine[index + 1] ?? count);
  }

  return (model) => {
    const borders = Float64Array.from(words, (word, index) => {
      const border = index === 0 ? 0 : (model.border[breakKind(word)] ?? 0);
      return (word.wideBefore ? Math.min(border, 0.7) : border) + (tears[index] ?? 0);
    });
    const columnCosts = model.roles.map((role, column) => {
      const last = model.lastWords[column];
      const wordCosts = model.wordCosts[column] ?? new Float64Array(count + 1);
      const breaks = insideBreaks(words, model, column);
      const grammar = role === 'deadline' ? times : role === 'value' ? values : null;
      const floor = wordCosts.map((cost, to) => cost + (breaks[to] ?? 0));
      return {
        words: wordCosts,
        breaks,
        floor,
        lowest: lowestBehind(floor),
        // The most that can be taken off behind what words and line ends cost.
        bonus: Math.min(0, ...(last?.values() ?? [])) + (grammar === null ? 0 : BEST_GRAMMAR),
        width: model.widths[column] ?? Infinity,
        lasts: lastCosts(words, last),
        grammar,
      };
    });

    return {
      border: (from) => borders[from] ?? 0,
      cellsFrom: (column, from, part) => {
        const costs = columnCosts[column];
        const first = words[from];
        if (costs === undefined || first === undefined) return NO_CELLS;
        const { words: wordCosts, breaks, floor, lowest, bonus, width, lasts, grammar } = costs;
        const begin = first.from;
        const firstBreak = nextLine[from] ?? count;
        const firstBreakCost =
          firstBreak < count
            ? breakCost(words, model, column, firstBreak, (words[firstBreak - 1]?.to ?? 0) - begin)
            : 0;
        let base = (borders[from] ?? 0) - (wordCosts[from] ?? 0);
        if (part === 'tail') base += first.traits.startsCapital ? 0.6 : 0;
        else base += startCost(model, column, first) + firstWordCost(model, column, first);
        // Line ends count from the first one behind `from`.
        const uncounted = Math.max(breaks[from + 1] ?? 0, (breaks[firstBreak + 1] ?? 0) - firstBreakCost);
        const cost = (to: number): number => {
          let cost = base + (wordCosts[to] ?? 0);
          const lastFrom = lineBegins[to] ?? 0;
          let lastBegin = begin;
          if (firstBreak < to) {
            cost += firstBreakCost + (breaks[to] ?? 0) - (breaks[firstBreak + 1] ?? 0);
            lastBegin = words[lastFrom]?.from ?? begin;
            if ((shares[to] ?? 0) === 1) cost += SHARED_LINE;
          }
          const length = (lineEnds[to] ?? 0) - lastBegin;
          if (length > width) cost += overflow(length, width);
          if (grammar !== null) cost += grammar(from, to);
          if (part === 'head') return cost;
          cost += endings[to] ?? 0;
          return part === 'tail' ? cost : cost + (lasts[to] ?? 0) + pairs(from, to);
        };
        return { cost, least: base - uncounted + bonus - ROUNDING, floor, lowest };
      },
    };
  };
}

/** For each index the least of the values from there on. */
function lowestBehind(values: Float64Array): Float64Array {
  const lowest = new Float64Array(values.length);
  let least = Infinity;
  for (let index = values.length - 1; index >= 0; index -= 1) {
    least = Math.min(least, values[index] ?? Infinity);
    lowest[index] = least;
  }
  return lowest;
}

/** What a cell's last word adds, by the index behind it. */
function lastCosts(words: readonly FlowWord[], lastWords: ReadonlyMap<string, number> | undefined): Float64Array {
  const costs = new Float64Array(words.length + 1);
  if (lastWords === undefined || lastWords.size === 0) return costs;
  words.forEach(({ traits }, index) => (costs[index + 1] = lastWords.get(traits.root) ?? 0));
  return costs;
}

/** Cost of a border between two words that belong together. */
function tearing(before: FlowWord | undefined, word: FlowWord): number {
  if (before === undefined) return 0;
  const torn = tearsDate(before, word) ? TORN_DATE : successionCost(before.text, word.text) < -0.8 ? TORN_PHRASE : 0;
  return torn + (namesInQuotes(before, word) ? TORN_NAME : 0);
}

/** A name in quotation marks behind the kind of body or event that bears it. */
function namesInQuotes(before: FlowWord, word: FlowWord): boolean {
  if (!/^[«"“„]/u.test(word.text) || !/[\p{L}]$/u.test(before.text)) return false;
  return (
    before.traits.family === 'executor' || /^\p{Lu}{2,}$/u.test(before.text) || BEARS_NAME.test(before.traits.root)
  );
}

const BEARS_NAME =
  /^(?:центр|клуб|акци|конкур|фестив|проект|програ|семина|вебина|кругл|гимназ|лицей|тема|портал|газет|журнал|школ|месячн|смен|марафо|практи|лектор|турнир|выстав|форум|систем|платфо|сообще|раздел|страни|модул|курс)/u;

const MONTH_OF_DATE = /^(?:январ|феврал|марта|апрел|мая|июн|июл|август|сентябр|октябр|ноябр|декабр)/iu;

/** What follows its number: a per cent sign, units of time. */
const COUNTED = /^(?:%|дн(?:я|ей)(?!\p{L})|недел|месяц|час(?:а|ов)?(?!\p{L})|раза?(?!\p{L}))/u;

/** The words are parts of one date: a day and its month, a month and its year, a year and «года»; or a number and its unit. */
function tearsDate(before: FlowWord, word: FlowWord): boolean {
  if (/^\d{1,2}$/u.test(before.text)) return MONTH_OF_DATE.test(word.text);
  if (/^\d+$/u.test(before.text) && COUNTED.test(word.text)) return true;
  if (/^(?:19|20)\d\d$/u.test(before.text)) return /^(?:г\.?|гг\.?|год|года|году|годы|годов)[,.;]?$/u.test(word.text);
  return before.traits.family === 'time' && /^\p{L}+$/u.test(before.text) && /^20\d\d(?:\p{P}|г|$)/u.test(word.text);
}

function startCost(model: ColumnModel, column: number, word: FlowWord): number {
  const starts = word.traits.startsCapital || word.traits.bullet || /^[\d№%]/u.test(word.text);
  return (starts ? model.capital[column] : model.small[column]) ?? 0;
}

/** The cumulative cost of line ends inside a cell of the column, where whole lines belong to the cell. */
function insideBreaks(words: readonly FlowWord[], model: ColumnModel, column: number): Float64Array {
  const costs = new Float64Array(words.length + 2);
  let lineFrom = 0;
  words.forEach((word, index) => {
    let cost = 0;
    if (word.before !== Break.space) {
      if (index > 0) cost = breakCost(words, model, column, index, (words[index - 1]?.to ?? 0) - lineFrom);
      lineFrom = word.from;
    }
    costs[index + 1] = (costs[index] ?? 0) + cost;
  });
  costs[words.length + 1] = costs[words.length] ?? 0;
  return costs;
}

/** Cost of a line of `length` characters ending before word `index` inside a cell: it must be full, and not more than full. */
function breakCost(
  words: readonly FlowWord[],
  model: ColumnModel,
  column: number,
  index: number,
  length: number,
): number {
  const word = words[index];
  const before = words[index - 1];
  if (word === undefined || before === undefined) return 0;
  const width = model.widths[column] ?? Infinity;
  const announced = word.traits.startsCapital ? (model.announcers.get(word.traits.root) ?? 0) : 0;
  const inside = (model.inside[breakKind(word)] ?? 0) + announced;
  if (width === Infinity) return inside;
  const cost = inside + overflow(length, width);
  if (word.before === Break.page) return cost;
  const slack = width - (length + 1 + (word.to - word.from));
  // A full line is what a line end inside a cell looks like; a border rarely falls there by chance.
  if (slack <= 0.04 * width) return cost - (length > 0.5 * width ? 0.8 : 0);
  const paragraph = word.traits.bullet || before.traits.closes;
  const early = Math.min(3, (slack / width) * 5);
  return cost + early * (paragraph ? 0.3 : word.traits.startsCapital ? 0.6 : 1);
}

function overflow(length: number, width: number): number {
  return length > width ? Math.min(8, ((length - width) / width) * 20) : 0;
}
