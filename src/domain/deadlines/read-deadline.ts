import { composeDeadline, namesNoDay, noDeadline } from '#domain/deadlines/compose.ts';
import type { Deadline, PlanSpan } from '#domain/deadlines/deadline.ts';
import { frameOf } from '#domain/deadlines/resolve.ts';
import type { Part } from '#domain/deadlines/grammar/parts.ts';
import {
  mayBeginPhrase,
  type Phrase,
  phrasesOfCell,
  phrasesOfText,
  type Piece,
} from '#domain/deadlines/grammar/phrases.ts';
import { wordsFrom } from '#domain/deadlines/grammar/words.ts';

const PART_OF_WORD = /[\p{L}\p{N}]/u;
const WHITE_SPACE = /[\s\u200b\ufeff]/u;
/** Phrases that sentences use as often as deadline cells do. */
const WEAK = 0.4;

/**
 * The longest deadline that starts exactly at `offset` of running text (no white space there); null when none does.
 * Line breaks may stand between its words, blank lines may not. `to` is the offset after its last character.
 */
export function longestDeadlineAt(text: string, offset: number): { to: number; confidence: number } | null {
  if (offset > 0 && PART_OF_WORD.test(text.charAt(offset - 1)) && PART_OF_WORD.test(text.charAt(offset))) return null;
  if (WHITE_SPACE.test(text.charAt(offset))) return null;
  const words = wordsFrom(text, offset, true);
  if (!mayBeginPhrase(words.word(0))) return null;
  const phrases = phrasesOfText(words);
  const last = phrases.at(-1);
  if (!last) return null;
  const closes =
    text.charAt(last.to) === ')' &&
    text.slice(offset, last.to).lastIndexOf('(') > text.slice(offset, last.to).lastIndexOf(')');
  const sure = Math.min(...phrases.map((phrase) => phrase.sure));
  return {
    to: closes ? last.to + 1 : last.to,
    confidence: sure * (phrases.length === 1 ? strengthAlone(last, text) : 1),
  };
}

/** How likely a phrase that stands alone is a deadline and not a piece of a sentence («в 2024 году», «2023», «в мае»). */
function strengthAlone(phrase: Phrase, text: string): number {
  const startsWithPreposition = /^(?:в|на|за|во|с|до|к)\s(?!теч|протяж)/iu.test(
    text.slice(phrase.from, phrase.from + 8),
  );
  if (phrase.part.is === 'years' && !phrase.part.throughout) return startsWithPreposition ? WEAK : 0.6;
  // A day in figures is as often the date of a document.
  const isDay = phrase.part.is === 'time' && phrase.part.from === phrase.part.to && phrase.part.from.day !== null;
  if (phrase.part.is === 'time' && (startsWithPreposition || isDay)) return 0.6;
  return 1;
}

export type DeadlineReading = {
  readonly deadline: Deadline;
  /** 0…1; below 0.7 a person should look. */
  readonly confidence: number;
  /** Parts of the text that were not understood, in order. */
  readonly rest: readonly string[];
};

/** Reads a deadline cell against the span of its plan (null: the years of the plan are not known). Never throws. */
export function readDeadline(text: string, span: PlanSpan | null): DeadlineReading {
  const { phrases, rest } = phrasesOfCell(wordsFrom(text, labelLength(text), false));
  const unread = rest.map((piece) => piece.text);
  if (phrases.length === 0) return { deadline: noDeadline, confidence: rest.length === 0 ? 1 : 0, rest: unread };
  const { deadline, sure } = composeDeadline(partsOf(phrases), frameOf(span));
  const confidence = sure * leastSure(phrases) * understoodShare(phrases, rest);
  return { deadline, confidence, rest: unread };
}

/** «Срок исполнения: март-май»: a title copied into the cell says nothing more. */
function labelLength(text: string): number {
  return LABEL.exec(text)?.[0].length ?? 0;
}

const LABEL =
  /^\s{0,20}(?:сроки?|даты?)(?:\s{1,3}(?:исполнения|выполнения|проведения|реализации))?\s{0,3}(?::|[-–—]\s)\s{0,5}(?=\S)/iu;

/** Whether the deadline prints a day that does not exist: «31 июня», «30.02.2024». */
export function isNoSuchDay(text: string): boolean {
  return namesNoDay(partsOf(phrasesOfCell(wordsFrom(text, labelLength(text), false)).phrases));
}

/** How plausible it is (0…1) that the whole text is a deadline. */
export function isDeadlineText(text: string): number {
  const { phrases, rest } = phrasesOfCell(wordsFrom(text, 0, false));
  const [first] = phrases;
  if (!first) return 0;
  const { sure } = composeDeadline(partsOf(phrases), frameOf(ANY_SPAN));
  const isBareYear = phrases.length === 1 && first.part.is === 'years' && !first.part.throughout;
  return sure * leastSure(phrases) * understoodShare(phrases, rest) ** 2 * (isBareYear ? 0.8 : 1);
}

const ANY_SPAN: PlanSpan = { from: '2024-01', to: '2024-12', schoolYear: false };

function partsOf(phrases: readonly Phrase[]): Part[] {
  return phrases.map((phrase) => phrase.part);
}

function leastSure(phrases: readonly Phrase[]): number {
  return Math.min(...phrases.map((phrase) => phrase.sure));
}

/** Notes in brackets («сентябрь (стартовая), май (итоговая)») say little about when. */
const WEIGHT_OF_NOTE = 0.2;

function understoodShare(phrases: readonly Phrase[], rest: readonly Piece[]): number {
  const read = phrases.reduce((sum, phrase) => sum + phrase.to - phrase.from, 0);
  const unread = rest.reduce((sum, piece) => sum + piece.text.length * (piece.isNote ? WEIGHT_OF_NOTE : 1), 0);
  return read / (read + unread);
}
