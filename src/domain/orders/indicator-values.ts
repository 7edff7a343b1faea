import { amountAt, isYear } from '#domain/targets/amounts.ts';
import { countedNounAt } from '#domain/targets/counted-noun.ts';
import { targetTokens, type TargetToken } from '#domain/targets/target-tokens.ts';

/** The single number of an indicator's target cell and its unit; both null where none or several numbers are printed. */
export type IndicatorValue = { readonly value: number | null; readonly unit: string | null };

const NONE: IndicatorValue = { value: null, unit: null };
const LONGEST_CELL = 400;

/**
 * Reads the target cell of an indicator: «100%» → 100 %, «не менее 50 Мбит/с» → 50 Мбит/с, «2,5 балла» → 2.5 балл.
 * Years that only say when («80 % к 2025 году») are not counted as numbers; ranges and values by year give null.
 */
export function readIndicatorValue(text: string): IndicatorValue {
  if (text.length > LONGEST_CELL) return NONE;
  const tokens = targetTokens(text);
  const values: IndicatorValue[] = [];
  for (let index = 0; index < tokens.length;) {
    const amount = isNumberWord(tokens, index) ? amountAt(tokens, index) : null;
    if (amount === null) {
      index += 1;
      continue;
    }
    if (amount.form === 'range' || amount.form === 'change') return NONE;
    index = amount.end;
    if (amount.form === 'passed') return NONE;
    const noun = amount.isPercent ? null : countedNounAt(text, tokens, amount.end);
    if (noun?.noun === 'time') {
      if (isYear(amount.value)) continue;
      values.push({ value: amount.value, unit: noun.unit });
    } else if (amount.isPercent) values.push({ value: amount.value, unit: '%' });
    else if (tokens[amount.begin - 1]?.norm === '№') continue;
    else values.push({ value: amount.value, unit: noun?.unit ?? nextWord(text, tokens, amount.end) });
  }
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : NONE;
}

/** Numbers in digits; in words only where nothing else could be meant: the cell begins with them. */
function isNumberWord(tokens: readonly TargetToken[], index: number): boolean {
  const token = tokens[index];
  return token?.kind === 'number' || (token?.kind === 'word' && index === 0);
}

/** A unit outside the dictionary as printed («2 Гкал»), only right behind the number. */
function nextWord(text: string, tokens: readonly TargetToken[], at: number): string | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || /^(?:и|или|в|на|к|до|от|из|по|с|не|до)$/u.test(token.norm)) return null;
  return text.slice(token.from, token.to);
}
