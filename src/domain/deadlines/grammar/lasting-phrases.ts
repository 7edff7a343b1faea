import type { Part, YearEnd } from '#domain/deadlines/grammar/parts.ts';
import type { Found } from '#domain/deadlines/grammar/pattern.ts';
import type { Meanings, Rule } from '#domain/deadlines/grammar/rule.ts';

/** How long: «в течение года», «весь период», «до конца учебного года», «с 1 сентября». */
export const lastingPhrases: readonly Rule<Part>[] = [
  {
    name: 'throughout the year',
    patterns: [
      'IN_COURSE [ всего ] [ текущего|отчетного|календарного|планового ] года|год|г',
      'весь|целый|круглый [ календарный ] год',
      'за год',
      'в текущем|этом году',
      'текущий год',
    ],
    means: () => ({ is: 'throughout-year' }),
    examples: {
      'В течение года': 'throughout-year 2024-01…2024-12',
      'втечение года': 'throughout-year 2024-01…2024-12',
      'в течении года, по запросу': 'throughout-year 2024-01…2024-12 +request',
      'В течение года (по согласованию с ОО)': 'throughout-year 2024-01…2024-12 +agreement',
    },
  },
  {
    name: 'throughout a printed year',
    patterns: ['IN_COURSE [ всего ] YEAR', 'весь YEAR', 'IN_COURSE [ всего ] YEAR -|и|, YEAR'],
    means: (found) => {
      const from = found.get('YEAR');
      return from === undefined ? null : { is: 'years', from, to: found.get('YEAR', 1) ?? from, throughout: true };
    },
    examples: { 'в течение 2024 года': 'throughout-year 2024-01…2024-12' },
  },
  {
    name: 'throughout the school year',
    patterns: [
      'IN_COURSE [ всего|каждого ] [ текущего ] SCHOOL года|год|г [ . ]',
      'весь|целый [ текущий ] учебный год|г [ . ]',
      'весь SCHOOL год|г [ . ]',
      'в [ текущем|новом|этом ] SCHOOL году|г [ . ]',
    ],
    means: () => ({ is: 'school-year', first: null, last: null }),
    examples: {
      'В течение учебного года': 'throughout-year 2024-09…2025-05 school',
      'Ежегодно в течение учебного года': 'annual 2024-09…2025-05 school',
      'в теч. уч. года': 'throughout-year 2024-09…2025-05 school',
    },
  },
  {
    name: 'a school year by its name',
    patterns: ['учебного года', '[ текущий ] учебный год|г [ . ]', 'в учебное время'],
    means: () => ({ is: 'school-year', first: null, last: null }),
    inText: 0.4,
    examples: { 'учебный год': 'throughout-year 2024-09…2025-05 school' },
  },
  {
    name: 'whole period',
    patterns: [
      'весь [ отчетный|указанный ] период|срок [ реализации|действия|выполнения|исполнения [ … ] ]',
      'в|на|за весь период|срок [ реализации|действия|выполнения|исполнения [ … ] ]',
      'IN_COURSE [ всего ] [ отчетного ] периода|срока [ реализации|действия|выполнения|исполнения [ … ] ]',
      'в|на период|ходе|процессе реализации|действия|выполнения|исполнения [ … ]',
      'IN_COURSE реализации|действия|выполнения|исполнения [ … ]',
      'постоянно',
      'на постоянной|системной|регулярной|непрерывной основе',
      'в постоянном|непрерывном режиме',
      'постоянная|системная основа',
      'систематически',
      'регулярно',
      'непрерывно',
      'периодически',
      'круглогодично',
      'бессрочно',
    ],
    means: () => ({ is: 'whole-period' }),
    inText: 0.8,
    examples: {
      'Весь период': 'whole-period 2024-01…2024-12',
      постоянно: 'whole-period 2024-01…2024-12',
      'на постоянной основе': 'whole-period 2024-01…2024-12',
      'в период реализации проекта': 'whole-period 2024-01…2024-12',
    },
  },
  {
    name: 'whole period by its name',
    patterns: ['период|срок реализации|действия|выполнения|исполнения [ … ]', 'в рабочем|плановом|текущем порядке'],
    means: () => ({ is: 'whole-period' }),
    sure: 0.8,
    inText: 0.3,
    examples: { 'период реализации программы': 'whole-period 2024-01…2024-12' },
  },
  {
    name: 'several years long',
    patterns: [
      'IN_COURSE [ всех ] COUNT [ - ] [ х ] лет|года',
      'ежедневно',
      'каждый день',
      '[ COUNT ] раз в COUNT года|лет',
    ],
    means: () => ({ is: 'whole-period' }),
    sure: 0.6,
    examples: { ежедневно: 'whole-period 2024-01…2024-12' },
  },
  {
    name: 'by a moment',
    patterns: [
      '[ не|в ] [ срок ] до|к|ко|позднее|позже MOMENT',
      'не позднее|позже [ чем ] [ до ] MOMENT',
      'срок [ : ] [ - ] до MOMENT',
      '[ в срок ] до DAY - MOMENT',
      'не позже|позднее [ чем ] за … до MOMENT',
      'до|к начала|начало|началу|середины|середине|концу|конца MOMENT',
    ],
    means: (found) => untilMoment(found),
    inText: 0.8,
    examples: {
      'До 15.02.2024': 'by-date …2024-02 @2024-02-15',
      'не позднее 20 мая': 'by-date …2024-05 @2024-05-20',
      'к декабрю': 'by-date …2024-12',
      'до 1 июня 2024 г.': 'by-date …2024-06 @2024-06-01',
      'в срок до 01.10.2024': 'by-date …2024-10 @2024-10-01',
    },
  },
  {
    name: 'by the end of a year',
    patterns: [
      'до|к [ конца|концу|окончания|окончанию|завершения ] [ текущего|календарного ] года',
      'до|к|по [ конца|концу|окончания|окончанию ] YEAR',
      '[ в ] конце|конец [ текущего|календарного ] года',
      '[ в ] конце|конец YEAR',
      'не позднее YEAR',
    ],
    means: (found) => until('year', found.get('YEAR') ?? null),
    inText: 0.8,
    examples: {
      'до конца года': 'by-date …2024-12',
      'до конца 2024 года': 'by-date …2024-12',
      'ежегодно до 2025 года': 'annual 2024-01…2025-12',
    },
  },
  {
    name: 'by the end of a school year',
    patterns: [
      'до|к|по|в|на конца|концу|конце|конец|окончания|окончанию|окончании|завершении|завершения|итогам [ текущего|каждого ] SCHOOL года|г [ . ]',
      'до|к|по|в|на конца|концу|конце|конец|окончания|окончанию|окончании|завершении|завершения|итогам SCHOOL_YEAR',
      'конец|окончание учебного года',
      'конец|окончание SCHOOL_YEAR',
    ],
    means: (found) => until('school-year', found.get('SCHOOL_YEAR')?.last ?? null),
    inText: 0.8,
    examples: {
      'до конца учебного года': 'by-date …2024-05',
      'по окончании 2024/2025 учебного года': 'by-date …2025-05',
    },
  },
  {
    name: 'by the beginning of a school year',
    patterns: [
      'до|к|перед|в|на начала|началу|начало|начале|началом [ нового|текущего ] SCHOOL года|г [ . ]',
      'до|к|перед|в|на начала|началу|начало|начале|началом SCHOOL_YEAR',
      'начало [ нового ] учебного года',
      'к новому учебному году',
    ],
    means: (found) => until('school-year-start', found.get('SCHOOL_YEAR')?.first ?? null),
    inText: 0.5,
    examples: { 'к началу учебного года': 'by-date …2024-09' },
  },
  {
    name: 'since a moment',
    patterns: ['с|со|начиная|после [ с|со ] MOMENT [ и|- ] [ далее ]', 'не ранее MOMENT'],
    means: (found) => {
      const at = found.get('MOMENT');
      return at ? { is: 'since', at } : null;
    },
    inText: 0.5,
    examples: { 'с сентября': 'range 2024-09…2024-12', 'с 1 марта, ежемесячно': 'monthly 2024-03…2024-12' },
  },
  {
    name: 'since a year',
    patterns: ['с|начиная [ с ] YEAR [ и далее ]', 'с|начиная [ с ] SCHOOL_YEAR'],
    means: (found) => {
      const school = found.get('SCHOOL_YEAR');
      if (school) return { is: 'since', at: { month: 9, year: school.first, day: null } };
      const year = found.get('YEAR');
      return year === undefined ? null : { is: 'since', at: { year } };
    },
    sure: 0.9,
    inText: 0.5,
    examples: { 'ежегодно, начиная с 2024 года': 'annual 2024-01…2024-12' },
  },
];

function untilMoment(found: Found<Meanings>): Part | null {
  const at = found.get('MOMENT');
  return at ? { is: 'until', at } : null;
}

function until(end: YearEnd['end'], year: number | null): Part {
  return { is: 'until', at: { end, year } };
}
