import { nounOf } from '#domain/language/nominative.ts';
import { amountAt, isYear, type Amount } from '#domain/targets/amounts.ts';
import { PHRASES_BEHIND, type ComparatorRule } from '#domain/targets/comparators.ts';
import { countedNounAt, type CountedNoun } from '#domain/targets/counted-noun.ts';
import { labelBefore, nounBefore } from '#domain/targets/labels.ts';
import { directionBefore, isCondition, leftContextOf, type LeftContext } from '#domain/targets/left-context.ts';
import { quotedRanges } from '#domain/targets/named-ranges.ts';
import { isPromised, type Place } from '#domain/targets/promise.ts';
import type { Comparator, Target } from '#domain/targets/target.ts';
import { targetTokens, type TargetToken } from '#domain/targets/target-tokens.ts';

/** A target with the offsets of its words in the text given, and how sure the reading is (0…1). */
export type FoundTarget = Target & { readonly from: number; readonly to: number; readonly confidence: number };

/**
 * The countable targets of a planned result or of a title, in the order of the text. Numbers inside quoted names, laws,
 * dates, classes, school numbers, frequencies and conditions are none; a title is read more strictly than a result.
 * The rules with their examples are in `grammar.ts`.
 */
export function readTargets(text: string, place: Place): FoundTarget[] {
  const tokens = targetTokens(text);
  const names = quotedRanges(text);
  const found: FoundTarget[] = [];
  let open: OpenBracket | null = null;
  let name = 0;
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index];
    if (token === undefined) break;
    while ((names[name]?.to ?? Infinity) <= token.from) name += 1;
    const amount = (names[name]?.from ?? Infinity) <= token.from ? null : amountAt(tokens, index);
    if (amount === null) {
      index += 1;
      continue;
    }
    if (amount.form === 'passed') {
      index = amount.end;
      continue;
    }
    const phrase: Phrase = { text, tokens, place, amount, index, left: leftContextOf(tokens, amount.begin) };
    const read: Reading = readPhrase(phrase, open !== null && open.at === amount.begin - 1 ? open : null);
    found.push(...read.targets);
    if (read.bracket !== null) open = read.bracket;
    index = Math.max(read.end, index + 1);
  }
  return found;
}

type Phrase = {
  readonly text: string;
  readonly tokens: readonly TargetToken[];
  readonly place: Place;
  readonly amount: Amount;
  readonly index: number;
  readonly left: LeftContext;
};

/** «12 (75%) завучей»: the bracket takes the comparator of what stands before it, and its words when it has none. */
type OpenBracket = {
  readonly at: number;
  readonly comparator: Comparator;
  readonly noun: CountedNoun | null;
  readonly isPercent: boolean;
  readonly from: number;
  readonly to: number;
};

type Reading = { readonly targets: readonly FoundTarget[]; readonly bracket: OpenBracket | null; readonly end: number };

