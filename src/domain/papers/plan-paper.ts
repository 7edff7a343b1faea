import type { PlanSpan } from '#domain/deadlines/deadline.ts';
import { readPeriod } from '#domain/orders/period/read-period.ts';
import { indicatorTables } from '#domain/papers/indicator-tables.ts';
import { measureTable } from '#domain/papers/measure-table.ts';
import { arePurposes, orderPage, stampOf } from '#domain/papers/order-page.ts';
import type { Paper, PaperBlock, ParagraphStyle } from '#domain/papers/paper.ts';
import type { PlanName } from '#domain/papers/plan-names.ts';
import { planName } from '#domain/papers/plan-names.ts';
import type { WrittenPlan } from '#domain/papers/written-plan.ts';

/**
 * The order that approves the plan, and the plan as its annex in landscape. A road map or a programme without an order of
 * its own is the annex alone.
 */
export function planPaper(plan: WrittenPlan): Paper {
  const name = planName(plan);
  const annex = { orientation: 'landscape', blocks: annexBlocks(plan, name) } as const;
  if (plan.kind !== 'order') return { title: name.title, sections: [annex] };
  const page = { orientation: 'portrait', blocks: orderPage(plan, name) } as const;
  return { title: plan.order.title ?? name.title, sections: [page, annex] };
}

function annexBlocks(plan: WrittenPlan, name: PlanName): PaperBlock[] {
  const headed =
    plan.indicators.length > 0 || (plan.goals.length > 0 && !arePurposes(plan.goals)) || plan.tasks.length > 0;
  return [
    ...stampOf(plan, name).map((text) => paragraph('stamp', text)),
    paragraph('annex-title', name.title),
    ...territoryLine(plan, name),
    ...(arePurposes(plan.goals) ? [] : list(plan.goals.length === 1 ? 'Цель:' : 'Цели:', numbered(plan.goals))),
    ...list('Задачи:', numbered(plan.tasks)),
    ...(headed && plan.measures.length > 0 ? [paragraph('heading', 'Мероприятия')] : []),
    ...(plan.measures.length > 0 ? [measureTable(plan, spanOf(plan, name), 'Мероприятия')] : []),
    ...(plan.indicators.length > 0 ? [paragraph('heading', 'Целевые показатели')] : []),
    ...indicatorTables(plan.indicators, 'Показатели'),
    ...list('Ответственные лица:', numbered(namesOfPeople(plan))),
    ...list('Образовательные организации:', numbered(plan.schools)),
    ...list(
      'Используемые сокращения:',
      closed(Object.entries(plan.abbreviations).map(([short, long]) => `${short} – ${long}`)),
    ),
  ];
}

const paragraph = (style: ParagraphStyle, text: string): PaperBlock => ({ kind: 'paragraph', style, text });

const list = (heading: string, items: readonly string[]): PaperBlock[] =>
  items.length === 0 ? [] : [paragraph('heading', heading), ...items.map((text) => paragraph('item', text))];

/** «1. …;»: the last item ends as its text does. */
const numbered = (items: readonly string[]): string[] => closed(items.map((text, index) => `${index + 1}. ${text}`));

const closed = (items: readonly string[]): string[] =>
  items.map((text, index) => (index === items.length - 1 || /[.;:!?]$/u.test(text) ? text : `${text};`));

/** The signatory stands below the order already. */
const namesOfPeople = ({ people, order }: WrittenPlan): string[] =>
  people
    .filter(({ name }) => name !== order.signatory)
    .map(({ name, role }) => (role === '' ? name : `${name} – ${role}`));

/** The territory, where neither the body nor a title names it. */
function territoryLine({ territory, order }: WrittenPlan, { title }: PlanName): PaperBlock[] {
  if (territory === null) return [];
  const named = [order.issuer, order.title, title].join(' ').toLowerCase();
  const words = territory
    .toLowerCase()
    .split(/[\s-]+/u)
    .filter((word) => word.length > 4 && !/^(?:район|округ|област|город|края|республ)/u.test(word));
  return words.every((word) => named.includes(word.slice(0, -2))) ? [] : [paragraph('place', territory)];
}

/** The months that the deadlines will be read against on this paper. */
function spanOf({ order, goals }: WrittenPlan, { title }: PlanName): PlanSpan | null {
  return readPeriod({
    orderTitle: order.title ?? '',
    annexTitle: title,
    goals: goals.join('\n'),
    stages: '',
    measuresText: '',
    orderDate: order.date,
  }).span;
}
