import type { Categories, Category, Match } from '#domain/deadlines/grammar/pattern.ts';
import { longestOf, type Meanings, remembered, type Rule } from '#domain/deadlines/grammar/rule.ts';
import { type Moment, monthMoment } from '#domain/deadlines/grammar/parts.ts';
import { monthOf } from '#domain/deadlines/grammar/vocabulary.ts';
import type { Words } from '#domain/deadlines/grammar/words.ts';

/** Plans name no other years; four figures outside are numbers of something else. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

function readBareYear(words: Words, index: number): Match<Partial<Meanings>> | null {
  const word = words.word(index);
  const isYear =
    word.kind === 'number' && word.text.length === 4 && word.value >= FIRST_YEAR && word.value <= LAST_YEAR;
  // «45.13.2025» is no date, and its end is no year.
  if (isYear && /\d\.\d{1,2}\.$/u.test(words.text.slice(Math.max(0, word.from - 6), word.from))) return null;
  return isYear ? { end: index + 1, value: { BARE_YEAR: word.value }, sure: 1 } : null;
}

function readShortYear(words: Words, index: number): Match<Partial<Meanings>> | null {
  const word = words.word(index);
  if (word.kind !== 'number' || word.text.length !== 2) return null;
  return { end: index + 1, value: { SHORT_YEAR: 2000 + word.value }, sure: 1 };
}

/** «2024», «2024 г.», «2024г», «2024 года», «2024 гг.», «2024 г.г.» */
function readYear(words: Words, index: number): Match<Partial<Meanings>> | null {
  const bare = readBareYear(words, index);
  // The first year of «2024-2025 учебный год» is no year by itself.
  if (!bare || schoolYearAt(words, index)) return null;
  const value = { YEAR: bare.value.BARE_YEAR ?? 0 };
  return { end: yearWordEnd(words, index + 1), value, sure: 1 };
}

const YEAR_WORDS = new Set(['г', 'гг', 'год', 'года', 'году', 'годы', 'годов', 'годах', 'годом']);

function yearWordEnd(words: Words, index: number): number {
  const word = words.word(index);
  if (!YEAR_WORDS.has(word.text)) return index;
  if (word.text.length > 2) return index + 1;
  const end = isDotAfter(words, index + 1) ? index + 2 : index + 1;
  // «г.г.»
  if (word.text !== 'г' || words.word(end).text !== 'г' || end === index + 1) return end;
  return isDotAfter(words, end + 1) ? end + 2 : end + 1;
}

function isDotAfter(words: Words, index: number): boolean {
  return words.word(index).text === '.' && words.word(index).from === words.word(index - 1).to;
}

function readMonth(words: Words, index: number): Match<Partial<Meanings>> | null {
  const word = words.word(index);
  const month = word.kind === 'word' ? monthOf(word.text) : null;
  if (month === null) return null;
  const dot = words.word(index + 1);
  const isShort = word.text.length <= 5 && !/[ьяйюе]$/u.test(word.text) && word.text !== 'март';
  const end = isShort && dot.text === '.' && dot.from === word.to ? index + 2 : index + 1;
  return { end, value: { MONTH: month }, sure: word.sure };
}

function readDay(words: Words, index: number): Match<Partial<Meanings>> | null {
  let at = index;
  const quoted = '«"“„'.includes(words.word(at).text) && words.word(at).kind === 'mark';
  if (quoted) at += 1;
  const word = words.word(at);
  if (word.kind !== 'number' || word.text.length > 2 || word.value < 1 || word.value > 31) return null;
  at += 1;
  if (quoted && '»"”“'.includes(words.word(at).text) && words.word(at).kind === 'mark') at += 1;
  return { end: at, value: { DAY: word.value }, sure: 1 };
}

function readDate(words: Words, index: number): Match<Partial<Meanings>> | null {
  const { date } = words.word(index);
  if (!date) return null;
  const moment = monthMoment(date.month, date.year, date.day);
  if (date.year !== null) return { end: yearWordEnd(words, index + 1), value: { DATE: moment }, sure: 1 };
  const year = readYear(words, index + 1);
  const late = year?.value.YEAR;
  if (year && late !== undefined) return { end: year.end, value: { DATE: { ...moment, year: late } }, sure: 1 };
  // «01.03» is also a number of a paragraph.
  return { end: index + 1, value: { DATE: moment }, sure: 0.7 };
}

