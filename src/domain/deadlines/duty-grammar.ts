import type { Part } from '#domain/deadlines/parts.ts';
import type { Rule } from '#domain/deadlines/rule.ts';

/** Phrases that say how often, how long, or under what condition. */
export const dutyPhrases: readonly Rule<Part>[] = [
  {
    name: 'every year',
    patterns: ['ежегодн~', 'каждый|каждого год|года', 'COUNT раз~ в год'],
    means: () => ({ is: 'every', every: 'year' }),
  },
  {
    name: 'every quarter',
    patterns: ['ежеквартальн~', 'каждый квартал', '[ COUNT ] раз~ в квартал'],
    means: () => ({ is: 'every', every: 'quarter' }),
  },
  {
    name: 'every month',
    patterns: ['ежемесячн~', 'каждый месяц', '[ COUNT ] раз~ в месяц'],
    means: () => ({ is: 'every', every: 'month' }),
  },
  {
    name: 'every week',
    patterns: ['еженедельн~', 'каждую неделю', '[ COUNT ] раз~ в неделю'],
    means: () => ({ is: 'every', every: 'week' }),
  },
  {
    name: 'throughout the year',
    patterns: ['в|во течение|течении [ всего ] [ календарного ] год~', 'втечение|втечении год~'],
    means: () => ({ is: 'throughout-year' }),
  },
  {
    name: 'throughout the school year',
    patterns: ['в течение|течении [ всего ] учебн~ год~', 'втечение учебн~ год~'],
    means: () => ({ is: 'school-year', first: null, last: null }),
  },
  {
    name: 'whole period',
    patterns: ['весь период', 'постоянн~', 'на постоянной основе'],
    means: () => ({ is: 'whole-period' }),
  },
  { name: 'schedule', patterns: ['по|согласно [ отдельному ] график~|план~ …'], means: () => ({ is: 'schedule' }) },
  {
    name: 'on request',
    patterns: ['по запрос~', 'по заявк~', 'по мере необходимости'],
    means: () => ({ is: 'on-request' }),
  },
  { name: 'by agreement', patterns: ['по согласовани~ [ с … ]'], means: () => ({ is: 'by-agreement' }) },
  {
    name: 'until',
    patterns: ['[ не ] до|к|ко|позднее|позже MOMENT'],
    means: (found) => {
      const at = found.get('MOMENT');
      return at ? { is: 'until', at } : null;
    },
  },
  {
    name: 'until a year',
    patterns: ['до YEAR'],
    means: (found) => ({ is: 'until', at: { end: 'year', year: found.get('YEAR') ?? null } }),
  },
];
