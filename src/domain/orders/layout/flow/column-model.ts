import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { WordFamily } from '#domain/orders/layout/flow/words/word-traits.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';

/** Words `from`…`to` (excluded) that were given to a column. */
export type CellGuess = { readonly column: number; readonly from: number; readonly to: number };

/**
 * What is known of the columns of one table: which words stand in each, how wide it is, how its cells begin, and what
 * borders of cells look like in this document. Costs are natural logarithms of odds; lower is likelier.
 *
 * At first only general knowledge of plans speaks; each reading of the whole table then teaches the next one
 * (expectation–maximization with the single best reading).
 */
export type ColumnModel = {
  readonly roles: readonly ColumnRole[];
  /** For each column: cumulative cost of the words before each index. */
  readonly wordCosts: readonly Float64Array[];
  /** Characters that fit into a line of the column; Infinity while unknown. */
  readonly widths: readonly number[];
  /** Cost of a cell that begins with a capital letter (or a digit), and of one that does not. */
  readonly capital: readonly number[];
  readonly small: readonly number[];
  /** What the first word of a cell adds, by column and root. */
  readonly firstWords: readonly ReadonlyMap<string, number>[];
  /** What a word at the start of a line inside a cell adds when its root nearly always begins cells. */
  readonly announcers: ReadonlyMap<string, number>;
  /** What the last word of a cell adds, by column and root. */
  readonly lastWords: readonly ReadonlyMap<string, number>[];
  readonly empty: readonly number[];
  /** Cost of a border of cells, and of none, by kind of break (`breakKind`). */
  readonly border: readonly number[];
  readonly inside: readonly number[];
};

/** How much likelier a family of words is in a column of the role than elsewhere. Families left out count 1. */
const AFFINITY: Readonly<Partial<Record<ColumnRole, Readonly<Partial<Record<WordFamily, number>>>>>> = {
  title: {
    time: 0.4,
    'time-link': 1,
    executor: 0.8,
    deed: 1.6,
    done: 0.5,
    paper: 0.8,
    web: 0.5,
    count: 0.5,
    plain: 1.3,
  },
  deadline: {
    time: 14,
    'time-link': 3.5,
    executor: 0.05,
    deed: 0.05,
    done: 0.05,
    paper: 0.05,
    web: 0.02,
    count: 0.5,
    plain: 0.08,
  },
  responsible: {
    time: 0.03,
    'time-link': 0.3,
    executor: 5,
    deed: 0.2,
    done: 0.1,
    paper: 0.2,
    web: 0.1,
    count: 0.2,
    plain: 0.6,
  },
  result: {
    time: 0.3,
    'time-link': 0.8,
    executor: 0.8,
    deed: 0.9,
    done: 2.5,
    paper: 2.2,
    web: 0.6,
    count: 2.5,
    plain: 1.1,
  },
  publication: {
    time: 0.1,
    'time-link': 1,
    executor: 1.2,
    deed: 0.4,
    done: 0.3,
    paper: 0.6,
    web: 9,
    count: 0.2,
    plain: 0.8,
  },
  indicator: { time: 0.4, executor: 0.9, count: 0.7, plain: 1.3, done: 1 },
  source: { time: 0.2, executor: 4, deed: 0.3, count: 0.05, web: 4, plain: 0.7 },
  value: { time: 0.2, executor: 0.1, deed: 0.1, done: 0.1, count: 20, plain: 0.2, web: 0.1 },
  unit: { executor: 0.3, count: 4, plain: 1 },
  other: {},
  section: {},
};

const CAPITAL_FIRST: Readonly<Partial<Record<ColumnRole, number>>> = {
  title: 0.97,
  deadline: 0.6,
  responsible: 0.85,
  result: 0.92,
  publication: 0.93,
  indicator: 0.95,
  source: 0.9,
  value: 0.9,
};

/** Cost of leaving a cell of the role empty, before the document has taught otherwise. */
const EMPTY: Readonly<Partial<Record<ColumnRole, number>>> = {
  number: 7,
  title: 14,
  deadline: 5,
  responsible: 5,
  result: 4.5,
  publication: 4,
  indicator: 12,
  source: 4,
  value: 5,
  unit: 3,
  other: 2,
  section: 2,
};

const FIRST_FAMILY: Readonly<Partial<Record<ColumnRole, Readonly<Partial<Record<WordFamily, number>>>>>> = {
  title: { deed: -2, executor: 0.8, done: 1, time: 2.5, count: 2, web: 1.5, 'time-link': 1.5 },
  result: { done: -1.5, paper: -1.5, count: -0.7, deed: -0.3 },
  responsible: { executor: -1.5, deed: 2, done: 2, count: 3 },
  publication: { web: -2 },
  indicator: { done: -1.5 },
};

