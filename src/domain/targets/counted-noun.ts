import { countForm } from '#domain/language/numerals.ts';
import {
  guessCounted,
  guessNoun,
  looksLikeAdjective,
  nounOf,
  setTermAdjective,
  type Noun,
} from '#domain/language/nominative.ts';
import type { NounClass } from '#domain/language/nominative-nouns.ts';
import type { TargetToken } from '#domain/targets/target-tokens.ts';

/** What a number counts: found behind it, adjectives between them. */
export type CountedNoun = {
  /** Nominative singular; an abbreviation or unit of measurement as printed. */
  readonly unit: string;
  /** Nominative plural, for «80 % of whom». */
  readonly plural: string;
  readonly noun: NounClass | 'unknown' | 'abbreviation';
  /** Whether the noun's form is one that the number can govern. */
  readonly agrees: (value: number) => boolean;
  readonly isDative: boolean;
  readonly isCapitalised: boolean;
  /** Index behind the last token. */
  readonly end: number;
  /** Whose they are, as printed («ШНОР», «ШНОР и ШНСУ»). */
  readonly of: string | null;
};

/** Abbreviated nouns and units of measurement: printed form (lower case) → unit and class. */
const SHORT: ReadonlyMap<string, readonly [unit: string, noun: NounClass]> = new Map<
  string,
  readonly [string, NounClass]
>([
  ['чел', ['человек', 'person']],
  ['человек', ['человек', 'person']],
  ['человека', ['человек', 'person']],
  ['людей', ['человек', 'person']],
  ['людям', ['человек', 'person']],
  ['шт', ['штука', 'thing']],
  ['ед', ['единица', 'thing']],
  ['экз', ['экземпляр', 'thing']],
  ['обуч', ['обучающийся', 'person']],
  ['пед', ['педагог', 'person']],
  ['руб', ['рубль', 'measure']],
  ['б', ['балл', 'measure']],
  ['гбит', ['Гбит/с', 'measure']],
  ['мбит', ['Мбит/с', 'measure']],
  ['кбит', ['Кбит/с', 'measure']],
  ['мб', ['Мб', 'measure']],
  ['гб', ['Гб', 'measure']],
  ['кв', ['кв. м', 'measure']],
  ['км', ['км', 'measure']],
  ['ч', ['час', 'hours']],
  ['часа', ['час', 'hours']],
  ['часов', ['час', 'hours']],
  ['лет', ['год', 'time']],
  ['г', ['год', 'time']],
  ['гг', ['год', 'time']],
  ['мес', ['месяц', 'time']],
  ['мин', ['минута', 'time']],
  ['сек', ['секунда', 'time']],
  ['дн', ['день', 'time']],
  ['нед', ['неделя', 'time']],
  ['кл', ['класс', 'ordinal']],
  ['раза', ['раз', 'frequency']],
]);

/** Abbreviations that are never counted: exams, laws, standards, countries, subjects. */
const UNCOUNTED =
  /^(?:фгос|фоп|фооп|ооп|аооп|ноо|ооо|соо|ноо|егэ|огэ|гвэ|гиа|впр|нико|рф|фз|снг|овз|ноко|всоко|мсоко|осоко|тнр|зпр|рас|пк|ипк|дпо|кпк|мтб|икт|it|ит|it-\S+|сми|тв|нод|обж|изо|онр|пдо|муниципалитет|цос|нп|пфдо|тикф|кпмо|ппмс|ппк|гто|тв|втч|уч|стр|рис|фис|смк)$/u;

const SCHOOL_NUMBERED = /^(?:шнор|шнсу|шнсур|сош|ооо|оош|нош|ош|школа|школ)$/u;
const MAX_ADJECTIVES = 5;

/**
 * The counted noun at `index`, or null. Reads a bounded number of tokens.
 * @param value the bare number before it, which lets words be guessed that no ending tells; null where there is none
 */
