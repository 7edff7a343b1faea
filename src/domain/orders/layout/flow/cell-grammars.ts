import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';

/** Words that make a deadline although they are links elsewhere. */
const STRONG_LINK = /^(?:график|планом?$|плану|запрос|заявк|обращен|согласован|мере$|необход|года?$|период|установ)/u;

/** A word that makes a deadline: a month, a year, «ежегодно», «по графику». */
export function isStrongTimeWord({ traits }: FlowWord): boolean {
  return traits.family === 'time' || STRONG_LINK.test(traits.root);
}

/** A word that can stand in a deadline. */
export function isTimeWord(word: FlowWord): boolean {
  const { traits, text } = word;
  return (
    isStrongTimeWord(word) || traits.family === 'time-link' || traits.number !== null || /^[\d\p{P}]+$/u.test(text)
  );
}

/** The largest bonus that words get as a deadline or a value. */
export const BEST_GRAMMAR = -3.5;

/** Cost of words as a deadline: a bonus when all of them are words of deadlines, a fine for each other word. */
export function timeCosts(words: readonly FlowWord[]): (from: number, to: number) => number {
  const strong = new Int32Array(words.length + 1);
  const strange = new Int32Array(words.length + 1);
  const dashes = new Uint8Array(words.length + 1);
  words.forEach((word, index) => {
    strong[index + 1] = (strong[index] ?? 0) + (isStrongTimeWord(word) ? 1 : 0);
    strange[index + 1] = (strange[index] ?? 0) + (isTimeWord(word) ? 0 : 1);
    dashes[index] = /^[-–—]$/u.test(word.text) ? 1 : 0;
  });
  return (from, to) => {
    const strongWords = (strong[to] ?? 0) - (strong[from] ?? 0);
    const strangeWords = (strange[to] ?? 0) - (strange[from] ?? 0);
    if (strongWords === 0) return to - from === 1 && dashes[from] === 1 ? 0 : 6 + strangeWords * 0.5;
    return strangeWords === 0 ? BEST_GRAMMAR : -1 + strangeWords * 1.2;
  };
}

const VALUE =
  /^(?:(?:не|менее|более|до|от|на|к|≥|≤|>|<|=|-|–|—|да|нет|имеется|есть)|[\d.,]+(?:[-–][\d.,]+)?%?\*?|%|процент\S*|ед\.?|чел\.?|шт\.?|балл\S*|человек\S*|единиц\S*)$/iu;

/** Cost of words as the value of an indicator: a number with its unit, «да», «не менее 80 %». */
export function valueCosts(words: readonly FlowWord[]): (from: number, to: number) => number {
  const strange = new Int32Array(words.length + 1);
  const figures = new Int32Array(words.length + 1);
  words.forEach(({ text }, index) => {
    strange[index + 1] = (strange[index] ?? 0) + (VALUE.test(text) ? 0 : 1);
    figures[index + 1] = (figures[index] ?? 0) + (/^[≥≤><=]?\d/u.test(text) ? 1 : 0);
  });
  return (from, to) => {
    const strangeWords = (strange[to] ?? 0) - (strange[from] ?? 0);
    const figureWords = (figures[to] ?? 0) - (figures[from] ?? 0);
    return (figureWords > 0 ? -2 : 1) + strangeWords * 1.5;
  };
}
