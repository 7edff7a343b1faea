import { learn } from '#domain/orders/layout/flow/column-model.ts';
import type { CellGuess, ColumnModel } from '#domain/orders/layout/flow/column-model.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';

/** A piece of a cell on one line; the first piece of a cell begins it. */
export type Piece = CellGuess & {
  readonly begins: boolean;
  readonly ends: boolean;
  /** The piece stands below the first line of its row. */
  readonly below: boolean;
};

export type AcrossModel = ColumnModel & {
  /** Cost of a cell that begins in the first line of its row, and of one that begins below: cells may stand in the middle. */
  readonly prompt: readonly number[];
  readonly late: readonly number[];
};

/** Usual shares of a page's width. */
const SHARES: Readonly<Partial<Record<ColumnRole, number>>> = {
  number: 3,
  title: 34,
  deadline: 12,
  responsible: 15,
  result: 26,
  publication: 20,
  indicator: 40,
  source: 15,
  value: 10,
  unit: 8,
  other: 16,
};

/** What is known of the columns before a reading: general knowledge, and shares of the longest lines as widths. */
export function firstAcrossModel(
  words: readonly FlowWord[],
  roles: readonly ColumnRole[],
  longest: number,
): AcrossModel {
  const total = roles.reduce((sum, role) => sum + (SHARES[role] ?? 16), 0);
  const widths = roles.map((role) => Math.max(9, 1.3 * longest * ((SHARES[role] ?? 16) / total)));
  return { ...learn(words, roles, []), widths, ...lateness(roles, []) };
}

/** What a reading teaches: words and widths from all pieces, beginnings and ends from those that begin or end a cell. */
export function learnAcross(
  words: readonly FlowWord[],
  roles: readonly ColumnRole[],
  pieces: readonly Piece[],
  before: AcrossModel,
): AcrossModel {
  const all = learn(words, roles, pieces);
  const begins = learn(
    words,
    roles,
    pieces.filter((piece) => piece.begins),
  );
  return {
    ...all,
    widths: all.widths.map((width, column) => (width === Infinity ? (before.widths[column] ?? Infinity) : width + 1)),
    capital: begins.capital,
    small: begins.small,
    firstWords: begins.firstWords,
    empty: begins.empty,
    ...lateness(roles, pieces),
  };
}

/** What is believed of cells that begin below the first line of their row, before the document has taught otherwise. */
const LATE_CHANCE = 0.12;
const LATE_TITLE_CHANCE = 0.04;
const PRIOR_CELLS = 5;

function lateness(roles: readonly ColumnRole[], pieces: readonly Piece[]): Pick<AcrossModel, 'prompt' | 'late'> {
  const chances = roles.map((role, column) => {
    const begins = pieces.filter((piece) => piece.column === column && piece.begins);
    const late = begins.filter((piece) => piece.below).length;
    return (late + PRIOR_CELLS * (role === 'title' ? LATE_TITLE_CHANCE : LATE_CHANCE)) / (begins.length + PRIOR_CELLS);
  });
  return { prompt: chances.map((chance) => -Math.log(1 - chance)), late: chances.map((chance) => -Math.log(chance)) };
}