function readPhrase(phrase: Phrase, outer: OpenBracket | null): Reading {
  const { text, tokens, amount, left, place } = phrase;
  const nothing: Reading = { targets: [], bracket: null, end: amount.end };
  const bracket = numberBracketAt(tokens, amount.end);
  const behind = rangeBehind(tokens, bracket?.close ?? amount.end);
  const nounAt =
    partOf(tokens, behind?.end ?? bracket?.close ?? amount.end) ?? behind?.end ?? bracket?.close ?? amount.end;
  const isBare = !amount.isPercent && left.rule === null && left.preposition === null && place === 'result';
  // Behind «не менее» any number governs the form that five does.
  const isCompared = !amount.isPercent && left.rule !== null && left.preposition === null && place === 'result';
  const next = countedNounAt(text, tokens, nounAt, isBare ? amount.value : isCompared ? 5 : null);
  const noun =
    next !== null &&
    (amount.isPercent || left.rule !== null || hasBound(left) || isOfCalendar(next) || next.agrees(amount.value))
      ? next
      : null;
  const lastRule = behind ?? rangeBehind(tokens, noun?.end ?? nounAt);
  const rule = left.rule ?? lastRule?.rule ?? null;
  const comparator = comparatorOf(phrase, rule) ?? outer?.comparator ?? '=';
  const isMeasure = noun?.noun === 'measure' || noun?.noun === 'hours';
  if (isCondition(tokens, left.begin, isMeasure)) return { ...nothing, end: Math.max(noun?.end ?? 0, amount.end) };

  const label =
    noun === null && outer === null && !amount.isPercent && !beginsGrades(phrase)
      ? labelBefore(tokens, amount.begin, left.isAfterLabel)
      : null;
  const isPercent = amount.isPercent || (label !== null && label.kind === 'percent' && amount.value <= 100);
  const promise = isPromised({
    place,
    amount: { ...amount, isPercent },
    left,
    isExplicit: rule !== null,
    isPerPeriod: noun !== null && isPerPeriod(tokens, noun.end),
    noun,
    isLabelled: label !== null && (left.isAfterLabel || rule !== null || endsClause(tokens, amount.end)),
    isAlone: noun === null && isWholeText(tokens, phrase),
    hasPercentBracket: bracket?.hasPercent === true,
    isInBracket: tokens[left.begin - 1]?.norm === '(',
    isStated: isStated(tokens, left.begin),
    isChange: directionBefore(tokens, left.begin) !== null,
    isBracketOf: outer !== null && (outer.isPercent || noun !== null || isPercent),
  });
  if (promise === null)
    return {
      ...nothing,
      end: noun !== null && noun.noun !== 'unknown' && amount.end < noun.end ? amount.end : amount.end,
    };

  const ownNoun = noun ?? outer?.noun ?? null;
  const first = tokens[left.begin] ?? tokens[amount.begin];
  const last = tokens[Math.max(amount.end, noun?.end ?? 0, lastRule?.end ?? 0) - 1];
  const isShared = outer !== null && left.rule === null && noun === null && outer.to > (last?.to ?? 0);
  const from = isShared ? outer.from : (first?.from ?? 0);
  const to = isShared ? outer.to : (last?.to ?? text.length);
  const target = (sign: Comparator, value: number): FoundTarget => {
    const whose = isPercent ? percentOf(ownNoun) : (ownNoun?.of ?? null);
    return {
      text: text.slice(from, to),
      comparator: sign,
      value,
      unit: isPercent ? '%' : (ownNoun?.unit ?? label?.unit ?? nounBefore(tokens, left.begin) ?? ''),
      kind: isPercent ? 'percent' : 'count',
      ...(whose === null ? {} : { of: whose }),
      in: place,
      from,
      to,
      confidence: Math.round(100 * promise * (rule?.about === true ? 0.8 : 1)) / 100,
    };
  };
  const upperEnd = amount.form === 'range' && left.rule === null ? amount.other : null;
  const targets =
    upperEnd !== null ? [target('>=', amount.value), target('<=', upperEnd)] : [target(comparator, amount.value)];
  const bracketAt = bracket?.open ?? (tokens[noun?.end ?? amount.end]?.norm === '(' ? (noun?.end ?? amount.end) : null);
  return {
    targets,
    bracket: bracketAt === null ? null : { at: bracketAt, comparator, noun: ownNoun, isPercent, from, to },
    end:
      bracket !== null || noun === null ? amount.end : Math.max(amount.end, Math.min(noun.end, bracketAt ?? noun.end)),
  };
}

/** Years, classes and frequencies take any form behind a number («2024 год», «9 класс»). */
const isOfCalendar = ({ noun }: CountedNoun): boolean => noun === 'time' || noun === 'ordinal' || noun === 'frequency';

const hasBound = (left: LeftContext): boolean => left.preposition === 'до' || left.preposition === 'от';

/** «до N» and «от N» compare too; «увеличить до 80 %» promises at least, «снизить до 10 %» at most. Null for a bare number. */
function comparatorOf({ tokens, amount, left }: Phrase, rule: ComparatorRule | null): Comparator | null {
  if (amount.form === 'change') {
    const direction = directionBefore(tokens, amount.begin);
    if (direction !== null) return direction === 'up' ? '>=' : '<=';
    return amount.value >= (amount.other ?? 0) ? '>=' : '<=';
  }
  if (rule !== null) return rule.comparator;
  if (left.preposition === 'до') {
    const direction = directionBefore(tokens, left.begin);
    if (direction !== null) return direction === 'up' ? '>=' : '<=';
    // «до 100 %» bounds nothing from above: it is the aim of a growth that is not named.
    return amount.isPercent && amount.value >= 100 ? '>=' : '<=';
  }
  if (left.preposition === 'от') return '>=';
  return null;
}

