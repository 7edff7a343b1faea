import { monthCount } from '#domain/calendar/months.ts';
import type { Moment } from '#domain/deadlines/grammar/parts.ts';
import { longestOf, type Rule } from '#domain/deadlines/grammar/rule.ts';
import { isTimeWord, timeCategories } from '#domain/deadlines/grammar/time-words.ts';
import { type Words, wordsFrom } from '#domain/deadlines/grammar/words.ts';

/** Years printed in the text of an order, and how likely they are those of its plan. */
export type PrintedPeriod = {
  /**
   * `years`: first and last calendar year; `school-years`: the year of the first September and of the last May;
   * `until-year`: `to` alone is printed; `months`: counts of months.
   */
  readonly kind: 'years' | 'school-years' | 'until-year' | 'months';
  readonly from: number;
  readonly to: number;
  /** 0…1: how sure it is that these are the years of the plan itself, not of another document or of past results. */
  readonly sure: number;
  readonly at: { readonly from: number; readonly to: number };
};

/** Years as printed, without how sure and where. */
export type Years = Pick<PrintedPeriod, 'kind' | 'from' | 'to'>;

/**
 * How titles, goals and stages name the years of a plan. `null` as the meaning: read over (a date of another document).
 */
const periodRules: readonly Rule<{ readonly years: Years | null }>[] = [
  {
    name: 'school years («на 2025-2026 учебный год», «2025/26 уч. год»)',
    patterns: ['[ на|в|за|во ] [ период ] SCHOOL_YEAR [ ,|и [ на ] SCHOOL_YEAR ] [ ,|и SCHOOL_YEAR ]'],
    means: (found) => {
      const first = found.get('SCHOOL_YEAR');
      const last = found.get('SCHOOL_YEAR', 2) ?? found.get('SCHOOL_YEAR', 1) ?? first;
      if (!first || !last) return null;
      return { years: { kind: 'school-years', from: first.first, to: last.last ?? last.first + 1 } };
    },
  },
  {
    name: 'budget years («на 2024 год и плановый период 2025 и 2026 годов»)',
    patterns: ['на YEAR и [ на ] плановый период YEAR и|-|, YEAR', 'на YEAR и [ на ] плановый период YEAR'],
    means: (found) => yearsOf(found.get('YEAR'), found.get('YEAR', 2) ?? found.get('YEAR', 1)),
  },
  {
    name: 'several years («на 2022-2023 годы», «с 2024 по 2026 год», «2024, 2025 и 2026 годы»)',
    patterns: [
      '[ на|в|за ] [ период ] YEAR -|и|,|/ YEAR',
      '[ на|в|за ] [ период ] BARE_YEAR -|/ SHORT_YEAR гг|годы|годов|годах [ . ]',
      '[ на|в ] YEAR , YEAR ,|и YEAR',
      '[ на|в|за ] [ период ] с|со YEAR [ года ] по|до|- YEAR',
    ],
    means: (found) =>
      yearsOf(
        found.get('YEAR') ?? found.get('BARE_YEAR'),
        found.get('YEAR', 2) ?? found.get('YEAR', 1) ?? found.get('SHORT_YEAR'),
      ),
  },
  {
    name: 'until a year («на период до 2027 года»)',
    patterns: ['на период до YEAR', 'на срок до YEAR', 'до [ конца ] YEAR'],
    means: (found) => ({ years: { kind: 'until-year', from: found.get('YEAR') ?? 0, to: found.get('YEAR') ?? 0 } }),
  },
  {
    name: 'one year («на 2024 год», «в 2024 году»)',
    patterns: ['[ на|в|во ] [ период ] YEAR', 'на BARE_YEAR календарный год', 'IN_COURSE YEAR'],
    means: (found) => yearsOf(found.get('YEAR') ?? found.get('BARE_YEAR'), found.get('YEAR') ?? found.get('BARE_YEAR')),
  },
  {
    name: 'half-year («на I полугодие 2025 года»)',
    patterns: ['[ на|в|во ] NTH полугоди~ YEAR'],
    means: (found) => blockOf(found.get('NTH'), 6, found.get('YEAR')),
  },
  {
    name: 'quarter',
    patterns: ['[ на|в|во ] NTH квартал~ YEAR'],
    means: (found) => blockOf(found.get('NTH'), 3, found.get('YEAR')),
  },
  {
    name: 'half of a school year («на II полугодие 2024/25 учебного года»)',
    patterns: ['[ на|в|во ] NTH полугоди~ SCHOOL_YEAR'],
    means: (found) => {
      const [nth, school] = [found.get('NTH'), found.get('SCHOOL_YEAR')];
      if (!school || (nth !== 1 && nth !== 2)) return null;
      const [from, to] =
        nth === 1
          ? [monthCount(school.first, 9), monthCount(school.first, 12)]
          : [monthCount(school.first + 1, 1), monthCount(school.first + 1, 5)];
      return { years: { kind: 'months', from, to } };
    },
  },
  {
    name: 'from a month to a month («с сентября 2024 по май 2025 года»)',
    patterns: ['[ на|в ] [ период ] [ с|со ] MOMENT по|до|- MOMENT'],
    means: (found) => monthsOf(found.get('MOMENT'), found.get('MOMENT', 1)),
  },
  {
    name: 'a date of a document («от 12 марта 2024 года»)',
    patterns: ['DAY MONTH YEAR', 'DATE [ г|года [ . ] ]', 'от MOMENT', 'MONTH YEAR', '№ BARE_YEAR'],
    means: () => ({ years: null }),
  },
];

