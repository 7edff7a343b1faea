import { lineEndCost, successionCosts } from '#domain/orders/layout/across/agreement.ts';
import { repeatedPairs } from '#domain/orders/layout/across/repeated-pairs.ts';
import { timeBonds } from '#domain/orders/layout/across/time-bonds.ts';
import { isStrongTimeWord, isTimeWord } from '#domain/orders/layout/flow/cell-grammars.ts';
import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';
import { sectionCosts, sectionStyle } from '#domain/orders/layout/flow/section-lines.ts';
import type { SectionCost, SectionStyle } from '#domain/orders/layout/flow/section-lines.ts';

/** What the words of lines tell whatever the columns are; sums count the words before each index. */
export type LineFacts = {
  readonly bars: Int32Array;
  readonly strong: Int32Array;
  readonly strange: Int32Array;
  /** Cost of a border of cells before each word of a line, and of the next line of a cell, where a deadline is torn. */
  readonly bonds: Float64Array;
  readonly bondBetween: (before: number, word: number) => number;
  /** Dashes that end a line. */
  readonly dashes: ReadonlySet<number>;
  /** Sums of how well each word follows the one before it; the same for any two words. */
  readonly successions: Float64Array;
  readonly succession: (before: number, word: number) => number;
  /** Cost of a piece that ends before each index. */
  readonly lineEnds: Float64Array;
  readonly starts: (index: number) => boolean;
  /** A space at the end of a line tells that its last cell goes on. */
  readonly wrapsTell: boolean;
  readonly sectionCost: SectionCost;
  /** How sections look where rows are numbered, and where they are not. */
  readonly style: (numbered: boolean) => SectionStyle;
};

const DASH = /^[-–—]$/u;
const REPEATED_PAIR = -0.8;

/** `barBefore` tells of each word whether a bar stands between it and the word before: a border that the recognizer saw. */
export function lineFacts(words: readonly FlowWord[], barBefore: readonly boolean[]): LineFacts {
  const bars = new Int32Array(words.length + 2);
  const strong = new Int32Array(words.length + 1);
  const strange = new Int32Array(words.length + 1);
  const successions = new Float64Array(words.length + 1);
  const lineEnds = new Float64Array(words.length + 1);
  const dashes = new Set<number>();
  const { bonds, bondBetween } = timeBonds(words);
  const repeated = repeatedPairs(words);
  const agreement = successionCosts(words);
  const succession = (before: number, word: number) =>
    agreement(before, word) + (repeated(before, word) ? REPEATED_PAIR : 0);
  const starts = (index: number) => index >= words.length || words[index]?.before !== Break.space;
  words.forEach((word, index) => {
    bars[index + 1] = (bars[index] ?? 0) + (barBefore[index] === true ? 1 : 0);
    strong[index + 1] = (strong[index] ?? 0) + (isStrongTimeWord(word) ? 1 : 0);
    strange[index + 1] = (strange[index] ?? 0) + (isTimeWord(word) ? 0 : 1);
    successions[index + 1] = (successions[index] ?? 0) + (index === 0 ? 0 : succession(index - 1, index));
    lineEnds[index + 1] = lineEndCost(word.text);
    if (DASH.test(word.text) && index > 0 && word.before === Break.space && starts(index + 1)) dashes.add(index);
  });
  const styles = [sectionStyle(words, false), sectionStyle(words, true)] as const;
  return {
    bars,
    strong,
    strange,
    bonds,
    bondBetween,
    dashes,
    successions,
    succession,
    lineEnds,
    starts,
    wrapsTell: wrapsTell(words),
    sectionCost: sectionCosts(words),
    style: (numbered) => styles[numbered ? 1 : 0],
  };
}

/** Some programs leave a space at the end of a line only where its last cell goes on. */
function wrapsTell(words: readonly FlowWord[]): boolean {
  let lines = 0;
  let wrapped = 0;
  for (const word of words) {
    if (word.before === Break.space) continue;
    lines += 1;
    if (word.wrappedBefore) wrapped += 1;
  }
  return wrapped > 2 && wrapped < MOST_WRAPPED * lines;
}

const MOST_WRAPPED = 0.6;
