import { DOWNWARDS, OF_TIME, PHRASES_BEFORE, UPWARDS, type ComparatorRule } from '#domain/targets/comparators.ts';
import type { TargetToken } from '#domain/targets/target-tokens.ts';

/** What stands before a number and bears on it. */
export type LeftContext = {
  readonly rule: ComparatorRule | null;
  /** The preposition right before the number («в», «до», «на» …), or null. */
  readonly preposition: string | null;
  /** Index of the first token that belongs to the target: the comparator's or the preposition's, else the number's. */
  readonly begin: number;
  /** A dash, colon or «составит» stands right before the number. */
  readonly isAfterLabel: boolean;
  /** The number says how often, how late or how old. */
  readonly isOfTime: boolean;
  /** The number names something: «№ 5», «приложение 2», «школа 12». */
  readonly isReference: boolean;
};

const PREPOSITIONS = new Set('в во на из для у по с со от до о об к при среди'.split(' '));
const SKIPPED = /^[-\u2010-\u2014\u2212,:(]$/u;
const SIGN = /^[<>=≥≤⩾⩽≈~]$/u;

const REFERENCE = new Set(
  `№ n no п пп пункт пункта пункту пункте пункты пунктов подпункт подпункта ст статья статьи статье статей ч часть части приложение приложения приложению
  приложении прил таблица таблицы таблице табл рис рисунок раздел раздела разделе разделу глава главы форма форме формы вариант варианта уровень уровня этап этапа
  модуль тема лист стр страница корпус дом д каб кабинет ауд офис тел телефон факс вн индекс инн огрн сош оош ош гимназия гимназии лицей лицея
  школа школе детсад доу дс мбоу мкоу маоу гбоу моу мбдоу мкдоу класс классе класса ступень группа направление задание номер строка графа столбец`
    .trim()
    .split(/\s+/u),
);

/** Reads backwards from the number at token `index`; a bounded number of tokens. */
export function leftContextOf(tokens: readonly TargetToken[], index: number): LeftContext {
  let at = index - 1;
  let begin = index;
  let isAfterLabel = false;
  let preposition: string | null = null;
  const before = tokens[at];
  const isReference = before !== undefined && isReferenceMark(tokens, at);

  for (let step = 0; step < 2 && tokens[at] !== undefined; step += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || !PREPOSITIONS.has(token.norm)) break;
    preposition ??= token.norm;
    begin = at;
    at -= 1;
  }
  while (index - at < 6 && (SKIPPED.test(tokens[at]?.norm ?? '') || tokens[at]?.kind === 'break')) {
    if (/^[-\u2010-\u2014\u2212:]$/u.test(tokens[at]?.norm ?? '')) isAfterLabel = true;
    at -= 1;
  }
  if (
    /^(?:составит|составляет|составила|составило|составил|составят|достигнет|достигла|достигло)$/u.test(
      tokens[at]?.norm ?? '',
    )
  )
    isAfterLabel = true;
  const afterChem = tokens[at]?.norm === 'чем' ? at - 1 : at;
  const found = phraseEndingAt(tokens, afterChem);
  const beforePhrase = tokens[(found?.begin ?? at + 1) - 1]?.norm ?? '';
  if (found !== null && beforePhrase !== 'тем') {
    const isWithout = tokens[found.begin]?.norm === 'не';
    const isOfTime = isWithout && OF_TIME.has(tokens[found.begin + 1]?.norm ?? '');
    return { rule: found.rule, preposition, begin: found.begin, isAfterLabel, isOfTime, isReference: false };
  }
  const isOfTime = OF_TIME.has(tokens[afterChem]?.norm ?? '') || OF_TIME.has(tokens[at]?.norm ?? '');
  return { rule: null, preposition, begin, isAfterLabel, isOfTime, isReference };
}

function isReferenceMark(tokens: readonly TargetToken[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.norm === '№') return true;
  if (token.norm === '.' && at > 0) {
    const word = tokens[at - 1];
    return word !== undefined && word.norm.length < 5 && REFERENCE.has(word.norm);
  }
  return token.kind === 'word' && REFERENCE.has(token.norm);
}

const LONGEST_PHRASE = 4;

function phraseEndingAt(tokens: readonly TargetToken[], at: number): { rule: ComparatorRule; begin: number } | null {
  const signs: string[] = [];
  let from = at;
  while (signs.length < 2 && SIGN.test(tokens[from]?.norm ?? '')) {
    signs.unshift(tokens[from]?.norm ?? '');
    from -= 1;
  }
  if (signs.length > 0) {
    const rule = PHRASES_BEFORE.get(signs.join('')) ?? PHRASES_BEFORE.get(signs.at(-1) ?? '');
    return rule === undefined ? null : { rule, begin: from + 1 };
  }
  let phrase = '';
  let words = 0;
  let longest: { rule: ComparatorRule; begin: number } | null = null;
  for (let index = at; index >= 0 && at - index < 8 && words < LONGEST_PHRASE; index -= 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.kind === 'break' || (words === 0 && (token.norm === '.' || token.norm === ','))) continue;
    if (token.kind !== 'word') break;
    phrase = phrase === '' ? token.norm : `${token.norm} ${phrase}`;
    words += 1;
    const rule = PHRASES_BEFORE.get(phrase);
    if (rule !== undefined) longest = { rule, begin: index };
  }
  return longest;
}

const CLAUSE = 16;

/** Whether the clause before token `index` speaks of growth («увеличить …») or of reduction («снизить …»). */
export function directionBefore(tokens: readonly TargetToken[], index: number): 'up' | 'down' | null {
  for (let at = index - 1; at >= 0 && index - at <= CLAUSE; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.norm === ';' || (token.norm === '.' && (tokens[at + 1]?.isCapitalised ?? false)))
      return null;
    if (token.kind !== 'word') continue;
    if (UPWARDS.some((stem) => token.norm.startsWith(stem)) && !token.norm.startsWith('возраст')) return 'up';
    if (DOWNWARDS.some((stem) => token.norm.startsWith(stem))) return 'down';
  }
  return null;
}

const ADJECTIVAL_PARTICIPLE = /(?:вших|вшие|вшим|вшая|вший|ющих|ющие|ющим|ящих|ящие|ющей|ющая|емых|имых)$/u;
const PEOPLE_PARTICIPLE =
  /^(?:обучающ|учащ|руководящ|неуспева|управля|заведующ|служащ|желающ|нуждающ|действующ|выступающ|следующ|включающ|охватывающ)/u;
const CONDITION = /^(?:имеющ|набравш|получивш|показавш|выполнивш|преодолевш|находящ|достигш|превышающ)/u;

/**
 * Whether the number is part of a condition and no promise: «набравших более 60 баллов», «школ, в которых более 50 %».
 * `isMeasure`: points, megabits or hours are counted, for which a wider look is safe.
 */
export function isCondition(tokens: readonly TargetToken[], begin: number, isMeasure: boolean): boolean {
  const reach = isMeasure ? 4 : 1;
  for (let at = begin - 1; at >= begin - reach; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word') return false;
    if (/^котор/u.test(token.norm) || token.norm === 'где' || token.norm === 'если') return true;
    if (CONDITION.test(token.norm)) return true;
    const isParticiple = ADJECTIVAL_PARTICIPLE.test(token.norm) && !PEOPLE_PARTICIPLE.test(token.norm);
    if (isParticiple && (isMeasure || tokens[at - 1]?.norm === ',' || tokens[at - 2]?.norm === ',')) return true;
  }
  return false;
}
