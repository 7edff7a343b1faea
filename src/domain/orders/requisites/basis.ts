import type { Passage } from '#domain/language/passage.ts';
import { slicePassage, spansOf } from '#domain/language/passage.ts';
import { nominativeBody } from '#domain/orders/requisites/naming/declension.ts';
import { datesIn, numbersIn } from '#domain/orders/requisites/number-and-date.ts';
import type { Requisites } from '#domain/orders/requisites/requisites.ts';

const DOCUMENT_WORD =
  /(?<![а-яё])(приказ|распоряжени|постановлени|письм|закон|указ|решени|поручени|протокол)[а-яё]{0,3}(?![а-яё])/giu;
const MAX_GAP = 40;

/** Documents named with a date and a number in a preamble: «приказом … от 12.03.2024 № 34 «Об …»». */
export function basisIn(passage: Passage): Requisites['basis'] {
  const { text } = passage;
  const dates = datesIn(text);
  const numbers = numbersIn(text);
  const words = [...text.matchAll(DOCUMENT_WORD)].filter((word) => !isInQuotes(text, word.index));
  const found: Requisites['basis'][number][] = [];
  let issuer: string | null = null;
  let lastWord = -1;
  let unused = 0;
  for (const date of dates) {
    if (isInQuotes(text, date.from)) continue;
    while ((numbers[unused]?.to ?? Infinity) < date.from - MAX_GAP) unused += 1;
    const number = numbers
      .slice(unused, unused + 3)
      .find(({ from, to }) => from - date.to < MAX_GAP && date.from - to < MAX_GAP);
    const from = Math.min(date.from, number?.from ?? date.from);
    const to = Math.max(date.to, number?.to ?? date.to);
    const word = words.findLast(({ index }) => index < from && from - index < 500);
    if (word === undefined) continue;
    if (word.index !== lastWord) issuer = issuerBetween(text.slice(word.index + word[0].length, from), word[1] ?? '');
    lastWord = word.index;
    if (number !== undefined) unused = numbers.indexOf(number) + 1;
    const quote = quotedAfter(text, to);
    const end = quote?.to ?? to;
    found.push({
      number: number?.value ?? null,
      date: date.value,
      issuer,
      title: quote?.title ?? null,
      spans: spansOf(slicePassage(passage, word.index < from && from - word.index < 300 ? word.index : from, end)),
    });
  }
  return found;
}

function issuerBetween(between: string, word: string): string | null {
  const name = between
    .replace(/^[\s,:]+/u, '')
    .replace(/[\s,(«"]*(?:от)?[\s«",]*$/u, '')
    .trim();
  if (name.length < 3 || name.length > 300) return null;
  const body = nominativeBody(name);
  return /^письм/iu.test(word) ? `${body} (письмо)` : body;
}

/** Whether a place stands inside «…»: a date in the title of another document. */
function isInQuotes(text: string, at: number): boolean {
  let depth = 0;
  for (let index = Math.max(0, at - 400); index < at; index += 1) {
    const letter = text.charAt(index);
    if (letter === '«') depth += 1;
    if (letter === '»') depth = Math.max(0, depth - 1);
  }
  // A quoted day («15» марта) and the name of a body are closed before the date.
  return depth > 0 && text.charAt(at) !== '«' && text.charAt(at - 1) !== '«';
}

/** The title in quotes right after the number; quotes inside it are balanced. */
export function quotedAfter(text: string, from: number): { title: string; to: number } | null {
  const opening = /^[\s,г.]{0,6}[«"]/u.exec(text.slice(from, from + 10));
  if (opening === null) return null;
  const start = from + opening[0].length;
  let depth = 1;
  for (let index = start; index < Math.min(text.length, start + 700); index += 1) {
    const letter = text.charAt(index);
    if (letter === '«') depth += 1;
    if (letter === '»' || (letter === '"' && depth === 1)) depth -= 1;
    if (depth === 0) return { title: text.slice(start, index), to: index + 1 };
  }
  return null;
}