export function countedNounAt(
  text: string,
  tokens: readonly TargetToken[],
  index: number,
  value: number | null = null,
): CountedNoun | null {
  const adjectives: TargetToken[] = [];
  let at = index;
  for (let step = 0; step <= MAX_ADJECTIVES * 2; step += 1) {
    const token = tokens[at];
    if (token === undefined) return null;
    if (token.kind === 'break' && step > 0) {
      at += 1;
      continue;
    }
    const isJoint =
      adjectives.length > 0 && (token.norm === ',' || token.norm === 'и' || token.norm === 'или' || token.norm === '/');
    if (isJoint) {
      at += 1;
      continue;
    }
    if (token.kind !== 'word') return null;
    const found = nounAt(text, tokens, at, adjectives, value);
    if (found !== null) return found;
    if (!isQualifier(token.norm) || adjectives.length >= MAX_ADJECTIVES) return null;
    adjectives.push(token);
    at += 1;
  }
  return null;
}

/** Adjectives, and words that stand before nouns without being adjectives: «из них», «онлайн». */
function isQualifier(word: string): boolean {
  return looksLikeAdjective(word) || /^(?:всех|всего|онлайн|офлайн|очных|мини|таких|их|его|видео|медиа)$/u.test(word);
}

function nounAt(
  text: string,
  tokens: readonly TargetToken[],
  at: number,
  adjectives: readonly TargetToken[],
  value: number | null,
): CountedNoun | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const short = SHORT.get(token.norm);
  if (short !== undefined && !token.isAbbreviation) return shortNoun(text, tokens, at, short);
  if (token.isAbbreviation) return abbreviation(text, tokens, at);
  const known = nounOf(token.norm);
  const noun = known ?? (looksLikeAdjective(token.norm) ? null : guessed(token.norm, value));
  if (noun === null) return null;
  const end = at + 1;
  const unit = [...setTerms(adjectives, noun, 'singular'), noun.lemma].join(' ');
  const plural = [...setTerms(adjectives, noun, 'plural'), noun.plural].join(' ');
  const beyond = ofWhom(text, tokens, end);
  return {
    unit,
    plural,
    noun: isEvent(noun, adjectives) ? 'event' : noun.noun,
    agrees: (value) => agrees(noun, value),
    isDative: noun.forms.has('dative-plural'),
    isCapitalised: token.isCapitalised,
    end: beyond.end,
    of: beyond.of,
  };
}

/** «2 предметные недели», «3 методических дня» are held, not waited for. */
function isEvent(noun: Noun, adjectives: readonly TargetToken[]): boolean {
  return (
    noun.noun === 'time' && adjectives.some(({ norm }) => /^(?:предметн|тематическ|методическ|открыт)/u.test(norm))
  );
}

function guessed(word: string, value: number | null): Noun | null {
  return guessNoun(word) ?? (value === null ? null : guessCounted(word, countForm(value)));
}

function setTerms(adjectives: readonly TargetToken[], noun: Noun, number: 'singular' | 'plural'): string[] {
  if (noun.lemma === 'стол' || noun.lemma === 'карта') return fixedPair(adjectives, noun.lemma, number);
  if (noun.noun !== 'person' && noun.noun !== 'organisation') return [];
  return adjectives.flatMap((adjective) => setTermAdjective(adjective.norm, noun.gender, number) ?? []);
}

/** «круглый стол» and «дорожная карта» are things of their own. */
function fixedPair(adjectives: readonly TargetToken[], lemma: string, number: 'singular' | 'plural'): string[] {
  const last = adjectives.at(-1)?.norm ?? '';
  if (lemma === 'стол' && last.startsWith('кругл')) return [number === 'plural' ? 'круглые' : 'круглый'];
  if (lemma === 'карта' && last.startsWith('дорожн')) return [number === 'plural' ? 'дорожные' : 'дорожная'];
  return [];
}

