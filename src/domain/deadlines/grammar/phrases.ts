import { conditionPhrases } from '#domain/deadlines/grammar/condition-phrases.ts';
import { frequencyPhrases } from '#domain/deadlines/grammar/frequency-phrases.ts';
import { lastingPhrases } from '#domain/deadlines/grammar/lasting-phrases.ts';
import type { Part } from '#domain/deadlines/grammar/parts.ts';
import type { TailReach } from '#domain/deadlines/grammar/pattern.ts';
import { blockPhrases } from '#domain/deadlines/grammar/block-phrases.ts';
import { monthPhrases, yearPhrases } from '#domain/deadlines/grammar/month-phrases.ts';
import { longestOf, type Matcher, type Rule } from '#domain/deadlines/grammar/rule.ts';
import { isTimeWord, timeCategories } from '#domain/deadlines/grammar/time-words.ts';
import type { Word, Words } from '#domain/deadlines/grammar/words.ts';

/** A phrase found in the text: what it says, and the words it takes. */
export type Phrase = {
  readonly part: Part;
  readonly rule: string;
  readonly sure: number;
  /** Index of the word after it. */
  readonly end: number;
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
  /** It begins on a new line. */
  readonly newLine: boolean;
};

/** In running text nothing marks where a tail ends: it takes words in small letters, and few of them. */
const LONGEST_RUNNING_TAIL = 3;

const shortTail: TailReach = (words, index) => {
  let end = index;
  while (end < index + LONGEST_RUNNING_TAIL && isGenitive(words.word(end))) end += 1;
  return end;
};

/** «графику федерального оператора», «плану работы»: words of a tail stand in the genitive. */
function isGenitive(word: Word): boolean {
  return (
    word.kind === 'word' &&
    !word.capital &&
    !word.newLine &&
    /(?:ого|его|ой|ей|ых|их|ов|ев|ора|ии|ия|ы|а|я)$/u.test(word.text)
  );
}

/** The whole grammar of deadlines; of phrases equally long the one further up is meant. */
export const deadlinePhrases: readonly Rule<Part>[] = [
  ...monthPhrases,
  ...blockPhrases,
  ...yearPhrases,
  ...frequencyPhrases,
  ...lastingPhrases,
  ...conditionPhrases,
];
const phraseWords = deadlinePhrases.flatMap(({ patterns }) => patterns.flatMap((line) => line.split(/[ |]/u)));
const wordsOfPhrases = new Set(phraseWords);
const stemsOfPhrases = phraseWords.filter((word) => word.endsWith('~')).map((stem) => stem.slice(0, -1));

/** Whether any phrase can begin with this word: most words of a document begin none, and this tells them at once. */
export function mayBeginPhrase(word: Word): boolean {
  if (word.kind !== 'word') return word.kind === 'number' || word.kind === 'date' || '«"“„'.includes(word.text);
  if (wordsOfPhrases.has(word.text) || isTimeWord(word.text)) return true;
  return stemsOfPhrases.some((stem) => word.text.startsWith(stem));
}

const phraseInText: Matcher<Part> = longestOf(deadlinePhrases, () => timeCategories, shortTail, isTimeWord, 'text');

/** In a cell everything up to the next mark belongs to the phrase, unless a new phrase begins. */
const wholeTail: TailReach = (words, index) => {
  let end = index;
  while (end < index + LONGEST_CELL_TAIL && isTailWord(words, end) && !startsPhrase(words, end)) end += 1;
  return end;
};

const LONGEST_CELL_TAIL = 40;
const TAIL_MARKS = new Set(['«', '»', '"', '-', '№', '.']);

function isTailWord(words: Words, index: number): boolean {
  const word = words.word(index);
  if (word.text === ',') return PARTICIPLE.test(words.word(index + 1).text);
  return word.kind === 'mark' ? TAIL_MARKS.has(word.text) : word.kind !== 'end';
}

/** «по графику, утверждённому приказом …» goes on behind the comma. */
const PARTICIPLE = /^(?:утвержд|установл|согласов|размещ|разработ|определ|опублик|предусмотр|составл|котор)/u;

