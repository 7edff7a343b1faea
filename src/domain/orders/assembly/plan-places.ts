import { joinPassages } from '#domain/language/passage.ts';
import type { Span } from '#domain/language/passage.ts';
import type { PeriodReading } from '#domain/orders/period/read-period.ts';
import type { Places } from '#domain/orders/places.ts';
import type { Place, Plan, PlanPlaces } from '#domain/orders/plan.ts';
import type { Found } from '#domain/orders/prose/found.ts';
import type { Prose } from '#domain/orders/prose/read-prose.ts';
import type { Requisites } from '#domain/orders/requisites/requisites.ts';
import { isCountingRow } from '#domain/orders/tables/heads/head.ts';
import type { PlanTable } from '#domain/orders/tables/heads/plan-tables.ts';

type Spanned = { readonly spans: readonly Span[] };

/** What the values of a whole document were read from. */
export type DocumentFindings = {
  readonly requisites: Requisites;
  readonly abbreviations: ReadonlyMap<string, Spanned>;
  readonly prose: Prose;
  readonly tables: readonly PlanTable[];
  readonly printedPeriod: PeriodReading['printed'];
};

/** Where the values of the whole document stand. */
export function planPlaces(findings: DocumentFindings, places: Places): PlanPlaces {
  const { requisites, abbreviations, prose, tables, printedPeriod } = findings;
  const of = (found: Spanned): Place | null => places.ofSpans(found.spans);
  const period = periodIn(printedPeriod, requisites, prose);
  return {
    territory: requisites.territory === null ? null : of(requisites.territory),
    period: period === null ? null : of(period),
    columns: columnPlaces(tables, places),
    abbreviations: Object.fromEntries([...abbreviations].map(([short, found]) => [short, of(found)])),
    people: prose.people.map(of),
    goals: prose.goals.map(of),
    tasks: prose.tasks.map(of),
    schools: prose.schools.map(of),
    basis: requisites.basis.map(of),
  };
}

/** The title, goal or stage in which the years of the plan are printed. */
function periodIn(printed: PeriodReading['printed'], requisites: Requisites, prose: Prose): Found | null {
  if (printed === null) return null;
  if (printed.where === 'orderTitle') return requisites.title;
  const { annexTitle, goals, stages } = { annexTitle: requisites.planTitles, goals: prose.goals, stages: prose.stages };
  let end = -1;
  for (const found of { annexTitle, goals, stages }[printed.where]) {
    end += found.value.length + 1;
    if (printed.from < end) return found;
  }
  return null;
}

function columnPlaces(tables: readonly PlanTable[], places: Places): (Place | null)[] {
  const first = tables.find((plan) => plan.head.kind === 'measures');
  if (first === undefined) return [];
  const { columns, headFrom, bodyFrom } = first.head;
  const rows = first.table.rows.slice(headFrom, bodyFrom).filter((row) => !isCountingRow(row));
  return columns.map((column) => {
    const cells = rows.flatMap((row) =>
      row.cells.filter((cell) => cell.column < column.to && cell.column + cell.span > column.from),
    );
    return places.of(joinPassages(cells.flatMap((cell) => cell.lines)));
  });
}

/** Values printed in one place are surer than those put together from the words of the text. */
const PRINTED = 0.95;
const GATHERED = 0.6;

/** How sure the values of the whole document are; only of those that are there. */
export function planConfidence(
  plan: Pick<Plan, 'level' | 'territory' | 'period' | 'order'>,
  requisites: Requisites,
  ofPeriod: number,
): NonNullable<Plan['confidence']> {
  const byWords = requisites.levelReasons.some((reason) => reason.startsWith('words:'));
  const fields = (['number', 'date', 'issuer', 'signatory', 'title'] as const).filter(
    (field) => plan.order[field] !== null,
  );
  const isPrinted = (requisites.territory?.spans.length ?? 0) > 0;
  return {
    ...(plan.level === null ? {} : { level: byWords ? GATHERED : PRINTED }),
    ...(plan.territory === null ? {} : { territory: isPrinted ? PRINTED : GATHERED }),
    ...(plan.period === null ? {} : { period: Math.round(ofPeriod * 100) / 100 }),
    ...Object.fromEntries(
      fields.map((field) => [field, plan.order.source?.[field] === undefined ? GATHERED : PRINTED]),
    ),
  };
}
