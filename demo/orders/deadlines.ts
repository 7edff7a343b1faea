import type { Deadline, PlanSpan, YearMonth } from '#domain/deadlines/deadline.ts';
import type { Chance } from '#demo/orders/chance.ts';

const MONTHS = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
];
const GENITIVE = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

type Due = { readonly text: string; readonly deadline: Deadline };

/** A deadline as people print it, with its meaning within the span. */
export function inventDeadline(chance: Chance, span: PlanSpan, lowerCase: boolean): Due {
  const due = chance.pick(KINDS)(chance, span);
  return lowerCase ? due : { ...due, text: due.text.charAt(0).toUpperCase() + due.text.slice(1) };
}

function months(span: PlanSpan): YearMonth[] {
  const [fromYear = 0, fromMonth = 1] = span.from.split('-').map(Number);
  const [toYear = 0, toMonth = 12] = span.to.split('-').map(Number);
  const list: YearMonth[] = [];
  for (let month = fromYear * 12 + fromMonth - 1; month <= toYear * 12 + toMonth - 1; month += 1) {
    list.push(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}` as YearMonth);
  }
  return list;
}

const monthOf = (month: YearMonth) => Number(month.slice(5)) - 1;
const nominative = (month: YearMonth) => MONTHS[monthOf(month)] ?? '';
const yearOf = (month: YearMonth) => month.slice(0, 4);

function deadline(
  kind: Deadline['kind'],
  from: YearMonth | null,
  to: YearMonth | null,
  more: Partial<Deadline> = {},
): Deadline {
  return { kind, from, to, months: [], onRequest: false, byAgreement: false, ...more };
}

const KINDS: readonly ((chance: Chance, span: PlanSpan) => Due)[] = [
  (chance, span) => {
    const month = chance.pick(months(span));
    const text = chance.pick([
      nominative(month),
      `${nominative(month)} ${yearOf(month)}`,
      `${nominative(month)} ${yearOf(month)} г.`,
      `${nominative(month)} ${yearOf(month)} года`,
    ]);
    return { text, deadline: deadline('month', month, month) };
  },
  (chance, span) => {
    const list = months(span);
    const first = chance.whole(0, list.length - 3);
    const from = list[first];
    const to = list[chance.whole(first + 2, list.length - 1)];
    if (from === undefined || to === undefined)
      return { text: 'постоянно', deadline: deadline('whole-period', span.from, span.to) };
    const dash = chance.pick(['-', ' - ', ' – ', '–']);
    const year = yearOf(from) === yearOf(to) && chance.happens(0.5) ? ` ${yearOf(to)}` : '';
    return { text: `${nominative(from)}${dash}${nominative(to)}${year}`, deadline: deadline('range', from, to) };
  },
  (chance, span) => {
    const list = months(span);
    const chosen = chance.shuffled(list).slice(0, chance.whole(2, 3)).sort();
    return {
      text: chosen.map(nominative).join(', '),
      deadline: deadline('months', chosen[0] ?? null, chosen.at(-1) ?? null, { months: chosen }),
    };
  },
  (chance, span) => {
    const month = chance.pick(months(span));
    const day = chance.whole(1, 28);
    const two = String(day).padStart(2, '0');
    const text = chance.pick([
      `до ${two}.${month.slice(5)}.${yearOf(month)}`,
      `до ${day} ${GENITIVE[monthOf(month)] ?? ''} ${yearOf(month)} года`,
      `не позднее ${day} ${GENITIVE[monthOf(month)] ?? ''} ${yearOf(month)} г.`,
    ]);
    return {
      text,
      deadline: deadline('by-date', null, month, { date: `${month}-${two}` as NonNullable<Deadline['date']> }),
    };
  },
  (_, span) => ({ text: 'в течение года', deadline: deadline('throughout-year', span.from, span.to) }),
  (_, span) => ({ text: 'в течение года', deadline: deadline('throughout-year', span.from, span.to) }),
  (_, span) => ({
    text: 'в течение года (по заявкам)',
    deadline: deadline('throughout-year', span.from, span.to, { onRequest: true }),
  }),
  (_, span) => ({ text: 'ежегодно', deadline: deadline('annual', span.from, span.to) }),
  (_, span) => ({ text: 'ежемесячно', deadline: deadline('monthly', span.from, span.to) }),
  (_, span) => ({ text: 'ежеквартально', deadline: deadline('quarterly', span.from, span.to) }),
  (_, span) => ({ text: 'постоянно', deadline: deadline('whole-period', span.from, span.to) }),
  () => ({ text: 'по отдельному графику', deadline: deadline('schedule', null, null) }),
  () => ({ text: 'в соответствии с планом работы', deadline: deadline('schedule', null, null) }),
  () => ({ text: 'по мере необходимости', deadline: deadline('on-request', null, null, { onRequest: true }) }),
];
