import type { Moment, Part, TimePart } from '#domain/deadlines/grammar/parts.ts';
import { monthMoment } from '#domain/deadlines/grammar/parts.ts';
import type { Found } from '#domain/deadlines/grammar/pattern.ts';
import type { Meanings, Rule } from '#domain/deadlines/grammar/rule.ts';

/** Phrases that name months: one, a range, several years' same month. */
export const monthPhrases: readonly Rule<Part>[] = [
  {
    name: 'a month or a day',
    patterns: ['[ в|во|на|за ] MOMENT', 'IN_COURSE [ всего ] MOMENT', 'срок|сроки : [ - ] MOMENT', 'срок - MOMENT'],
    means: (found) => single(found.get('MOMENT')),
    examples: {
      'март 2024 г.': 'month 2024-03',
      'Срок: март 2024': 'month 2024-03',
      '31 июня 2024': 'month 2024-06',
      'сент. 2024г': 'month 2024-09',
      'III декада марта': 'month 2024-03',
      'первая неделя сентября': 'month 2024-09',
      'в середине мая': 'month 2024-05',
      'Март, апрель': 'months 2024-03…2024-04 [2024-03 2024-04]',
      'Октябрь Декабрь Март Май': 'months 2024-03…2024-12 [2024-03 2024-05 2024-10 2024-12]',
      'апрель 2024, октябрь 2024': 'months 2024-04…2024-10 [2024-04 2024-10]',
      '15 мая 2024 г.': 'by-date …2024-05 @2024-05-15',
      '«15» мая 2024': 'by-date …2024-05 @2024-05-15',
      '15.02.2024': 'by-date …2024-02 @2024-02-15',
    },
  },
  {
    name: 'from a month to a month',
    patterns: [
      '[ в|во|за|на ] [ период ] MOMENT - MOMENT',
      '[ в|во|за ] [ период ] с|со|от MOMENT по|до|- MOMENT',
      'IN_COURSE MOMENT - MOMENT',
      'начиная с|со MOMENT [ и ] [ до|по|заканчивая ] MOMENT',
      'MOMENT по|до MOMENT',
      '[ в|за ] период [ : ] MOMENT - MOMENT',
    ],
    means: (found) => range(found.get('MOMENT'), found.get('MOMENT', 1)),
    examples: {
      'март-ноябрь': 'range 2024-03…2024-11',
      'с марта по май': 'range 2024-03…2024-05',
      'с 01.03 по 30.05.2024': 'range 2024-03…2024-05',
      'сентябрь 2024 – май 2025': 'range 2024-09…2025-05',
      'ноябрь – февраль 2025': 'range 2024-11…2025-02',
      'сентябрь–май': 'range 2024-09…2025-05',
      'март, сентябрь-октябрь': 'months 2024-03…2024-10 [2024-03 2024-09 2024-10]',
    },
  },
  {
    name: 'from a month to a month in figures',
    patterns: ['[ с|со ] DAY по|до|- DATE'],
    means: (found) => {
      const [month, last] = [found.get('DAY') ?? 0, found.get('DATE')];
      // «10-15.03.2024» are days of a month.
      if (!last || last.day !== null || last.year === null || month >= last.month) return null;
      return range(monthMoment(month, last.year), last);
    },
    examples: { '03-05.2024': 'range 2024-03…2024-05', 'с 03 по 05.2024': 'range 2024-03…2024-05' },
  },
  {
    name: 'days of one month',
    patterns: [
      '[ в ] [ период ] [ с|со ] DAY по|до|- MOMENT',
      'DAY , DAY MOMENT',
      'DAY ,|и|или MOMENT',
      'DAY , DAY ,|и MOMENT',
    ],
    means: (found) => {
      const moment = found.get('MOMENT');
      return moment ? single({ ...moment, day: null }) : null;
    },
    examples: { 'с 10 по 15 марта 2024': 'month 2024-03', '10–15 марта': 'month 2024-03' },
  },
  {
    name: 'a month of several years',
    patterns: ['[ в|во ] MONTH YEAR -|и|,|/ YEAR', '[ в|во ] MONTH - MONTH YEAR -|и|,|/ YEAR'],
    means: (found) => monthOfYears(found),
    examples: {
      'сентябрь 2024, 2025 гг.': 'months 2024-09…2025-09 [2024-09 2025-09]',
      'ноябрь-февраль 2024-2025 гг.': 'range 2024-11…2025-02',
    },
  },
];

