import { slicePassage, trimPassage } from '#domain/language/passage.ts';
import type { Passage } from '#domain/language/passage.ts';
import type { ReadingLine } from '#domain/orders/prose/reading-lines.ts';
import { joinLines } from '#domain/orders/prose/reading-lines.ts';

/** «1.», «2)», «а)», «–», «•»; a scan gives «Г)» for «1)». */
const MARKER =
  /^(?:\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]{1,2}\s{0,3}(?=[\p{L}«"(])|\p{L}\)\s{0,3}(?=\p{L})|[-–—−•●▪◦*·►✓✔§]{1,2}\s{0,3}(?=[\p{L}\d«"(])|[o]\s(?=\p{L}))/u;
const NUMBERED = /^(?:\(?\d|\p{L}\))/u;

/** Lines with which another part of a programme begins. */
const OTHER_PART =
  /^(?:\d{1,2}[.)]\s?)?(?:Цел[ьи](?!\p{Ll})|Цель[юя]\s|ЦЕЛ[ЬИ]|Задач[иа](?!\p{Ll})|ЗАДАЧИ|Сроки|Этапы|Срок\s|Ожидаем\p{L}{2,3}\s|Планируем\p{L}{2,3}\s|Важнейши\p{L}\s|Целев\p{L}{2}\s|Механизм|Основные\s(?:направления|принципы|мероприятия)|Приложение|ПРИЛОЖЕНИЕ|Раздел\s|РАЗДЕЛ|Принцип|Участники|Исполнители|Показатели|Индикаторы|Риски|Ресурс|Нормативн|Объ[её]м|[IVX]{1,4}\.\s|Дорожная карта|ДОРОЖНАЯ|План\sмероприят|ПЛАН|№\s|Муниципальная дорожная|Утвержд|УТВЕРЖД|Список|СПИСОК|Состав|СОСТАВ|Сокращения|Используем\p{L}{2}\sсокр)/u;

/** «Ответственные лица:», «Мероприятия»: a short line that only announces what comes. */
const HEADING = /^(?:\p{Lu}[\p{L}\s-]{3,60}:|Мероприятия(?:\s(?:плана|программы|дорожной\sкарты))?)$/u;

export const startsOtherPart = (text: string): boolean => OTHER_PART.test(text);

export const hasMarker = (line: ReadingLine): boolean => line.label !== null || MARKER.test(line.text);

/** An item of a list: its text without the mark, and the index of the line behind its last. */
type ListedItems = { readonly items: readonly Passage[]; readonly to: number };

/**
 * The items of the list that begins at line `from` (its first line may be cut out of a longer one and given as `first`).
 * Marked lists end with an unmarked paragraph; in lists without marks each paragraph that ends with «;» has a next one.
 */
export function listedItems(
  lines: readonly ReadingLine[],
  from: number,
  first: ReadingLine | null = null,
): ListedItems {
  const groups: ReadingLine[][] = [];
  let marked = false;
  let to = from;
  for (let index = first === null ? from : from - 1; index < lines.length && index - from < MAX_LINES; index += 1) {
    const line = index < from ? first : lines[index];
    if (line === null || line === undefined) break;
    const last = groups.at(-1);
    if (index >= from && startsOtherPart(line.text) && (line.opens || /[.;:]$/u.test(last?.at(-1)?.text ?? '.'))) break;
    const isMarked = hasMarker(line);
    if (last === undefined) {
      marked = isMarked;
      groups.push([line]);
    } else if (isMarked && marked && !isSublist(groups[0]?.[0], line)) {
      groups.push([line]);
    } else if (isMarked && !marked && groups.length === 1) {
      break;
    } else if (!nextUnmarked(marked, last.at(-1), line) && goesOn(last.at(-1), line)) {
      last.push(line);
    } else if (nextUnmarked(marked, last.at(-1), line)) {
      groups.push([line]);
    } else break;
    to = Math.max(to, index + 1);
  }
  return { items: groups.map((group) => itemText(group)).filter(({ text }) => /\p{L}{2}/u.test(text)), to };
}

const nextUnmarked = (marked: boolean, before: ReadingLine | undefined, line: ReadingLine): boolean =>
  !marked && line.opens && /;$/u.test(before?.text ?? '');

const MAX_LINES = 200;

/** Dashes under a numbered item belong to it. */
const isSublist = (first: ReadingLine | undefined, line: ReadingLine): boolean =>
  first !== undefined &&
  first.label === null &&
  line.label === null &&
  NUMBERED.test(first.text) &&
  !NUMBERED.test(line.text);

function goesOn(before: ReadingLine | undefined, line: ReadingLine): boolean {
  if (before === undefined) return false;
  if (!line.opens || hasMarker(line)) return true;
  if (HEADING.test(line.text)) return false;
  // A line that ends within a sentence and goes on in the next paragraph was wrapped: it is long.
  return /^\p{Ll}/u.test(line.text) || (!/[.;:!?]$/u.test(before.text) && before.text.length > 40);
}

function itemText(group: readonly ReadingLine[]): Passage {
  const whole = joinLines(group);
  const mark = MARKER.exec(whole.text)?.[0].length ?? 0;
  const end = whole.text.replace(/[\s;,]+$/u, '').length;
  return trimPassage(slicePassage(whole, mark, Math.max(mark, end)));
}

/** The sentence or paragraph that begins at `first` and goes on in the lines from `from`. */
export function sentenceFrom(
  lines: readonly ReadingLine[],
  from: number,
  first: ReadingLine,
): { text: Passage; to: number } {
  const group = [first];
  let to = from;
  while (to < lines.length && to - from < 40) {
    const line = lines[to];
    const before = group.at(-1);
    if (line === undefined || before === undefined || startsOtherPart(line.text) || hasMarker(line)) break;
    if (line.opens && HEADING.test(line.text)) break;
    const ended = /[.!?;:]$/u.test(before.text);
    if (ended && (line.opens || /^\p{Lu}/u.test(line.text))) break;
    if (line.opens && !ended && /^\p{Lu}/u.test(line.text) && before.text.length < 25) break;
    group.push(line);
    to += 1;
  }
  const whole = joinLines(group);
  return { text: trimPassage(slicePassage(whole, 0, whole.text.replace(/[\s;:]+$/u, '').length)), to };
}

/** Part of a line as a line of its own. */
export function restOfLine(line: ReadingLine, from: number): ReadingLine {
  const passage = trimPassage(slicePassage(line.passage, from));
  return { ...line, text: passage.text, passage, label: null };
}
