import { slicePassage } from '#domain/language/passage.ts';
import type { Passage } from '#domain/language/passage.ts';
import type { FlowLine, FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';

/** The passages of words `from`…`to` (excluded), one for each physical line they stand on. */
export function passagesOf(
  words: readonly FlowWord[],
  lines: readonly FlowLine[],
  from: number,
  to: number,
): Passage[] {
  return lineRuns(words, from, to).flatMap(({ line, first, last }) => {
    const whole = lines[line];
    return whole === undefined ? [] : [slicePassage(whole.passage, first.from, last.to)];
  });
}

/** The runs of words `from`…`to` (excluded) that stand on one line each. */
export function lineRuns(
  words: readonly FlowWord[],
  from: number,
  to: number,
): { line: number; first: FlowWord; last: FlowWord }[] {
  const runs: { line: number; first: FlowWord; last: FlowWord }[] = [];
  for (const word of words.slice(from, to)) {
    const run = runs.at(-1);
    if (run?.line === word.line) run.last = word;
    else runs.push({ line: word.line, first: word, last: word });
  }
  return runs;
}
