import { AFFINITY, CAPITAL_FIRST, EMPTY, FIRST_FAMILY } from '#domain/orders/layout/flow/column-priors.ts';
import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';
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

/** What is believed of borders at a space, a line end, an empty line, a page end: the chance that a border is there. */
const BORDER_CHANCE = [0.04, 0.2, 0.6, 0.4];
const BREAKS = BORDER_CHANCE.length;

/** The break before a word, breaks behind a line that ends with a space being kinds of their own. */
export function breakKind(word: FlowWord): number {
  return word.wrappedBefore ? BREAKS + word.before : word.before;
}

/** Words of a deadline are judged together by their grammar, so each of them counts less. */
const DEADLINE_WORDS = 0.4;

/** Strength of the general knowledge against what was read, in words. */
const PRIOR_WORDS = 40;
const PRIOR_CELLS = 4;

/** The part of what a reading teaches that is told by where cells begin. */
export type Beginnings = Pick<ColumnModel, 'capital' | 'small' | 'firstWords' | 'empty'>;

/** Learns from readings of the same words. */
export type Learner = {
  /** What the cells of a reading teach; without cells, what is known before any reading. */
  readonly columns: (roles: readonly ColumnRole[], cells: readonly CellGuess[]) => ColumnModel;
  /** The same from cells of which only the beginnings count. */
  readonly beginnings: (roles: readonly ColumnRole[], cells: readonly CellGuess[]) => Beginnings;
};

export function learner(words: readonly FlowWord[]): Learner {
  const everywhere = countRoots(words);
  const roots = [...everywhere.keys()];
  const idOf = new Map(roots.map((root, id): [string, number] => [root, id]));
  const ids = Int32Array.from(words, ({ traits }) => idOf.get(traits.root) ?? 0);
  const background = Float64Array.from(roots, (root) => ((everywhere.get(root) ?? 0) + 1) / (words.length + 1));
  return {
    columns: (roles, cells) => {
      const byColumn = cellsByColumn(roles, cells);
      return {
        roles,
        wordCosts: roles.map((role, column) => wordCostsOf(words, role, byColumn[column] ?? [], ids, background)),
        widths: roles.map((role, column) =>
          role === 'number' ? Infinity : columnWidth(words, byColumn[column] ?? []),
        ),
        ...beginningsOf(words, everywhere, roles, byColumn),
        announcers: announcers(words, cells),
        lastWords: roles.map((role, column) => lastWordCosts(words, role, byColumn[column] ?? [], everywhere)),
        ...borderCosts(words, cells),
      };
    },
    beginnings: (roles, cells) => beginningsOf(words, everywhere, roles, cellsByColumn(roles, cells)),
  };
}

function cellsByColumn(roles: readonly ColumnRole[], cells: readonly CellGuess[]): CellGuess[][] {
  return roles.map((_, column) => cells.filter((cell) => cell.column === column));
}

/** The cumulative costs of words in a column; `ids` number their roots, `background` is the share of each root. */
function wordCostsOf(
  words: readonly FlowWord[],
  role: ColumnRole,
  own: readonly CellGuess[],
  ids: Int32Array,
  background: Float64Array,
): Float64Array {
  const counts = new Int32Array(background.length);
  const given = new Uint8Array(words.length);
  let size = 0;
  let different = 0;
  for (const { from, to } of own) {
    size += to - from;
    given.fill(1, from, to);
    for (let index = from; index < to; index += 1) {
      const id = ids[index] ?? 0;
      if (counts[id] === 0) different += 1;
      counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  const costs = new Float64Array(words.length + 1);
  const weight = role === 'deadline' ? DEADLINE_WORDS : 1;
  const affinity = AFFINITY[role];
  // Columns whose cells say something new each time leave more room for words not met yet (Witten and Bell's estimate).
  const unseen = PRIOR_WORDS + different;
  words.forEach((word, index) => {
    const id = ids[index] ?? 0;
    // A word does not vouch for itself: what it was read as last time is left out of the count.
    const self = given[index] ?? 0;
    const general = affinity?.[word.traits.family] ?? 1;
    const share = background[id] ?? 1;
    const chance = ((counts[id] ?? 0) - self + unseen * share * general) / (size - self + unseen);
    costs[index + 1] = (costs[index] ?? 0) - weight * Math.max(-3, Math.min(2.2, Math.log(chance / share)));
  });
  return costs;
}

function beginningsOf(
  words: readonly FlowWord[],
  everywhere: ReadonlyMap<string, number>,
  roles: readonly ColumnRole[],
  byColumn: readonly (readonly CellGuess[])[],
): Beginnings {
  const rowCount = roles.reduce(
    (sum, role, column) => sum + (role === 'title' || role === 'indicator' ? (byColumn[column]?.length ?? 0) : 0),
    0,
  );
  const starts = roles.map((role, column) => {
    const own = byColumn[column] ?? [];
    const big = own.filter(
      (cell) => words[cell.from]?.traits.startsCapital === true || isDigit(words[cell.from]),
    ).length;
    const chance = (big + PRIOR_CELLS * (CAPITAL_FIRST[role] ?? 0.8)) / (own.length + PRIOR_CELLS);
    return { capital: -Math.log(chance / 0.45), small: Math.min(5, -Math.log((1 - chance + 0.005) / 0.55)) };
  });
  return {
    capital: starts.map((start) => start.capital),
    small: starts.map((start) => start.small),
    firstWords: roles.map((role, column) => firstWordCosts(words, role, byColumn[column] ?? [], everywhere)),
    empty: roles.map((role, column) => {
      const prior = EMPTY[role] ?? 3;
      if (rowCount < 3) return prior;
      const missing = Math.max(0, rowCount - (byColumn[column]?.length ?? 0));
      const learnt = -Math.log((missing + 0.2) / (rowCount + 0.4));
      // One empty cell pays back what the bonus of a present one would bring.
      return 0.5 * prior + 0.5 * Math.min(prior, learnt + (role === 'number' ? 3 : 1.5));
    }),
  };
}

function isDigit(word: FlowWord | undefined): boolean {
  return word !== undefined && /^\d/u.test(word.text);
}

function countRoots(words: readonly FlowWord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { traits } of words) counts.set(traits.root, (counts.get(traits.root) ?? 0) + 1);
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
