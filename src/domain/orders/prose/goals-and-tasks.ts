import type { Passage } from '#domain/language/passage.ts';
import { slicePassage, trimPassage } from '#domain/language/passage.ts';
import {
  hasMarker,
  listedItems,
  restOfLine,
  sentenceFrom,
  startsOtherPart,
} from '#domain/orders/prose/listed-items.ts';
import type { Found } from '#domain/orders/prose/found.ts';
import type { ReadingLine } from '#domain/orders/prose/reading-lines.ts';
import { foundIn } from '#domain/orders/prose/found.ts';
import { joinLines } from '#domain/orders/prose/reading-lines.ts';

const GOAL =
  /^(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s{0,3})?(?:(?:основн|главн|стратегическ|общ)[а-яё]{2,3}\s)?цел[ьи](?![а-яё])(?!\s+и\s+задач)(?:\s[а-яё\d\s«»"()№-]{0,110}?)?\s{0,3}(?:[:：]|[-–—−](?![а-яё\d]*\s?л[её]т))\s{0,3}/iu;
const GOAL_HEADING = /^(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s{0,3})?цел[ьи](?:\s[а-яё\s«»"()-]{0,70})?[.:]?$/iu;
const GOAL_IS =
  /^(?:(?:основн|главн)[а-яё]{2,3}\s)?цел(?:ью|ями)\s.{0,250}?\s(?:является|являются|выступает|станет|стало)(?:\s+следующ[а-яё]{2,3})?\s{0,3}[:–—-]?\s{0,3}/iu;
const TASKS =
  /^(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s{0,3})?(?:(?:основн|главн|ключев)[а-яё]{2,3}\s)?задач[иа](?![а-яё])(?:\s[а-яё\d\s«»"()№-]{0,120}?)?\s{0,3}(?:[:：]|[-–—](?=\s)|[.]?$)\s{0,3}/iu;
const TASKS_SENTENCE =
  /(?:следующ[а-яё]{2,3}|поставленн[а-яё]{2,3}|ряда?)\s(?:основн[а-яё]{2,3}\s)?задач[а-яё]{0,3}(?:\s[а-яё]{1,30}){0,3}\s?:$|(?:решить|решение|решаются|поставлены)\s(?:[а-яё]{1,30}\s){0,3}задач[а-яё]{0,3}\s?:$/iu;
/** The purpose given in the reasons of an order. */
const PREAMBLE_PURPOSE = /(?<![а-яё])(?:в|с)\s+цел(?:ях|ью)\s+/giu;

/** Goals of the plan: those named as such; without them the purposes in the order's preamble. */
export function goalsIn(lines: readonly ReadingLine[], preamble: readonly ReadingLine[]): Found[] {
  const goals: Found[] = [];
  for (let index = 0; index < lines.length && goals.length < MAX_FOUND; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const read = goalAt(lines, index, line);
    for (const goal of read) if (!goals.some(({ value }) => value === goal.text)) goals.push(foundIn(goal));
  }
  return goals.length > 0 ? goals : purposesOf(preamble);
}

const MAX_FOUND = 60;

function goalAt(lines: readonly ReadingLine[], index: number, line: ReadingLine): readonly Passage[] {
  const start = line.text.slice(0, 300);
  const named = GOAL.exec(start);
  if (named !== null) return contentAfter(lines, index, line, named[0].length);
  if (GOAL_HEADING.test(start) && line.text.length < 90 && !startsOtherPart(lines[index + 1]?.text ?? 'План ')) {
    return contentAfter(lines, index, line, line.text.length);
  }
  if (!/^(?:[а-яё]{1,12}\s)?цел(?:ью|ями)\s/iu.test(start)) return [];
  const { text } = sentenceFrom(lines, index + 1, line);
  const is = GOAL_IS.exec(text.text.slice(0, 500));
  return is === null ? [] : [trimPassage(slicePassage(text, is[0].length))];
}

/** What stands after «Цель:»: a list, or a sentence on the same line or below. */
function contentAfter(
  lines: readonly ReadingLine[],
  index: number,
  line: ReadingLine,
  from: number,
): readonly Passage[] {
  const rest = restOfLine(line, from);
  const next = lines[index + 1];
  if (rest.text !== '')
    return hasMarker(rest) ? listedItems(lines, index + 1, rest).items : [sentenceFrom(lines, index + 1, rest).text];
  if (next === undefined || (startsOtherPart(next.text) && !hasMarker(next))) return [];
  return hasMarker(next) ? listedItems(lines, index + 1).items : [sentenceFrom(lines, index + 2, next).text];
}

function purposesOf(preamble: readonly ReadingLine[]): Found[] {
  const whole = joinLines(preamble);
  const text = whole.text.replace(
    /\s*(?:п\s?р\s?и\s?к\s?а\s?з\s?ы\s?в\s?а\s?ю|п\s?о\s?с\s?т\s?а\s?н\s?о\s?в\s?л\s?я\s?(?:ю|е\s?т)|обязываю)[:.\s]*$/iu,
    '',
  );
  const starts = [...text.matchAll(PREAMBLE_PURPOSE)];
  return starts.slice(0, 5).map((match) => {
    const from = match.index + match[0].length;
    const rest = text.slice(from);
    const end = rest.search(
      /,\s(?:на\sосновании|в\sсоответствии|во\sисполнение|руководствуясь|в\sрамках|согласно|в\s+целях|с\s+целью|учитывая)/iu,
    );
    const to = from + (end < 0 ? rest.length : end);
    return foundIn(
      trimPassage(slicePassage(whole, from, from + text.slice(from, to).replace(/[\s,.;]+$/u, '').length)),
    );
  });
}

/** Tasks of the plan: the list after «Задачи:». */
export function tasksIn(lines: readonly ReadingLine[]): Found[] {
  const tasks: Found[] = [];
  for (let index = 0; index < lines.length && tasks.length < MAX_FOUND; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const head =
      line.text.length < 400 ? (TASKS.exec(line.text) ?? headAtEnd(line.text)) : TASKS.exec(line.text.slice(0, 300));
    if (head === null) continue;
    const rest = restOfLine(line, head[0].length + head.index);
    const isHeading = !/[:–—-]\s{0,3}$/u.test(head[0]);
    const next = lines[index + 1];
    if (rest.text === '' && (next === undefined || (isHeading && !hasMarker(next)))) continue;
    const { items, to } = rest.text === '' ? listedItems(lines, index + 1) : listedItems(lines, index + 1, rest);
    tasks.push(...items.map((item) => foundIn(item)));
    index = Math.max(index, to - 1);
  }
  return tasks;
}

function headAtEnd(text: string): RegExpExecArray | null {
  return TASKS_SENTENCE.test(text.slice(-160)) ? /.*/su.exec(text) : null;
}

/** The lines of a programme's passport cell, read as the content of «Цель:» or «Задачи:». */
export function contentItems(lines: readonly ReadingLine[]): Found[] {
  const first = lines[0];
  if (first === undefined) return [];
  if (hasMarker(first) || lines.some((line) => /;$/u.test(line.text)))
    return listedItems(lines, 0).items.map((item) => foundIn(item));
  return [foundIn(joinLines(lines))];
}
