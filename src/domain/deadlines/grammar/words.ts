import { isKnownForm, nearestForm } from '#domain/deadlines/grammar/vocabulary.ts';

/**
 * Words, numbers and marks of a deadline, read one at a time as the grammar asks for them: running text is tried at every
 * word, and most tries end at the first one.
 */
export type Word = {
  readonly kind: 'word' | 'number' | 'date' | 'mark' | 'end';
  /** Lower case, «ё» as «е», Latin look-alikes as Cyrillic, a known misprint as it should be. Marks as printed. */
  readonly text: string;
  /** Numbers: the value. */
  readonly value: number;
  /** Dates in figures: day, month, and the year where it is printed. */
  readonly date: { readonly day: number | null; readonly month: number; readonly year: number | null } | null;
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
  /** 1, less where letters had to be repaired. */
  readonly sure: number;
  /** A line break stands between the previous word and this one. */
  readonly newLine: boolean;
  /** Printed with a capital first letter. */
  readonly capital: boolean;
};

export type Words = {
  /** The word with this index; the last one is of kind `end`. */
  readonly word: (index: number) => Word;
  readonly text: string;
};

/** How much white space may stand between two words of one phrase; more is another column of a printed page. */
const WIDEST_GAP = 120;

/** Reads `text` from `offset` on. With `stopAtGaps` the words end at a blank line or a wide gap, as phrases of running text do. */
export function wordsFrom(text: string, offset: number, stopAtGaps: boolean): Words {
  const words: Word[] = [];
  const word = (index: number): Word => {
    while (words.length <= index) {
      const last = words.at(-1);
      if (last?.kind === 'end') return last;
      words.push(nextWord(text, last?.to ?? offset, stopAtGaps));
    }
    return words[index] ?? endAt(text.length);
  };
  return { word, text };
}