function rangeBehind(tokens: readonly TargetToken[], at: number): { rule: ComparatorRule; end: number } | null {
  let from = at;
  if (tokens[from]?.norm === '(' || tokens[from]?.norm === ',') from += 1;
  const words = `${tokens[from]?.norm ?? ''} ${tokens[from + 1]?.norm ?? ''}`;
  const rule = PHRASES_BEHIND.get(words);
  if (rule === undefined || !/^(?:и|или|как)$/u.test(tokens[from]?.norm ?? '')) return null;
  // «не менее 5 и более 3 …»: a number behind the words begins a phrase of its own.
  if (tokens[from + 2]?.kind === 'number') return null;
  const end = from + 2;
  return { rule, end: from > at && tokens[end]?.norm === ')' ? end + 1 : end };
}

/** «12 из 15 школ»: the index behind «из 15», where the noun stands. */
function partOf(tokens: readonly TargetToken[], at: number): number | null {
  const total = tokens[at + 1];
  return tokens[at]?.norm === 'из' && total?.kind === 'number' ? at + 2 : null;
}

const LONGEST_BRACKET = 9;

/** A bracket right behind a number that holds a number too: «12 (75%)», «6 (не менее 30 %)», «100 % (25)». */
function numberBracketAt(
  tokens: readonly TargetToken[],
  at: number,
): { readonly open: number; readonly close: number; readonly hasPercent: boolean } | null {
  if (tokens[at]?.norm !== '(') return null;
  let hasPercent = false;
  let hasNumber = false;
  for (let index = at + 1; index < at + LONGEST_BRACKET; index += 1) {
    const token = tokens[index];
    if (token === undefined) return null;
    if (token.norm === ')') return hasNumber ? { open: at, close: index + 1, hasPercent } : null;
    if (token.kind === 'percent') hasPercent = true;
    if (token.kind === 'number') hasNumber = true;
  }
  return null;
}

function percentOf(noun: CountedNoun | null): string | null {
  if (noun === null || noun.noun === 'time' || noun.noun === 'unknown') return null;
  if (noun.noun === 'abbreviation' || noun.of === null) return noun.plural;
  return `${noun.plural} ${noun.of}`;
}

/** «… в месяц», «… в год»: how often. */
function isPerPeriod(tokens: readonly TargetToken[], at: number): boolean {
  return tokens[at]?.norm === 'в' && nounOf(tokens[at + 1]?.norm ?? '')?.noun === 'time';
}

/** Nothing, a full stop, or a preposition of time follows: the number ends what its label began. */
function endsClause(tokens: readonly TargetToken[], at: number): boolean {
  const token = tokens[at];
  return token === undefined || token.kind === 'break' || /^[.;,)]$/u.test(token.norm);
}

/** «обучающихся 5, 6 и 8 классов»: the number is the first of a list of grades. */
function beginsGrades({ text, tokens, amount }: Phrase): boolean {
  let at = amount.end;
  const limit = at + LONGEST_LIST;
  while (at < limit && /^(?:,|и|-|–)$/u.test(tokens[at]?.norm ?? '') && tokens[at + 1]?.kind === 'number') at += 2;
  return at > amount.end && countedNounAt(text, tokens, at)?.noun === 'ordinal';
}

const LONGEST_LIST = 24;

/** Short participles that say what was done, behind which a bare number counts. */
const DONE =
  /^(?:открыт|создан|сформирован|провед[её]н|организован|реализован|разработан|введ[её]н|запущен|пройден|освоен|оборудован|укомплектован|подготовлен)[аоы]?$/u;

function isStated(tokens: readonly TargetToken[], begin: number): 'at-start' | 'as-done' | null {
  if (begin === 0) return 'at-start';
  return DONE.test(tokens[begin - 1]?.norm ?? '') ? 'as-done' : null;
}

/** The cell holds this number and nothing else. */
function isWholeText(tokens: readonly TargetToken[], { amount, left }: Phrase): boolean {
  if (isYear(amount.value) || tokens.length > amount.end + 2) return false;
  return left.begin === 0 && tokens.slice(amount.end).every((token) => token.norm === '.' || token.kind === 'break');
}
