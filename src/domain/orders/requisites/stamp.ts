import type { Passage } from '#domain/language/passage.ts';
import { slicePassage } from '#domain/language/passage.ts';
import type { Found } from '#domain/orders/prose/found.ts';
import type { ReadingLine } from '#domain/orders/prose/reading-lines.ts';
import { foundIn } from '#domain/orders/prose/found.ts';
import { joinLines } from '#domain/orders/prose/reading-lines.ts';
import { issuerOfStamp } from '#domain/orders/requisites/issuer.ts';
import { quotedAfter } from '#domain/orders/requisites/basis.ts';
import { datesIn, numberAndDateIn, numbersIn } from '#domain/orders/requisites/number-and-date.ts';
import { isStampLine } from '#domain/orders/requisites/order-head.ts';
import { personsIn, printedName } from '#domain/orders/prose/names.ts';
import type { FoundDate } from '#domain/orders/requisites/requisites.ts';

/** What a stamp on an annex says of the order that put the plan into force. */
export type Stamp = {
  readonly number: Found | null;
  readonly date: FoundDate | null;
  readonly issuer: Found | null;
  /** The order's title in quotes behind its number («Об …»). */
  readonly title: Found | null;
  /** Who approved the plan with a stamp «УТВЕРЖДАЮ». */
  readonly signatory: Found | null;
  /** Position and body of who approved, as printed. */
  readonly position: string | null;
  /** Lines of the stamp. */
  readonly from: number;
  readonly to: number;
};

const ORDER_WORD = /(?<![а-яё])(?:приказ|распоряжени|постановлени|решени)[а-яё]{0,3}(?![а-яё])/giu;
const PLAN_WORD =
  /^[«"]?(?:П\s?Л\s?А\s?Н(?!\p{L})|План\s|ДОРОЖНАЯ|Дорожная|ПРОГРАММА|Программа|МУНИЦИПАЛЬН|Муниципальн\p{L}{2}\s(?:дорож|прогр|план)|КОМПЛЕКС|Комплекс|«ДОРОЖНАЯ|«Дорожная)/u;
const MAX_STAMP = 9;

/** The stamps of annexes in reading order, each with what it says. */
export function stampsOf(lines: readonly ReadingLine[]): Stamp[] {
  const stamps: Stamp[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    if (!isStampLine(lines[from]?.text ?? '') && !isOpeningReference(lines, from)) continue;
    let to = from + 1;
    while (to < lines.length && to - from < MAX_STAMP && staysInStamp(lines, to)) to += 1;
    stamps.push(readStamp(lines.slice(from, to), from, to));
    from = to - 1;
  }
  return stamps;
}

/** The file begins in the middle of a stamp («к приказу … от … № …»), or names its order in a line. */
function isOpeningReference(lines: readonly ReadingLine[], line: number): boolean {
  const text = lines[line]?.text ?? '';
  if (line >= 8 || text.length > 260) return false;
  if (/^к\s+(?:приказу|распоряжению|постановлению)/iu.test(text)) return true;
  if (!/^(?:Приказ|Распоряжение|Постановление)\s\p{L}/u.test(text)) return false;
  const both = `${text} ${(lines[line + 1]?.text ?? '').slice(0, 100)}`;
  return numbersIn(both).length > 0 && datesIn(both).length > 0;
}

function staysInStamp(lines: readonly ReadingLine[], next: number): boolean {
  const text = lines[next]?.text ?? '';
  return text.length < 220 && !PLAN_WORD.test(text) && !/^(?:Цель|Задачи|\d{1,2}[.)]\s|О\s|Об\s)/u.test(text);
}

function readStamp(lines: readonly ReadingLine[], from: number, to: number): Stamp {
  const whole = joinLines(lines);
  const last = [...whole.text.matchAll(ORDER_WORD)].at(-1);
  const orderWords = [...whole.text.matchAll(ORDER_WORD)];
  const named =
    orderWords.find((word) => numberAndDateIn(whole.text.slice(word.index, word.index + 260)).number !== null) ?? last;
  const approval = approvalStamp(whole);
  if (named === undefined) return { ...approval, from, to };
  const { signatory, position } = /утверждаю/iu.test(whole.text) ? approval : { signatory: null, position: null };
  const order = orderStamp(whole, named.index + named[0].length);
  return { ...order, issuer: order.issuer ?? schoolOf(whole), signatory, position, from, to };
}

