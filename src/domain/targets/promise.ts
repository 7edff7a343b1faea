import { isYear, type Amount } from '#domain/targets/amounts.ts';
import type { CountedNoun } from '#domain/targets/counted-noun.ts';
import type { LeftContext } from '#domain/targets/left-context.ts';

export type Place = 'result' | 'title';

export type Circumstances = {
  readonly place: Place;
  readonly amount: Amount;
  readonly left: LeftContext;
  /** A word or sign compares, before or behind the number. */
  readonly isExplicit: boolean;
  /** «… в месяц» follows: how often something is done. */
  readonly isPerPeriod: boolean;
  readonly noun: CountedNoun | null;
  /** «Количество …», «доля …» stand before and the number ends their clause. */
  readonly isLabelled: boolean;
  /** The cell holds the number alone. */
  readonly isAlone: boolean;
  readonly hasPercentBracket: boolean;
  readonly isInBracket: boolean;
  /** The number begins the cell, or follows what was done («открыто 4 …», «созданы 3 …»). */
  readonly isStated: 'at-start' | 'as-done' | null;
  /** A word of growth or decline stands before («увеличение … в 2 раза»). */
  readonly isChange: boolean;
  /** The number fills the bracket of another target. */
  readonly isBracketOf: boolean;
};

/** Nouns that a bare number only sorts («по 2 предметам», «3 направления»): they need a comparator to be promised. */
const WEAK = new Set(
  'показатель критерий направление модуль предмет дисциплина тема вопрос блок вид форма элемент позиция страница лист компетенция пункт смена работа территория'.split(
    ' ',
  ),
);

/** How sure it is that the number is a promised target (0…1), or null when it is none. */
export function isPromised(given: Circumstances): number | null {
  const { amount, left, place } = given;
  if (left.isOfTime || !Number.isFinite(amount.value)) return null;
  const certainty = amount.isPercent ? percentCertainty(given) : countCertainty(given);
  if (certainty === null) return null;
  return place === 'title' ? certainty * 0.9 : certainty;
}

function percentCertainty({ amount, left, isExplicit, place }: Circumstances): number | null {
  if (amount.value > 1000 || left.isReference) return null;
  if (isExplicit) return 0.97;
  if (amount.isInWords) return place === 'result' ? 0.7 : null;
  return left.preposition === 'от' ? 0.75 : 0.92;
}

function countCertainty(given: Circumstances): number | null {
  const { amount, left, noun, isExplicit, isInBracket } = given;
  const kind = noun?.noun;
  if (kind === 'time') return null;
  if (kind === 'ordinal') return noun?.unit === 'класс' ? classCertainty(given) : null;
  if (kind === 'frequency' && given.isChange && left.preposition === 'в' && !given.isPerPeriod) return 0.7;
  if (kind === 'frequency') return isExplicit && !given.isPerPeriod && left.rule?.comparator === '>=' ? 0.6 : null;
  if (kind === 'hours') return isExplicit && !given.isPerPeriod && !isInBracket ? 0.7 : null;
  if (noun !== null && WEAK.has(noun.unit)) {
    if (!isExplicit)
      return given.isStated !== null && left.preposition === null && given.place === 'result' && !amount.isInWords
        ? 0.6
        : null;
    if (left.preposition === 'по') return null;
  }
  if (isExplicit && left.rule !== null) return explicitCertainty(given);
  if (isExplicit) return explicitBehind(given);
  if (noun === null && isYear(amount.value)) return null;
  if (given.isBracketOf) return 0.85;
  if (left.isReference && noun?.noun !== 'person') return null;
  if (left.preposition === 'до' || left.preposition === 'от') {
    return noun === null || amount.isInWords ? null : left.preposition === 'до' ? 0.8 : 0.6;
  }
  if (amount.form === 'change') return noun === null ? null : 0.8;
  return given.place === 'title' ? bareInTitle(given) : bareInResult(given);
}

/** «Открыто 5 профильных классов» counts classes, «в 5 классе» and «обучающиеся 5, 6 классов» name them. */
function classCertainty({ amount, noun, isExplicit, isStated, place }: Circumstances): number | null {
  if (isExplicit) return 0.6;
  const counts = isStated === 'as-done' && place === 'result' && amount.form !== 'range';
  return counts && noun?.agrees(amount.value) === true ? 0.7 : null;
}

/** «10 и более» with or without a noun. */
function explicitBehind({ noun, place, left }: Circumstances): number | null {
  if (noun === null) return place === 'result' ? 0.6 : null;
  return left.preposition === 'по' && noun.isDative ? null : 0.85;
}

function explicitCertainty({ noun, amount, place, left }: Circumstances): number | null {
  const isVague = /^(?:выше|ниже|больше|меньше|точно|строго)$/u.test(left.rule?.phrases[0] ?? '');
  if (noun === null)
    return isYear(amount.value) || place === 'title' || isVague ? (isYear(amount.value) ? null : 0.55) : 0.75;
  return noun.noun === 'unknown' ? 0.8 : 0.95;
}

function bareInResult({ amount, left, noun, isLabelled, isAlone, hasPercentBracket }: Circumstances): number | null {
  if (noun === null) {
    if (isYear(amount.value) || amount.isInWords || left.preposition === 'из') return null;
    if (isLabelled) return 0.75;
    if (hasPercentBracket) return 0.7;
    return isAlone ? 0.6 : null;
  }
  if (noun.isCapitalised && noun.noun !== 'abbreviation') return null;
  if (amount.isInWords && !isCountInWords(amount.value, noun, left.preposition)) return null;
  if (left.preposition === 'по' && noun.isDative && noun.noun !== 'person' && noun.noun !== 'organisation') return null;
  if (isYear(amount.value) && noun.noun !== 'person') return null;
  if (noun.noun === 'unknown') return amount.isInWords || amount.value > 5000 ? null : 0.5;
  return noun.noun === 'abbreviation' ? 0.7 : 0.85;
}

/** «Проведены три семинара», never «в одной школе» or «две стороны». */
function isCountInWords(value: number, noun: CountedNoun, preposition: string | null): boolean {
  if (noun.noun === 'unknown' || noun.noun === 'thing') return false;
  return value > 1 || (preposition === null && (noun.noun === 'event' || noun.noun === 'paper'));
}

function bareInTitle({ amount, left, noun }: Circumstances): number | null {
  if (noun === null || amount.isInWords || noun.isCapitalised) return null;
  if (!['person', 'organisation', 'event', 'paper'].includes(noun.noun)) return null;
  if (left.preposition !== null && !/^(?:в|для|на)$/u.test(left.preposition)) return null;
  return isYear(amount.value) ? null : 0.75;
}
