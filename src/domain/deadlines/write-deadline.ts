import { countOf, monthOfYear } from '#domain/calendar/months.ts';
import type { Deadline, PlainDate, PlanSpan, YearMonth } from '#domain/deadlines/deadline.ts';
import { readDeadline } from '#domain/deadlines/read-deadline.ts';

/**
 * A deadline in words, as people print it: the inverse of the grammar. Of several wordings the first is taken that the
 * grammar reads back as the same deadline within `span`; where none is (a meaning without words of its own), the first.
 * @returns null for no deadline
 */
export function writeDeadline(deadline: Deadline, span: PlanSpan | null): string | null {
  const wordings = wordingsOf(deadline);
  return wordings.find((text) => isSame(readDeadline(text, span).deadline, deadline)) ?? wordings[0] ?? null;
}

function isSame(one: Deadline, other: Deadline): boolean {
  const key = ({ kind, from, to, months, date, onRequest, byAgreement, schoolYear }: Deadline): string =>
    JSON.stringify([kind, from, to, months, date ?? null, onRequest, byAgreement, schoolYear ?? false]);
  return key(one) === key(other);
}

/** From the briefest to the most explicit. */
function wordingsOf(deadline: Deadline): string[] {
  if (deadline.kind === 'on-request') return [conditionOnly(deadline)];
  const conditions = [deadline.onRequest ? ' (по запросу)' : '', deadline.byAgreement ? ', по согласованию' : ''].join(
    '',
  );
  return timesOf(deadline).map((text) => `${text}${conditions}`);
}

function conditionOnly({ onRequest, byAgreement }: Deadline): string {
  if (onRequest && byAgreement) return 'по запросу, по согласованию';
  return byAgreement ? 'по согласованию' : 'по запросу';
}

function timesOf(deadline: Deadline): string[] {
  const { kind, from, to, months, date } = deadline;
  switch (kind) {
    case 'none':
    case 'on-request':
      return [];
    case 'month':
      return from === null ? [] : [`${nominative(from)} ${yearOf(from)} года`];
    case 'months':
      return [monthsByYear(months), months.map((month) => `${nominative(month)} ${yearOf(month)} года`).join(', ')];
    case 'range':
      return rangeWordings(from, to);
    case 'by-date':
      if (date !== undefined) return [`до ${dayInWords(date)}`];
      return to === null ? [] : [`к ${dative(to)} ${yearOf(to)} года`];
    case 'year':
      return from === null ? [] : [`${yearOf(from)} год`];
    case 'throughout-year':
      return lastingWordings('в течение года', deadline, (year) => `в течение ${year} года`);
    case 'whole-period':
      return lastingWordings('весь период', deadline, (year) => `постоянно в течение ${year} года`);
    case 'annual':
      return [...yearlyMonths(months, from), ...repeatedWordings('ежегодно', deadline)];
    case 'monthly':
      return repeatedWordings('ежемесячно', deadline);
    case 'quarterly':
      return repeatedWordings('ежеквартально', deadline);
    case 'weekly':
      return repeatedWordings('еженедельно', deadline);
    case 'schedule':
      return ['по отдельному графику'];
    default:
      return kind satisfies never;
  }
}

/** «март, апрель 2025 года», «октябрь 2025 года, март 2026 года»: the year stands behind the last of its months. */
function monthsByYear(months: readonly YearMonth[]): string {
  const byYear = Map.groupBy(months, yearOf);
  return [...byYear].map(([year, ofYear]) => `${ofYear.map(nominative).join(', ')} ${year} года`).join(', ');
}

function rangeWordings(from: YearMonth | null, to: YearMonth | null): string[] {
  if (from === null || to === null) return [];
  if (from.endsWith('-01') && to.endsWith('-12') && yearOf(from) !== yearOf(to))
    return [`${yearOf(from)}–${yearOf(to)} годы`, monthToMonth(from, to)];
  return [monthToMonth(from, to), `с ${genitive(from)} ${yearOf(from)} года по ${nominative(to)} ${yearOf(to)} года`];
}

const monthToMonth = (from: YearMonth, to: YearMonth): string =>
  yearOf(from) === yearOf(to)
    ? `${nominative(from)} – ${nominative(to)} ${yearOf(to)} года`
    : `${nominative(from)} ${yearOf(from)} года – ${nominative(to)} ${yearOf(to)} года`;

function lastingWordings(
  whole: string,
  { from, to, schoolYear }: Deadline,
  inYear: (year: string) => string,
): string[] {
  if (schoolYear === true) return schoolYearWordings(whole === 'весь период' ? 'постоянно' : '', from);
  if (from === null || to === null) return [whole];
  const bounded = `${whole}, ${monthToMonth(from, to)}`;
  return yearOf(from) === yearOf(to) ? [whole, inYear(yearOf(from)), bounded] : [whole, bounded];
}

function repeatedWordings(often: string, { from, to, schoolYear }: Deadline): string[] {
  if (schoolYear === true) return schoolYearWordings(often, from);
  if (from === null || to === null) return [often];
  return [
    often,
    `${often} до ${yearOf(to)} года`,
    `${often} в течение ${yearOf(from)} года`,
    `${often}, ${monthToMonth(from, to)}`,
    `${nominative(from)} ${yearOf(from)} года, далее ${often}`,
  ];
}

function schoolYearWordings(before: string, from: YearMonth | null): string[] {
  const lead = before === '' ? '' : `${before} `;
  const general = `${lead}в течение учебного года`;
  if (from === null) return [general];
  const year = Number(yearOf(from));
  return [general, `${lead}в течение ${year}/${year + 1} учебного года`];
}

/** «ежегодно, сентябрь», «ежегодно, апрель, октябрь»; «сентябрь 2022 года, далее ежегодно» begins later than the plan. */
function yearlyMonths(months: readonly YearMonth[], from: YearMonth | null): string[] {
  if (months.length === 0) return [];
  const names = [...new Set(months.map((month) => monthOfYear(countOf(month))))]
    .toSorted((one, other) => one - other)
    .map((number) => NOMINATIVE[number - 1] ?? '');
  const first = months[0];
  const onwards = from !== null && from === first ? [`${nominative(first)} ${yearOf(first)} года, далее ежегодно`] : [];
  return [`ежегодно, ${names.join(', ')}`, `ежегодно в ${names.join(', ')}`, ...onwards];
}

/** «15 февраля 2025 года» for `2025-02-15`. */
export function dayInWords(date: PlainDate): string {
  return `${Number(date.slice(8))} ${genitive(date.slice(0, 7) as YearMonth)} ${date.slice(0, 4)} года`;
}

const yearOf = (month: YearMonth): string => month.slice(0, 4);
const nameIn = (names: readonly string[], month: YearMonth): string => names[monthOfYear(countOf(month)) - 1] ?? '';
const nominative = (month: YearMonth): string => nameIn(NOMINATIVE, month);
const genitive = (month: YearMonth): string =>
  nameIn(NOMINATIVE, month).replace(/[ьй]$|(?<=т)$/u, (end) => (end === '' ? 'а' : 'я'));
const dative = (month: YearMonth): string =>
  nameIn(NOMINATIVE, month).replace(/[ьй]$|(?<=т)$/u, (end) => (end === '' ? 'у' : 'ю'));

const NOMINATIVE = [
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
