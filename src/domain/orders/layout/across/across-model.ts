import type { AcrossText } from '#domain/orders/layout/across/across-lines.ts';
import { columnWidths } from '#domain/orders/layout/across/column-widths.ts';
import type { Piece } from '#domain/orders/layout/across/piece.ts';
import type { ColumnModel } from '#domain/orders/layout/flow/column-model.ts';
import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';

/** How cells stand in rows that are higher than they are: at the top, or in the middle. */
export type Standing = 'top' | 'middle';

export type AcrossModel = ColumnModel & {
  readonly standing: Standing;
  /** Cost of a cell that begins in the first line of its row, and of one that begins below: cells may stand in the middle. */
  readonly prompt: readonly number[];
  readonly late: readonly number[];
  /** Cost of a row that begins behind a break of each kind (space, line, blank, page), and of a row that goes on there. */
  readonly rowBegins: readonly number[];
  readonly rowGoesOn: readonly number[];
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
  { words, learn }: AcrossText,
  roles: readonly ColumnRole[],
  longest: number,
  standing: Standing,
): AcrossModel {
  const total = roles.reduce((sum, role) => sum + (SHARES[role] ?? 16), 0);
  const widths = roles.map((role) =>
    role === 'number' ? Infinity : Math.max(9, 1.3 * longest * ((SHARES[role] ?? 16) / total)),
  );
  return { ...learn.columns(roles, []), standing, widths, ...lateness(roles, [], standing), ...rowBreaks(words, []) };
}

/** What a reading teaches: words and widths from all pieces, beginnings and ends from those that begin or end a cell. */
export function learnAcross(
  { words, width, learn }: AcrossText,
  roles: readonly ColumnRole[],
  pieces: readonly Piece[],
  before: AcrossModel,
): AcrossModel {
  const begins = pieces.filter((piece) => piece.begins);
  return {
    ...learn.columns(roles, pieces),
    ...learn.beginnings(roles, begins),
    standing: before.standing,
    widths: columnWidths(pieces, before.widths, width),
    ...lateness(roles, pieces, before.standing),
    ...rowBreaks(words, pieces),
  };
}

/** What is believed of cells that begin below the first line of their row, before the document has taught otherwise. */
const LATE_CHANCE: Readonly<Record<Standing, number>> = { top: 0.12, middle: 0.6 };
const LATE_TITLE_CHANCE: Readonly<Record<Standing, number>> = { top: 0.04, middle: 0.25 };
const PRIOR_CELLS = 5;

function lateness(
  roles: readonly ColumnRole[],
  pieces: readonly Piece[],
  standing: Standing,
): Pick<AcrossModel, 'prompt' | 'late'> {
  const chances = roles.map((role, column) => {
    const begins = pieces.filter((piece) => piece.column === column && piece.begins);
    const late = begins.filter((piece) => piece.below).length;
    return (
      (late + PRIOR_CELLS * (role === 'title' ? LATE_TITLE_CHANCE : LATE_CHANCE)[standing]) /
      (begins.length + PRIOR_CELLS)
    );
  });
  return { prompt: chances.map((chance) => -Math.log(1 - chance)), late: chances.map((chance) => -Math.log(chance)) };
}

/** The chance that a row begins behind a space, a line end, an empty line, a page end. */
const ROW_CHANCE = [0.2, 0.2, 0.35, 0.3];
const USUAL_CHANCE = 0.3;
const PRIOR_BREAKS = 20;

function rowBreaks(words: readonly FlowWord[], pieces: readonly Piece[]): Pick<AcrossModel, 'rowBegins' | 'rowGoesOn'> {
  const begins = [0, 0, 0, 0];
  const goesOn = [0, 0, 0, 0];
  for (const piece of pieces) {
    const kind = words[piece.from]?.before ?? Break.space;
    if (kind === Break.space) continue;
    const counts = piece.below ? goesOn : begins;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const chances = ROW_CHANCE.map((chance, kind) => {
    const [some, others] = [begins[kind] ?? 0, goesOn[kind] ?? 0];
    return (some + PRIOR_BREAKS * chance) / (some + others + PRIOR_BREAKS);
  });
  return {
    rowBegins: chances.map((chance) => Math.min(3, -Math.log(chance / USUAL_CHANCE))),
    rowGoesOn: chances.map((chance) => Math.min(2, -Math.log((1 - chance) / (1 - USUAL_CHANCE)))),
  };
}
