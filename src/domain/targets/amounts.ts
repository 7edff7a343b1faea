import { numeralAt } from '#domain/language/numerals.ts';
import type { TargetToken } from '#domain/targets/target-tokens.ts';

/** A number as it is promised: one value, a range («3-5», «от 3 до 5»), or a change («с 40 % до 60 %»). */
export type Amount = {
  readonly form: 'single' | 'range' | 'change';
  /** The value; of a range the lower end, of a change the aim. */
  readonly value: number;
  /** Of a range its upper end, of a change where it begins. */
  readonly other: number | null;
  readonly isInWords: boolean;
  readonly isPercent: boolean;
  /** Index of the first token (the preposition of «от 3 до 5») and index behind the last one, a per cent sign included. */
  readonly begin: number;
  readonly end: number;
};

/** An ordinal, a year span, a fraction: read over without meaning anything. */
export type Passed = { readonly form: 'passed'; readonly end: number };

const ORDINAL_ENDING = /^(?:й|я|го|му|е|ый|ая|ой|ое|ые|ю)$/u;
const DASH = /^[-\u2010-\u2014\u2212]$/u;
const LONGEST_NUMERAL = 5;

/** The amount that begins at token `index`; null where no number stands. */
export function amountAt(tokens: readonly TargetToken[], index: number): Amount | Passed | null {
  const first = tokens[index];
  if (first === undefined) return null;
  if (first.kind === 'word') return amountInWords(tokens, index);
  if (first.kind !== 'number') return null;
  if (ORDINAL_ENDING.test(first.ending)) return { form: 'passed', end: index + 1 };
  const slash = tokens[index + 1];
  if (slash?.norm === '/' && tokens[index + 2]?.kind === 'number') return { form: 'passed', end: index + 3 };
  const single = numberAt(tokens, index);
  const before = tokens[index - 1]?.norm;
  const second = rangeEnd(tokens, single.end, before === 'от' || before === 'с' || before === 'со');
  if (second === null) return { form: 'single', other: null, isInWords: false, begin: index, ...single };
  const isPercent = single.isPercent || second.isPercent;
  if (second.isChange) {
    const [begin, form] =
      before === 'от' && second.isRange ? [index - 1, 'range' as const] : [index - 1, 'change' as const];
    if (form === 'change')
      return { form, value: second.value, other: single.value, isPercent, isInWords: false, begin, end: second.end };
    return { form, value: single.value, other: second.value, isPercent, isInWords: false, begin, end: second.end };
  }
  if (isYear(single.value) && isYear(second.value)) return { form: 'passed', end: second.end };
  if (second.value <= single.value) return { form: 'single', other: null, isInWords: false, begin: index, ...single };
  return {
    form: 'range',
    value: single.value,
    other: second.value,
    isPercent,
    isInWords: false,
    begin: index,
    end: second.end,
  };
}

export const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1950 && value <= 2100;

type ReadNumber = { readonly value: number; readonly isPercent: boolean; readonly end: number };

function numberAt(tokens: readonly TargetToken[], index: number): ReadNumber {
  const token = tokens[index];
  let value = token?.value ?? NaN;
  let end = index + 1;
  const scale = /^(?:тыс|тысяч|тысячи|тысяча)$/u.test(tokens[end]?.norm ?? '')
    ? 1000
    : /^млн$/u.test(tokens[end]?.norm ?? '')
      ? 1e6
      : 1;
  if (scale > 1) {
    value *= scale;
    end += tokens[end + 1]?.norm === '.' ? 2 : 1;
  }
  end = behindNumeralBracket(tokens, end);
  const isHyphenPercent = token?.ending.startsWith('процентн') === true;
  const percentEnd = behindPercent(tokens, end);
  const isPercent = isHyphenPercent || percentEnd > end;
  // «п. 3 100 % школ»: no share has four digits, so the blank was no thousands separator.
  if (isPercent && value >= 1000 && /\s/u.test(token?.norm ?? ''))
    value = Number((token?.norm ?? '').split(/\s/u).at(-1));
  return { value, isPercent, end: percentEnd };
}

/** «80 %», «100%-ный», «5 процентных пунктов»: the index behind the sign, or `at` where there is none. */
function behindPercent(tokens: readonly TargetToken[], at: number): number {
  if (tokens[at]?.kind !== 'percent') return at;
  let end = at + 1;
  if (tokens[at].norm.startsWith('процентн') && /^(?:пункт|пункта|пунктов)$/u.test(tokens[end]?.norm ?? '')) end += 1;
  if (
    DASH.test(tokens[end]?.norm ?? '') &&
    /^(?:н?(?:ый|ая|ое|ого|ой|ым|ых|ую|ом)|й|ов|ми)$/u.test(tokens[end + 1]?.norm ?? '')
  )
    end += 2;
  return end;
}

/** «5 (пять)»: behind the bracket that repeats the number in words. */
function behindNumeralBracket(tokens: readonly TargetToken[], at: number): number {
  if (tokens[at]?.norm !== '(') return at;
  const numeral = numeralAt(wordsFrom(tokens, at + 1));
  if (numeral === null || tokens[at + 1 + numeral.words]?.norm !== ')') return at;
  return at + numeral.words + 2;
}

function rangeEnd(
  tokens: readonly TargetToken[],
  at: number,
  hasStart: boolean,
): (ReadNumber & { readonly isChange: boolean; readonly isRange: boolean }) | null {
  const joint = tokens[at];
  if (joint === undefined) return null;
  const second = tokens[at + 1];
  if (second?.kind !== 'number' || ORDINAL_ENDING.test(second.ending)) return null;
  if (hasStart && joint.norm === 'до') return { ...numberAt(tokens, at + 1), isChange: true, isRange: true };
  if (!DASH.test(joint.norm)) return null;
  return { ...numberAt(tokens, at + 1), isChange: false, isRange: true };
}

function amountInWords(tokens: readonly TargetToken[], index: number): Amount | null {
  if (tokens[index]?.norm.startsWith('стопроцентн') === true) {
    return { form: 'single', value: 100, other: null, isInWords: true, isPercent: true, begin: index, end: index + 1 };
  }
  const numeral = numeralAt(wordsFrom(tokens, index));
  if (numeral === null) return null;
  let end = index + numeral.words;
  if (tokens[end]?.norm === '(' && tokens[end + 1]?.kind === 'number' && tokens[end + 2]?.norm === ')') end += 3;
  const percentEnd = behindPercent(tokens, end);
  return {
    form: 'single',
    value: numeral.value,
    other: null,
    isInWords: true,
    isPercent: percentEnd > end,
    begin: index,
    end: percentEnd,
  };
}

function wordsFrom(tokens: readonly TargetToken[], index: number): string[] {
  const words: string[] = [];
  for (const token of tokens.slice(index, index + LONGEST_NUMERAL)) {
    if (token.kind !== 'word') break;
    words.push(token.norm);
  }
  return words;
}
