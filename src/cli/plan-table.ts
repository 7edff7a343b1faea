import type { GridColumn } from '#cli/grid.ts';
import { grid, wrap } from '#cli/grid.ts';
import type { TableMessages } from '#cli/plan-table-messages.ts';
import { tableMessages } from '#cli/plan-table-messages.ts';
import { onOneLine } from '#cli/terminal.ts';
import { deadlineInWords, targetInWords } from '#cli/understood.ts';
import type { Indicator, Measure, MeasureField, Plan } from '#domain/orders/plan.ts';
import { warningMessage } from '#features/orders/messages.ts';
import { formatDay } from '#platform/i18n/dates.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** A value less certain than this is marked: a person looks at the source. */
const DOUBTFUL_BELOW = 0.7;
const DOUBT = '(?) ';

/** The plan as text to read in a terminal of `width` characters; ends with a line break. */
export function planTable(plan: Plan, locale: Locale, width: number): string {
  const messages = tableMessages(locale);
  const parts = [
    headOf(plan, locale, messages).flatMap((line) => wrap(line, width)),
    ...sectionsOf(plan).flatMap(({ title, measures }) => [
      ...(title === null ? [] : [wrap(title, width)]),
      grid(
        measureColumns(width, messages),
        measures.map((measure) => measureCells(measure, locale, messages)),
      ),
    ]),
    ...(plan.indicators.length === 0
      ? []
      : [[messages.indicators], grid(indicatorColumns(width, messages), plan.indicators.map(indicatorCells))]),
    footOf(plan, locale, messages).flatMap((line) => wrap(line, width)),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function headOf(plan: Plan, locale: Locale, messages: TableMessages): string[] {
  const { number, date, issuer, title } = plan.order;
  const requisites = [
    number === null ? '' : `№ ${number}`,
    date === null ? '' : formatDay(locale, date),
    issuer ?? '',
  ].filter((part) => part !== '');
  const about = [
    messages.kinds[plan.kind],
    plan.level === null ? '' : messages.levels[plan.level],
    plan.territory ?? '',
    plan.period === null ? '' : `${formatDay(locale, plan.period.from)} – ${formatDay(locale, plan.period.to)}`,
  ].filter((part) => part !== '');
  return [plan.file, title ?? '', requisites.join(' · '), about.join(' · ')]
    .map(onOneLine)
    .filter((line) => line !== '');
}

type PrintedSection = { readonly title: string | null; readonly measures: readonly Measure[] };

/** Measures in the order of the document, cut where the section changes. */
function sectionsOf(plan: Plan): PrintedSection[] {
  const printed: { section: number | null; title: string | null; measures: Measure[] }[] = [];
  for (const measure of plan.measures) {
    const last = printed.at(-1);
    if (last !== undefined && last.section === measure.section) {
      last.measures.push(measure);
      continue;
    }
    const section = measure.section === null ? undefined : plan.sections[measure.section];
    const title = section === undefined ? null : onOneLine([section.number, section.title].filter(Boolean).join('. '));
    printed.push({ section: measure.section, title, measures: [measure] });
  }
  return printed;
}

function measureColumns(width: number, messages: TableMessages): GridColumn[] {
  const number = 5;
  const free = width - number - 4 * ' │ '.length;
  const [deadline, responsible, result] = [share(free, 0.17), share(free, 0.2), share(free, 0.27)];
  return [
    { title: messages.number, width: number },
    { title: messages.measure, width: free - deadline - responsible - result },
    { title: messages.deadline, width: deadline },
    { title: messages.responsible, width: responsible },
    { title: messages.result, width: result },
  ];
}

function measureCells(measure: Measure, locale: Locale, messages: TableMessages): string[] {
  const marked = (field: MeasureField, text: string) =>
    (measure.confidence[field] ?? 1) < DOUBTFUL_BELOW ? `${DOUBT}${text}` : text;
  const targets = measure.targets.map((target) => {
    const doubt = (target.confidence ?? 1) < DOUBTFUL_BELOW ? DOUBT : '';
    return `→ ${doubt}${onOneLine(targetInWords(target, locale))}`;
  });
  const publication =
    measure.publication === null
      ? []
      : [marked('publication', `${messages.publication}: ${onOneLine(measure.publication)}`)];
  return [
    marked('number', onOneLine(measure.number ?? '–')),
    marked('title', onOneLine(measure.title)),
    marked('deadline', deadlineInWords(measure.deadline, locale)),
    marked('responsible', measure.responsible.map(onOneLine).join(';\n') || '—'),
    [marked('result', onOneLine(measure.result ?? '—')), ...targets, ...publication].join('\n'),
  ];
}

function indicatorColumns(width: number, messages: TableMessages): GridColumn[] {
  const [number, target] = [5, 20];
  return [
    { title: messages.number, width: number },
    { title: messages.indicator, width: width - number - target - 2 * ' │ '.length },
    { title: messages.target, width: target },
  ];
}

function indicatorCells(indicator: Indicator): string[] {
  return [indicator.number ?? '–', indicator.name, indicator.target ?? '—'].map(onOneLine);
}

function footOf(plan: Plan, locale: Locale, messages: TableMessages): string[] {
  const isDoubtful = plan.measures.some((measure) =>
    [...Object.values(measure.confidence), ...measure.targets.map((target) => target.confidence ?? 1)].some(
      (confidence) => confidence < DOUBTFUL_BELOW,
    ),
  );
  return [
    messages.total(plan.measures.length, plan.sections.length, plan.indicators.length),
    ...(isDoubtful ? [`${DOUBT}${messages.doubtful}`] : []),
    ...plan.warnings.map((warning) => {
      const number = plan.measures.find((measure) => measure.seq === warning.measure)?.number ?? warning.measure;
      return `! ${number === null ? '' : `№ ${number}: `}${onOneLine(warningMessage(locale, warning))}`;
    }),
  ];
}

function share(width: number, part: number): number {
  return Math.floor(width * part);
}