function shortNoun(
  text: string,
  tokens: readonly TargetToken[],
  at: number,
  [name, noun]: readonly [string, NounClass],
): CountedNoun {
  let end = at + 1;
  const isRate = tokens[end]?.norm === '/' && /^(?:с|сек|секунду)$/u.test(tokens[end + 1]?.norm ?? '');
  if (isRate) end += 2;
  else if (tokens[end]?.norm === '.' && name !== text.slice(tokens[at]?.from, tokens[at]?.to)) end += 1;
  // A rate is kept as printed («Мбит/сек»).
  const unit = isRate ? text.slice(tokens[at]?.from, tokens[end - 1]?.to) : name;
  return { unit, plural: unit, noun, agrees: () => true, isDative: false, isCapitalised: false, end, of: null };
}

/** «10 ШНОР», «10 ШНОР и ШНСУ» (two kinds of schools: «школа»). */
function abbreviation(text: string, tokens: readonly TargetToken[], at: number): CountedNoun | null {
  const token = tokens[at];
  if (token === undefined || UNCOUNTED.test(token.norm) || token.norm.length > 14) return null;
  const printed = text.slice(token.from, token.to);
  const next = tokens[at + 2];
  const isPair =
    tokens[at + 1]?.norm === 'и' && next !== undefined && (next.isAbbreviation || next.norm.startsWith('школ'));
  const beyond = ofWhom(text, tokens, at);
  const areSchools = SCHOOL_NUMBERED.test(token.norm) && isPair && next.norm.startsWith('ш');
  return {
    unit: areSchools ? 'школа' : printed,
    plural: beyond.of ?? printed,
    noun: 'abbreviation',
    agrees: () => true,
    isDative: false,
    isCapitalised: false,
    end: Math.max(beyond.end, at + 1),
    of: areSchools ? beyond.of : null,
  };
}

const GEOGRAPHY = /^(?:региона|района|области|края|округа|муниципалитета|города|республики|школы)$/u;

/** «(из) ШНОР», «ШНОР и школ «группы риска»», «района» behind a noun: at most twelve tokens. */
function ofWhom(text: string, tokens: readonly TargetToken[], from: number): { of: string | null; end: number } {
  let end = from;
  let first = from;
  if (tokens[end]?.norm === 'из' && tokens[end + 1]?.isAbbreviation === true) {
    end += 1;
    first = end;
  }
  const start = end;
  while (end - from < 12) {
    const token = tokens[end];
    if (token === undefined) break;
    if (token.isAbbreviation || GEOGRAPHY.test(token.norm)) {
      end += 1;
      continue;
    }
    const joins = token.norm === 'и' && end > start;
    if (joins && tokens[end + 1]?.isAbbreviation === true) end += 2;
    else if (joins && tokens[end + 1]?.norm === 'школ' && tokens[end + 2]?.norm === '«')
      end = closingQuote(tokens, end + 2);
    else break;
  }
  const last = tokens[end - 1];
  const begin = tokens[first];
  if (end === start || last === undefined || begin === undefined) return { of: null, end: from };
  return { of: text.slice(begin.from, last.to), end };
}

function closingQuote(tokens: readonly TargetToken[], from: number): number {
  for (let at = from; at < from + 8; at += 1) if (tokens[at]?.norm === '»') return at + 1;
  return from;
}

/**
 * «1 школа», «2 школы», «5 школ», and any number with the plural of another case («о 2 школах», «35 обучающимся»).
 * Genitive «не менее 1 школы», «не менее 2 школ» agrees too.
 */
function agrees(noun: Noun, value: number): boolean {
  const { forms } = noun;
  if (noun.noun === 'unknown')
    return forms.has('genitive-plural') || forms.has('dative-plural') || forms.has('oblique');
  switch (countForm(value)) {
    case 'one':
      return forms.has('nominative') || forms.has('accusative') || forms.has('genitive') || forms.has('oblique');
    case 'few':
      return (
        forms.has('genitive') || forms.has('genitive-plural') || forms.has('dative-plural') || forms.has('oblique')
      );
    case 'many':
      return forms.has('genitive-plural') || forms.has('dative-plural') || forms.has('oblique');
  }
}
