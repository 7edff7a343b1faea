import type { ColumnRole } from '#domain/orders/tables/columns.ts';
import { roleOfTitle, twoRolesOfTitle } from '#domain/orders/tables/columns.ts';
import { resultCell } from '#domain/papers/printed-cells.ts';
import type { WrittenMeasure, WrittenPlan } from '#domain/papers/written-plan.ts';

/** A column of the table of measures: what it holds, and its title. */
export type PlanColumn = { readonly role: MeasureRole | 'other'; readonly title: string };

type MeasureRole = 'number' | 'title' | 'deadline' | 'responsible' | 'result' | 'publication';

/**
 * The columns of the plan's table: those of the source in their order, and at the end what the source had no column for.
 * Titles of which nobody can tell what they hold are left out unless measures hold values under them; a plan without
 * titles gets the usual ones.
 */
export function planColumns(plan: WrittenPlan): readonly PlanColumn[] {
  const own = ownColumns(plan);
  const present = new Set(own.map(({ role }) => role));
  const missing = ROLES.filter((role) => !present.has(role) && isNeeded(role, plan)).map((role) => ({
    role,
    title: USUAL_TITLES[role],
  }));
  if (own.length === 0) return missing;
  const [number, ...others] = missing;
  return number?.role === 'number' ? [number, ...own, ...others] : [...own, ...missing];
}

function ownColumns({ columns, measures }: WrittenPlan): PlanColumn[] {
  const others = new Set(measures.flatMap(({ other }) => Object.keys(other ?? {})));
  const titled = [...columns, ...[...others].filter((title) => !columns.includes(title))];
  const read = titled.flatMap((title) => {
    if (others.has(title)) return [{ role: 'other' as const, title }];
    const two = twoRolesOfTitle(title);
    if (two === null) return [{ role: roleOfTitle(title).role, title }];
    // «Сроки, ответственные»: what stood in one column gets two.
    return two.flatMap((role) => (isMeasureRole(role) ? [{ role, title: USUAL_TITLES[role] }] : []));
  });
  // As the reader has it: without a column of titles the directions are what is done.
  const hasTitle = read.some(({ role }) => role === 'title');
  const first = hasTitle ? -1 : read.findIndex(({ role }) => role === 'section');
  const taken = new Set<string>();
  return read.flatMap(({ role, title }, index): PlanColumn[] => {
    const settled = index === first ? 'title' : role === 'indicator' ? 'result' : role;
    const key = settled === 'other' ? title : settled;
    if ((settled !== 'other' && !isMeasureRole(settled)) || taken.has(key)) return [];
    taken.add(key);
    return [{ role: settled, title }];
  });
}

/** Directions, the only others, are rows over the whole width. */
const isMeasureRole = (role: ColumnRole): role is MeasureRole => ROLES.some((one) => one === role);

function isNeeded(role: MeasureRole, { measures, columns }: WrittenPlan): boolean {
  if (role === 'title') return true;
  const isUsual = role !== 'publication' && columns.length === 0;
  return isUsual || measures.some((measure) => holds(measure, role));
}

function holds(measure: WrittenMeasure, role: MeasureRole): boolean {
  switch (role) {
    case 'number':
      return measure.number !== null;
    case 'title':
      return true;
    case 'deadline':
      return measure.deadlineText !== null || measure.deadline.kind !== 'none';
    case 'responsible':
      return measure.responsible.length > 0 || measure.responsibleText !== undefined;
    case 'result':
      return resultCell(measure) !== '';
    case 'publication':
      return measure.publication !== null;
    default:
      return role satisfies never;
  }
}

const ROLES: readonly MeasureRole[] = ['number', 'title', 'deadline', 'responsible', 'result', 'publication'];

const USUAL_TITLES: Readonly<Record<MeasureRole, string>> = {
  number: '№ п/п',
  title: 'Мероприятие',
  deadline: 'Срок',
  responsible: 'Ответственные исполнители',
  result: 'Планируемый результат',
  publication: 'Информационное сопровождение',
};
