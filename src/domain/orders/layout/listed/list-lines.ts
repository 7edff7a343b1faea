import { JOINT, slicePassage, trimPassage } from '#domain/language/passage.ts';
import type { Passage } from '#domain/language/passage.ts';
import type { FieldLabel } from '#domain/orders/layout/listed/field-labels.ts';
import { labelsIn } from '#domain/orders/layout/listed/field-labels.ts';
import type { ReadingLine } from '#domain/orders/prose/reading-lines.ts';
import type { SourceDocument } from '#domain/orders/source-document.ts';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';

/** A line of a list: the mark it begins with, the words behind the mark, and the labels in these. */
export type ListLine = {
  readonly source: ReadingLine;
  /** How the line is counted («1.» and «2.» alike, «1.1.» and «–» otherwise); null without a mark. */
  readonly style: string | null;
  readonly number: Passage | null;
  readonly words: Passage;
  readonly labels: readonly FieldLabel[];
  /** The format, or a word such as «Раздел», says that the line is a heading. */
  readonly isHeading: boolean;
};

const COUNTED =
  /^(?:(?:мероприятие|мера|пункт|шаг|п\.|№)\s?№?\s?)?((?!(?:0|20\d\d(?!\p{N})))\d{1,3}(?:\.\d{1,3}){0,3}|[IVXІХ]{1,5})(?:\s?([.):])\s{0,4}(?=[^\s\d]|\d{1,2}\s\p{L})|\s+[–—-]\s+|(?<=\.\d{1,3})\s+(?=\p{Lu}|[«"])|(?<=№\s?\d{1,3})\s+(?=\p{Lu}))/iu;
/** «Мероприятие № 1» on a line of its own: the title stands in the next one. */
const NUMBER_ALONE = /^(?:мероприятие|мера|пункт|шаг)\s?№?\s?(\d{1,3})[.:]?$/iu;
const BULLET = /^[-–—−•●▪◦*·►✓✔]{1,2}\s{0,3}(?=\S)/u;
const HEADING = /^(?:раздел|направление|блок|модуль|этап|глава|часть|задача)\s+(?:№\s?)?[\dIVXІХА-Я](?![\p{L}])/iu;
const ROMAN = /^[IVXІХ]+$/u;

/** «Раздел 2», «Этап I» at the beginning of a line. */
export const namesSection = (text: string): boolean => HEADING.test(text.slice(0, 60));

/** Reads the mark and the labels of a line. */
export function listLine(source: ReadingLine, document: SourceDocument, judge: CellJudge): ListLine {
  const block = document.blocks[source.block];
  const isHeading = (block?.kind === 'paragraph' && block.heading !== undefined) || namesSection(source.text);
  const { style, number, words } = markOf(source);
  return { source, style, number, words, labels: labelsIn(words.text, judge), isHeading };
}

type Mark = Pick<ListLine, 'style' | 'number' | 'words'>;

function markOf(source: ReadingLine): Mark {
  const { passage, label } = source;
  if (label !== null) {
    const number = label.trim().replace(/[.)]+$/u, '');
    if (!/[\p{L}\p{N}]/u.test(number)) return { style: 'bullet', number: null, words: passage };
    return { style: styleOf(number, /\)$/u.test(label.trim()) ? ')' : '.'), number: printed(number), words: passage };
  }
  const counted = COUNTED.exec(passage.text.slice(0, 80));
  const number = counted?.[1];
  if (counted !== null && number !== undefined) {
    const from = counted[0].indexOf(number);
    return {
      style: styleOf(number, counted[2] === ')' ? ')' : '.'),
      number: slicePassage(passage, from, from + number.length),
      words: slicePassage(passage, counted[0].length),
    };
  }
  const alone = NUMBER_ALONE.exec(passage.text.slice(0, 80))?.[1];
  if (alone !== undefined) {
    const from = passage.text.lastIndexOf(alone);
    const number = slicePassage(passage, from, from + alone.length);
    return { style: '1.', number, words: slicePassage(passage, passage.text.length) };
  }
  const bullet = BULLET.exec(passage.text)?.[0];
  if (bullet === undefined) return { style: null, number: null, words: passage };
  return { style: 'bullet', number: null, words: slicePassage(passage, bullet.length) };
}

function styleOf(number: string, closer: string): string {
  if (ROMAN.test(number)) return `roman${closer}`;
  const depth = number.split('.').length;
  return depth > 1 ? `depth ${depth}` : `${depth}${/\p{L}/u.test(number) ? 'letter' : ''}${closer}`;
}

/** Words that stand nowhere in the source: automatic numbers, titles of columns without a label. */
export function printed(text: string): Passage {
  return { text, at: new Array<number>(text.length).fill(JOINT) };
}

/** A value without the marks that divide it from the next one, and without a bracket that was opened before it. */
export function trimValue(value: Passage): Passage {
  let whole = trimPassage(value);
  for (;;) {
    const { text } = whole;
    const isOpen = /\)[.;,]?$/u.test(text) && text.split(')').length > text.split('(').length;
    const cut = isOpen ? text.lastIndexOf(')') : /[;,(]$|\s[–—-]$/u.test(text) ? text.length - 1 : text.length;
    if (cut === text.length) return whole;
    whole = trimPassage(slicePassage(whole, 0, cut));
  }
}