/** Phrases that name calendar and school years. */
export const yearPhrases: readonly Rule<Part>[] = [
  {
    name: 'year',
    patterns: ['[ в|за|на ] YEAR', 'YEAR ( весь год )', 'календарный YEAR'],
    means: (found) => years(found),
    examples: {
      '2024': 'year 2024-01…2024-12',
      '2024 г.': 'year 2024-01…2024-12',
      'в 2025 году': 'year 2025-01…2025-12',
    },
  },
  {
    name: 'years',
    patterns: [
      '[ в|за|на ] [ период ] YEAR -|/ YEAR',
      '[ в|на ] [ период ] с YEAR по|до|- YEAR',
      'YEAR по|до YEAR',
      'YEAR ( г|гг ) - YEAR',
    ],
    means: (found) => years(found),
    examples: {
      '2025-2027 годы': 'range 2025-01…2027-12',
      'с 2024 по 2026 год': 'range 2024-01…2026-12',
      'ежегодно, 2024 - 2026 г.г.': 'annual 2024-01…2024-12',
    },
  },
  {
    name: 'list of years',
    patterns: [
      '[ в|за|на ] [ период ] YEAR и|, YEAR',
      '[ в|за|на ] YEAR , YEAR ,|и YEAR',
      '[ в|за|на ] YEAR , YEAR , YEAR ,|и YEAR',
    ],
    means: (found) => listOfYears(found),
    examples: {
      '2024, 2025, 2026 гг.': 'range 2024-01…2026-12',
      '2024 и 2026 годы': `months 2024-01…2026-12 [${[...monthsOf(2024), ...monthsOf(2026)].join(' ')}]`,
    },
  },
  {
    name: 'school year',
    patterns: ['[ в|на|за ] SCHOOL_YEAR', 'IN_COURSE [ всего ] SCHOOL_YEAR', 'SCHOOL_YEAR ,|и SCHOOL_YEAR'],
    means: (found) => {
      const first = found.get('SCHOOL_YEAR');
      const last = found.get('SCHOOL_YEAR', 1) ?? first;
      return first && last ? { is: 'school-year', first: first.first, last: last.last } : null;
    },
    examples: {
      'в течение 2024-2025 учебного года': 'throughout-year 2024-09…2025-05 school',
      '2024/2025 уч.г.': 'throughout-year 2024-09…2025-05 school',
      'октябрь, март 2024/25 уч. года': 'months 2024-10…2025-03 [2024-10 2025-03]',
    },
  },
];

export function single(moment: Moment | undefined): Part | null {
  return moment ? { is: 'time', from: moment, to: moment } : null;
}

export function range(from: Moment | undefined, to: Moment | undefined): Part | null {
  return from && to ? { is: 'time', from, to } : null;
}

function monthOfYears(found: Found<Meanings>): Part | null {
  const [month, year, lastYear] = [found.get('MONTH'), found.get('YEAR'), found.get('YEAR', 1)];
  if (month === undefined || year === undefined || lastYear === undefined || lastYear <= year) return null;
  const from = monthMoment(month, year);
  const lastMonth = found.get('MONTH', 1);
  if (lastMonth === undefined) return { is: 'time', from, to: from, everyYearUntil: lastYear };
  // «ноябрь-февраль 2024-2025» turns the year once; «март-май 2024-2025» comes twice.
  const turnsYear = lastMonth < month;
  if (turnsYear && lastYear === year + 1) return { is: 'time', from, to: monthMoment(lastMonth, lastYear) };
  return { is: 'time', from, to: monthMoment(lastMonth, turnsYear ? year + 1 : year), everyYearUntil: lastYear };
}

/** Years one by one: neighbours make one stretch, with a year between them each stands for its own months. */
function listOfYears(found: Found<Meanings>): Part | null {
  const all: number[] = [];
  for (let year = found.get('YEAR', 0); year !== undefined; year = found.get('YEAR', all.length)) all.push(year);
  const [from] = all;
  const to = all.at(-1);
  if (from === undefined || to === undefined) return null;
  if (!all.every((year, index) => index === 0 || year > (all[index - 1] ?? year))) return null;
  if (to - from === all.length - 1) return { is: 'years', from, to };
  const times = all.map((year): TimePart => ({ is: 'time', from: monthMoment(1, year), to: monthMoment(12, year) }));
  return { is: 'times', times };
}

function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_month, index) => `${String(year)}-${String(index + 1).padStart(2, '0')}`);
}

function years(found: Found<Meanings>): Part | null {
  const from = found.get('YEAR');
  const to = found.get('YEAR', 1) ?? from;
  return from === undefined || to === undefined || to < from ? null : { is: 'years', from, to };
}