const DATE = /(\d{1,2}) ?[.] ?(\d{1,2}) ?[.] ?((?:19|20)\d{2}|\d{2})(?!\d)/uy;
const DAY_AND_MONTH = /(\d{1,2})[.](\d{2})(?![\d.]|,\d)/uy;
const MONTH_AND_YEAR = /(\d{2})[.]((?:19|20)\d{2})(?![\d.])/uy;
const DATE_WITH_SLASHES = /(\d{1,2})\/(\d{2})\/((?:19|20)\d{2})(?!\d)/uy;
const ISO_DATE = /((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/uy;
const NUMBER = /\d{1,9}/uy;
/** «20-го», «1-й», «2-м»: the ending belongs to the number. */
const ORDINAL_ENDING = /\s?[-‐‑–]\s?(?:го|ого|му|ому|ой|ый|ая|ое|ом|ем|ых|го|й|я|е|м|х|ю)(?!\p{L})/uy;
const SPACE = /[\s\u00a0\u200b\ufeff]/u;
/** Roman figures may be signs of their own («Ⅱ»). */
const LETTER = /[\p{L}\p{Nl}\u00ad]/u;
const DASHES = '-‐‑‒–—―−';

function nextWord(text: string, offset: number, stopAtGaps: boolean): Word {
  let from = offset;
  let lines = 0;
  while (from < text.length && isGap(text.charAt(from), stopAtGaps)) {
    if (text.charAt(from) === '\n') lines += 1;
    from += 1;
    if (stopAtGaps && (lines > 1 || from - offset > WIDEST_GAP)) return endAt(offset);
  }
  if (from >= text.length) return endAt(text.length);
  const place = { from, newLine: lines > 0 };
  const first = text.charAt(from);
  if (first >= '0' && first <= '9') return figures(text, place);
  if (LETTER.test(first)) return letters(text, place);
  const isDash = DASHES.includes(first);
  return { ...blank, kind: 'mark', text: isDash ? '-' : first, ...place, to: from + 1 };
}

/** In a cell a bar is a stray line of a scanned table; in running text it may be the border of the next cell. */
function isGap(letter: string, stopAtGaps: boolean): boolean {
  return letter === ' ' || SPACE.test(letter) || (!stopAtGaps && (letter === '|' || letter === '¦'));
}

const blank = { value: Number.NaN, date: null, sure: 1, newLine: false, capital: false };

function endAt(offset: number): Word {
  return { ...blank, kind: 'end', text: '', from: offset, to: offset };
}

type Start = { readonly from: number; readonly newLine: boolean };

function figures(text: string, place: Start): Word {
  const date = dateInFigures(text, place.from);
  if (date) return { ...blank, kind: 'date', text: '', date: date.date, ...place, to: date.to };
  const digits = matchAt(NUMBER, text, place.from)?.[0] ?? text.charAt(place.from);
  const end = place.from + digits.length;
  const ending = matchAt(ORDINAL_ENDING, text, end)?.[0] ?? '';
  return { ...blank, kind: 'number', text: digits, value: Number(digits), ...place, to: end + ending.length };
}

function dateInFigures(text: string, from: number): { date: NonNullable<Word['date']>; to: number } | null {
  const monthAndYear = matchAt(MONTH_AND_YEAR, text, from);
  if (monthAndYear && Number(monthAndYear[1]) >= 1 && Number(monthAndYear[1]) <= 12) {
    const date = { day: null, month: Number(monthAndYear[1]), year: Number(monthAndYear[2]) };
    return { date, to: from + monthAndYear[0].length };
  }
  const iso = matchAt(ISO_DATE, text, from);
  const printed =
    iso ?? matchAt(DATE_WITH_SLASHES, text, from) ?? matchAt(DATE, text, from) ?? matchAt(DAY_AND_MONTH, text, from);
  if (!printed) return null;
  const [whole, first = '', second = '', third] = printed;
  const day = Number(iso ? third : first);
  const month = Number(second);
  const yearText = iso ? first : third;
  // «32.05.2025» is a date too, of a day that no month has; «45.12» is a number.
  if (day < 1 || day > (yearText === undefined ? 31 : 99) || month < 1 || month > 12) return null;
  const year = yearText === undefined ? null : Number(yearText) < 100 ? 2000 + Number(yearText) : Number(yearText);
  return { date: { day, month, year }, to: from + whole.length };
}

/** No word of a deadline is longer; the rest of a longer one is read over. */
const LONGEST_WORD = 40;

function letters(text: string, place: Start): Word {
  let to = place.from;
  while (to < text.length && LETTER.test(text.charAt(to))) to += 1;
  const printed = text.slice(place.from, Math.min(to, place.from + LONGEST_WORD));
  const capital = printed.charAt(0) !== printed.charAt(0).toLowerCase();
  const base = { ...blank, kind: 'word' as const, ...place, capital };
  const form = formOf(printed);
  const read = { ...base, text: form.text, to, sure: form.sure };
  if (to - place.from > LONGEST_WORD) return read;
  if (form.isKnown && !HYPHEN.test(text.charAt(to))) return read;
  const joined = withNextLine(text, to, form.text);
  if (joined) return { ...read, text: joined.text, to: joined.to, sure: form.sure * 0.97 };
  if (form.isKnown) return read;
  if (form.glued !== null)
    return { ...read, text: form.glued, to: place.from + form.glued.length, sure: form.sure * 0.9 };
  return form.nearest === null ? read : { ...read, text: form.nearest, sure: form.sure * 0.85 };
}

/** What is known of a word by itself; the words of a document come again and again. */
type Form = {
  readonly text: string;
  readonly sure: number;
  readonly isKnown: boolean;
  /** The first of two words written without a space. */
  readonly glued: string | null;
  /** The known word that it is a misprint of. */
  readonly nearest: string | null;
};

const REMEMBERED_FORMS = 20_000;
const forms = new Map<string, Form>();

function formOf(printed: string): Form {
  const remembered = forms.get(printed);
  if (remembered !== undefined) return remembered;
  const { text, sure } = plainLetters(printed);
  const isKnown = isKnownForm(text);
  const glued = isKnown || text.length !== printed.length ? null : firstOfGlued(text);
  const form = { text, sure, isKnown, glued, nearest: isKnown ? null : nearestForm(text) };
  if (forms.size < REMEMBERED_FORMS) forms.set(printed, form);
  return form;
}

const HYPHEN = /[-‐‑]/u;
const BROKEN = /[-‐‑]?[ \t]{0,3}\n?[ \t]{0,3}(\p{Ll}{2,12})(?!\p{L})/uy;

/** A word broken by the end of a line or by a stray space («сен- тябрь», «учеб ного»), when both pieces make a known one. */
function withNextLine(text: string, to: number, start: string): { text: string; to: number } | null {
  const match = matchAt(BROKEN, text, to);
  const rest = plainLetters(match?.[1] ?? '').text;
  if (!match || rest === '' || isKnownForm(rest) || !isKnownForm(start + rest)) return null;
  return { text: start + rest, to: to + match[0].length };
}

/** Words written without the space between them: «втечение|года». */
function firstOfGlued(text: string): string | null {
  for (let length = text.length - SHORTEST_SECOND; length >= SHORTEST_FIRST; length -= 1) {
    if (isKnownForm(text.slice(0, length)) && isKnownForm(text.slice(length))) return text.slice(0, length);
  }
  return null;
}

const SHORTEST_FIRST = 6;
const SHORTEST_SECOND = 4;

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у', u: 'и', n: 'п', r: 'г',
}; // prettier-ignore

/** The letters in lower case, «ё» as «е»; Latin letters among Cyrillic ones become those they look like, which is less sure. */
function plainLetters(printed: string): { text: string; sure: number } {
  const text = printed.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replaceAll('\u00ad', '');
  const hasLatin = /[a-z]/u.test(text);
  if (!hasLatin || /^[ivxl]+$/u.test(text)) return { text, sure: 1 };
  const cyrillic = Array.from(text, (letter) => LOOK_ALIKES[letter] ?? letter).join('');
  return { text: cyrillic, sure: /[а-я]/u.test(text) || isKnownForm(cyrillic) ? 0.95 : 0.6 };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