const NTH_WORDS: readonly (readonly [stem: string, nth: number])[] = [
  ['перв', 1], ['втор', 2], ['трет', 3], ['четверт', 4],
]; // prettier-ignore
/** Roman figures, in Latin and Cyrillic letters and as recognised from a scan. */
const ROMAN: Readonly<Record<string, number>> = {
  i: 1, ii: 2, iii: 3, iv: 4, і: 1, іі: 2, ііі: 3, іv: 4, п: 2, ш: 3, 'і\u0432': 4, l: 1, ll: 2, lll: 3, lv: 4, iу: 4, 'іу': 4,
}; // prettier-ignore

function readNth(words: Words, index: number): Match<Partial<Meanings>> | null {
  const word = words.word(index);
  const isFigure = word.kind === 'number' && word.value >= 1 && word.value <= 4 && word.text.length === 1;
  if (isFigure) return { end: index + 1, value: { NTH: word.value }, sure: 1 };
  if (word.kind !== 'word') return null;
  const roman = ROMAN[word.text];
  if (roman !== undefined) return { end: index + 1, value: { NTH: roman }, sure: /^[iv]+$/u.test(word.text) ? 1 : 0.8 };
  const named = NTH_WORDS.find(([stem]) => word.text.startsWith(stem) && word.text.length <= stem.length + 4);
  if (!named || word.text.startsWith('четвертя')) return null;
  return { end: index + 1, value: { NTH: named[1] }, sure: word.sure };
}

const COUNT_WORDS: Readonly<Record<string, number>> = {
  один: 1, одного: 1, одному: 1, два: 2, двух: 2, три: 3, трех: 3, четыре: 4, четырех: 4, пять: 5, шесть: 6, десять: 10,
}; // prettier-ignore

/** How many times: «1», «два», «1-2», «2 – 3». */
function readCount(words: Words, index: number): Match<Partial<Meanings>> | null {
  const word = words.word(index);
  const isFigure = word.kind === 'number' && word.text.length <= 2;
  const count = isFigure ? word.value : word.kind === 'word' ? COUNT_WORDS[word.text] : undefined;
  if (count === undefined) return null;
  const isRange = words.word(index + 1).text === '-' && words.word(index + 2).kind === 'number';
  return { end: isRange ? index + 3 : index + 1, value: { COUNT: count }, sure: word.sure };
}

const momentRules: readonly Rule<Moment>[] = [
  {
    name: 'month',
    patterns: [
      'MONTH текущего|отчетного|этого|соответствующего года|г [ . ]',
      'MONTH [ месяц~ ] [ YEAR ]',
      'MONTH ( YEAR )',
    ],
    means: (found) => monthMoment(found.get('MONTH') ?? 0, found.get('YEAR') ?? null),
  },
  {
    name: 'part of a month',
    patterns: [
      'начало|начале|начала|началу|середина|середине|середину|середины|конец|конце|конца|концу MONTH [ YEAR ]',
      'NTH [ - NTH ] декад~|недел~|половин~|числах MONTH [ YEAR ]',
      'последн~ WEEKDAY MONTH [ YEAR ]',
      'NTH WEEKDAY MONTH [ YEAR ]',
      'последн~ декад~|недел~|числах|числа|дни MONTH [ YEAR ]',
      'NTH и NTH декад~|недел~ MONTH [ YEAR ]',
    ],
    means: (found) => monthMoment(found.get('MONTH') ?? 0, found.get('YEAR') ?? null),
  },
  { name: 'date in figures', patterns: ['DATE'], means: (found) => found.get('DATE') ?? null },
  {
    name: 'day of a month',
    patterns: ['DAY [ числа ] MONTH [ YEAR ]', 'DAY MONTH текущего|отчетного|этого года|г [ . ]'],
    means: (found) => monthMoment(found.get('MONTH') ?? 0, found.get('YEAR') ?? null, found.get('DAY') ?? null),
  },
];

/** «2024-2025 учебный год», «2024/25 уч. г.», «2024-25 уч.год». */
const schoolYearRules: readonly Rule<{ first: number; last: number | null }>[] = [
  {
    name: 'school year',
    patterns: [
      'BARE_YEAR -|/ BARE_YEAR [ г|гг [ . ] ] учебн~|уч|у [ . ] [ / ] [ год~|г|гг [ . ] [ г [ . ] ] ]',
      'BARE_YEAR -|/ SHORT_YEAR [ г|гг [ . ] ] учебн~|уч|у [ . ] [ / ] [ год~|г|гг [ . ] [ г [ . ] ] ]',
      'BARE_YEAR / BARE_YEAR [ год~|г|гг [ . ] [ г [ . ] ] ]',
      'BARE_YEAR / SHORT_YEAR [ год~|г|гг [ . ] [ г [ . ] ] ]',
    ],
    means: (found) => {
      const first = found.get('BARE_YEAR') ?? 0;
      const last = found.get('BARE_YEAR', 1) ?? found.get('SHORT_YEAR') ?? first + 1;
      return last > first ? { first, last } : null;
    },
  },
];

