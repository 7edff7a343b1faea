import type { Cell } from '#domain/orders/source-document.ts';
import { misfit } from '#domain/orders/tables/cell-judge.ts';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { printedLines } from '#domain/orders/tables/cells.ts';
import type { Column } from '#domain/orders/tables/heads/head.ts';

/** For each cell of a row the index of the column it belongs to, and how badly the row fits so (0 is perfect). */
export type Placement = { readonly columns: readonly number[]; readonly cost: number; readonly moved: boolean };

/** What the columns already hold, for a row that goes on from the row above; empty strings elsewhere. */
export type Before = (column: number) => string;

const NOTHING_BEFORE: Before = () => '';

/**
 * Puts the cells of a row under the columns of the head.
 *
 * Where the grid is whole the position decides. Real tables lose and double cells (a row of 5 or 8 cells under 6
 * columns), so where position and content disagree the cheapest order-keeping assignment by content is taken.
 */
export function placeCells(
  cells: readonly Cell[],
  columns: readonly Column[],
  judge: CellJudge,
  before: Before = NOTHING_BEFORE,
): Placement {
  const byPosition = placeByPosition(cells, columns, judge, before);
  const whole = sameGrid(cells, columns);
  if (byPosition !== null && (byPosition.cost < 3 || cells.some((cell) => cell.merged === true))) return byPosition;
  const byContent = placeByContent(cells, columns, judge, before);
  // A whole grid is strong evidence: content must be clearly better before a cell is moved.
  if (byPosition !== null && byContent.cost + (whole ? 4 : 1.5) >= byPosition.cost) return byPosition;
  return byContent;
}

function sameGrid(cells: readonly Cell[], columns: readonly Column[]): boolean {
  const end = cells.reduce((most, cell) => Math.max(most, cell.column + cell.span), 0);
  return end === columns.at(-1)?.to;
}

/** The column of the head that a cell overlaps most; null when a filled cell lies right of the last column. */
function placeByPosition(
  cells: readonly Cell[],
  columns: readonly Column[],
  judge: CellJudge,
  before: Before,
): Placement | null {
  const last = columns.at(-1);
  if (last === undefined) return null;
  const filled = cells.filter((cell) => printedLines(cell) !== '');
  if (filled.some((cell) => cell.column >= last.to)) return null;
  if (!sameGrid(cells, columns) && filled.length > 0 && cells.length < columns.length && !isSparse(cells)) return null;
  let cost = 0;
  const placed = cells.map((cell) => {
    const column = overlappingColumn(cell, columns);
    cost += misfit(printedLines(cell), columns[column]?.role ?? 'other', judge, before(column));
    return column;
  });
  return { columns: placed, cost, moved: false };
}

/** Some readers leave empty cells out and keep the column numbers: then gaps in the numbers show the positions are true. */
function isSparse(cells: readonly Cell[]): boolean {
  return cells.some(
    (cell, index) => index > 0 && cell.column > (cells[index - 1]?.column ?? 0) + (cells[index - 1]?.span ?? 1),
  );
}

function overlappingColumn(cell: Cell, columns: readonly Column[]): number {
  let best = columns.length - 1;
  let most = -Infinity;
  columns.forEach((column, index) => {
    const overlap = Math.min(cell.column + cell.span, column.to) - Math.max(cell.column, column.from);
    if (overlap > most) {
      most = overlap;
      best = index;
    }
  });
  return best;
}

const STEP_OVER_COLUMN = 0.4;
const TWO_CELLS_IN_COLUMN = 1.2;

/** Cheapest assignment that keeps the order of cells; two neighbours may share a column (doubled or torn cells). */
function placeByContent(
  cells: readonly Cell[],
  columns: readonly Column[],
  judge: CellJudge,
  before: Before,
): Placement {
  const filled = cells.map((cell, index) => ({ index, text: printedLines(cell) })).filter((cell) => cell.text !== '');
  const width = columns.length;
  let costs = columns.map((_, column) => column * STEP_OVER_COLUMN);
  const choices: number[][] = [];
  filled.forEach((cell, order) => {
    const previous = filled[order - 1];
    const chosen: number[] = [];
    const next = columns.map((column, place) => {
      let best = Infinity;
      let from = 0;
      for (let earlier = 0; earlier <= place; earlier += 1) {
        const shared = order > 0 && earlier === place;
        if (order === 0 && earlier !== place) continue;
        const doubled = shared && previous?.text === cell.text;
        const step = shared
          ? doubled
            ? 0.2
            : TWO_CELLS_IN_COLUMN
          : Math.max(0, place - earlier - 1) * STEP_OVER_COLUMN;
        const cost = (costs[earlier] ?? Infinity) + step;
        if (cost < best) {
          best = cost;
          from = earlier;
        }
      }
      chosen.push(from);
      return best + misfit(cell.text, column.role, judge, before(place));
    });
    costs = next;
    choices.push(chosen);
  });

  let place = costs.indexOf(Math.min(...costs));
  const cost = costs[place] ?? 0;
  const placed = new Map<number, number>();
  for (let order = filled.length - 1; order >= 0; order -= 1) {
    placed.set(filled[order]?.index ?? 0, place);
    place = choices[order]?.[place] ?? place;
  }
  let lastColumn = 0;
  const assignment = cells.map((_, index) => (lastColumn = placed.get(index) ?? Math.min(lastColumn, width - 1)));
  const moved = cells.some(
    (cell, index) => placed.has(index) && overlappingColumn(cell, columns) !== assignment[index],
  );
  return { columns: assignment, cost, moved };
}
