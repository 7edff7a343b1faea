import { firstWordCost } from '#domain/orders/layout/flow/column-model.ts';
import type { ColumnModel } from '#domain/orders/layout/flow/column-model.ts';
import { Break } from '#domain/orders/layout/flow/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/flow-words.ts';

/** Costs of giving runs of words to columns, each told in constant time. */
export type CellCosts = {
  /** Cost of words `from`…`to` (excluded) as a whole cell of the column. */
  readonly cell: (column: number, from: number, to: number) => number;
  /** The same for a cell that a page end cuts: `head` may stop in mid-sentence, `tail` may begin there. */
  readonly cut: (column: number, from: number, to: number, part: 'head' | 'tail') => number;
};

/** A cell of these many lines cannot share its last line with the next cell when lines are printed in the order of the file. */
const SHARED_LINE = 2;

export function cellCosts(words: readonly FlowWord[], model: ColumnModel): CellCosts {
  const marks = pairMarks(words);
  const times = timeCounts(words);
  const breaks = model.roles.map((_, column) => insideBreaks(words, model, column));
  const lineStarts = lineStartsOf(words);
  const nextLine = nextLineStarts(words);

  const body = (column: number, from: number, to: number): number => {
    const first = words[from];
    const last = words[to - 1];
    if (first === undefined || last === undefined) return Infinity;
    const costs = model.wordCosts[column];
    let cost = (costs?.[to] ?? 0) - (costs?.[from] ?? 0);
    const width = model.widths[column] ?? Infinity;
    const firstBreak = nextLine[from] ?? to;
    if (firstBreak < to) {
      const inside = breaks[column];
      const afterFirst = firstBreak + 1;
      cost += (inside?.[to] ?? 0) - (inside?.[afterFirst] ?? 0);
      cost += breakCost(words, model, column, firstBreak, (words[firstBreak - 1]?.to ?? 0) - first.from);
    }
    const lastLine = Math.max(from, lineStarts[to - 1] ?? from);
    cost += overflow(last.to - (words[lastLine]?.from ?? 0), width);
    if (model.roles[column] === 'deadline') cost += times(from, to);
    return cost;
  };

  const start = (column: number, from: number): number => {
    const word = words[from];
    if (word === undefined) return Infinity;
    const starts = word.traits.startsCapital || /^[\d\u2116%]/u.test(word.text) || word.traits.bullet;
    return (starts ? model.capital[column] : model.small[column]) ?? 0;
  };
  const border = (from: number): number => {
    const word = words[from];
    if (word === undefined || from === 0) return 0;
    const cost = model.border[word.before] ?? 0;
    return word.wideBefore ? Math.min(cost, 0.7) : cost;
  };

  return {
    cell: (column, from, to) => {
      const last = words[to - 1];
      const first = words[from];
      if (last === undefined || first === undefined) return Infinity;
      let cost = body(column, from, to) + start(column, from) + border(from) + firstWordCost(model, column, first);
      if (last.traits.unfinished) cost += last.text.endsWith(',') ? 3 : 4;
      cost += marks(from, to);
      if (words[to]?.before === Break.space && first.line !== last.line) cost += SHARED_LINE;
      return cost;
    },
    cut: (column, from, to, part) => {
      const cost = body(column, from, to) + border(from);
      const first = words[from];
      const last = words[to - 1];
      if (first === undefined || last === undefined) return Infinity;
      const shared = words[to]?.before === Break.space && first.line !== last.line ? SHARED_LINE : 0;
      if (part === 'head') return cost + shared + start(column, from) + firstWordCost(model, column, first);
      return cost + shared + (last.traits.unfinished ? 4 : 0) + (first.traits.startsCapital ? 0.6 : 0);
    },
  };
}