/** What is believed of borders at a space, a line end, an empty line, a page end: the chance that a border is there. */
const BORDER_CHANCE = [0.04, 0.2, 0.6, 0.4];
const BREAKS = BORDER_CHANCE.length;

/** The break before a word, breaks behind a line that ends with a space being kinds of their own. */
export function breakKind(word: FlowWord): number {
  return word.wrappedBefore ? BREAKS + word.before : word.before;
}

export function initialModel(words: readonly FlowWord[], roles: readonly ColumnRole[]): ColumnModel {
  return learn(words, roles, []);
}

/** Words of a deadline are judged together by their grammar, so each of them counts less. */
const DEADLINE_WORDS = 0.4;

/** Strength of the general knowledge against what was read, in words. */
const PRIOR_WORDS = 40;
const PRIOR_CELLS = 4;

/** The model that a reading of the table teaches. */
export function learn(
  words: readonly FlowWord[],
  roles: readonly ColumnRole[],
  cells: readonly CellGuess[],
): ColumnModel {
  const total = words.length;
  const everywhere = countRoots(words, 0, total, new Map());
  const rowCount = cells.filter((cell) => roles[cell.column] === 'title' || roles[cell.column] === 'indicator').length;
  const byColumn = roles.map((_, column) => cells.filter((cell) => cell.column === column));
  const wordCosts = roles.map((role, column) => {
    const own = byColumn[column] ?? [];
    const counts = new Map<string, number>();
    for (const cell of own) countRoots(words, cell.from, cell.to, counts);
    const size = own.reduce((sum, cell) => sum + cell.to - cell.from, 0);
    const costs = new Float64Array(total + 1);
    const weight = role === 'deadline' ? DEADLINE_WORDS : 1;
    // Columns whose cells say something new each time leave more room for words not met yet (Witten and Bell's estimate).
    const unseen = PRIOR_WORDS + counts.size;
    const given = new Uint8Array(total);
    for (const cell of own) given.fill(1, cell.from, cell.to);
    words.forEach((word, index) => {
      // A word does not vouch for itself: what it was read as last time is left out of the count.
      const self = given[index] ?? 0;
      const general = AFFINITY[role]?.[word.traits.family] ?? 1;
      const background = ((everywhere.get(word.traits.root) ?? 0) + 1) / (total + 1);
      const chance =
        ((counts.get(word.traits.root) ?? 0) - self + unseen * background * general) / (size - self + unseen);
      costs[index + 1] = (costs[index] ?? 0) - weight * Math.max(-3, Math.min(2.2, Math.log(chance / background)));
    });
    return costs;
  });
  const starts = roles.map((role, column) => {
    const own = byColumn[column] ?? [];
    const big = own.filter(
      (cell) => words[cell.from]?.traits.startsCapital === true || isDigit(words[cell.from]),
    ).length;
    const chance = (big + PRIOR_CELLS * (CAPITAL_FIRST[role] ?? 0.8)) / (own.length + PRIOR_CELLS);
    return { capital: -Math.log(chance / 0.45), small: Math.min(5, -Math.log((1 - chance + 0.005) / 0.55)) };
  });
  return {
    roles,
    wordCosts,
    widths: roles.map((role, column) => (role === 'number' ? Infinity : columnWidth(words, byColumn[column] ?? []))),
    capital: starts.map((start) => start.capital),
    small: starts.map((start) => start.small),
    firstWords: roles.map((role, column) => firstWordCosts(words, role, byColumn[column] ?? [], everywhere)),
    announcers: announcers(words, cells),
    lastWords: roles.map((role, column) => lastWordCosts(words, role, byColumn[column] ?? [], everywhere)),
    empty: roles.map((role, column) => {
      const prior = EMPTY[role] ?? 3;
      if (rowCount < 3) return prior;
      const missing = Math.max(0, rowCount - (byColumn[column]?.length ?? 0));
      const learnt = -Math.log((missing + 0.2) / (rowCount + 0.4));
      // One empty cell pays back what the bonus of a present one would bring.
      return 0.5 * prior + 0.5 * Math.min(prior, learnt + (role === 'number' ? 3 : 1.5));
    }),
    ...borderCosts(words, cells),
  };
}

function isDigit(word: FlowWord | undefined): boolean {
  return word !== undefined && /^\d/u.test(word.text);
}