/** A new phrase ends a tail; «план на 2024 год», «приказ от 12.03.2024» are names of documents in it. */
function startsPhrase(words: Words, index: number): boolean {
  if (OF_DOCUMENT.has(words.word(index).text) || OF_DOCUMENT.has(words.word(index - 1).text)) return false;
  return phraseInText(words, index) !== null;
}

const OF_DOCUMENT = new Set(['на', 'от']);

const phraseInCell: Matcher<Part> = longestOf(deadlinePhrases, () => timeCategories, wholeTail, isTimeWord);

const JOINTS = new Set([',', ';', ':', '-', '(', ')', '/', 'и', 'а', 'также', 'далее', 'затем']);
/** In a cell a full stop is a joint too; in running text it ends the sentence. */
const JOINTS_IN_CELL = new Set([...JOINTS, '.', 'включительно']);
const MOST_JOINTS = 3;
/** No cell lists more; so that a long row of months is read in time proportional to its length from every word of it. */
const MOST_PHRASES = 16;

/** The phrases of running text that follow each other from the first word on, joined by nothing but commas and the like. */
export function phrasesOfText(words: Words): Phrase[] {
  const phrases: Phrase[] = [];
  let index = 0;
  while (words.word(index).kind !== 'end' && phrases.length < MOST_PHRASES) {
    const phrase = nextPhrase(words, index, phraseInText, phrases.length === 0 ? 0 : MOST_JOINTS);
    if (!phrase || isNextRow(phrase, phrases)) break;
    phrases.push(phrase);
    index = phrase.end;
  }
  return phrases;
}

/** «в течение года», and «в течение года» on the next line: the cell of the row below. */
function isNextRow(phrase: Phrase, before: readonly Phrase[]): boolean {
  const isRepeated = before.some((earlier) => earlier.rule === phrase.rule);
  return phrase.newLine && isRepeated && phrase.part.is !== 'time';
}

function nextPhrase(words: Words, index: number, phraseAt: Matcher<Part>, mostJoints: number): Phrase | null {
  let at = index;
  for (;;) {
    const match = phraseAt(words, at);
    if (match) {
      const [from, to] = [words.word(at).from, words.word(match.end - 1).to];
      const { newLine } = words.word(at);
      return { part: match.value, rule: match.rule, sure: match.sure, end: match.end, from, to, newLine };
    }
    if (at - index >= mostJoints || !JOINTS.has(words.word(at).text)) return null;
    at += 1;
  }
}

/** A piece of a cell that was not understood; `isNote` when it stands in brackets. */
export type Piece = { readonly text: string; readonly isNote: boolean };

/** The phrases of a whole cell, and the pieces between them that no phrase explains. */
export function phrasesOfCell(words: Words): { phrases: Phrase[]; rest: Piece[] } {
  const phrases: Phrase[] = [];
  const unread: { from: number; to: number; isNote: boolean }[] = [];
  let index = 0;
  let isAfterPhrase = true;
  while (words.word(index).kind !== 'end' && index < MOST_WORDS) {
    const phrase = nextPhrase(words, index, phraseInCell, 0);
    if (phrase) {
      phrases.push(phrase);
      index = phrase.end;
      isAfterPhrase = true;
      continue;
    }
    const word = words.word(index);
    const last = unread.at(-1);
    index += 1;
    if (word.kind === 'mark' || JOINTS_IN_CELL.has(word.text)) continue;
    if (last && !isAfterPhrase) last.to = word.to;
    else unread.push({ from: word.from, to: word.to, isNote: words.word(index - 2).text === '(' });
    isAfterPhrase = false;
  }
  if (words.word(index).kind !== 'end')
    unread.push({ from: words.word(index).from, to: words.text.length, isNote: false });
  return { phrases, rest: unread.map(({ from, to, isNote }) => ({ text: words.text.slice(from, to), isNote })) };
}

/** A cell with more words is no deadline. */
const MOST_WORDS = 400;
