import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';

/** «II.», «III», also as a recognizer of scans misreads them. */
const ROMAN = /^(?:[IVXІХ]{1,4}|П|Ш|ІV|ТУ|У|Т|УТ|УП|УШ|УІ)[.)]?$/u;
/** A roman number glued to the title: «II.Кадры». */
const GLUED_ROMAN = /^(?:[IVXІХ]{1,4}|П|Ш|ТУ|У|Т|УТ|УП|УШ)[.)]\p{Lu}/u;
const NAMED = /^(?:раздел|направление|блок|модуль|глава|задача|этап|часть)$/iu;

/** Cost of words `from`…`to` (excluded; whole lines) as the title of a section over all columns. */
export function sectionCost(words: readonly FlowWord[], from: number, to: number): number {
  const first = words[from];
  const second = words[from + 1];
  if (first === undefined) return Infinity;
  let cost = sectionStart(first, second, to - from);
  for (let index = from + 1; index < to; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    cost += word.traits.family === 'time' ? 2.5 : 0.25;
    if (word.before === Break.line) cost += 0.5;
    if (word.before === Break.blank) cost += 2;
    if (word.before === Break.page) cost += 3;
  }
  const last = words[to - 1];
  if (last?.traits.unfinished === true && to - from > 1) cost += 4;
  return cost;
}

function sectionStart(first: FlowWord, second: FlowWord | undefined, length: number): number {
  if (length < 2 && !GLUED_ROMAN.test(first.text)) return 9;
  // A scan's «п.» for «II.» on a line of its own.
  if (/^(?:п|ш|пт|шт)\.$/u.test(first.text) && second?.traits.startsCapital === true) return -2;
  if (ROMAN.test(first.text)) return /^[ТУПШ]/u.test(first.text) && !/[.)]$/u.test(first.text) ? 1 : -5;
  if (GLUED_ROMAN.test(first.text)) return -4;
  if (NAMED.test(first.text) && first.traits.startsCapital)
    return /^(?:№|\d+[.:]?|[IVX]+[.:]?|[«"])/u.test(second?.text ?? '') ? -4 : 3;
  if (/^\p{Lu}{3,}/u.test(first.text) && /^[\p{Lu}\p{P}]{2,}$/u.test(second?.text ?? '')) return 1.5;
  if (first.traits.number?.length === 1 && second?.traits.startsCapital === true) return 4;
  return first.traits.startsCapital ? 8 : 14;
}
