import type { Comparator } from '#domain/targets/target.ts';

/** Words that compare, and what they mean; `about` when the number is only meant roughly. */
export type ComparatorRule = {
  readonly comparator: Comparator;
  readonly phrases: readonly string[];
  readonly about?: boolean;
};

/**
 * Words before a number. «чем» and a preposition may follow each («не менее чем в 4 вебинарах»), commas and dashes
 * inside do not matter («не менее, чем 2-х»). «до», «от», «с» are read by the rules of ranges.
 */
export const BEFORE_NUMBER: readonly ComparatorRule[] = [
  {
    comparator: '>=',
    phrases: [
      'не менее',
      'не мене',
      'неменее',
      'не менне',
      'не меньше',
      'не ниже',
      'не меньшее',
      'не хуже',
      'минимум',
      'как минимум',
      'мин',
      'min',
      'по меньшей мере',
      'по крайней мере',
      'хотя бы',
      'самое меньшее',
      'начиная с',
      '≥',
      '>=',
      '=>',
      '⩾',
    ],
  },
  {
    comparator: '>',
    phrases: [
      'более',
      'больше',
      'свыше',
      'св',
      'выше',
      'превышает',
      'превысит',
      'превысила',
      'превысило',
      'превышение',
      '>',
    ],
  },
  {
    comparator: '<=',
    phrases: [
      'не более',
      'не больше',
      'не выше',
      'не свыше',
      'не превышает',
      'не превысит',
      'не превышать',
      'не превышающее',
      'не превышающая',
      'максимум',
      'как максимум',
      'макс',
      'max',
      'в пределах',
      'самое большее',
      '≤',
      '<=',
      '=<',
      '⩽',
    ],
  },
  { comparator: '<', phrases: ['менее', 'меньше', 'ниже', '<'] },
  { comparator: '=', phrases: ['ровно', 'точно', 'строго', 'равно', 'равна', 'равен', '='] },
  {
    comparator: '=',
    about: true,
    phrases: ['около', 'порядка', 'примерно', 'приблизительно', 'ориентировочно', 'почти', '≈', '~', 'в среднем'],
  },
];

/** Words behind a number or its noun: «10 и более», «80 % и выше», «5 школ и больше». */
export const BEHIND_NUMBER: readonly ComparatorRule[] = [
  {
    comparator: '>=',
    phrases: [
      'и более',
      'или более',
      'и больше',
      'или больше',
      'и выше',
      'и свыше',
      'как минимум',
      'минимум',
      'не менее',
    ],
  },
  { comparator: '<=', phrases: ['и менее', 'или менее', 'и меньше', 'и ниже', 'или ниже', 'максимум', 'не более'] },
];

/** Verbs and nouns of change (beginnings): they decide what «до N» and «с N до M» promise. */
export const UPWARDS = [
  'увелич',
  'повыс',
  'повыш',
  'рост',
  'росл',
  'вырос',
  'возраст',
  'расшир',
  'довед',
  'довес',
  'прирост',
  'достич',
  'достиж',
  'наращ',
];
export const DOWNWARDS = ['сниж', 'сниз', 'уменьш', 'сократ', 'сокращ', 'миними'];

/** Words that mean how often or how late something is done: their numbers belong to the deadline. */
export const OF_TIME: ReadonlySet<string> = new Set([
  'реже',
  'чаще',
  'позднее',
  'позже',
  'раньше',
  'ранее',
  'старше',
  'младше',
  'моложе',
]);

export const PHRASES_BEFORE: ReadonlyMap<string, ComparatorRule> = phrases(BEFORE_NUMBER);
export const PHRASES_BEHIND: ReadonlyMap<string, ComparatorRule> = phrases(BEHIND_NUMBER);

function phrases(rules: readonly ComparatorRule[]): ReadonlyMap<string, ComparatorRule> {
  return new Map(rules.flatMap((rule) => rule.phrases.map((phrase) => [phrase, rule] as const)));
}
