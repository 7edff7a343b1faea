import { dutyPhrases } from '#domain/deadlines/duty-grammar.ts';
import type { Part } from '#domain/deadlines/parts.ts';
import type { TailReach } from '#domain/deadlines/pattern.ts';
import { timePhrases } from '#domain/deadlines/phrase-grammar.ts';
import { longestOf, type Matcher } from '#domain/deadlines/rule.ts';
import { timeCategories } from '#domain/deadlines/time-grammar.ts';
import type { Word, Words } from '#domain/deadlines/words.ts';

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

const allPhrases = [...timePhrases, ...dutyPhrases];
const phraseInText: Matcher<Part> = longestOf(allPhrases, () => timeCategories, shortTail);

const JOINING_MARKS = new Set([',', ';', '(', ')', '/', '.', 'и', 'а', 'также', 'далее', 'затем']);
const MOST_JOINTS = 3;

/** The phrases that follow each other from the first word on, as far as they are joined by nothing but commas and the like. */
export function phrasesFrom(words: Words, phraseAt: Matcher<Part>): Phrase[] {
  const phrases: Phrase[] = [];
  let index = 0;
  while (words.word(index).kind !== 'end') {
    const phrase = nextPhrase(words, index, phraseAt, phrases.length === 0 ? 0 : MOST_JOINTS);
    if (!phrase) break;
    phrases.push(phrase);
    index = phrase.end;
  }
  return phrases;
}

function nextPhrase(words: Words, index: number, phraseAt: Matcher<Part>, mostJoints: number): Phrase | null {
  let at = index;
  for (;;) {
    const match = phraseAt(words, at);
    if (match) {
      const [from, to] = [words.word(at).from, words.word(match.end - 1).to];
      return { part: match.value, rule: match.rule, sure: match.sure, end: match.end, from, to };
    }
    if (at - index >= mostJoints || !JOINING_MARKS.has(words.word(at).text)) return null;
    at += 1;
  }
}

/** The phrases of running text from the first word on. */
export function phrasesOfText(words: Words): Phrase[] {
  return phrasesFrom(words, phraseInText);
}
