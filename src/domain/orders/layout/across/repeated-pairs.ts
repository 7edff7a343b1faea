import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';

/** Neighbouring words that stand together more than once belong to one text, not to two cells that happen to meet. */
export function repeatedPairs(words: readonly FlowWord[]): (before: number, word: number) => boolean {
  const ids = new Map<string, number>();
  const idOf = words.map(({ text }) => {
    const form = text.toLowerCase();
    const id = ids.get(form) ?? ids.size;
    ids.set(form, id);
    return id;
  });
  const pairOf = (before: number, word: number) => (idOf[before] ?? 0) * words.length + (idOf[word] ?? 0);
  const counts = new Map<number, number>();
  words.forEach((word, index) => {
    // Beginnings of cells meet ends of cells again and again, so a capital letter says nothing.
    if (index === 0 || word.before !== Break.space || word.traits.startsCapital || word.traits.family === 'time')
      return;
    const pair = pairOf(index - 1, index);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  });
  return (before, word) => (counts.get(pairOf(before, word)) ?? 0) > 1;
}
