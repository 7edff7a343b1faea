import type { PlainDate } from '#domain/deadlines/deadline.ts';
import { withoutOverlaps } from '#domain/orders/prose/text-marks.ts';

/** A date or a number found in a text, and its place in that text. */
export type Mark<Value extends string> = { readonly value: Value; readonly from: number; readonly to: number };

const MONTHS = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма[йя]',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];
const MONTH = MONTHS.map((stem) => (stem.startsWith('ма[') ? stem : `${stem}[а-яё]{0,2}`)).join('|');
// Recognised scans give letters for digits: «З0» is 30, «О5» is 05.
const DAY = '[\\dЗзОоOoIl]{1,2}';
const YEAR = '20\\s?\\d{2}|19\\d{2}|\\d{2}(?=\\s{0,3}г)';

const DATE_FORMS = [
  // 15.03.2024, 5 . 3 . 24, «15».03.2024, 15/03/2024
  `(?<![\\d./-])[«"„“]?\\s{0,3}(?<day>${DAY})\\s{0,3}[»"”“]?\\s{0,3}[./]\\s{0,3}(?<number>[\\dО]{1,2})\\s{0,3}[./]\\s{0,3}(?<year>20\\s?\\d{2}|19\\d{2}|\\d{2})(?![\\d/])`,
  // «15» марта 2024 г., 15 марта 2024
  `(?<![\\dа-яёa-z])[«"„“<']{0,2}\\s{0,6}(?<day>${DAY})\\s{0,6}[»"”“>']{0,2}\\s{0,12}(?<word>${MONTH})\\s{0,12}(?<year>${YEAR})(?!\\d)`,
  // «15» 03 2024
  `[«"„“]\\s{0,6}(?<day>${DAY})\\s{0,6}[»"”“]\\s{0,6}(?<number>\\d{1,2})\\s{1,6}(?<year>20\\s?\\d{2})(?!\\d)`,
  // 2024-03-15
  '(?<![\\d./-])(?<year>20\\d{2})-(?<number>\\d{2})-(?<day>\\d{2})(?![\\d/-])',
].map((form) => new RegExp(form, 'giu'));

/** All full dates in the text, in order: with dots, in words, with a quoted day, with letters recognised for digits. */
export function datesIn(text: string): Mark<PlainDate>[] {
  // Lines to write on («от _15.03.2024_») are white space to the reader.
  const plain = text.replace(/_/g, ' ');
  const found: Mark<PlainDate>[] = [];
  for (const form of DATE_FORMS) {
    for (const match of plain.matchAll(form)) {
      const value = dateOf(match.groups ?? {});
      const from = match.index;
      const to = from + match[0].length;
      if (value !== null) found.push({ value, from, to });
    }
  }
  return withoutOverlaps(found);
}

function dateOf(groups: Partial<Record<string, string>>): PlainDate | null {
  const digits = (letters: string | undefined): number =>
    Number(
      (letters ?? '')
        .replace(/[Зз]/g, '3')
        .replace(/[ОоOo]/g, '0')
        .replace(/[Il]/g, '1')
        .replace(/\s/g, ''),
    );
  const day = digits(groups['day']);
  const word = groups['word']?.toLowerCase();
  const month = word === undefined ? digits(groups['number']) : monthOf(word);
  const short = digits(groups['year']);
  const year = short < 100 ? 2000 + short : short;
  if (month < 1 || month > 12 || year < 1990 || year > 2099) return null;
  if (day < 1 || day > daysIn(month, year)) return null;
  return `${year}-${pad(month)}-${pad(day)}` as PlainDate;
}

function daysIn(month: number, year: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const monthOf = (word: string): number => MONTHS.findIndex((stem) => new RegExp(`^${stem}`, 'u').test(word)) + 1;
const pad = (number: number): string => String(number).padStart(2, '0');

const NUMBER =
  /(?:№|(?<![a-zа-яё\d])N[°ºoоe]?(?=[\s:._]{0,12}[a-zа-яё\d]))[\s:._№]{0,24}([a-zа-яё\d]{1,20}(?:(?:\.(?=[a-zа-яё\d])|[-–—‑]|\s?\/\s?)[a-zа-яё\d]{1,20}){0,8}(?:\s{0,2}[-–‑]\s{0,2}[a-zа-яё\d]{1,5}(?![a-zа-яё\d])|\s(?:о\s?\/\s?д|о-д|од|осн|пр|пд|ахд)(?![a-zа-яё.]))?)/giu;

/** Words after which a number is not the number of the order but of a school, an annex, a record. */
const OTHER_NUMBERED =
  /(?:школ[а-яё]{0,3}|СОШ|ООШ|НОШ|СШ|ОШ|УИОП|гимнази[а-яё]{0,3}|лице[а-яё]{0,3}|сад[а-яё]{0,3}|интернат[а-яё]{0,3}|приложени[а-яё]{0,3}|протокол[а-яё]{0,3}|центр[а-яё]{0,3}|корпус[а-яё]{0,3}|колледж[а-яё]{0,3}|училищ[а-яё]{0,3}|экз\.?|отделени[а-яё]{0,3})[\s"«»]{0,3}$/iu;

/** All numbers of documents in the text («№ 34-од», «N 01-05/123»), spaces inside and the sign itself left out. */
export function numbersIn(text: string): Mark<string>[] {
  const found: Mark<string>[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const printed = match[1] ?? '';
    const from = match.index;
    if (OTHER_NUMBERED.test(text.slice(Math.max(0, from - 24), from))) continue;
    const start = from + match[0].length - printed.length;
    if (startsWithDate(text.slice(start, start + 24))) continue;
    const value = numberOf(printed, text.charAt(from + match[0].length + 1));
    if (value !== null) found.push({ value, from, to: from + match[0].length });
  }
  return found;
}

const startsWithDate = (text: string): boolean => {
  const date = datesIn(text)[0];
  return date !== undefined && date.from === 0;
};

/** «№ 7 - О плане» goes on with the title, «№ 7 - О» has a letter for a suffix: the word behind tells. */
function numberOf(printed: string, behind: string): string | null {
  const titleBegins = /\p{Ll}/u.test(behind);
  const value = printed
    .replace(titleBegins ? /\s{0,2}[-–‑]\s{1,2}(?:О|Об|ОБ|от|г|с)$/u : /\s{0,2}[-–‑]\s{1,2}(?:от|г|с)$/u, '')
    .replace(/(?<=\d)от$/u, '')
    .replace(/[–—‑]/g, '-')
    .replace(/\s+/g, '');
  return /\d/.test(value) ? value.replace(/[-./]+$/, '') : null;
}

/** The number and the date of a document named in the text: the pair standing closest, else whichever is there. */
export function numberAndDateIn(text: string): { number: Mark<string> | null; date: Mark<PlainDate> | null } {
  const dates = datesIn(text);
  const numbers = numbersIn(text);
  let best: { number: Mark<string>; date: Mark<PlainDate>; gap: number } | null = null;
  for (const number of numbers.slice(0, 20)) {
    for (const date of dates.slice(0, 20)) {
      const gap = Math.max(number.from - date.to, date.from - number.to);
      if (gap >= -1 && (best === null || gap < best.gap)) best = { number, date, gap };
    }
  }
  return { number: best?.number ?? numbers[0] ?? null, date: best?.date ?? dates[0] ?? null };
}