/** Cost of quotation marks and brackets that stay open at the end of words `from`…`to`, or close what was not opened. */
function pairMarks(words: readonly FlowWord[]): (from: number, to: number) => number {
  const count = words.length;
  const make = () => new Int32Array(count + 1).fill(-1);
  const [lastOpen, lastShut, lastOpenBracket, lastShutBracket] = [make(), make(), make(), make()];
  words.forEach(({ traits }, index) => {
    lastOpen[index + 1] = traits.opens > traits.shuts ? index : (lastOpen[index] ?? -1);
    lastShut[index + 1] = traits.shuts > 0 ? index : (lastShut[index] ?? -1);
    lastOpenBracket[index + 1] = traits.opensBracket > traits.shutsBracket ? index : (lastOpenBracket[index] ?? -1);
    lastShutBracket[index + 1] = traits.shutsBracket > 0 ? index : (lastShutBracket[index] ?? -1);
  });
  const next = (has: (word: FlowWord) => boolean) => {
    const places = new Int32Array(count + 1).fill(count);
    for (let index = count - 1; index >= 0; index -= 1) {
      const word = words[index];
      places[index] = word !== undefined && has(word) ? index : (places[index + 1] ?? count);
    }
    return places;
  };
  const nextOpen = next((word) => word.traits.opens > 0);
  const nextShut = next((word) => word.traits.shuts > word.traits.opens);
  const nextOpenBracket = next((word) => word.traits.opensBracket > 0);
  const nextShutBracket = next((word) => word.traits.shutsBracket > word.traits.opensBracket);
  return (from, to) => {
    let cost = 0;
    const open = lastOpen[to] ?? -1;
    if (open >= from && (lastShut[to] ?? -1) < open) cost += 2;
    const openBracket = lastOpenBracket[to] ?? -1;
    if (openBracket >= from && (lastShutBracket[to] ?? -1) < openBracket) cost += 3;
    const shut = nextShut[from] ?? count;
    if (shut < to && (nextOpen[from] ?? count) > shut) cost += 2;
    const shutBracket = nextShutBracket[from] ?? count;
    if (shutBracket < to && (nextOpenBracket[from] ?? count) > shutBracket) cost += 3;
    return cost;
  };
}

/** Words that make a deadline although they are links elsewhere. */
const STRONG_LINK = /^(?:график|планом?$|плану|запрос|заявк|обращен|согласован|мере$|необход|года?$|период|установ)/u;

/** Cost of words as a deadline: a bonus when all of them are words of deadlines, a fine for each other word. */
function timeCounts(words: readonly FlowWord[]): (from: number, to: number) => number {
  const strong = new Int32Array(words.length + 1);
  const strange = new Int32Array(words.length + 1);
  words.forEach(({ traits, text }, index) => {
    const isStrong = traits.family === 'time' || STRONG_LINK.test(traits.root);
    const belongs =
      isStrong || traits.family === 'time-link' || traits.number !== null || /^[-–—(),./\d\p{P}]+$/u.test(text);
    strong[index + 1] = (strong[index] ?? 0) + (isStrong ? 1 : 0);
    strange[index + 1] = (strange[index] ?? 0) + (belongs ? 0 : 1);
  });
  return (from, to) => {
    const strongWords = (strong[to] ?? 0) - (strong[from] ?? 0);
    const strangeWords = (strange[to] ?? 0) - (strange[from] ?? 0);
    if (strongWords === 0)
      return to - from === 1 && /^[-–—]$/u.test(words[from]?.text ?? '') ? 0 : 6 + strangeWords * 0.5;
    return strangeWords === 0 ? -3.5 : -1 + strangeWords * 1.2;
  };
}

/** For each column the cumulative cost of line ends inside a cell, where whole lines belong to the cell. */
function insideBreaks(words: readonly FlowWord[], model: ColumnModel, column: number): Float64Array {
  const costs = new Float64Array(words.length + 2);
  let lineFrom = 0;
  words.forEach((word, index) => {
    let cost = 0;
    if (word.before !== Break.space && index > 0) {
      cost = breakCost(words, model, column, index, (words[index - 1]?.to ?? 0) - lineFrom);
    }
    if (word.before !== Break.space) lineFrom = word.from;
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
  const inside = model.inside[word.before] ?? 0;
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

/** For each word the first word of its line; for each word the first word of the next line. */
function lineStartsOf(words: readonly FlowWord[]): Int32Array {
  const starts = new Int32Array(words.length);
  let current = 0;
  words.forEach((word, index) => {
    if (word.before !== Break.space) current = index;
    starts[index] = current;
  });
  return starts;
}

function nextLineStarts(words: readonly FlowWord[]): Int32Array {
  const starts = new Int32Array(words.length);
  let next = words.length;
  for (let index = words.length - 1; index >= 0; index -= 1) {
    starts[index] = next;
    if (words[index]?.before !== Break.space) next = index;
  }
  return starts;
}
