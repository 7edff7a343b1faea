import type { Passage } from '#domain/language/passage.ts';
import { JOINT } from '#domain/language/passage.ts';
import { wordTraits } from '#domain/orders/layout/flow/words/word-traits.ts';
import type { WordTraits } from '#domain/orders/layout/flow/words/word-traits.ts';

/** A physical line of the source with what stood before it. */
export type FlowLine = {
  readonly passage: Passage;
  /** Empty lines between this line and the one before. */
  readonly blanksBefore: number;
  /** A page may end before this line. */
  readonly pageBefore: boolean;
};

/** What parts a word from the word before it. */
export const Break = { space: 0, line: 1, blank: 2, page: 3 } as const;
export type Break = (typeof Break)[keyof typeof Break];

/** A word of a physical line (anything between white space), the unit of which cells are put together. */
export type FlowWord = {
  readonly text: string;
  readonly line: number;
  /** Columns of the line that the word covers, `to` excluded. */
  readonly from: number;
  readonly to: number;
  readonly before: Break;
  /** More than one space (or any at the start of a line) stands before the word: an empty cell leaves that behind. */
  readonly wideBefore: boolean;
  /** The line before ends with a space. Some programs leave one only where a paragraph was wrapped. */
  readonly wrappedBefore: boolean;
  readonly traits: WordTraits;
};

/** A number of a row glued to the word behind it: «1.Проведение». */
const GLUED_NUMBER = /^(\d{1,3}(?:\.\d{1,3})*[.)])(?=[\p{L}«"(])/u;

/** Cuts lines into words. `organizations` and `abbreviations` are folded forms that name executors. */
export function flowWords(lines: readonly FlowLine[], executors: ReadonlySet<string>): FlowWord[] {
  const words: FlowWord[] = [];
  lines.forEach((line, index) => {
    let first = true;
    for (const match of line.passage.text.matchAll(/[^\s\u00a0\u200b\ufeff]+/gu)) {
      const before: Break = !first
        ? Break.space
        : line.pageBefore
          ? Break.page
          : line.blanksBefore > 0
            ? Break.blank
            : Break.line;
      const wideBefore = first
        ? match.index > 0
        : / {2}$|\t$/u.test(line.passage.text.slice(match.index - 2, match.index));
      const wrappedBefore = first && /\s$/u.test(lines[index - 1]?.passage.text ?? '');
      const glued = first ? GLUED_NUMBER.exec(match[0])?.[1] : undefined;
      const parts = glued === undefined ? [match[0]] : [glued, match[0].slice(glued.length)];
      let from = match.index;
      parts.forEach((text, part) => {
        words.push({
          text,
          line: index,
          from,
          to: from + text.length,
          before: part === 0 ? before : Break.space,
          wideBefore: part === 0 && wideBefore,
          wrappedBefore: part === 0 && wrappedBefore,
          traits: wordTraits(text, executors),
        });
        from += text.length;
      });
      first = false;
    }
  });
  return words;
}

/** Source offset of the first character of a passage that stands in the source, or -1. */
export function firstOffset(passage: Passage): number {
  return passage.at.find((offset) => offset !== JOINT) ?? JOINT;
}

/** Source offset of the last character of a passage that stands in the source, or -1. */
export function lastOffset(passage: Passage): number {
  return passage.at.findLast((offset) => offset !== JOINT) ?? JOINT;
}
