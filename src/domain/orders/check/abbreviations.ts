import { guessNoun } from '#domain/language/nominative.ts';
import { stem, wordsOf } from '#domain/language/words.ts';
import { finding } from '#domain/orders/check/finding.ts';
import type { Finding } from '#domain/orders/check/finding.ts';
import type { Measure, Plan } from '#domain/orders/plan.ts';

/** Capital letters, perhaps with small ones between («ТОИПКиПРО»), perhaps before a hyphen («ПП-консилиум»). */
const ABBREVIATION = /(?<![\p{L}\p{N}«-])[А-ЯЁ]{2,}(?:[а-яё]{0,2}[А-ЯЁ]+)*(?:-[а-яё]{5,})?(?![\p{L}\p{N}-])/gu;

/** Known to everyone who reads newspapers; Roman numerals typed in Cyrillic; words that titles print in capitals. */
const COMMON = new Set(['РФ', 'СССР', 'США', 'ХХ', 'ООО', 'АО', 'ИП', 'НЕ', 'ПО', 'НА', 'ЗА', 'ИЛИ', 'ПЛАН', 'ПРИКАЗ']);

/** Up to this many letters capitals are an abbreviation even when the document knows a word that begins so. */
const SHORT = 3;

type Piece = { readonly measure: number | null; readonly text: string };

/**
 * Abbreviations that the plan uses and the document explains nowhere; each once, at the measure that uses it first, those
 * of sections, indicators and lists of schools at the plan. A likely misprint of an explained one names it («ШНУС (ШНСУ?)»).
 */
export function undefinedAbbreviations(plan: Plan): Finding[] {
  const pieces = piecesOf(plan);
  const known = new Set(Object.keys(plan.abbreviations).flatMap(formsOf));
  const ordinary = ordinaryStems(pieces);
  const firstUse = new Map<string, number | null>();
  for (const { measure, text } of pieces.filter((piece) => !isPrintedInCapitals(piece.text))) {
    for (const abbreviation of abbreviationsIn(text)) {
      if (!firstUse.has(abbreviation)) firstUse.set(abbreviation, measure);
    }
  }
  const used = [...firstUse].map(([word, measure]) => ({ ...wholeOf(word), measure }));
  const compounds = new Set(used.filter(({ isCompound }) => isCompound).map(({ key }) => key.split(/[- ]/u, 1)[0]));
  return used
    .filter(({ key, head, isCompound }) => !known.has(key) && !(isCompound && known.has(head)))
    .filter(({ key }) => !COMMON.has(key) && !isOrdinaryWord(key, ordinary))
    .filter(({ key, isCompound }) => isCompound || !compounds.has(key))
    .filter(({ key }, place, all) => all.findIndex((other) => other.key === key) === place)
    .map(({ key, printed, measure }) => {
      const meant = [...known].find((candidate) => isMisprintOf(key, candidate));
      const words = meant === undefined ? withFollower(printed, pieces) : `${printed} (${meant}?)`;
      return finding(measure, 'undefined-abbreviation', words);
    });
}

function piecesOf(plan: Plan): Piece[] {
  return [
    ...plan.measures.flatMap((measure) => textsOf(measure).map((text) => ({ measure: measure.seq, text }))),
    ...[
      ...plan.sections.map((section) => section.title),
      ...plan.indicators.map((indicator) => indicator.name),
      ...plan.schools,
    ].map((text) => ({ measure: null, text })),
  ];
}

function textsOf({ title, result, responsible, publication }: Measure): string[] {
  return [title, result ?? '', ...responsible, publication ?? ''];
}