const noTail = (_words: Words, index: number) => index;
const periodAt = longestOf(periodRules, () => timeCategories, noTail, isTimeWord);

function yearsOf(from: number | undefined, to: number | undefined): { years: Years } | null {
  return from === undefined || to === undefined || to < from ? null : { years: { kind: 'years', from, to } };
}

function blockOf(nth: number | undefined, months: number, year: number | undefined): { years: Years } | null {
  if (nth === undefined || year === undefined || nth * months > 12) return null;
  const from = monthCount(year, (nth - 1) * months + 1);
  return { years: { kind: 'months', from, to: from + months - 1 } };
}

function monthsOf(from: Moment | undefined, to: Moment | undefined): { years: Years | null } | null {
  if (!from || !to || to.year === null) return null;
  const firstYear = from.year ?? (from.month > to.month ? to.year - 1 : to.year);
  const [first, last] = [monthCount(firstYear, from.month), monthCount(to.year, to.month)];
  if (last < first) return null;
  const isSchoolYear = [8, 9].includes(from.month) && [5, 6].includes(to.month) && to.year > firstYear;
  if (isSchoolYear) return { years: { kind: 'school-years', from: firstYear, to: to.year } };
  return { years: { kind: 'months', from: first, to: last } };
}

/** Every naming of years in a title, a goal or a list of stages, in the order printed; dates of documents are none. */
export function printedPeriods(text: string): PrintedPeriod[] {
  const words = wordsFrom(text, 0, false);
  const found: PrintedPeriod[] = [];
  let index = 0;
  let previousEnd = 0;
  while (words.word(index).kind !== 'end') {
    const match = periodAt(words, index);
    if (!match) {
      index += 1;
      continue;
    }
    const { years } = match.value;
    if (years) {
      const at = { from: words.word(index).from, to: words.word(match.end - 1).to };
      found.push({ ...years, at, sure: match.sure * sureOfContext(words, index, match.end, previousEnd, years) });
      previousEnd = match.end;
    }
    index = match.end;
  }
  return found;
}

/** Words behind which years belong to another document. */
const DOCUMENTS = ['концепци', 'стратеги', 'программ', 'проект', 'закон', 'указ', 'федеральн', 'государственн'];
const APPROVED = ['утвержден', 'утвержденн', 'от', 'редакци', 'ред'];
/** How far back a word still governs the years. */
const REACH = 5;

