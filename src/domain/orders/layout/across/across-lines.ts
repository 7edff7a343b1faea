import { lineFacts } from '#domain/orders/layout/across/line-facts.ts';
import type { LineFacts } from '#domain/orders/layout/across/line-facts.ts';
import { printedWidths } from '#domain/orders/layout/across/text-width.ts';
import { learner } from '#domain/orders/layout/flow/column-model.ts';
import type { Learner } from '#domain/orders/layout/flow/column-model.ts';
import { Break, flowWords } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowLine, FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';

/** Words of a table whose lines hold pieces of several cells side by side. */
export type AcrossText = {
  readonly words: readonly FlowWord[];
  /** Index of the first word of each line that has words, and behind them the number of words. */
  readonly lineStarts: readonly number[];
  /** The printed width of a run of words of one line, in average letters. */
  readonly width: (from: number, to: number) => number;
  readonly facts: LineFacts;
  readonly learn: Learner;
};

const BAR = /[|¦│]/gu;
/** A dash behind the number of a row is what a recognizer saw in the border of the cell. */
const DASH_BEHIND_NUMBER = /^(\s*\d{1,3}[.)]?\s+)[—–-](?=\s)/u;

/** Cuts lines into words; bars are no words, but are remembered as borders. Offsets in the lines stay. */
export function acrossText(lines: readonly FlowLine[], executors: ReadonlySet<string>): AcrossText {
  const barless = lines.map((line) => ({
    ...line,
    passage: { text: line.passage.text.replace(BAR, ' ').replace(DASH_BEHIND_NUMBER, '$1 '), at: line.passage.at },
  }));
  const words = flowWords(barless, executors);
  const lineStarts: number[] = [];
  const barBefore = words.map((word, index) => {
    const starts = index === 0 || word.before !== Break.space;
    if (starts) lineStarts.push(index);
    const text = lines[word.line]?.passage.text ?? '';
    return /[|¦│]/u.test(text.slice(starts ? 0 : (words[index - 1]?.to ?? 0), word.from));
  });
  return {
    words,
    lineStarts: [...lineStarts, words.length],
    width: printedWidths(words),
    facts: lineFacts(words, barBefore),
    learn: learner(words),
  };
}
