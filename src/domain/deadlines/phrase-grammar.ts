import { monthMoment, type Moment, type Part } from '#domain/deadlines/parts.ts';
import type { Found } from '#domain/deadlines/pattern.ts';
import type { Meanings, Rule } from '#domain/deadlines/rule.ts';

/** Phrases that name times: months, ranges, quarters, half-years, years. */
export const timePhrases: readonly Rule<Part>[] = [
  {
    name: 'a month or a day',
    patterns: ['[ в|во|на|за ] [ течение|течении ] MOMENT', 'втечение MOMENT'],
    means: (found) => momentPart(found),
  },
  {
    name: 'from a month to a month',
    patterns: [
      'MOMENT - MOMENT',
      '[ в ] [ период ] с|со MOMENT по|до MOMENT',
      'в|во|за [ период|течение|течении ] MOMENT - MOMENT',
      'с|со MOMENT - MOMENT',
    ],
    means: (found) => range(found.get('MOMENT'), found.get('MOMENT', 1)),
  },
  {
    name: 'days of one month',
    patterns: [
      'DAY - MOMENT',
      '[ в ] [ период ] с|со DAY по|до MOMENT',
      'DAY , DAY MOMENT',
      'DAY и MOMENT',
      'DAY , MOMENT',
    ],
    means: (found) => momentPart(found, { dropDay: true }),
  },
  {
    name: 'quarter',
    patterns: ['[ в|во|за|на ] [ течение|течении ] NTH квартал~|кв [ . ] [ YEAR ]', 'квартал~ NTH [ YEAR ]'],
    means: (found) => quarters(found.get('NTH'), found.get('NTH'), found.get('YEAR')),
  },
  {
    name: 'quarters',
    patterns: [
      '[ в|во|за ] NTH -|и|, NTH квартал~|кв [ . ] [ YEAR ]',
      'NTH квартал~ -|и|, NTH квартал~ [ YEAR ]',
      'с|со NTH [ квартал~ ] по NTH квартал~ [ YEAR ]',
    ],
    means: (found) => quarters(found.get('NTH'), found.get('NTH', 1), found.get('YEAR')),
  },
  {
    name: 'half-year',
    patterns: ['[ в|во|на|за ] [ течение|течении ] NTH полугоди~|п [ / г ] [ . ] [ YEAR ]'],
    means: (found) => halfYear(found.get('NTH'), found.get('YEAR') ?? null, null),
  },
  {
    name: 'half-year of a school year',
    patterns: ['[ в|во|на|за ] [ течение|течении ] NTH полугоди~ SCHOOL_YEAR'],
    means: (found) => halfYear(found.get('NTH'), null, { first: found.get('SCHOOL_YEAR')?.first ?? null }),
  },
  {
    name: 'year',
    patterns: ['[ в|за|на ] YEAR', 'весь YEAR'],
    means: (found) => years(found.get('YEAR'), found.get('YEAR')),
  },
  {
    name: 'years',
    patterns: ['[ в|за|на ] YEAR -|и|, YEAR', 'с YEAR по|до YEAR'],
    means: (found) => years(found.get('YEAR'), found.get('YEAR', 1)),
  },
  {
    name: 'school year',
    patterns: ['[ в|на|за ] [ течение|течении ] SCHOOL_YEAR'],
    means: (found) => schoolYear(found),
  },
];

function momentPart(found: Found<Meanings>, options: { dropDay?: boolean } = {}): Part | null {
  const moment = found.get('MOMENT');
  if (!moment) return null;
  const at = options.dropDay ? { ...moment, day: null } : moment;
  return { is: 'time', from: at, to: at };
}

function range(from: Moment | undefined, to: Moment | undefined): Part | null {
  return from && to ? { is: 'time', from, to } : null;
}

function quarters(first: number | undefined, last: number | undefined, year: number | undefined): Part | null {
  if (first === undefined || last === undefined || last < first) return null;
  const from = monthMoment(first * 3 - 2, year ?? null);
  return { is: 'time', from, to: monthMoment(last * 3, year ?? null), block: true };
}

function halfYear(
  nth: number | undefined,
  year: number | null,
  ofSchoolYear: { first: number | null } | null,
): Part | null {
  if (nth !== 1 && nth !== 2) return null;
  return { is: 'half-year', first: nth, last: nth, year, ofSchoolYear };
}

function years(from: number | undefined, to: number | undefined): Part | null {
  return from === undefined || to === undefined || to < from ? null : { is: 'years', from, to };
}

function schoolYear(found: Found<Meanings>): Part {
  const printed = found.get('SCHOOL_YEAR');
  return { is: 'school-year', first: printed?.first ?? null, last: printed?.last ?? null };
}
