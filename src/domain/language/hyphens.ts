import {
  cannotBeginWord,
  hasHyphenatedFirst,
  hasHyphenatedSecond,
  hasSolidFirst,
  isAdjectiveStem,
  isBarePrefix,
  isFixedCompound,
  isMonth,
} from '#domain/language/hyphens-compounds.ts';
import { collapsePassage, JOINT, type Passage } from '#domain/language/passage.ts';
import { comparisonForm, stem, wordsOf } from '#domain/language/words.ts';

/** What a document itself says about its words: how often each occurs whole, and which are written with a hyphen. */
export type Vocabulary = {
  /** Counts by comparison form; words broken at a line end are not counted. */
  readonly words: ReadonlyMap<string, number>;
  /** Counts by stem of the words above. */
  readonly stems: ReadonlyMap<string, number>;
  /** Counts of words with hyphens that stand inside a line («психолого-педагогический»), by comparison form. */
  readonly compounds: ReadonlyMap<string, number>;
};

/** Words of nearly every plan, so that narrow columns («Ответственн|ые», «сентябр|ь») are mended in short documents too. */
const EVERY_PLAN = `январь января феврале февраль февраля марта апрель апреля август августа сентябрь сентября октябрь октября
  ноябрь ноября декабрь декабря ответственные ответственный исполнители исполнитель исполнения исполнение реализации
  мероприятия мероприятие мероприятий наименование содержание результат результаты проведения согласованию необходимости
  соответствии управление управления образования образование руководитель руководители заместитель директора организации
  постоянно ежегодно ежемесячно ежеквартально еженедельно ежедневно муниципальный муниципальные региональный общеобразовательные
  общеобразовательных педагоги педагогические специалисты специалист методист показатель показатели планируемый планируемые
  ожидаемый ожидаемые информационное сопровождение администрация администрации отдельному утвержденному индивидуальному
  графику согласованию учебного календарного течение квартал полугодие четверть четверти`;

/** Those words in comparison form. */
export const PLAN_WORDS: ReadonlySet<string> = new Set(wordsOf(EVERY_PLAN).map((word) => comparisonForm(word.text)));

/** The vocabulary of a document's whole text, counted when it is first asked: most cells need none. */
export function vocabularyOf(text: string): Vocabulary {
  let counted: Vocabulary | null = null;
  const vocabulary = (): Vocabulary => (counted ??= countWords(text));
  return {
    get words() {
      return vocabulary().words;
    },
    get stems() {
      return vocabulary().stems;
    },
    get compounds() {
      return vocabulary().compounds;
    },
  };
}

function countWords(text: string): Vocabulary {
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  const compounds = new Map<string, number>();
  let broken = -1;
  for (const word of wordsOf(text)) {
    const end = word.from + word.text.length;
    const isRest = broken >= 0 && text.slice(broken, word.from).trim() === '';
    broken = -1;
    if (BREAK_AFTER.test(text.slice(end, end + 8))) broken = end + 1;
    if (isRest || broken >= 0 || BREAK_BEFORE_CELL.test(text.slice(end, end + 8))) continue;
    const form = comparisonForm(word.text);
    count(form.includes('-') ? compounds : words, form);
  }
  for (const [form, times] of words) if (form.length > 3) count(stems, stem(form), times);
  for (const word of PLAN_WORDS) count(words, word, 0);
  for (const itsStem of PLAN_STEMS) count(stems, itsStem, 0);
  return { words, stems, compounds };
}

/** Worked out once: vocabularies are also made of single cells. */
const PLAN_STEMS: readonly string[] = [...PLAN_WORDS].filter((word) => word.length > 3).map(stem);

/** A hyphen behind which the line ends (blank space may follow it). */
const BREAK_AFTER = /^[-\u2010\u2011\u00ad¬][ \t]{0,4}(?:\n|$)/u;

/** A hyphen behind which another cell stands: in a frame, or across a wide gap. */
const BREAK_BEFORE_CELL = /^[-\u2010\u2011\u00ad¬](?:[ \t]?[|│¦║]|[ \t]{2})/u;

