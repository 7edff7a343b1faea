import { acrossText } from '#domain/orders/layout/across/across-lines.ts';
import type { AcrossText } from '#domain/orders/layout/across/across-lines.ts';
import { firstAcrossModel, learnAcross } from '#domain/orders/layout/across/across-model.ts';
import type { Standing } from '#domain/orders/layout/across/across-model.ts';
import { segmentAcross } from '#domain/orders/layout/across/across-rows.ts';
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

const READINGS = 4;

/**
 * Reads lines that hold pieces of several cells side by side as rows of a table. `orders` are the orders in which the
 * roles of the columns may stand; the one that explains the first lines best is taken.
 */
export function readAcross(
  lines: readonly FlowLine[],
  orders: readonly (readonly ColumnRole[])[],
  executors: ReadonlySet<string>,
): AcrossReading | null {
  const text = acrossText(lines, executors);
  const longest = usualLongest(lines);
  const { order, standing } = likeliestWay(lines.slice(0, PROBE_LINES), orders, executors, longest);
  const roles = orders[order];
  if (text.words.length < 4 || roles === undefined) return null;
  let model = firstAcrossModel(text.words, roles, longest, standing);
  let guess = segmentAcross(text, model);
  for (let reading = 1; reading < READINGS; reading += 1) {
    const pieces = guess.rows.flatMap((row) => (row.kind === 'cells' ? row.pieces : []));
    model = learnAcross(text.words, roles, pieces, model);
    const again = segmentAcross(text, model);
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
    costPerWord: guess.cost / guess.to,
  };
}

/** Lines on which the orders of columns are tried. */
const PROBE_LINES = 30;

/** The order of columns and the standing of cells that explain the first lines best. */
function likeliestWay(
  lines: readonly FlowLine[],
  orders: readonly (readonly ColumnRole[])[],
  executors: ReadonlySet<string>,
  longest: number,
): { order: number; standing: Standing } {
  const text = acrossText(lines, executors);
  let best: { order: number; standing: Standing; cost: number } = { order: 0, standing: 'top', cost: Infinity };
  orders.forEach((roles, order) => {
    for (const standing of STANDINGS) {
      // Unusual orders must explain the lines clearly better.
      const { cost } = segmentAcross(text, firstAcrossModel(text.words, roles, longest, standing));
      const whole = cost + 3 * order + (standing === 'middle' ? 3 : 0);
      if (whole < best.cost) best = { order, standing, cost: whole };
    }
  });
  return best;
}

const STANDINGS: readonly Standing[] = ['top', 'middle'];

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