/** An explained «БД ОВЗ» explains «БД» and «ОВЗ» as well, and «ППМС-сопровождение» explains «ППМС». */
function formsOf(abbreviation: string): string[] {
  const words = abbreviation.split(/[\s«»"()]+/u);
  return [abbreviation, ...words, ...words.map((word) => word.split('-', 1)[0] ?? word)].filter((form) => form !== '');
}

function abbreviationsIn(text: string): string[] {
  return [...text.matchAll(ABBREVIATION)].map((match) => match[0]);
}

/** «БД ОВЗ» where two letters stand before one and the same abbreviation wherever they stand. */
function withFollower(word: string, pieces: readonly Piece[]): string {
  if (word.length > 2) return word;
  const followers = new Set(
    pieces.flatMap(({ text }) =>
      [...text.matchAll(ABBREVIATION)]
        .filter((match) => match[0] === word)
        .map((match) => /^ ([А-ЯЁ]{2,})(?!\p{L})/u.exec(text.slice(match.index + word.length))?.[1] ?? ''),
    ),
  );
  const [only = ''] = followers;
  return followers.size === 1 && only !== '' ? `${word} ${only}` : word;
}

/**
 * What an abbreviation is known by: «ППМС-помощи» is about «ППМС», «ПП-консилиума» about the compound as a whole, because
 * two letters alone say nothing.
 */
function wholeOf(word: string): { key: string; head: string; printed: string; isCompound: boolean } {
  const [head = word, tail] = word.split('-', 2);
  if (tail === undefined) return { key: word, head, printed: word, isCompound: false };
  if (head.length > 2) return { key: head, head, printed: head, isCompound: false };
  return { key: `${head}-${stem(tail)}`, head, printed: `${head}-${nominative(tail)}`, isCompound: true };
}

/** Nouns in «-иум» are masculine: what stands behind is an ending («консилиума»); others are guessed by their ending. */
function nominative(noun: string): string {
  const masculine = /^(.+иум)(?:[ауеы]|ом|ов|ам|ами|ах)$/u.exec(noun)?.[1];
  return masculine ?? guessNoun(noun)?.lemma ?? noun;
}

/** Whether capitals are only a way of printing: a heading, or a text that recognition made so. */
function isPrintedInCapitals(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const capital = words.filter((word) => /^\p{Lu}+$/u.test(word));
  return words.length > 2 && capital.length * 2 > words.length;
}

function ordinaryStems(pieces: readonly Piece[]): ReadonlySet<string> {
  return new Set(
    pieces.flatMap(({ text }) =>
      wordsOf(text)
        .filter((word) => /^\p{L}?\p{Ll}+$/u.test(word.text))
        .map((word) => stem(word.text)),
    ),
  );
}

const ADJECTIVE_ENDING = /(?:ЫМИ|ИМИ|ОГО|ОМУ|ЫЙ|ЫМ|ЫХ|АЯ|ОЙ|АМИ|ЕНИЕ|ЕНИЯ|ОСТЬ|ОСТИ)$/u;

/** «ШКОЛАМИ» is a word in capitals: it ends as words do, or the document has it in small letters. */
function isOrdinaryWord(abbreviation: string, ordinary: ReadonlySet<string>): boolean {
  if (abbreviation.length <= SHORT || /\p{Ll}/u.test(abbreviation)) return false;
  return (abbreviation.length > 5 && ADJECTIVE_ENDING.test(abbreviation)) || ordinary.has(stem(abbreviation));
}

/** Neighbouring letters changed places, letters differ only in case, or one letter is missing. */
function isMisprintOf(word: string, known: string): boolean {
  if (word.toLowerCase() === known.toLowerCase()) return word !== known;
  if (Math.min(word.length, known.length) < SHORT || known.length < 4) return false;
  if (word.length + 1 === known.length) {
    const at = Array.from(word).findIndex((letter, index) => letter !== known.charAt(index));
    const cut = at < 0 ? word.length : at;
    return known.slice(0, cut) + known.slice(cut + 1) === word;
  }
  if (word.length !== known.length) return false;
  const different = Array.from(word).flatMap((letter, index) => (letter === known.charAt(index) ? [] : [index]));
  const [first, second] = different;
  if (different.length !== 2 || first === undefined || second !== first + 1) return false;
  return word.charAt(first) === known.charAt(second) && word.charAt(second) === known.charAt(first);
}
