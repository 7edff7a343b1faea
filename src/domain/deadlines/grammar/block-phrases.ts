import { range, single } from '#domain/deadlines/grammar/month-phrases.ts';
import { monthMoment, type Part, type TimePart } from '#domain/deadlines/grammar/parts.ts';
import type { Found } from '#domain/deadlines/grammar/pattern.ts';
import type { Meanings, Rule } from '#domain/deadlines/grammar/rule.ts';

/** Phrases that name quarters, half-years, school terms and seasons. */
export const blockPhrases: readonly Rule<Part>[] = [
  {
    name: 'quarter',
    patterns: [
      '[ в|во|за|на ] NTH [ - ] [ й|м|ом|ем ] квартал~|кв [ . ] [ - л ] [ YEAR ]',
      'IN_COURSE NTH [ - ] [ го ] квартала|кв [ . ] [ YEAR ]',
      'квартал~ NTH [ YEAR ]',
    ],
    means: (found) => block(found, 3),
    examples: {
      'I квартал 2024': 'range 2024-01…2024-03',
      '4 квартал 2024 года': 'range 2024-10…2024-12',
      'в третьем квартале': 'range 2024-07…2024-09',
    },
  },
  {
    name: 'quarters',
    patterns: [
      '[ в|во|за ] NTH - NTH квартал~|кв [ . ] [ YEAR ]',
      'NTH [ квартал~|кв ] [ . ] - NTH квартал~|кв [ . ] [ YEAR ]',
      'с|со NTH [ квартала ] по NTH квартал~ [ YEAR ]',
    ],
    means: (found) => block(found, 3),
    examples: { '1-2 кварталы': 'range 2024-01…2024-06', 'II-IV квартал 2024 г.': 'range 2024-04…2024-12' },
  },
  {
    name: 'quarters of printed years',
    patterns: ['[ с|со ] NTH квартал~|кв [ . ] YEAR -|по|до NTH квартал~|кв [ . ] YEAR'],
    means: (found) => {
      const [first, last] = [found.get('NTH'), found.get('NTH', 1)];
      const [year, lastYear] = [found.get('YEAR'), found.get('YEAR', 1)];
      if (first === undefined || last === undefined || year === undefined || lastYear === undefined) return null;
      return range(monthMoment(first * 3 - 2, year), monthMoment(last * 3, lastYear));
    },
    examples: { 'IV квартал 2024 г. – I квартал 2025 г.': 'range 2024-10…2025-03' },
  },
  {
    name: 'after a quarter',
    patterns: ['AFTER NTH [ - ] [ го ] квартала [ YEAR ]'],
    means: (found) => single(monthMoment((found.get('NTH') ?? 0) * 3, found.get('YEAR') ?? null)),
    sure: 0.8,
    examples: { 'по итогам 1 квартала': 'month 2024-03' },
  },
  {
    name: 'by the end of a quarter',
    patterns: ['до|к [ конца|концу|окончания|окончанию ] NTH [ - ] [ го|му ] квартал~ [ YEAR ]'],
    means: (found) => ({ is: 'until', at: monthMoment((found.get('NTH') ?? 0) * 3, found.get('YEAR') ?? null) }),
    sure: 0.9,
    examples: { 'до конца II квартала 2024 года': 'by-date …2024-06' },
  },
  {
    name: 'after a half-year',
    patterns: [
      'AFTER NTH [ - ] [ го ] полугодия [ YEAR ]',
      'AFTER NTH [ - ] [ го ] полугодия SCHOOL_YEAR',
      'AFTER NTH [ - ] [ го ] SCHOOL полугодия',
      'AFTER NTH [ - ] [ го ] полугодия SCHOOL года|г [ . ]',
    ],
    means: (found) => {
      const isSchool = found.get('SCHOOL') === true || found.get('SCHOOL_YEAR') !== undefined;
      const part = halfYear(found, isSchool);
      return part?.is === 'half-year' ? { ...part, atEnd: true } : null;
    },
    sure: 0.8,
    examples: { 'по итогам I полугодия': 'month 2024-06', 'по окончании 1 полугодия учебного года': 'month 2024-12' },
  },
  {
    name: 'by the end of a half-year',
    patterns: [
      'до|к [ конца|концу|окончания|окончанию|завершения ] NTH [ - ] [ го|му ] полугоди~ [ YEAR ]',
      'до|к [ конца|концу|окончания|окончанию|завершения ] NTH [ - ] [ го|му ] полугоди~ [ , ] SCHOOL_YEAR',
      'до|к [ конца|концу|окончания|окончанию|завершения ] NTH [ - ] [ го|му ] [ SCHOOL ] полугоди~ SCHOOL года|г [ . ]',
    ],
    means: (found) => {
      const isSchool = found.get('SCHOOL') === true || found.get('SCHOOL_YEAR') !== undefined;
      const half = halfYear(found, isSchool);
      return half?.is === 'half-year' ? { is: 'until', at: { end: 'half-year', half, year: half.year } } : null;
    },
    sure: 0.9,
    examples: {
      'до конца I полугодия': 'by-date …2024-06',
      'к окончанию 2 полугодия 2024 года': 'by-date …2024-12',
      'до конца первого полугодия учебного года': 'by-date …2024-12',
    },
  },
  {
    name: 'by the end of a school term',
    patterns: ['до|к [ конца|концу|окончания|окончанию ] NTH [ - ] [ й ] [ учебной ] четверти [ YEAR ]'],
    means: (found) => {
      const months = SCHOOL_QUARTERS[(found.get('NTH') ?? 0) - 1];
      return months ? { is: 'until', at: monthMoment(months[1], found.get('YEAR') ?? null) } : null;
    },
    sure: 0.8,
    examples: { 'до конца III четверти': 'by-date …2024-03' },
  },
  {
    name: 'list of quarters',
    patterns: [
      '[ в|во|за ] NTH [ - ] [ й|м|ом ] [ квартал~|кв ] [ . ] ,|и NTH [ - ] [ й|м|ом ] квартал~|кв [ . ] [ YEAR ]',
      '[ в|во ] NTH , NTH ,|и NTH квартал~|кв [ . ] [ YEAR ]',
      '[ в|во ] NTH , NTH , NTH ,|и NTH квартал~|кв [ . ] [ YEAR ]',
    ],
    means: (found) => listOfBlocks(found, 3),
    sure: 0.7,
    examples: {
      'I, II квартал': 'range 2024-01…2024-06',
      'II и IV кварталы': 'months 2024-04…2024-12 [2024-04 2024-05 2024-06 2024-10 2024-11 2024-12]',
      '1, 3 кварталы': 'months 2024-01…2024-09 [2024-01 2024-02 2024-03 2024-07 2024-08 2024-09]',
    },
  },
  {
    name: 'half-year',
    patterns: [
      '[ в|во|на|за ] NTH [ - ] [ е|м|ом ] полугоди~ [ YEAR ]',
      '[ в|во|на|за ] NTH половина|половине|половину YEAR',
      'IN_COURSE NTH [ - ] [ го ] полугодия [ YEAR ]',
      'NTH п / г [ YEAR ]',
      'NTH [ полугодие ] -|и|, NTH полугоди~ [ YEAR ]',
      'NTH полуг [ . ] [ YEAR ]',
    ],
    means: (found) => halfYear(found, false),
    examples: { '1 полугодие 2024': 'range 2024-01…2024-06', 'II полугодие': 'range 2024-07…2024-12' },
  },
  {
    name: 'half-year of a school year',
    patterns: [
      '[ в|во|на|за ] NTH [ - ] [ е|м|ом ] полугоди~ [ , ] SCHOOL_YEAR',
      '[ в|во|на|за ] NTH [ - ] [ е|м|ом ] полугоди~ учебного|уч [ . ] года|г [ . ]',
      'IN_COURSE NTH [ - ] [ го ] полугодия SCHOOL_YEAR',
      'IN_COURSE NTH [ - ] [ го ] полугодия учебного|уч [ . ] года|г [ . ]',
      '[ в|во|на|за ] NTH учебном полугодии',
    ],
    means: (found) => halfYear(found, true),
    examples: {
      'во втором полугодии 2024/25 учебного года': 'range 2025-01…2025-05',
      'I полугодие учебного года': 'range 2024-09…2024-12',
    },
  },
  {
    name: 'school quarter',
    patterns: [
      '[ в|во|на|за ] NTH [ - ] [ я|й|ю ] [ учебн~ ] четверть|четверти|четвертью [ YEAR ]',
      'IN_COURSE NTH [ - ] [ й ] [ учебной ] четверти [ YEAR ]',
      '[ в ] NTH -|и|, NTH четверть|четверти [ YEAR ]',
    ],
    means: (found) => schoolTerm(found, SCHOOL_QUARTERS),
    sure: 0.85,
    examples: { '1 четверть': 'range 2024-09…2024-10', 'III четверть': 'range 2024-01…2024-03' },
  },
  {
    name: 'after a school quarter',
    patterns: ['AFTER NTH [ - ] [ й ] [ учебной ] четверти [ YEAR ]', 'после NTH [ - ] [ й ] [ учебной ] четверти'],
    means: (found) => {
      const months = SCHOOL_QUARTERS[(found.get('NTH') ?? 0) - 1];
      return months ? single(monthMoment(months[1], found.get('YEAR') ?? null)) : null;
    },
    sure: 0.7,
    examples: { 'по итогам 3 четверти': 'month 2024-03' },
  },
  {
    name: 'trimester',
    patterns: ['[ в|во|за ] NTH [ - ] [ й|м ] триместр~ [ YEAR ]', 'IN_COURSE NTH триместра [ YEAR ]'],
    means: (found) => schoolTerm(found, TRIMESTERS),
    sure: 0.85,
    examples: { '3 триместр': 'range 2024-03…2024-05' },
  },
  {
    name: 'season',
    patterns: [
      '[ в ] [ SEASON ] SEASON [ YEAR ]',
      'SEASON [ период ] [ YEAR ]',
      'SEASON - SEASON [ YEAR ]',
      'SEASON BARE_YEAR -|/ YEAR',
    ],
    means: (found) => season(found),
    sure: 0.9,
    examples: { 'осень 2024': 'range 2024-09…2024-11', 'весной 2024 года': 'range 2024-03…2024-05' },
  },
  {
    name: 'school holidays',
    patterns: [
      '[ в|во|на|период ] [ период|время|дни ] [ школьных ] HOLIDAYS каникулы|каникул|каникулах|каникулам [ YEAR ]',
    ],
    means: (found) => {
      const months = found.get('HOLIDAYS');
      return months
        ? range(monthMoment(months[0], found.get('YEAR') ?? null), monthMoment(months[1], found.get('YEAR') ?? null))
        : null;
    },
    sure: 0.8,
    examples: { 'весенние каникулы': 'month 2024-03', 'в летние каникулы': 'range 2024-06…2024-08' },
  },
  {
    name: 'several school holidays',
    patterns: [
      '[ в|во|на|период ] [ период|время|дни ] [ школьных ] HOLIDAYS ,|и HOLIDAYS каникулы|каникул [ YEAR ]',
      '[ в|во|на|период ] [ период|время|дни ] [ школьных ] HOLIDAYS , HOLIDAYS ,|и HOLIDAYS каникулы|каникул [ YEAR ]',
    ],
    means: (found) => {
      const times = holidays(found);
      return times.length === 0 ? null : { is: 'times', times };
    },
    sure: 0.7,
    examples: { 'осенние и весенние каникулы': 'months 2024-03…2024-11 [2024-03 2024-10 2024-11]' },
  },
];

