import type { PlanSpan } from '#domain/deadlines/deadline.ts';
import { buildLexicon } from '#domain/orders/build-lexicon.ts';
import type { Lexicon } from '#domain/orders/lexicon.ts';
import type { PaperColumn, PaperRow, PaperTable } from '#domain/papers/paper.ts';
import { planColumns } from '#domain/papers/plan-columns.ts';
import type { PlanColumn } from '#domain/papers/plan-columns.ts';
import { deadlineCell, numberCell, responsibleCell, resultCell, sectionText } from '#domain/papers/printed-cells.ts';
import type { WrittenMeasure, WrittenPlan } from '#domain/papers/written-plan.ts';

/**
 * The table of measures: sections are rows over the whole width, printed before the first of their measures.
 * @param span the months that deadlines without a text are written against
 */
export function measureTable(plan: WrittenPlan, span: PlanSpan | null, summary: string): PaperTable {
  const columns = planColumns(plan);
  const lexicon = buildLexicon(
    new Map(Object.entries(plan.abbreviations).map(([short, expansion]) => [short, { expansion }])),
    undefined,
  );
  const rows: PaperRow[] = [];
  let section: number | null = null;
  let printed = 0;
  // Sections without measures are printed too, each in its turn.
  const titlesUpTo = (end: number): PaperRow[] => {
    const titles = plan.sections
      .slice(printed, end)
      .map((one): PaperRow => ({ kind: 'section', text: sectionText(one) }));
    printed = Math.max(printed, end);
    return titles;
  };
  for (const measure of plan.measures) {
    if (measure.section !== section && measure.section !== null) {
      const again = measure.section < printed ? plan.sections[measure.section] : undefined;
      rows.push(...titlesUpTo(measure.section + 1));
      if (again !== undefined) rows.push({ kind: 'section', text: sectionText(again) });
    }
    section = measure.section;
    rows.push({ kind: 'cells', cells: columns.map((column) => cellOf(measure, column, { span, lexicon })) });
  }
  rows.push(...titlesUpTo(plan.sections.length));
  return { kind: 'table', summary, columns: columns.map(sized), rows };
}

type Reading = { readonly span: PlanSpan | null; readonly lexicon: Lexicon };

function cellOf(measure: WrittenMeasure, { role, title }: PlanColumn, { span, lexicon }: Reading): string {
  switch (role) {
    case 'number':
      return numberCell(measure);
    case 'title':
      return measure.title;
    case 'deadline':
      return deadlineCell(measure, span);
    case 'responsible':
      return responsibleCell(measure, lexicon);
    case 'result':
      return resultCell(measure);
    case 'publication':
      return measure.publication ?? '';
    case 'other':
      return measure.other?.[title] ?? '';
    default:
      return role satisfies never;
  }
}

const WIDTHS: Readonly<Record<PlanColumn['role'], number>> = {
  number: 5,
  title: 30,
  deadline: 14,
  responsible: 20,
  result: 25,
  publication: 16,
  other: 14,
};

const sized = ({ role, title }: PlanColumn): PaperColumn => ({
  title,
  width: WIDTHS[role],
  aligned: role === 'number' || role === 'deadline' ? 'centre' : 'left',
});
