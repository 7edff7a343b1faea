import {
  type Categories,
  type Found,
  type Match,
  matchPattern,
  type Pattern,
  readPattern,
  type TailReach,
} from '#domain/deadlines/grammar/pattern.ts';
import type { Moment } from '#domain/deadlines/grammar/parts.ts';
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

/** The rule that reads the most words from a word on; of equal ones the first in the table. */
export function longestOf<Value>(
  rules: readonly Rule<Value>[],
  categories: () => Categories<Meanings>,
  tailReach: TailReach,
  place: 'cell' | 'text' = 'cell',
): Matcher<Value> {
  let compiled: { rule: Rule<Value>; pattern: Pattern<Meanings> }[] | null = null;
  return (words, index) => {
    compiled ??= rules.flatMap((rule) => rule.patterns.map((line) => ({ rule, pattern: readPattern<Meanings>(line) })));
    let longest: (Match<Value> & { rule: string }) | null = null;
    for (const { rule, pattern } of compiled) {
      const match = matchPattern(pattern, words, index, categories(), tailReach);
      if (!match || (longest && match.end <= longest.end)) continue;
      const value = rule.means(match.value);
      if (value === null) continue;
      longest = {
        end: match.end,
        value,
        sure: match.sure * (rule.sure ?? 1) * (place === 'text' ? (rule.inText ?? 1) : 1),
        rule: rule.name,
      };
    }
    return longest;
  };
}