const SEASONS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  весна: [3, 5], весной: [3, 5], весну: [3, 5], весны: [3, 5], весенний: [3, 5],
  лето: [6, 8], летом: [6, 8], лета: [6, 8], летний: [6, 8],
  осень: [9, 11], осенью: [9, 11], осени: [9, 11], осенний: [9, 11],
  зима: [12, 2], зимой: [12, 2], зиму: [12, 2], зимы: [12, 2], зимний: [12, 2],
}; // prettier-ignore

/** Months in which school holidays fall in most regions. */
const HOLIDAYS: readonly (readonly [stem: string, months: readonly [from: number, to: number]])[] = [
  ['осенн', [10, 11]], ['зимн', [1, 1]], ['весенн', [3, 3]], ['летн', [6, 8]],
]; // prettier-ignore

const noTail = (_words: Words, index: number) => index;
/** Whether a word can be the first of a month, an ordinal, a count or any other category here. */
export function isTimeWord(text: string): boolean {
  if (monthOf(text) !== null || ROMAN[text] !== undefined || COUNT_WORDS[text] !== undefined || SEASONS[text])
    return true;
  if (NTH_WORDS.some(([stem]) => text.startsWith(stem)) || HOLIDAYS.some(([stem]) => text.startsWith(stem)))
    return true;
  return categoryWords.has(text) || text.startsWith('последн');
}

const categoryWords = new Set<string>();

/** A category that stands for itself: it is enough that one of its patterns is there. */
function phrase(value: Partial<Meanings>, patterns: readonly string[]): Category<Meanings> {
  for (const word of patterns.flatMap((line) => line.split(/[ |]/u))) categoryWords.add(word);
  return remembered(
    longestOf([{ name: 'words', patterns, means: () => value }], () => timeCategories, noTail, isTimeWord),
  );
}

for (const word of momentRules.flatMap(({ patterns }) => patterns.flatMap((line) => line.split(/[ |]/u)))) {
  categoryWords.add(word);
}
const momentAt = longestOf(momentRules, () => timeCategories, noTail, isTimeWord);
const schoolYearAt = longestOf(schoolYearRules, () => timeCategories, noTail, isTimeWord);

/** The categories of the grammar that name times: a month, a year, a day, a school year, a moment. */
export const timeCategories: Categories<Meanings> = {
  MONTH: remembered(readMonth),
  YEAR: remembered(readYear),
  BARE_YEAR: readBareYear,
  SHORT_YEAR: readShortYear,
  DAY: remembered(readDay),
  DATE: remembered(readDate),
  NTH: remembered(readNth),
  COUNT: remembered(readCount),
  IN_COURSE: phrase({ IN_COURSE: true }, [
    'в|во|на течение|течении|протяжении|продолжение|продолжении',
    '[ в|во ] теч [ . ]',
    'втечение|втечении|вовтечение|течение|течении',
  ]),
  AFTER: phrase({ AFTER: true }, [
    'по|на|после|в итогам|результатам|окончании|окончанию|окончания|завершении|завершению|завершения|конце|конец',
  ]),
  SCHOOL: phrase({ SCHOOL: true }, ['учебного|учебный|учебном', 'уч|учебн [ . ]']),
  WEEKDAY: phrase({ WEEKDAY: true }, [
    'понедельник|понедельника|вторник|вторника|среда|среду|среды|четверг|четверга|пятница|пятницу|пятницы|суббота|субботу|субботы',
  ]),
  WEEKDAYS: phrase({ WEEKDAYS: true }, ['понедельникам|вторникам|средам|четвергам|пятницам|субботам']),
  SEASON: (words, index) => {
    const months = SEASONS[words.word(index).text];
    return months ? { end: index + 1, value: { SEASON: months }, sure: words.word(index).sure } : null;
  },
  HOLIDAYS: (words, index) => {
    const months = HOLIDAYS.find(([stem]) => words.word(index).text.startsWith(stem))?.[1];
    return months ? { end: index + 1, value: { HOLIDAYS: months }, sure: 1 } : null;
  },
  SCHOOL_YEAR: remembered((words, index) => {
    const match = schoolYearAt(words, index);
    return match && { ...match, value: { SCHOOL_YEAR: match.value } };
  }),
  MOMENT: remembered((words, index) => {
    const match = momentAt(words, index);
    return match && { ...match, value: { MOMENT: match.value } };
  }),
};
