import type { Word, Words } from '#domain/deadlines/grammar/words.ts';

/**
 * Patterns in which the grammar of deadlines is written. A pattern is a line of items:
 *
 *   до          this word             не|ни       any of these words
 *   квартал~    a word that begins so  [ … ]       may be left out
 *   MONTH       a category (capital Latin letters), its meaning is kept under its name
 *   - , . / ( ) № 1                    this mark or number
 *   …           at least one word, up to the next mark (the tail of «по графику федерального оператора»)
 */
export type Pattern<Meanings> = readonly Item<Meanings>[];

type Item<Meanings> =
  | { readonly kind: 'words'; readonly exact: ReadonlySet<string>; readonly stems: readonly string[] }
  | { readonly kind: 'optional'; readonly items: Pattern<Meanings> }
  | { readonly kind: 'category'; readonly name: keyof Meanings & string }
  | { readonly kind: 'tail' };

/** What categories of a pattern stand for, in the order they were met. */
export class Found<Meanings> {
  readonly #list: readonly Partial<Meanings>[];
  constructor(list: readonly Partial<Meanings>[]) {
    this.#list = list;
  }
  /** The meaning of the category `name`, met for the `nth` time (from 0). */
  get<Name extends keyof Meanings>(name: Name, nth = 0): Meanings[Name] | undefined {
    return this.#list.filter((found) => found[name] !== undefined)[nth]?.[name];
  }
}

export type Match<Value> = { readonly end: number; readonly value: Value; readonly sure: number };
/** Recognises a category at a word and tells its meaning under its name. */
export type Category<Meanings> = (words: Words, index: number) => Match<Partial<Meanings>> | null;
export type Categories<Meanings> = { readonly [Name in keyof Meanings]: Category<Meanings> };
/** How far the tail «…» reaches from a word: the index after it. */
export type TailReach = (words: Words, index: number) => number;

/** Longest ending that a stem «квартал~» may have. */
const LONGEST_ENDING = 5;

export function readPattern<Meanings>(line: string): Pattern<Meanings> {
  const stack: Item<Meanings>[][] = [[]];
  for (const piece of line.split(' ').filter((part) => part !== '')) {
    const items = stack.at(-1) ?? [];
    if (piece === '[') {
      stack.push([]);
    } else if (piece === ']') {
      stack.pop();
      stack.at(-1)?.push({ kind: 'optional', items });
    } else if (piece === '…') {
      items.push({ kind: 'tail' });
    } else if (/^[A-Z_]+$/u.test(piece)) {
      // The categories of a grammar are checked by its test: each example must be read by its own rule.
      items.push({ kind: 'category', name: piece as keyof Meanings & string });
    } else {
      const words = piece.split('|');
      const stems = words.filter((word) => word.endsWith('~')).map((word) => word.slice(0, -1));
      items.push({ kind: 'words', exact: new Set(words.filter((word) => !word.endsWith('~'))), stems });
    }
  }
  return stack[0] ?? [];
}

type State<Meanings> = { readonly index: number; readonly sure: number; readonly found: readonly Partial<Meanings>[] };

/** Matches the pattern from the word `index` on: the longest way its optional items allow, tried from left to right. */
export function matchPattern<Meanings>(
  pattern: Pattern<Meanings>,
  words: Words,
  index: number,
  categories: Categories<Meanings>,
  tailReach: TailReach,
): Match<Found<Meanings>> | null {
  const run = (items: Pattern<Meanings>, at: number, state: State<Meanings>): State<Meanings> | null => {
    const item = items[at];
    if (item === undefined) return state;
    switch (item.kind) {
      case 'words': {
        const word = words.word(state.index);
        if (!isOneOf(word, item.exact, item.stems)) return null;
        return run(items, at + 1, { ...state, index: state.index + 1, sure: Math.min(state.sure, word.sure) });
      }
      case 'optional':
        return run([...item.items, ...items.slice(at + 1)], 0, state) ?? run(items, at + 1, state);
      case 'category': {
        const match = categories[item.name](words, state.index);
        if (!match) return null;
        const found = [...state.found, match.value];
        return run(items, at + 1, { index: match.end, sure: Math.min(state.sure, match.sure), found });
      }
      case 'tail': {
        const end = tailReach(words, state.index);
        return end === state.index ? null : run(items, at + 1, { ...state, index: end });
      }
      default:
        return item satisfies never;
    }
  };
  const state = run(pattern, 0, { index, sure: 1, found: [] });
  return state && state.index > index ? { end: state.index, value: new Found(state.found), sure: state.sure } : null;
}

function isOneOf(word: Word, exact: ReadonlySet<string>, stems: readonly string[]): boolean {
  if (word.kind === 'end' || word.kind === 'date') return false;
  if (exact.has(word.text)) return true;
  return (
    word.kind === 'word' &&
    stems.some((stem) => word.text.startsWith(stem) && word.text.length <= stem.length + LONGEST_ENDING)
  );
}
