import { acrossText } from '#domain/orders/layout/across/across-lines.ts';
import type { AcrossText } from '#domain/orders/layout/across/across-lines.ts';
import { firstAcrossModel, learnAcross } from '#domain/orders/layout/across/across-model.ts';
import type { Standing } from '#domain/orders/layout/across/across-model.ts';
import { FORCED_COST, OUTSIDE_COST, segmentAcross } from '#domain/orders/layout/across/across-rows.ts';
import type { AcrossRow } from '#domain/orders/layout/across/across-rows.ts';
import type { FlowLine } from '#domain/orders/layout/flow/words/flow-words.ts';
import { passagesOf } from '#domain/orders/layout/flow/words/word-passages.ts';
import type { Cell, Row } from '#domain/orders/source-document.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';

export type AcrossReading = {
  /** Index of the order of columns that was taken. */
  readonly order: number;
  readonly rows: readonly Row[];
  /** Number of lines that the table takes. */
  readonly lines: number;
  /** Cost of the reading for each of its words; the lower the likelier. */
  readonly costPerWord: number;
};

/** `rough` only tells how likely it is that lines hold pieces of several cells: cells at the top of their rows, usual widths. */
export type Care = 'thorough' | 'rough';

const READINGS: Readonly<Record<Care, number>> = { thorough: 4, rough: 2 };

/**
 * Reads lines that hold pieces of several cells side by side as rows of a table. `orders` are the orders in which the
 * roles of the columns may stand; the one that explains the first lines best is taken.
 */
export function readAcross(
  lines: readonly FlowLine[],
  orders: readonly (readonly ColumnRole[])[],
  executors: ReadonlySet<string>,
  care: Care = 'thorough',
): AcrossReading | null {
  const text = acrossText(lines, executors);
  const longest = usualLongest(lines);
  const { order, standing, scale } = likeliestWay(lines.slice(0, PROBE_LINES), orders, executors, longest, care);
  const roles = orders[order];
  if (text.words.length < 4 || roles === undefined) return null;
  let model = firstAcrossModel(text, roles, longest * scale, standing);
  const first = segmentAcross(text, model);
  let guess = first(OUTSIDE_COST);
  // Below titles of columns there is a table, however hard it is to read.
  const outside = guess.to < text.words.length / 2 ? FORCED_COST : OUTSIDE_COST;
  if (outside !== OUTSIDE_COST) guess = first(outside);
  for (let reading = 1; reading < READINGS[care]; reading += 1) {
    const pieces = guess.rows.flatMap((row) => (row.kind === 'cells' ? row.pieces : []));
    model = learnAcross(text, roles, pieces, model);
    const again = segmentAcross(text, model)(outside);
    const settled = again.cost === guess.cost;
    guess = again;
    if (settled) break;
  }
  const lastLine = text.words[guess.to - 1]?.line;
  if (lastLine === undefined || guess.rows.filter((row) => row.kind === 'cells').length < 2) return null;
  return {
    order,
    rows: guess.rows.map((row) => rowOf(text, lines, row, roles.length)),
    lines: lastLine + 1,
    costPerWord:
      (guess.cost - (outside - OUTSIDE_COST) * (text.words.length - guess.to)) / guess.to +
      (sharedLines(text, guess.rows, roles) < LEAST_SHARED ? NOT_SIDE_BY_SIDE : 0),
  };
}

/** Where hardly a line holds pieces of two cells, cells stand one after another. */
const LEAST_SHARED = 0.3;
const NOT_SIDE_BY_SIDE = 0.8;

/** The share of the rows' lines that hold pieces of two cells or more, numbers not counted. */
function sharedLines({ words }: AcrossText, rows: readonly AcrossRow[], roles: readonly ColumnRole[]): number {
  const cells = new Map<number, number>();
  for (const row of rows) {
    if (row.kind === 'section') continue;
    for (const { column, from } of row.pieces) {
      const line = words[from]?.line ?? -1;
      if (roles[column] !== 'number') cells.set(line, (cells.get(line) ?? 0) + 1);
    }
  }
  const shared = [...cells.values()].filter((count) => count > 1).length;
  return cells.size === 0 ? 0 : shared / cells.size;
}

/** Lines on which the orders of columns are tried. */
const PROBE_LINES = 24;

/** Ways to read that are tried to the end. */
const FINALISTS = 2;
/** Widths of columns that are tried at first, as shares of the usual ones. */
const SCALES = [0.75];
/** A first reading that costs so much more than the best is given up. */
const FAR_OFF = 25;

/** The order of columns and the standing of cells that explain the first lines best, once the columns have been learned. */
function likeliestWay(
  lines: readonly FlowLine[],
  orders: readonly (readonly ColumnRole[])[],
  executors: ReadonlySet<string>,
  longest: number,
  care: Care,
): { order: number; standing: Standing; scale: number } {
  const text = acrossText(lines, executors);
  const first = orders
    .flatMap((roles, order) =>
      STANDINGS[care].map((standing) => {
        // Unusual orders must explain the lines clearly better.
        const handicap = order + (standing === 'middle' ? 3 : 0);
        return firstReading(text, { order, standing, roles, handicap, scale: 1 }, longest);
      }),
    )
    .sort((a, b) => a.cost - b.cost);
  if (care === 'rough') return first[0] ?? { order: 0, standing: 'top', scale: 1 };
  const ways = first
    .slice(0, FINALISTS)
    .filter(({ cost }) => cost < (first[0]?.cost ?? 0) + FAR_OFF)
    .flatMap((way) => [way, ...SCALES.map((scale) => firstReading(text, { ...way, scale }, longest))]);
  if (ways.length > 1) {
    for (const way of ways) {
      for (let reading = 1; reading < 3; reading += 1) {
        const pieces = way.guess.rows.flatMap((row) => (row.kind === 'cells' ? row.pieces : []));
        way.model = learnAcross(text, way.roles, pieces, way.model);
        way.guess = segmentAcross(text, way.model)(FORCED_COST);
      }
      way.cost = way.guess.cost + way.handicap;
    }
    ways.sort((a, b) => a.cost - b.cost);
  }
  return ways[0] ?? { order: 0, standing: 'top', scale: 1 };
}

function firstReading<
  W extends {
    readonly roles: readonly ColumnRole[];
    readonly standing: Standing;
    readonly scale: number;
    readonly handicap: number;
  },
>(text: AcrossText, way: W, longest: number) {
  const model = firstAcrossModel(text, way.roles, longest * way.scale, way.standing);
  const guess = segmentAcross(text, model)(FORCED_COST);
  return { ...way, model, guess, cost: guess.cost + way.handicap };
}

const STANDINGS: Readonly<Record<Care, readonly Standing[]>> = { thorough: ['top', 'middle'], rough: ['top'] };

/** The length that one line in five passes: lines of one cell only are shorter than the table is wide. */
function usualLongest(lines: readonly FlowLine[]): number {
  const lengths = lines.map((line) => line.passage.text.trim().length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.8)] ?? 80;
}

function rowOf({ words }: AcrossText, lines: readonly FlowLine[], row: AcrossRow, width: number): Row {
  if (row.kind === 'section') {
    const cell = { column: 0, span: width, lines: passagesOf(words, lines, row.from, row.to) };
    return { cells: [cell] };
  }
  const cells: Cell[] = [];
  for (let column = 0; column < width; column += 1) {
    const own = row.pieces.filter((piece) => piece.column === column);
    cells.push({ column, span: 1, lines: own.flatMap((piece) => passagesOf(words, lines, piece.from, piece.to)) });
  }
  return { cells };
}