function sureOfContext(words: Words, start: number, end: number, previousEnd: number, { kind }: Years): number {
  const first = words.word(start).text;
  const before = textsBefore(words, start, Math.max(previousEnd, start - REACH));
  const isOfResults = before.some((text, at) => text === 'по' && isResult(before[at + 1])) || first === 'за';
  if (isOfResults || before.some((text) => APPROVED.includes(text))) return 0.3;
  if (first === 'к' || words.word(start - 1).text === 'к' || before.includes('началу')) return 0.4;
  const isNamed = first === 'на' || kind === 'school-years' || kind === 'until-year' || kind === 'months';
  const hasYearWord = words.word(end - 1).kind !== 'number';
  const base = isNamed ? 1 : hasYearWord || first === 'в' ? 0.9 : 0.5;
  const sincePrevious = textsBefore(words, start, previousEnd);
  const isOwnTitle = previousEnd === 0 && start <= LONGEST_LOOK_BACK;
  const behind = isOwnTitle ? sincePrevious.slice(ownNameLength(sincePrevious)) : sincePrevious;
  const isOfDocument = behind.some((text) => DOCUMENTS.some((stem) => text.startsWith(stem)));
  return base * (isOfDocument ? 0.75 : 1) * (kind === 'until-year' && first === 'до' ? 0.75 : 1);
}

/** A title that begins «Программа …», «Муниципальная программа …» names the plan itself, not a document it follows. */
function ownNameLength(title: readonly string[]): number {
  const named = title.slice(0, 2).findIndex((text) => text.startsWith('программ') || text.startsWith('проект'));
  return named === 0 || (named === 1 && /(?:ая|ый|ий)$/u.test(title[0] ?? '')) ? named + 1 : 0;
}

function isResult(text: string | undefined): boolean {
  return text !== undefined && /^(?:итогам|результатам|анализу|данным)$/u.test(text);
}

/** The longest stretch of a title that is looked back over. */
const LONGEST_LOOK_BACK = 60;

function textsBefore(words: Words, index: number, from: number): string[] {
  const texts: string[] = [];
  for (let at = Math.max(from, index - LONGEST_LOOK_BACK, 0); at < index; at += 1) texts.push(words.word(at).text);
  return texts;
}

const datedRules: readonly Rule<Years>[] = [
  {
    name: 'a dated month',
    patterns: ['MOMENT'],
    means: (found) => {
      const moment = found.get('MOMENT');
      if (moment === undefined || moment.year === null) return null;
      const month = monthCount(moment.year, moment.month);
      return { kind: 'months', from: month, to: month };
    },
  },
  {
    name: 'school year',
    patterns: ['SCHOOL_YEAR'],
    means: (found) => {
      const school = found.get('SCHOOL_YEAR');
      return school ? { kind: 'school-years', from: school.first, to: school.last ?? school.first + 1 } : null;
    },
  },
  {
    name: 'year',
    patterns: ['YEAR', 'YEAR - YEAR', 'NTH квартал~|кв|полугоди~ [ . ] YEAR'],
    means: (found) => yearsOf(found.get('YEAR'), found.get('YEAR', 1) ?? found.get('YEAR'))?.years ?? null,
  },
  { name: 'date of a document', patterns: ['от MOMENT', '№ BARE_YEAR'], means: () => OF_A_DOCUMENT },
];

const OF_A_DOCUMENT: Years = { kind: 'years', from: 0, to: 0 };
const datedAt = longestOf(datedRules, () => timeCategories, noTail, isTimeWord);

/** Years and dated months in the table of a plan, in the order printed. */
export function yearsNamed(text: string): Years[] {
  const words = wordsFrom(text, 0, false);
  const found: Years[] = [];
  let index = 0;
  while (words.word(index).kind !== 'end') {
    const match = datedAt(words, index);
    if (match && match.value !== OF_A_DOCUMENT) found.push(match.value);
    index = match?.end ?? index + 1;
  }
  return found;
}
