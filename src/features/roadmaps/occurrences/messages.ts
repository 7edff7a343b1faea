import type { AfterEvent } from '#domain/occurrences/deadline-details.ts';
import type { NoDates, Occurrence, OccurrenceLabel } from '#domain/occurrences/occurrence.ts';
import { formatLongDay, formatMonth, monthName } from '#platform/i18n/dates.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import type { PluralForms } from '#platform/i18n/plurals.ts';
import { counted } from '#platform/i18n/plurals.ts';
import { NBSP } from '#platform/i18n/spaces.ts';

export type OccurrenceWords = {
  readonly weekFrom: (day: string) => string;
  readonly quarter: (numeral: string, year: number) => string;
  readonly halfYear: (numeral: string, year: number) => string;
  readonly term: (number: number, schoolYear: string) => string;
  readonly schoolHalfYear: (numeral: string, schoolYear: string) => string;
  readonly year: (year: number) => string;
  readonly schoolYear: (schoolYear: string) => string;
  readonly kinds: Readonly<Record<Occurrence['kind'], string>>;
  readonly noDates: Readonly<Record<Exclude<NoDates['code'], 'no-school-terms' | 'after-event'>, string>>;
  readonly noSchoolTerms: (schoolYear: string) => string;
  readonly after: (time: string) => string;
  readonly units: Readonly<Record<AfterEvent['unit'], PluralForms>>;
  readonly outside: Readonly<Record<'before' | 'after', string>>;
  readonly whenAsked: string;
  readonly calendarUnknown: string;
  readonly several: (count: string, first: string, last: string) => string;
  readonly times: PluralForms;
};

/** Words of dated duties and of deadlines without dates. */
export function occurrenceWords(locale: Locale): OccurrenceWords {
  return WORDS[locale];
}

/** «март 2026», «I квартал 2026», «неделя с 12 октября 2026». */
export function labelInWords(locale: Locale, label: OccurrenceLabel): string {
  const words = WORDS[locale];
  switch (label.unit) {
    case 'day':
      return formatLongDay(locale, label.day);
    case 'week':
      return words.weekFrom(formatLongDay(locale, label.monday));
    case 'month':
      return formatMonth(locale, label.month);
    case 'months': {
      const isOneYear = label.from.slice(0, 4) === label.to.slice(0, 4);
      return `${isOneYear ? monthName(locale, label.from) : formatMonth(locale, label.from)}${NBSP}– ${formatMonth(locale, label.to)}`;
    }
    case 'quarter':
      return words.quarter(numeral(label.number), label.year);
    case 'half-year':
      return words.halfYear(numeral(label.number), label.year);
    case 'term':
      return words.term(label.number, schoolYearName(label.schoolYear));
    case 'school-half-year':
      return words.schoolHalfYear(numeral(label.number), schoolYearName(label.schoolYear));
    case 'year':
      return words.year(label.year);
    case 'school-year':
      return words.schoolYear(schoolYearName(label.schoolYear));
    default:
      return label satisfies never;
  }
}

/** Why a deadline has no dates: «по запросу», «в течение 5 рабочих дней после события». */
export function noDatesInWords(locale: Locale, reason: NoDates): string {
  const words = WORDS[locale];
  if (reason.code === 'no-school-terms') return words.noSchoolTerms(schoolYearName(reason.schoolYear));
  if (reason.code === 'after-event')
    return words.after(counted(locale, reason.after.count, words.units[reason.after.unit]));
  return words.noDates[reason.code];
}

/** More occurrences than that are told by their number, the first and the last. */
const MOST_NAMED = 4;

/** All occurrences in one line: each by its name, or many in short. */
export function occurrencesInWords(locale: Locale, list: readonly Occurrence[]): string {
  const words = WORDS[locale];
  const named = list.map(({ label }) => labelInWords(locale, label));
  if (named.length <= MOST_NAMED) return named.join(', ');
  return words.several(counted(locale, named.length, words.times), named[0] ?? '', named.at(-1) ?? '');
}

