import {
  type Categories,
  type Category,
  type Found,
  type Match,
  matchPattern,
  type Pattern,
  readPattern,
  type TailReach,
} from '#domain/deadlines/grammar/pattern.ts';
import type { Moment } from '#domain/deadlines/grammar/parts.ts';
import { learnForm } from '#domain/deadlines/grammar/vocabulary.ts';
import type { Words } from '#domain/deadlines/grammar/words.ts';

/** What the categories of the grammar of deadlines stand for. */
export type Meanings = {
  readonly MONTH: number;
  /** A year with «г.», «год» behind it or without. */
  readonly YEAR: number;
  /** Four figures of a year, nothing behind them. */
  readonly BARE_YEAR: number;
  /** The second year of «2024/25», as a full year. */
  readonly SHORT_YEAR: number;
  readonly DAY: number;
  readonly DATE: Moment;
  /** An ordinal from 1 to 4 in any writing. */
  readonly NTH: number;
  readonly COUNT: number;
  readonly SCHOOL_YEAR: { readonly first: number; readonly last: number | null };
  readonly MOMENT: Moment;
  /** «в течение», «на протяжении», «в теч.», «втечение» */
  readonly IN_COURSE: true;
  /** «по итогам», «по окончании», «в конце» */
  readonly AFTER: true;
  /** «учебного», «уч.» */
  readonly SCHOOL: true;
  readonly WEEKDAY: true;
  /** «по пятницам» */
  readonly WEEKDAYS: true;
  /** First and last month. */
  readonly SEASON: readonly [from: number, to: number];
  readonly HOLIDAYS: readonly [from: number, to: number];
};

/** A rule of the grammar: how a phrase is written, what it means, and what it reads as. */
export type Rule<Value> = {
  readonly name: string;
  readonly patterns: readonly string[];
  readonly means: (found: Found<Meanings>) => Value | null;
  /** Below 1 where a careful person would hesitate too. */
  readonly sure?: number;
  /** How much of its confidence is left in running text, where sentences are full of such phrases; 1 when not given. */
  readonly inText?: number;
  /** Printed phrase → what it reads as against the span of the examples (checked by the test of the grammar). */
  readonly examples?: Readonly<Record<string, string>>;
};

export type Matcher<Value> = (words: Words, index: number) => (Match<Value> & { readonly rule: string }) | null;

const REMEMBERED_FORMS = 20_000;

/**
 * The rule that reads the most words from a word on; of equal ones the first in the table.
 * @param mayBeginCategory whether a word of letters can be the first of any category
 */
export function longestOf<Value>(
  rules: readonly Rule<Value>[],
  categories: () => Categories<Meanings>,
  tailReach: TailReach,
  mayBeginCategory: (word: string) => boolean,
  place: 'cell' | 'text' = 'cell',
): Matcher<Value> {
  for (const word of rules.flatMap((rule) => rule.patterns.flatMap((line) => line.split(/[ |]/u)))) {
    if (/^[а-я]{2,}$/u.test(word)) learnForm(word);
  }
  const compiled = rules
    .flatMap((rule) => rule.patterns.map((line) => ({ rule, pattern: readPattern<Meanings>(line) })))
    .map(({ rule, pattern }, rank) => ({ rule, pattern, rank, start: startOf(pattern) }));
  // Most words begin no phrase at all: which patterns a word can begin is looked up before any is tried.
  const byWord = groupedBy(compiled, ({ start }) => start.words);
  const byCategory = groupedBy(compiled, ({ start }) => start.categories);
  const withStems = compiled.filter(({ start }) => start.stems.length > 0);
  const byForm = new Map<string, typeof compiled>();
  const beginningWith = (text: string) => {
    const known = byForm.get(text);
    if (known !== undefined) return known;
    const stemmed = withStems.filter(({ start }) => start.stems.some((stem) => text.startsWith(stem)));
    const found = [...(byWord.get(text) ?? []), ...stemmed];
    if (byForm.size < REMEMBERED_FORMS) byForm.set(text, found);
    return found;
  };
  return (words, index) => {
    const { text, kind } = words.word(index);
    let candidates = beginningWith(text);
    if (kind !== 'word' || mayBeginCategory(text)) {
      const known = categories();
      for (const [name, patterns] of byCategory) {
        if (known[name](words, index)) candidates = [...candidates, ...patterns];
      }
    }
    if (candidates.length === 0) return null;
    let longest: (Match<Value> & { rule: string; rank: number }) | null = null;
    for (const { rule, pattern, rank } of candidates) {
      const match = matchPattern(pattern, words, index, categories(), tailReach);
      if (!match || (longest && (match.end < longest.end || (match.end === longest.end && rank >= longest.rank))))
        continue;
      const value = rule.means(match.value);
      if (value === null) continue;
      const sure = match.sure * (rule.sure ?? 1) * (place === 'text' ? (rule.inText ?? 1) : 1);
      longest = { end: match.end, value, sure, rule: rule.name, rank };
    }
    return longest;
  };
}

function groupedBy<Item, Key>(items: readonly Item[], keysOf: (item: Item) => Iterable<Key>): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** With what a pattern can begin. */
type PatternStart = {
  readonly words: ReadonlySet<string>;
  readonly stems: readonly string[];
  readonly categories: ReadonlySet<keyof Meanings>;
};

function startOf(pattern: Pattern<Meanings>): PatternStart {
  const start = { words: new Set<string>(), stems: [] as string[], categories: new Set<keyof Meanings>() };
  for (const item of pattern) {
    const inner = startOfItem(item);
    for (const word of inner.words) start.words.add(word);
    for (const name of inner.categories) start.categories.add(name);
    start.stems.push(...inner.stems);
    if (item.kind !== 'optional') break;
  }
  return start;
}

function startOfItem(item: Pattern<Meanings>[number]): PatternStart {
  if (item.kind === 'optional') return startOf(item.items);
  if (item.kind === 'words') return { words: item.exact, stems: item.stems, categories: new Set() };
  return { words: new Set(), stems: [], categories: new Set(item.kind === 'category' ? [item.name] : []) };
}

/** The category with its answers kept for each place: the rules of a grammar ask the same question many times. */
export function remembered(category: Category<Meanings>): Category<Meanings> {
  const answers = new WeakMap<Words, Map<number, Match<Partial<Meanings>> | null>>();
  return (words, index) => {
    let ofText = answers.get(words);
    if (!ofText) answers.set(words, (ofText = new Map<number, Match<Partial<Meanings>> | null>()));
    const known = ofText.get(index);
    if (known !== undefined) return known;
    const answer = category(words, index);
    ofText.set(index, answer);
    return answer;
  };
}