function holidays(found: Found<Meanings>): TimePart[] {
  const year = found.get('YEAR') ?? null;
  const times: TimePart[] = [];
  for (let months = found.get('HOLIDAYS', 0); months !== undefined; months = found.get('HOLIDAYS', times.length)) {
    times.push({ is: 'time', from: monthMoment(months[0], year), to: monthMoment(months[1], year) });
  }
  return times;
}

function printedOrdinals(found: Found<Meanings>): number[] {
  const all: number[] = [];
  for (let nth = found.get('NTH', 0); nth !== undefined; nth = found.get('NTH', all.length)) all.push(nth);
  return all;
}

const ascends = (all: readonly number[]): boolean =>
  all.every((nth, index) => index === 0 || nth > (all[index - 1] ?? 0));

/** The ordinals met, as first and last; null when they do not ascend. */
function ordinals(found: Found<Meanings>): { first: number; last: number } | null {
  const all = printedOrdinals(found);
  const [first] = all;
  const last = all.at(-1);
  return first === undefined || last === undefined || !ascends(all) ? null : { first, last };
}

function block(found: Found<Meanings>, months: number): Part | null {
  const nth = ordinals(found);
  if (!nth) return null;
  const year = found.get('YEAR') ?? null;
  const from = monthMoment((nth.first - 1) * months + 1, year);
  return { is: 'time', from, to: monthMoment(nth.last * months, year), block: true };
}

