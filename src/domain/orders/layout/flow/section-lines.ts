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

const SMALL = /\p{Ll}/u;
const LONG_CAPITALS = /^[«"(]*\p{Lu}{7,}/u;

/** Words in capital letters throughout, one of them long: no abbreviation. */
function isCapitals(words: readonly FlowWord[], from: number, to: number): boolean {
  let long = false;
  for (let index = from; index < to; index += 1) {
    const text = words[index]?.text ?? '';
    if (SMALL.test(text)) return false;
    if (LONG_CAPITALS.test(text)) long = true;
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
export type SectionCost = (from: number, to: number, place: SectionPlace) => number;

/** The costs of sections among these words; each asked for in constant time. */
export function sectionCosts(words: readonly FlowWord[]): SectionCost {
  const goesOn = new Float64Array(words.length + 1);
  const capitals = new Int32Array(words.length + 1);
  const small = new Int32Array(words.length + 1);
  const long = new Int32Array(words.length + 1);
  words.forEach((word, index) => {
    goesOn[index + 1] = (goesOn[index] ?? 0) + goingOn(word);
    // Beginnings of several cells, not one title.
    const begins = word.traits.startsCapital && word.traits.family !== 'executor';
    capitals[index + 1] = (capitals[index] ?? 0) + (begins ? 1 : 0);
    small[index + 1] = (small[index] ?? 0) + (SMALL.test(word.text) ? 1 : 0);
    long[index + 1] = (long[index] ?? 0) + (LONG_CAPITALS.test(word.text) ? 1 : 0);
  });
  const between = (sums: Float64Array | Int32Array, from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0);
  const openings: (Opening | undefined)[] = [];

  return (from, to, place) => {
    if (from >= words.length) return Infinity;
    const opening = (openings[from] ??= openingOf(words, from));
    const start =
      place.style.capitals && between(small, from, to) === 0 && between(long, from, to) > 0
        ? -4
        : to - from < 2 && !opening.glued
          ? 9
          : opening.cost === null
            ? unmarkedSection(words, opening, to, place)
            : opening.cost;
    const last = words[to - 1];
    return (
      start +
      between(goesOn, from + 1, to) +
      (to > from + 2 ? 0.8 * between(capitals, from + 2, to) : 0) +
      (last?.traits.unfinished === true && to - from > 1 ? 3 : 0)
    );
  };
}

/** What a word costs that goes on with the title of a section. */
function goingOn({ text, before, traits }: FlowWord): number {
  const cost = traits.family === 'time' ? 2.5 : 0.25;
  if (before === Break.line) return cost + 0.5;
  // A title that goes on in small letters goes on behind an empty line too.
  if (before === Break.blank) return cost + (/^\p{Ll}/u.test(text) ? 0.3 : 2);
  return before === Break.page ? cost + 3 : cost;
}

/** How a section would begin: what its first words cost where that needs no more to be known, and what else is asked of them. */
type Opening = {
  readonly glued: boolean;
  readonly cost: number | null;
  readonly number: number | null;
  readonly startsCapital: boolean;
  readonly quoted: boolean;
};

function openingOf(words: readonly FlowWord[], from: number): Opening {
  const [first, second] = [words[from], words[from + 1]];
  const text = first?.text ?? '';
  const startsCapital = first?.traits.startsCapital === true;
  const number = first?.traits.number;
  return {
    glued: GLUED_ROMAN.test(text),
    cost: markedCost(text, startsCapital, second),
    number: number?.length === 1 && second?.traits.startsCapital === true ? (number[0] ?? 0) : null,
    startsCapital,
    quoted: /^[«(]/u.test(text),
  };
}

function markedCost(text: string, startsCapital: boolean, second: FlowWord | undefined): number | null {
  // A scan's «п.» for «II.» on a line of its own.
  if (/^(?:п|ш|пт|шт)\.$/u.test(text) && second?.traits.startsCapital === true) return -2;
  if (ROMAN.test(text)) return /^[ТУПШ]/u.test(text) && !/[.)]$/u.test(text) ? 1 : -5;
  if (GLUED_ROMAN.test(text)) return -4;
  if (startsCapital && NAMED.test(text)) return /^(?:№|\d+[.:]?|[IVX]+[.:]?|[«"])/u.test(second?.text ?? '') ? -4 : 3;
  if (/^\p{Lu}{3,}/u.test(text) && /^[\p{Lu}\p{P}]{2,}$/u.test(second?.text ?? '')) return 1.5;
  return null;
}

function unmarkedSection(
  words: readonly FlowWord[],
  { number, startsCapital, quoted }: Opening,
  to: number,
  place: SectionPlace,
): number {
  if (number !== null)
    return place.style.numberedRows
      ? arabicSection(number, words[to]?.traits.number ?? null, place.lastRow)
      : UNNUMBERED_ROWS_ARABIC;
  if (!startsCapital) return 14;
  // A name in quotation marks goes on from the line above.
  if (quoted && place.lastRow !== null) return 9;
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
