import type { Table } from '#domain/orders/source-document.ts';
import { countsRow, publicationLikeness } from '#domain/orders/tables/cell-judge.ts';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { filledCells, printedLines } from '#domain/orders/tables/cells.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';
import type { Column, Head } from '#domain/orders/tables/heads/head.ts';

/** So many rows are looked at to tell what a column without a title holds. */
const SAMPLE = 40;

type Profile = {
  readonly number: number;
  readonly deadline: number;
  readonly responsible: number;
  readonly publication: number;
  readonly length: number;
};

/**
 * Tells the columns of a table without titles by what stands in them: a count of rows, deadlines, executors, running text.
 * @returns null when no column holds deadlines or none holds running text: then it is no plan
 */
export function guessHead(table: Table, judge: CellJudge): Head | null {
  if (table.width < 3 || table.rows.length < 3) return null;
  const profiles = Array.from({ length: table.width }, (_, column) => profileOf(table, column, judge));
  const roles = new Map<number, ColumnRole>();
  const take = (role: ColumnRole, measure: (profile: Profile) => number, least: number): void => {
    const free = profiles
      .map((profile, column) => ({ column, fit: measure(profile) }))
      .filter(({ column }) => !roles.has(column));
    const [best] = free.sort((a, b) => b.fit - a.fit);
    if (best !== undefined && best.fit >= least) roles.set(best.column, role);
  };
  take('deadline', (profile) => profile.deadline, 0.5);
  if (roles.size === 0) return null;
  if ((profiles[0]?.number ?? 0) >= 0.5) roles.set(0, 'number');
  take('publication', (profile) => (profile.publication > 0.7 ? profile.publication : 0), 0.7);
  take('responsible', (profile) => profile.responsible, 0.5);
  const prose = profiles
    .map((profile, column) => ({ column, length: profile.length }))
    .filter(({ column, length }) => !roles.has(column) && length >= 12);
  const [title, result] = prose;
  if (title === undefined || (profiles[title.column]?.length ?? 0) < 15) return null;
  roles.set(title.column, 'title');
  if (result !== undefined) roles.set(result.column, 'result');
  const columns = profiles.map((_, column): Column => {
    return { from: column, to: column + 1, title: '', role: roles.get(column) ?? 'other', confidence: 0.6 };
  });
  return { kind: 'measures', headFrom: 0, bodyFrom: 0, columns };
}

function profileOf(table: Table, column: number, judge: CellJudge): Profile {
  const texts = table.rows
    .filter((row) => filledCells(row).length > 1)
    .slice(0, SAMPLE)
    .flatMap((row) => row.cells.filter((cell) => cell.column === column).map(printedLines))
    .filter((text) => text !== '');
  const share = (fits: (text: string) => number): number =>
    texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + fits(text), 0) / texts.length;
  return {
    number: share((text) => (countsRow(text) ? 1 : 0)),
    deadline: share(judge.deadline),
    responsible: share(judge.executors),
    publication: share(publicationLikeness),
    length: share((text) => text.length),
  };
}
