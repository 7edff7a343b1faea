import { nounOf } from '#domain/language/nominative.ts';
import { isYear } from '#domain/targets/amounts.ts';
import type { TargetToken } from '#domain/targets/target-tokens.ts';

/** «Количество семинаров – 5», «Доля педагогов: 80»: what a number without a noun of its own measures. */
export type Label = { readonly kind: 'count' | 'percent'; readonly unit: string };

const REACH = 24;
const PERCENT_LABEL = /^(?:доля|долю|доли|процент|процента|охват|охвата|охватом|удельный)$/u;
const COUNT_LABEL = /^(?:количество|количества|количестве|кол-во|число|численность|балл|баллов)$/u;
const COUNTED = new Set(['person', 'organisation', 'event', 'paper', 'thing', 'measure']);

/** The label whose clause the number at token `index` ends, or null; «количество» and «доля» are labels, other nouns are not. */
export function labelBefore(tokens: readonly TargetToken[], index: number, isAfterDash: boolean): Label | null {
  const close = isAfterDash ? countedBeforeDash(tokens, index) : null;
  for (let at = index - 1; at >= 0 && index - at <= REACH; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.norm === ';' || (token.kind === 'number' && !isYear(token.value))) return close;
    if (token.norm === '.' && tokens[at + 1]?.isCapitalised === true) return close;
    if (token.kind === 'percent' || PERCENT_LABEL.test(token.norm)) return { kind: 'percent', unit: '%' };
    if (COUNT_LABEL.test(token.norm)) {
      if (token.norm.startsWith('балл')) return { kind: 'count', unit: 'балл' };
      return { kind: 'count', unit: firstNoun(tokens, at + 1, index) ?? '' };
    }
  }
  return close;
}

/** «Вебинары – 3», «заключено соглашений: 4»: a noun of events, documents or people right before the dash. */
function countedBeforeDash(tokens: readonly TargetToken[], index: number): Label | null {
  const token = tokens[index - 2];
  const noun = token?.kind === 'word' ? nounOf(token.norm) : null;
  if (noun === null || !['person', 'event', 'paper', 'organisation'].includes(noun.noun)) return null;
  return { kind: 'count', unit: noun.lemma };
}

/** The counted noun nearest before token `index` («консультаций: не менее 10»), in the nominative singular. */
export function nounBefore(tokens: readonly TargetToken[], index: number): string | null {
  for (let at = index - 1; at >= 0 && index - at <= 8; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.norm === ';' || token.norm === '.') return null;
    const noun = token.kind === 'word' ? nounOf(token.norm) : null;
    if (noun !== null && COUNTED.has(noun.noun)) return noun.lemma;
  }
  return null;
}

function firstNoun(tokens: readonly TargetToken[], from: number, to: number): string | null {
  for (const token of tokens.slice(from, to)) {
    const noun = token.kind === 'word' ? nounOf(token.norm) : null;
    if (noun !== null && COUNTED.has(noun.noun)) return noun.lemma;
  }
  return null;
}