/** «2025/26» */
function schoolYearName(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

function numeral(number: number): string {
  return ['I', 'II', 'III', 'IV'][number - 1] ?? String(number);
}

const WORDS: Record<Locale, OccurrenceWords> = {
  ru: {
    weekFrom: (day) => `неделя с${NBSP}${day}`,
    quarter: (number, year) => `${number}${NBSP}квартал ${year}`,
    halfYear: (number, year) => `${number}${NBSP}полугодие ${year}`,
    term: (number, schoolYear) => `${number}-я четверть (триместр) ${schoolYear} учебного года`,
    schoolHalfYear: (number, schoolYear) => `${number}${NBSP}полугодие ${schoolYear} учебного года`,
    year: (year) => `${year}${NBSP}год`,
    schoolYear: (schoolYear) => `${schoolYear} учебный год`,
    kinds: { once: 'Один раз', repeated: 'Повторяется', lasting: 'Идёт всё время, отчёт в конце' },
    noDates: {
      'no-deadline': 'срок не указан',
      'by-request': 'по запросу',
      'by-agreement': 'по согласованию',
      'by-schedule': 'по отдельному графику',
      'no-years': 'не сказано, какого года',
      reversed: 'конец срока раньше начала',
      'too-long': 'срок длиннее двадцати лет, вероятно, опечатка',
    },
    noSchoolTerms: (schoolYear) => `нужен школьный календарь территории на ${schoolYear} учебный год`,
    after: (time) => `в течение ${time} после события`,
    units: {
      day: { one: 'дня', other: 'дней' },
      'working-day': { one: 'рабочего дня', other: 'рабочих дней' },
      week: { one: 'недели', other: 'недель' },
      month: { one: 'месяца', other: 'месяцев' },
    },
    outside: { before: 'раньше начала плана', after: 'позже конца плана' },
    whenAsked: 'если обратятся',
    calendarUnknown: 'календарь этого года ещё не утверждён, дата может сдвинуться',
    several: (count, first, last) => `${count}: от «${first}» до «${last}»`,
    times: { one: 'срок', few: 'срока', other: 'сроков' },
  },
  en: {
    weekFrom: (day) => `week of ${day}`,
    quarter: (number, year) => `quarter ${number} of ${year}`,
    halfYear: (number, year) => `half-year ${number} of ${year}`,
    term: (number, schoolYear) => `term ${number} of the school year ${schoolYear}`,
    schoolHalfYear: (number, schoolYear) => `half-year ${number} of the school year ${schoolYear}`,
    year: (year) => `year ${year}`,
    schoolYear: (schoolYear) => `school year ${schoolYear}`,
    kinds: { once: 'Once', repeated: 'Repeated', lasting: 'Goes on all the time, reported at its end' },
    noDates: {
      'no-deadline': 'no deadline is named',
      'by-request': 'on request',
      'by-agreement': 'by agreement',
      'by-schedule': 'by a schedule of its own',
      'no-years': 'the year is not named',
      reversed: 'the deadline ends before it begins',
      'too-long': 'longer than twenty years, probably a misprint',
    },
    noSchoolTerms: (schoolYear) => `needs the school calendar of the territory for ${schoolYear}`,
    after: (time) => `within ${time} of an event`,
    units: {
      day: { one: 'day', other: 'days' },
      'working-day': { one: 'working day', other: 'working days' },
      week: { one: 'week', other: 'weeks' },
      month: { one: 'month', other: 'months' },
    },
    outside: { before: 'before the plan begins', after: 'after the plan ends' },
    whenAsked: 'if somebody asks',
    calendarUnknown: 'the calendar of that year is not decreed yet, the date may move',
    several: (count, first, last) => `${count}: from “${first}” to “${last}”`,
    times: { one: 'date', other: 'dates' },
  },
};
