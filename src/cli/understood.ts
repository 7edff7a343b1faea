import type { Deadline, DeadlineKind, YearMonth } from '#domain/deadlines/deadline.ts';
import type { Comparator, Target } from '#domain/targets/target.ts';
import { formatDay, formatMonth, monthName } from '#platform/i18n/dates.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** The deadline as the reader understood it, in a few words: «март – ноябрь 2024», «ежегодно: сентябрь». */
export function deadlineInWords(deadline: Deadline, locale: Locale): string {
  const words = WORDS[locale];
  const extras = [
    ...(deadline.onRequest && deadline.kind !== 'on-request' ? [words.onRequest] : []),
    ...(deadline.byAgreement ? [words.byAgreement] : []),
  ];
  return [whenInWords(deadline, locale), ...extras].filter((part) => part !== '').join(', ');
}

function whenInWords(deadline: Deadline, locale: Locale): string {
  const words = WORDS[locale];
  const stretch = stretchInWords(deadline.from, deadline.to, locale);
  switch (deadline.kind) {
    case 'month':
    case 'range':
    case 'year':
      return stretch;
    case 'months':
      return monthsInWords(deadline.months, locale);
    case 'by-date':
      return `${words.by} ${deadline.date === undefined ? stretch : formatDay(locale, deadline.date)}`;
    case 'annual':
      return deadline.months.length === 0
        ? `${words.kinds.annual}: ${stretch}`
        : `${words.kinds.annual}: ${[...new Set(deadline.months.map((month) => monthName(locale, month)))].join(', ')}`;
    case 'throughout-year':
    case 'monthly':
    case 'quarterly':
    case 'weekly':
    case 'whole-period':
      return stretch === '' ? words.kinds[deadline.kind] : `${words.kinds[deadline.kind]}: ${stretch}`;
    case 'schedule':
      return words.kinds.schedule;
    case 'on-request':
      return deadline.onRequest ? words.onRequest : '';
    case 'none':
      return words.kinds.none;
    default:
      return deadline.kind satisfies never;
  }
}

/** «≥ 10 договор», «≥ 80 % (педагогические работники)». */
export function targetInWords(target: Target, locale: Locale): string {
  const value = new Intl.NumberFormat(locale).format(target.value);
  const whole = target.of === undefined ? '' : ` (${target.of})`;
  return `${SIGNS[target.comparator]} ${value} ${target.unit}${whole}`;
}

const SIGNS: Record<Comparator, string> = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=' };

/** «март – ноябрь 2024», «октябрь 2024 – май 2025», «2024», «2024–2026»; empty when neither end is known. */
function stretchInWords(from: YearMonth | null, to: YearMonth | null, locale: Locale): string {
  const [first, last] = [from ?? to, to ?? from];
  if (first === null || last === null) return '';
  if (first === last) return formatMonth(locale, first);
  const [firstYear, lastYear] = [first.slice(0, 4), last.slice(0, 4)];
  if (first.endsWith('-01') && last.endsWith('-12'))
    return firstYear === lastYear ? firstYear : `${firstYear}–${lastYear}`;
  return `${firstYear === lastYear ? monthName(locale, first) : formatMonth(locale, first)} – ${formatMonth(locale, last)}`;
}

/** «март, май 2024, январь 2025». */
function monthsInWords(months: readonly YearMonth[], locale: Locale): string {
  return months
    .map((month, index) => {
      const next = months[index + 1];
      return next?.slice(0, 4) === month.slice(0, 4) ? monthName(locale, month) : formatMonth(locale, month);
    })
    .join(', ');
}

type Words = {
  readonly by: string;
  readonly onRequest: string;
  readonly byAgreement: string;
  readonly kinds: Readonly<
    Record<Exclude<DeadlineKind, 'month' | 'months' | 'range' | 'year' | 'by-date' | 'on-request'>, string>
  >;
};

const WORDS: Record<Locale, Words> = {
  ru: {
    by: 'не позднее:',
    onRequest: 'по запросу',
    byAgreement: 'по согласованию',
    kinds: {
      annual: 'ежегодно',
      'throughout-year': 'в течение года',
      monthly: 'ежемесячно',
      quarterly: 'ежеквартально',
      weekly: 'еженедельно',
      schedule: 'по графику',
      'whole-period': 'весь период',
      none: '—',
    },
  },
  en: {
    by: 'by',
    onRequest: 'on request',
    byAgreement: 'by agreement',
    kinds: {
      annual: 'every year',
      'throughout-year': 'throughout the year',
      monthly: 'monthly',
      quarterly: 'quarterly',
      weekly: 'weekly',
      schedule: 'by schedule',
      'whole-period': 'whole period',
      none: '—',
    },
  },
};