function count(counts: Map<string, number>, form: string, times = 1): void {
  counts.set(form, (counts.get(form) ?? 0) + times);
}

/**
 * The lines of one cell or paragraph as one passage: white space collapsed, words that a line end (or an earlier
 * conversion) broke joined without the hyphen, compounds and ranges kept with it, addresses of sites joined.
 */
export function joinLines(lines: readonly Passage[], vocabulary: Vocabulary): Passage {
  const joined: Builder = { parts: [], tail: '', at: [] };
  for (const line of lines) {
    const next = collapsePassage(line);
    if (next.text === '') continue;
    if (joined.parts.length === 0) glue(joined, next);
    else append(joined, next, vocabulary);
  }
  return mended({ text: joined.parts.join(''), at: joined.at }, vocabulary);
}

/** Text that grows by parts; `tail` holds its last letters, so that a long text is not looked through for each line. */
type Builder = { readonly parts: string[]; tail: string; readonly at: number[] };

const LETTER_OR_FIGURE = /[\p{L}\p{N}]/u;
const FIRST_WORD = /^[\p{L}\p{N}]+/u;
const TAIL = 200;

function append(before: Builder, next: Passage, vocabulary: Vocabulary): void {
  const { tail } = before;
  const last = tail.at(-1) ?? '';
  const first = next.text.match(FIRST_WORD)?.[0];
  if (isBrokenAddress(tail, next.text) || isBrokenDate(tail, next.text)) return glue(before, next);
  if (first !== undefined && SOFT_HYPHENS.test(last)) return glueWithoutLast(before, next);
  if (first !== undefined && HYPHENS.test(last)) {
    const left = lastWordOf(tail.slice(0, -1));
    if (left !== undefined && NAME_GOES_ON.test(next.text)) return glue(before, next);
    if (left !== undefined) {
      if (belongs(left, first, vocabulary, beforeHyphen(tail, left))) return glue(before, next);
      return glueWithoutLast(before, next);
    }
  }
  const left = lastWordOf(tail);
  if (left !== undefined && first !== undefined && isBrokenWord(left, first, vocabulary)) return glue(before, next);
  if (last === '–' && first !== undefined && !tail.endsWith(' –') && (isMonth(first) || /^\d/u.test(first))) {
    return glue(before, next);
  }
  grow(before, ' ');
  before.at.push(JOINT);
  glue(before, next);
}

/** The run of letters and figures that the text ends with. */
function lastWordOf(text: string): string | undefined {
  let from = text.length;
  while (from > 0 && LETTER_OR_FIGURE.test(text.charAt(from - 1))) from -= 1;
  return from === text.length ? undefined : text.slice(from);
}

/** «Новинск-» + «на-Реке», «Усть-» + «да-…»: a small word inside a name. */
const NAME_GOES_ON = /^\p{Ll}{1,3}-\p{Lu}/u;

const HYPHENS = /^[-\u2010\u2011]$/u;
const SOFT_HYPHENS = /^[\u00ad¬]$/u;

/** The rest of the compound that `left` ends: «психолого-» of «психолого-медико-». */
const beforeHyphen = (tail: string, left: string): boolean => /[-\u2010\u2011]$/u.test(tail.slice(0, -1 - left.length));

function glue(before: Builder, next: Passage): void {
  grow(before, next.text);
  for (const offset of next.at) before.at.push(offset);
}

function glueWithoutLast(before: Builder, next: Passage): void {
  before.parts.push((before.parts.pop() ?? '').slice(0, -1));
  before.tail = before.tail.slice(0, -1);
  before.at.pop();
  glue(before, next);
}

function grow(before: Builder, text: string): void {
  before.parts.push(text);
  before.tail = (before.tail + text).slice(-TAIL);
}