/** Blocks that are printed one by one: neighbours make one stretch, others stand for themselves. */
function listOfBlocks(found: Found<Meanings>, months: number): Part | null {
  const all = printedOrdinals(found);
  if (!ascends(all)) return null;
  if (all.every((nth, index) => index === 0 || nth === (all[index - 1] ?? 0) + 1)) return block(found, months);
  const year = found.get('YEAR') ?? null;
  const times = all.map((nth): TimePart => {
    const from = monthMoment((nth - 1) * months + 1, year);
    return { is: 'time', from, to: monthMoment(nth * months, year), block: true };
  });
  return { is: 'times', times };
}

function halfYear(found: Found<Meanings>, ofSchoolYear: boolean): Part | null {
  const nth = ordinals(found);
  const [first, last] = [nth?.first, nth?.last];
  if ((first !== 1 && first !== 2) || (last !== 1 && last !== 2)) return null;
  const school = ofSchoolYear ? { first: found.get('SCHOOL_YEAR')?.first ?? null } : null;
  return { is: 'half-year', first, last, year: found.get('YEAR') ?? null, ofSchoolYear: school };
}

type Months = readonly [from: number, to: number];
const SCHOOL_QUARTERS: readonly Months[] = [[9, 10], [11, 12], [1, 3], [4, 5]]; // prettier-ignore
const TRIMESTERS: readonly Months[] = [[9, 11], [12, 2], [3, 5]]; // prettier-ignore

function schoolTerm(found: Found<Meanings>, terms: readonly Months[]): Part | null {
  const nth = ordinals(found);
  const first = nth && terms[nth.first - 1];
  const last = nth && terms[nth.last - 1];
  if (!first || !last) return null;
  const year = found.get('YEAR') ?? null;
  return { is: 'time', from: monthMoment(first[0], year), to: monthMoment(last[1], year), block: true };
}

function season(found: Found<Meanings>): Part | null {
  const first = found.get('SEASON');
  const last = found.get('SEASON', 1) ?? first;
  if (!first || !last) return null;
  const year = found.get('YEAR') ?? null;
  const firstYear = found.get('BARE_YEAR') ?? null;
  return { is: 'time', from: monthMoment(first[0], firstYear), to: monthMoment(last[1], year), block: true };
}
