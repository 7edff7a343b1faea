import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';

/** «II.», «III», also as a recognizer of scans misreads them. */
const ROMAN = /^(?:[IVXІХ]{1,4}|П|Ш|ІV|ТУ|У|Т|УТ|УП|УШ|УІ)[.)]?$/u;
/** A roman number glued to the title: «II.Кадры». */
const GLUED_ROMAN = /^(?:[IVXІХ]{1,4}|П|Ш|ТУ|У|Т|УТ|УП|УШ)[.)]\p{Lu}/u;
const NAMED = /^(?:раздел|направление|блок|модуль|глава|задача|этап|часть)$/iu;

/** What is known where a section may stand: the number of the row before (null: none), and how the table tells its rows. */
export type SectionPlace = { readonly lastRow: readonly number[] | null; readonly style: SectionStyle };

/** Whether rows are numbered, and whether sections are: then those without a number are unlikely. */
export type SectionStyle = {
  readonly numberedRows: boolean;
  readonly numberedSections: boolean;
  /** The table begins with a title over all columns that has no number. */
  readonly opensUnnumbered: boolean;
  /** More than one line is printed in capital letters throughout. */
  readonly capitals: boolean;
};

export function sectionStyle(words: readonly FlowWord[], numberedRows: boolean): SectionStyle {
  const roman = words.filter(
    (word, index) =>
      (word.before !== Break.space || index === 0) &&
      /^(?:[IVXІХ]{1,4}[.)]?$|[IVXІХ]{1,4}[.)]\p{Lu})/u.test(word.text) &&
      words[index + 1]?.before === Break.space,
  );
  return {
    numberedRows,
    numberedSections: roman.length > 1,
    opensUnnumbered: numberedRows && opensUnnumbered(words),
    capitals: capitalLines(words) > 1,
  };
}

/** Words in capital letters throughout, one of them long: no abbreviation. */
function isCapitals(words: readonly FlowWord[], from: number, to: number): boolean {
  let long = false;
  for (let index = from; index < to; index += 1) {
    const text = words[index]?.text ?? '';
    if (/\p{Ll}/u.test(text)) return false;
    if (/^[«"(]*\p{Lu}{7,}/u.test(text)) long = true;
  }
  return long;
}

function capitalLines(words: readonly FlowWord[]): number {
  let count = 0;
  let from = 0;
  for (let to = 1; to <= words.length; to += 1) {
    if (to < words.length && words[to]?.before === Break.space) continue;
    if (isCapitals(words, from, to)) count += 1;
    from = to;
  }
  return count;
}

const LONGEST_OPENING = 24;

/** Words in capital letters or with a capital first stand before the number of the first row. */
function opensUnnumbered(words: readonly FlowWord[]): boolean {
  const first = words[0];
  if (first === undefined || first.traits.number !== null || !first.traits.startsCapital) return false;
  for (let index = 1; index < Math.min(words.length, LONGEST_OPENING); index += 1) {
    const word = words[index];
    if (word?.traits.number === null || word?.before === Break.space) continue;
    return word?.traits.number?.every((part) => part === 1) === true;
  }
  return false;
}

/** Cost of words `from`…`to` (excluded; whole lines) as the title of a section over all columns. */
export function sectionCost(words: readonly FlowWord[], from: number, to: number, place: SectionPlace): number {
  const first = words[from];
  if (first === undefined) return Infinity;
  let cost = sectionStart(words, from, to, place);
  for (let index = from + 1; index < to; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    cost += word.traits.family === 'time' ? 2.5 : 0.25;
    // Beginnings of several cells, not one title.
    if (index > from + 1 && word.traits.startsCapital && word.traits.family !== 'executor') cost += 0.8;
    if (word.before === Break.line) cost += 0.5;
    // A title that goes on in small letters goes on behind an empty line too.
    if (word.before === Break.blank) cost += /^\p{Ll}/u.test(word.text) ? 0.3 : 2;
    if (word.before === Break.page) cost += 3;
  }
  const last = words[to - 1];
  if (last?.traits.unfinished === true && to - from > 1) cost += 3;
  return cost;
}

function sectionStart(words: readonly FlowWord[], from: number, to: number, place: SectionPlace): number {
  const [first, second] = [words[from], words[from + 1]];
  if (first === undefined) return Infinity;
  const length = to - from;
  if (place.style.capitals && isCapitals(words, from, to)) return -4;
  if (length < 2 && !GLUED_ROMAN.test(first.text)) return 9;
  // A scan's «п.» for «II.» on a line of its own.
  if (/^(?:п|ш|пт|шт)\.$/u.test(first.text) && second?.traits.startsCapital === true) return -2;
  if (ROMAN.test(first.text)) return /^[ТУПШ]/u.test(first.text) && !/[.)]$/u.test(first.text) ? 1 : -5;
  if (GLUED_ROMAN.test(first.text)) return -4;
  if (NAMED.test(first.text) && first.traits.startsCapital)
    return /^(?:№|\d+[.:]?|[IVX]+[.:]?|[«"])/u.test(second?.text ?? '') ? -4 : 3;
  if (/^\p{Lu}{3,}/u.test(first.text) && /^[\p{Lu}\p{P}]{2,}$/u.test(second?.text ?? '')) return 1.5;
  const number = first.traits.number;
  if (number?.length === 1 && second?.traits.startsCapital === true)
    return place.style.numberedRows
      ? arabicSection(number[0] ?? 0, words[to]?.traits.number ?? null, place.lastRow)
      : UNNUMBERED_ROWS_ARABIC;
  if (!first.traits.startsCapital) return 14;
  // A name in quotation marks goes on from the line above.
  if (/^[«(]/u.test(first.text) && place.lastRow !== null) return 9;
  return place.style.numberedSections ? 9 : unnumberedSection(words, to, place);
}

/** «3. Кадры» before «3.1», or before «1» where rows are counted anew; otherwise it looks like a row. */
function arabicSection(number: number, next: readonly number[] | null, lastRow: readonly number[] | null): number {
  if (next !== null && next.length > 1 && next[0] === number) return -5;
  if (lastRow?.length === 1 && number === (lastRow[0] ?? 0) + 1) return 12;
  return next?.length === 1 && next[0] === 1 && number !== 1 ? 2 : 5;
}

/** A title without a number stands on lines of its own before the number or the capital letter of the next row. */
function unnumberedSection(words: readonly FlowWord[], to: number, { lastRow, style }: SectionPlace): number {
  const next = words[to];
  if (next === undefined) return 9;
  if (!style.numberedRows) return (next.traits.startsCapital ? 6 : 10) - (style.opensUnnumbered ? 7 : 0);
  const number = next.traits.number;
  if (number === null || next.before === Break.space) return 9;
  const follows =
    lastRow === null
      ? number.at(-1) === 1
      : number.at(-1) === 1 || (number.length === lastRow.length && number.at(-1) === (lastRow.at(-1) ?? 0) + 1);
  return 4 - (follows ? 1 : -1) - (style.opensUnnumbered && follows ? 3 : 0);
}

/** «2. Кадры» where rows have no numbers. */
const UNNUMBERED_ROWS_ARABIC = -2;