/** Figures that a narrow column cut: «20.06.202» + «4», «20.» + «06.2026», «май 202» + «6 года». */
function isBrokenDate(tail: string, next: string): boolean {
  if (!/[\d.]$/u.test(tail.slice(-1))) return false;
  const [figures] = tail.match(/(?<![\d.])\d[\d.]{0,9}$/u) ?? [''];
  const [rest] = next.match(/^[\d.]{1,9}/u) ?? [''];
  if (figures === '' || rest === '') return false;
  if (/^\d{1,2}\.(?:\d{1,2}(?:\.\d{0,3})?)?$/u.test(figures)) {
    return /^(?:0[1-9]|[12]\d|3[01]|[1-9])\.(?:0[1-9]|1[0-2])\.(?:20)\d{2}\.?$/u.test(figures + rest);
  }
  return /^20\d$/u.test(figures) && /^\d\.?$/u.test(rest) && /\p{L}\s20\d$/u.test(tail);
}

/** What an address never ends with; looked at first, because every line is asked. */
const NO_ADDRESS = /[\s\p{Script=Cyrillic}«»"<>]/u;

/** An address that goes on in the next line: «http://www.» + «example.ru/», «https://example.ru/long-» + «path». */
function isBrokenAddress(tail: string, next: string): boolean {
  if (NO_ADDRESS.test(tail.slice(-1))) return false;
  const address = tail.match(/(?:https?:\/\/|www\.)[^\s\p{Script=Cyrillic}«»"<>]*$/iu)?.[0];
  if (address === undefined) return false;
  const rest = next.match(/^[^\s,;«»"<>]+/u)?.[0] ?? '';
  if (/\p{Script=Cyrillic}/u.test(rest) || !/^[a-z0-9/?&=_.%#~-]/iu.test(rest)) return false;
  if (/^(?:https?:\/\/)/iu.test(rest)) return false;
  return /(?:\/\/|[/.?&=_-]|www)$/iu.test(address) ? /[a-z0-9]/iu.test(rest) : /^[./?&=]|[/.]\S/u.test(rest);
}

/** Whether the hyphen between `left` and `right`, at a line end, belongs to the word. */
function belongs(left: string, right: string, vocabulary: Vocabulary, inCompound: boolean): boolean {
  if (/\d$/u.test(left) || /^\d/u.test(right)) return true;
  const isLatin = (word: string): boolean => /^[a-z]/iu.test(word);
  if (isLatin(left) !== isLatin(right)) return true;
  const isCapital = (word: string): boolean => word.length > 1 && word === word.toUpperCase();
  if (isCapital(left) !== isCapital(right) && isCapital(left)) return true;
  if (/^\p{Lu}/u.test(right) && !isCapital(left)) return true;
  if (isFixedCompound(left, right) || (isMonth(left) && isMonth(right))) return true;
  const whole = known(left + right, vocabulary);
  const compound = vocabulary.compounds.get(comparisonForm(`${left}-${right}`)) ?? 0;
  if (whole !== compound) return compound > whole;
  if (isCapital(left) && left.length + right.length < 8 && left.length < 4) return true;
  if (hasHyphenatedFirst(left)) return true;
  if (hasSolidFirst(left)) return false;
  if (isAdjectiveStem(left, right)) return true;
  if (hasHyphenatedSecond(right) && left.length >= 3 && !isBarePrefix(left)) return true;
  if (left.length >= 4 && right.length >= 4 && isWord(left, vocabulary) && isWord(right, vocabulary)) return true;
  return inCompound && left.length >= 4 && /[ое]$/u.test(left) && right.length >= 5;
}

/** How often the document writes `word`, or a form of it, whole. */
function known(word: string, vocabulary: Vocabulary): number {
  const exact = vocabulary.words.get(comparisonForm(word));
  if (exact !== undefined) return Math.max(exact, 1);
  if (word.length < 6) return 0;
  const byStem = vocabulary.stems.get(stem(word));
  return byStem === undefined ? 0 : Math.max(byStem, 1);
}

const isWord = (word: string, vocabulary: Vocabulary): boolean => vocabulary.words.has(comparisonForm(word));

const FUNCTION_WORD =
  /^(?:для|при|над|под|про|без|или|что|как|это|его|все|обо|изо|ото|они|она|оно|был|так|где|кто|чем|уже|еще|через|между|после|перед|около|кроме|ради|вне|лиц|год)$/u;

/** A word that a narrow column cut without a hyphen: both halves together are a word of the document, apart they are not. */
function isBrokenWord(left: string, right: string, vocabulary: Vocabulary): boolean {
  if (left.length < 3 || left.length + right.length < 5 || FUNCTION_WORD.test(comparisonForm(left))) return false;
  if (!/^\p{Ll}+$/u.test(right) && !(right.length === 1 && /^\p{L}$/u.test(right))) return false;
  if (!/\p{L}$/u.test(left) || !vocabulary.words.has(comparisonForm(left + right))) return false;
  const timesLeft = vocabulary.words.get(comparisonForm(left)) ?? 0;
  const timesRight = vocabulary.words.get(comparisonForm(right)) ?? 0;
  const timesWhole = vocabulary.words.get(comparisonForm(left + right)) ?? 0;
  return cannotBeginWord(right) || Math.min(timesLeft, timesRight) <= Math.max(1, timesWhole);
}

/** Hyphens and spaces that an earlier conversion may have left inside a line. */
const MENDABLE = /(?<=\p{L})[-\u2010\u2011\u00ad¬] ?(?=\p{L})|[\u00ad]|(?<=:\/\/) (?=[a-z0-9])/giu;
const LONGEST_WORD = 40;

function mended(joined: Passage, vocabulary: Vocabulary): Passage {
  let text = '';
  const at: number[] = [];
  let from = 0;
  const keepTo = (end: number): void => {
    text += joined.text.slice(from, end);
    for (let index = from; index < end; index += 1) at.push(joined.at[index] ?? JOINT);
  };
  for (const match of joined.text.matchAll(MENDABLE)) {
    const end = match.index + match[0].length;
    const left = lastWordOf(joined.text.slice(Math.max(0, match.index - LONGEST_WORD), match.index)) ?? '';
    const right = joined.text.slice(end, end + LONGEST_WORD).match(FIRST_WORD)?.[0] ?? '';
    const kept = lettersKept(match[0], left, right, vocabulary);
    if (kept === match[0].length) continue;
    keepTo(match.index + kept);
    from = end;
  }
  if (from === 0) return collapsePassage(joined);
  keepTo(joined.text.length);
  return collapsePassage({ text, at });
}

/** How many characters of `hyphen` (a hyphen with or without a space behind it) between two words stay. */
function lettersKept(hyphen: string, left: string, right: string, vocabulary: Vocabulary): number {
  if (hyphen === ' ' || SOFT_HYPHENS.test(hyphen.charAt(0))) return 0;
  if (hyphen.length === 1) return staysInside(left, right, vocabulary) ? 1 : 0;
  // «Школа- это …»: a dash that lost its space. «школ- ЦО»: two names.
  if (/^\p{Lu}/u.test(right) || left.length < 2 || DASH_FOLLOWED.has(comparisonForm(right))) return 2;
  return belongs(left, right, vocabulary, false) ? 1 : 0;
}

const DASH_FOLLOWED: ReadonlySet<string> = new Set(
  'это не и или а но в во на с со для по при из от до к ко у о об не как что где кто чтобы если также'.split(' '),
);

/** Inside a line a hyphen is taken for a broken word only where the document or the halves themselves show it. */
function staysInside(left: string, right: string, vocabulary: Vocabulary): boolean {
  if (!/^\p{L}*\p{Ll}$/u.test(left) || !/^\p{Ll}+$/u.test(right)) return true;
  if (left.length + right.length < 6 || isFixedCompound(left, right) || (isMonth(left) && isMonth(right))) return true;
  if (/^[a-z]/iu.test(left) || /^[a-z]/iu.test(right)) return true;
  const whole = known(left + right, vocabulary);
  const form = comparisonForm(`${left}-${right}`);
  if (whole > 0 && whole >= (vocabulary.compounds.get(form) ?? 0)) return false;
  if (hasHyphenatedFirst(left) || hasHyphenatedSecond(right) || isAdjectiveStem(left, right)) return true;
  return !((isBarePrefix(left) && right.length >= 4) || (cannotBeginWord(right) && left.length >= 3));
}
