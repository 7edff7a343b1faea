import { initialModel, learn } from '#domain/orders/layout/flow/column-model.ts';
import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowLine, FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';
import { segmentRows } from '#domain/orders/layout/flow/row-segmentation.ts';
import type { RowGuess } from '#domain/orders/layout/flow/row-segmentation.ts';
import { passagesOf } from '#domain/orders/layout/flow/words/word-passages.ts';
import type { Cell, Row } from '#domain/orders/source-document.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';

/** Rows as they were read from a region, how many of its words they take, and the cost of each of them: low is likely. */
export type FlowReading = { readonly rows: readonly Row[]; readonly taken: number; readonly costPerWord: number };

const READINGS = 3;

/** Reads words that hold one cell after another as rows of a table with columns of these roles; null for fewer than two rows. */
export function readFlow(
  words: readonly FlowWord[],
  lines: readonly FlowLine[],
  roles: readonly ColumnRole[],
): FlowReading | null {
  let model = initialModel(words, roles);
  let guess = segmentRows(words, model, false);
  for (let reading = 1; reading < READINGS; reading += 1) {
    const cells = guess.rows.flatMap((row) => (row.kind === 'cells' ? row.cells : []));
    model = learn(words, roles, cells);
    const again = segmentRows(words, model);
    const settled = sameRows(guess.rows, again.rows);
    guess = again;
    if (settled) break;
  }
  if (guess.rows.filter((row) => row.kind === 'cells').length < 2) return null;
  return {
    rows: guess.rows.map((row) => rowOf(words, lines, row, roles.length)),
    taken: guess.to,
    costPerWord: guess.cost / guess.to,
  };
}

function sameRows(one: readonly RowGuess[], other: readonly RowGuess[]): boolean {
  const borders = (rows: readonly RowGuess[]) =>
    rows.flatMap((row) =>
      row.kind === 'section' ? [row.from] : row.cells.flatMap((cell) => [cell.column, cell.from]),
    );
  const [a, b] = [borders(one), borders(other)];
  return a.length === b.length && a.every((border, index) => border === b[index]);
}

function rowOf(words: readonly FlowWord[], lines: readonly FlowLine[], row: RowGuess, width: number): Row {
  const afterBreak = words[row.from]?.before === Break.page ? { afterBreak: true } : {};
  if (row.kind === 'section') {
    return { cells: [{ column: 0, span: width, lines: passagesOf(words, lines, row.from, row.to) }], ...afterBreak };
  }
  const cells = Array.from({ length: width }, (_, column): Cell => {
    const own = row.cells.filter((cell) => cell.column === column);
    return { column, span: 1, lines: own.flatMap((cell) => passagesOf(words, lines, cell.from, cell.to)) };
  });
  return { cells, ...afterBreak };
}