function countRoots(
  words: readonly FlowWord[],
  from: number,
  to: number,
  counts: Map<string, number>,
): Map<string, number> {
  for (let index = from; index < to; index += 1) {
    const root = words[index]?.traits.root ?? '';
    counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  return counts;
}

function firstWordCosts(
  words: readonly FlowWord[],
  role: ColumnRole,
  cells: readonly CellGuess[],
  everywhere: ReadonlyMap<string, number>,
): Map<string, number> {
  const costs = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const root = words[cell.from]?.traits.root ?? '';
    counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  // A root that begins cells of this column again and again, and hardly stands elsewhere, announces one.
  for (const [root, count] of counts) {
    if (count < 2 || role === 'number') continue;
    costs.set(
      root,
      -Math.min(2.5, Math.max(0, 2.5 * (count / (everywhere.get(root) ?? count)) + Math.log(count) - 1.2)),
    );
  }
  return costs;
}

/** Roots that begin three cells or more and hardly ever stand at the start of another line. */
function announcers(words: readonly FlowWord[], cells: readonly CellGuess[]): Map<string, number> {
  const beginning = new Map<string, number>();
  const all = new Map<string, number>();
  for (const cell of cells) {
    const word = words[cell.from];
    if (word?.traits.startsCapital !== true) continue;
    beginning.set(word.traits.root, (beginning.get(word.traits.root) ?? 0) + 1);
  }
  for (const { traits } of words) if (traits.startsCapital) all.set(traits.root, (all.get(traits.root) ?? 0) + 1);
  const costs = new Map<string, number>();
  for (const [root, count] of beginning) {
    const others = (all.get(root) ?? count) - count;
    if (count >= 3) costs.set(root, Math.max(0, Math.min(3, Math.log((count + 0.5) / (others + 0.5)))));
  }
  return costs;
}

/** A root that ends cells of the column again and again ends this one too. */
function lastWordCosts(
  words: readonly FlowWord[],
  role: ColumnRole,
  cells: readonly CellGuess[],
  everywhere: ReadonlyMap<string, number>,
): Map<string, number> {
  const costs = new Map<string, number>();
  if (role === 'number') return costs;
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const root = words[cell.to - 1]?.traits.root ?? '';
    counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  for (const [root, count] of counts) {
    if (count >= 3) costs.set(root, -Math.min(2, (2 * count) / (everywhere.get(root) ?? count)));
  }
  return costs;
}

/** What the first word adds to the cost of a cell. */
export function firstWordCost(model: ColumnModel, column: number, word: FlowWord): number {
  const role = model.roles[column] ?? 'other';
  const general = FIRST_FAMILY[role]?.[word.traits.family] ?? 0;
  return Math.min(general, 0) + Math.max(general, 0) + (model.firstWords[column]?.get(word.traits.root) ?? 0);
}

/**
 * The width of a column in characters: lines inside a cell come near to it and never pass it. The longest lines may be
 * borders read wrongly, so the tenth part of the lines may be longer.
 */
function columnWidth(words: readonly FlowWord[], cells: readonly CellGuess[]): number {
  const lengths: number[] = [];
  for (const cell of cells) {
    let from = cell.from;
    for (let index = cell.from + 1; index <= cell.to; index += 1) {
      const word = words[index];
      if (index < cell.to && word?.before === Break.space) continue;
      lengths.push((words[index - 1]?.to ?? 0) - (words[from]?.from ?? 0));
      from = index;
    }
  }
  if (lengths.length < 6) return Infinity;
  lengths.sort((a, b) => a - b);
  return Math.max(4, lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * 0.94))] ?? Infinity);
}

function borderCosts(words: readonly FlowWord[], cells: readonly CellGuess[]): Pick<ColumnModel, 'border' | 'inside'> {
  const borders = new Array<number>(2 * BREAKS).fill(0);
  const others = new Array<number>(2 * BREAKS).fill(0);
  for (const cell of cells) {
    for (let index = cell.from; index < cell.to; index += 1) {
      const word = words[index];
      const kind = word === undefined ? Break.space : breakKind(word);
      const counts = index === cell.from ? borders : others;
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  const chances = [...BORDER_CHANCE, ...BORDER_CHANCE].map((chance, kind) => {
    const weight = kind % BREAKS === Break.page ? 60 : 20;
    return ((borders[kind] ?? 0) + weight * chance) / ((borders[kind] ?? 0) + (others[kind] ?? 0) + weight);
  });
  return {
    border: chances.map((chance) => Math.min(4.5, -Math.log(chance))),
    inside: chances.map((chance, kind) => (kind === Break.space ? 0 : Math.min(4.5, -Math.log(1 - chance)))),
  };
}
