import { type Passage, passageAt } from '#domain/language/passage.ts';
import type { Extent } from '#domain/orders/layout/spaced-borders.ts';
import { extentsOf } from '#domain/orders/layout/spaced-titles.ts';
import { isPageNumber, isRowNumber, type TextLine } from '#domain/orders/layout/text-blocks.ts';

/** Words that stand in heads of plans' tables, by their beginnings. */
const HEAD_WORD =
  /^(?:№|n$|п\.?\/?п\.?$|мероприят|наименован|назван|содержан|деятельност|действи|вид|виды|форм|направлен|задач|шаг|этап|срок|период|дата|даты|врем|месяц|реализац|исполнен|исполнител|проведен|выполнен|ответствен|организатор|координатор|лиц|лица|результат|ожидаем|планируем|показател|индикатор|продукт|документ|итог|отметк|примечан|информационн(?:ое|ая|ый)|сопровожден|сопровождения|обеспечен|место|участник|категори|охват|аудитор|источник|финансирован|работ|единиц|измерен|значен|целев|подтвержда|поддержк|освещен|размещен|публикац|(?:и|за|о|об|по|на|для|с)$)/iu;
const STRONG_HEAD_WORD =
  /^(?:№|п\/п|мероприят|наименован|содержан|срок|период|дата|ответствен|исполнител|результат|показател|индикатор|сопровожден|отметк|примечан|форма|участник|место)/iu;

/** The pieces of a line between gaps of two characters or more. */
export const segmentsOf = (text: string): string[] =>
  text
    .trim()
    .split(/\s{2,}/u)
    .filter(Boolean);

const wordsIn = (text: string): string[] => text.match(/[\p{L}№][\p{L}/.-]*/gu) ?? [];

/** Two pieces that begin with words of a table's head: «№ п/п   Мероприятие    Сроки». */
function isHeadLine(line: TextLine): boolean {
  const segments = segmentsOf(line.text);
  if (segments.length < 2 || line.text.length > 400) return false;
  const roles = segments.filter((segment) =>
    wordsIn(segment)
      .slice(0, 3)
      .some((word) => STRONG_HEAD_WORD.test(word)),
  );
  return roles.length >= 2 && segments.every((segment) => segment.length <= 60) && isMostlyHead(line.text);
}

function isMostlyHead(text: string): boolean {
  const words = wordsIn(text);
  return (
    words.length > 0 && words.filter((word) => HEAD_WORD.test(word)).length * 2 > words.length && !/\d/u.test(text)
  );
}

/** Lines `first` … `end` of a table's head, which may take several lines; undefined when there is none from `from` on. */
export function findHead(
  lines: readonly TextLine[],
  from: number,
  to: number,
): { readonly first: number; readonly end: number } | undefined {
  for (let index = from; index < to; index += 1) {
    const line = lines[index];
    if (line === undefined || !isHeadLine(line)) continue;
    let first = index;
    while (first > from && isHeadAbove(lines[first - 1])) first -= 1;
    let end = index + 1;
    while (end < to && end - index < 6 && isHeadBelow(lines[end])) end += 1;
    return { first, end };
  }
  return undefined;
}

/** A line above the head's widest one: only words of heads, no title that runs over the page. */
function isHeadAbove(line: TextLine | undefined): boolean {
  if (line === undefined || line.text.trim() === '') return false;
  const segments = segmentsOf(line.text);
  return isMostlyHead(line.text) && segments.every((segment) => segment.length <= 30) && /^\s{3}|^№/u.test(line.text);
}

/** Titles go on below in words of heads, or all in lower case, as no row begins. */
function isHeadBelow(line: TextLine | undefined): boolean {
  if (line === undefined || line.text.trim() === '') return false;
  const segments = segmentsOf(line.text);
  if (segments.every((segment) => /^\p{Ll}/u.test(segment) && segment.length <= 30)) return true;
  return isMostlyHead(line.text) && !isRowNumber(segments[0] ?? '');
}

/** «1   2   3   4»: columns numbered below the head. */
export function isNumberingRow(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length >= 3 && filled.every((text, index) => text.replace(/\.$/u, '') === String(index + 1));
}

/** A line that begins with a row's number and a gap, or holds nothing else. */
export const beginsWithNumber = (line: TextLine): boolean =>
  /^\s{0,12}(?:\d{1,4}(?:\.\d{1,3}){0,4}|[IVX]{1,5})[.)]?(?:\s{2,}\S|\s*$)/u.test(line.text) ||
  /^\s{0,12}\d{1,4}(?:\.\d{1,3}){0,4}[.)]?\s\S.*\s{2,}\S/u.test(line.text);

/** A page's number alone in the first or last line of a page, away from the left edge. */
export const isPageNumberLine = (line: TextLine): boolean =>
  isPageNumber(line.text) && /^\s{15}|^\s*[-–—стСТ]/u.test(line.text);

/** Where the titles of the columns stand: pieces of the head's lines that overlap are one title. */
export function titlesOf(head: readonly TextLine[]): Extent[] {
  const titles: { from: number; to: number }[] = [];
  for (const piece of head.flatMap((line) => extentsOf(line.text)).sort((a, b) => a.from - b.from)) {
    const last = titles.at(-1);
    if (last !== undefined && piece.from <= last.to + 1) last.to = Math.max(last.to, piece.to);
    else titles.push({ ...piece });
  }
  return titles;
}

/** The pieces of a head's line under the titles they belong to, '' where a title has none in this line. */
export const cutAtTitles = (line: TextLine, titles: readonly Extent[]): Passage[] =>
  titles.map((title) => {
    const pieces = extentsOf(line.text).filter((piece) => piece.from >= title.from && piece.to <= title.to);
    const from = pieces[0]?.from ?? 0;
    return passageAt(line.text.slice(from, (pieces.at(-1)?.to ?? -1) + 1), line.from + from);
  });

/** How many of the lines from `first` on repeat the words of a head, in any order of lines; 0 when they do not. */
export function repeatedHead(lines: readonly TextLine[], first: number, head: readonly TextLine[]): number {
  const wanted = bagOf(head);
  for (let count = 1; count <= head.length + 2; count += 1) {
    if (bagOf(lines.slice(first, first + count)) === wanted) return count;
  }
  return 0;
}

const bagOf = (lines: readonly TextLine[]): string =>
  lines
    .flatMap((line) => wordsIn(line.text.toLowerCase()))
    .sort()
    .join(' ');