function orderStamp(whole: Passage, after: number): Pick<Stamp, 'number' | 'date' | 'issuer' | 'title'> {
  const rest = slicePassage(whole, after, after + 300);
  const { number, date } = numberAndDateIn(rest.text);
  const end = Math.min(number?.from ?? rest.text.length, date?.from ?? rest.text.length);
  return {
    number: number === null ? null : foundIn(slicePassage(rest, number.from, number.to), number.value),
    date: date === null ? null : { value: date.value, spans: foundIn(slicePassage(rest, date.from, date.to)).spans },
    issuer: issuerOfStamp(slicePassage(rest, 0, end)),
    title: titleBehind(slicePassage(whole, after), Math.max(number?.to ?? 0, date?.to ?? 0)),
  };
}

const HEAD_OF_SCHOOL =
  /(?:директор|заведующ\p{L}{2})\s+((?:М[БКА]?Д?ОУ|Г[БКА]?ОУ|КГБОУ|ОГ[БК]ОУ|ЧОУ)\s[^_/\d]{0,60}[«"][^»"]{3,100}[»"])/iu;

/** «Утверждаю / Директор МБОУ «…»» above the number of an order that names no body. */
function schoolOf(whole: Passage): Found | null {
  const name = HEAD_OF_SCHOOL.exec(whole.text)?.[1];
  return name === undefined
    ? null
    : foundIn(slicePassage(whole, whole.text.indexOf(name), whole.text.indexOf(name) + name.length));
}

function titleBehind(passage: Passage, from: number): Found | null {
  const quoted = from === 0 ? null : quotedAfter(passage.text, from);
  if (quoted === null || !/^(?:О|Об|Обо)\s/u.test(quoted.title)) return null;
  return foundIn(slicePassage(passage, quoted.to - 1 - quoted.title.length, quoted.to - 1), quoted.title);
}

/** «УТВЕРЖДАЮ Директор школы ______ А.А. Петрова «30» августа 2024 г.» */
function approvalStamp(whole: Passage): Omit<Stamp, 'from' | 'to'> {
  const nothing = { number: null, date: null, issuer: null, title: null, signatory: null, position: null };
  const approval = /утвержд(?:аю|ено|[её]н|ена|ены)(?![а-яё])/iu.exec(whole.text);
  if (approval === null) return nothing;
  const rest = slicePassage(whole, approval.index + approval[0].length, approval.index + 300);
  // «СОГЛАСОВАНО      УТВЕРЖДАЮ» read across: the right column comes last.
  const isRight = /согласовано|рассмотрено|принято/iu.test(whole.text.slice(0, approval.index));
  const nth = isRight ? -1 : 0;
  const person = personsIn(rest.text).at(nth) ?? null;
  const date = datesIn(rest.text).at(nth) ?? null;
  const before = rest.text.slice(0, Math.min(person?.from ?? rest.text.length, date?.from ?? rest.text.length));
  const position = (isRight ? lastPosition(before) : before)
    .replace(/[_/:]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return {
    ...nothing,
    date: date === null ? null : { value: date.value, spans: foundIn(slicePassage(rest, date.from, date.to)).spans },
    signatory:
      person === null
        ? null
        : foundIn(slicePassage(rest, person.from, person.to), printedName(rest.text.slice(person.from, person.to))),
    position: position === '' ? null : position,
  };
}

/** Of positions read across, the last one: up to the name of whoever stands left of it. */
function lastPosition(text: string): string {
  const start = Math.max(
    ...['Директор', 'Начальник', 'Руководитель', 'Глава', 'Заведующ', 'Министр', 'Председатель'].map((word) =>
      text.lastIndexOf(word),
    ),
  );
  const position = start < 0 ? '' : text.slice(start);
  return position.slice(0, personsIn(position)[0]?.from ?? position.length);
}
