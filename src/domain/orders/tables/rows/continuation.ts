import type { Row } from '#domain/orders/source-document.ts';
import { rowNumber } from '#domain/orders/tables/cell-judge.ts';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { startsInside, textOf } from '#domain/orders/tables/cells.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';
import type { Column } from '#domain/orders/tables/heads/head.ts';
import type { MeasureRow } from '#domain/orders/tables/rows/logical-row.ts';

type Evidence = {
  readonly row: Row;
  readonly read: MeasureRow;
  readonly previous: MeasureRow;
  readonly columns: readonly Column[];
  readonly judge: CellJudge;
};

/** A cell that ends so is not finished: a hyphen, a comma, an open bracket, a preposition or a conjunction. */
const UNFINISHED =
  /(?:[-,(«:/]|(?:^|\s)(?:и|или|а|в|во|на|по|с|со|к|для|от|до|из|о|об|при|за|не|над|под|через|между))$/iu;

/**
 * Whether a row without a number goes on with the row above: pages cut rows, and each half then looks like a row.
 *
 * Evidence is weighed, because an unnumbered row may as well be a measure somebody forgot to number: a text that begins in
 * lower case, a half that ends with a hyphen or a comma, an empty title speak for a torn row; a title of its own with a
 * deadline of its own speaks against.
 */
export function continuesAbove(evidence: Evidence): boolean {
  const { row, read, previous, columns, judge } = evidence;
  const of = (role: ColumnRole, from: MeasureRow): string =>
    columns
      .map((column, index) => (column.role === role ? textOf(from.cells.get(index)) : ''))
      .join(' ')
      .trim();

  const number = of('number', read);
  if (rowNumber(number) !== null) return false;
  if (mergedTitle(row, columns)) return true;

  const title = of('title', read);
  let weight = row.afterBreak === true ? 1 : 0;
  if (title === '') weight += 2.5;
  else if (startsInside(title)) weight += 2;
  else weight -= 1.5;

  // Without numbers every row begins a measure unless it plainly does not.
  if (!columns.some((column) => column.role === 'number')) weight -= 0.5;

  for (const role of ['title', 'result', 'responsible', 'publication'] as const) {
    const above = of(role, previous);
    const here = of(role, read);
    if (here === '') continue;
    if (above !== '' && UNFINISHED.test(above)) weight += 1.5;
    if (role !== 'title' && startsInside(here)) weight += 0.7;
  }

  const deadline = of('deadline', read);
  const deadlineAbove = of('deadline', previous);
  if (deadline === '') weight += 0.5;
  else if (judge.deadline(deadlineAbove) >= 0.6 && judge.deadline(deadline) >= 0.6 && !/^\d{4}/u.test(deadline))
    weight -= 1.5;
  const empty = columns.filter(
    (column, index) => column.role !== 'number' && textOf(read.cells.get(index)) === '',
  ).length;
  if (empty >= columns.length / 2) weight += 0.5;
  return weight >= 1.5;
}

function mergedTitle(row: Row, columns: readonly Column[]): boolean {
  const title = columns.find((column) => column.role === 'title');
  if (title === undefined) return false;
  return row.cells.some((cell) => cell.merged === true && cell.column >= title.from && cell.column < title.to);
}
