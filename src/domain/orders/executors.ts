import { joinLines, vocabularyOf, type Vocabulary } from '#domain/language/hyphens.ts';
import { collapsePassage, passageAt, slicePassage, trimPassage, type Passage } from '#domain/language/passage.ts';
import { comparisonForm, wordsOf } from '#domain/language/words.ts';
import { protectedRanges } from '#domain/orders/executors-quotes.ts';
import { goesOnWithField } from '#domain/orders/executors-commas.ts';
import {
  beginsInNominative,
  breakSeparates,
  LIST_MARK,
  writtenBreakSeparates,
} from '#domain/orders/executors-lines.ts';
import {
  isAbbreviation,
  isActingBody,
  isBody,
  isClearRole,
  isDotted,
  isKnown,
  isLegalForm,
  isOwnership,
  isRegion,
  isRole,
  waitsForMore,
} from '#domain/orders/executors-words.ts';
import type { Lexicon } from '#domain/orders/lexicon.ts';

/** Who is responsible, as printed, with the place; `confidence` (0…1) says how clear the borders of the name are. */
export type Executor = { readonly name: string; readonly passage: Passage; readonly confidence: number };

/**
 * The executors named in a cell, in order, each once. Separators are commas, semicolons, full stops between organisations
 * and line breaks with evidence (see `breakSeparates`); never anything inside quotes, brackets, initials or short forms.
 * `vocabulary` helps to mend words broken at line ends; without it the cell's own words do. In `written` cells somebody
 * began each line on purpose (paragraphs and line breaks of an office file), so less evidence parts them.
 */
export function splitExecutors(
  lines: readonly Passage[],
  lexicon: Lexicon,
  { vocabulary, written = false }: { readonly vocabulary?: Vocabulary; readonly written?: boolean } = {},
): Executor[] {
  const filled = lines.map(collapsePassage).filter((line) => line.text !== '');
  const words = vocabulary ?? vocabularyOf(filled.map((line) => line.text).join('\n'));
  const blocks = blocksOf(filled, lexicon, written);
  const pieces = blocks
    .flatMap((block) => countedParts(joinLines(block, words)))
    .flatMap((part) => piecesOf(withoutMark(part), lexicon));
  const executors: Executor[] = [];
  const seen = new Set<string>();
  for (const piece of pieces) {
    const name = piece.text;
    const key = wordsOf(comparisonForm(name))
      .map((word) => word.text)
      .join(' ');
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    executors.push({ name, passage: piece, confidence: confidenceOf(name, lexicon) });
  }
  return executors;
}

/** A line that holds nothing but the name of a territory in the genitive, its kind stands in the next one. */
const TERRITORY_BEGINS =
  /^\s*\p{Lu}[\p{L}-]{2,40}(?:ого|его|ской|цкой|ной|вой)(?:\s+(?:муниципального|городского|автономного))?\s*$/u;

/** Lines put together into blocks that no line break separates. */
function blocksOf(lines: readonly Passage[], lexicon: Lexicon, written: boolean): Passage[][] {
  const text = lines.map((line) => line.text).join('\n');
  const kept = protectedRanges(text);
  const blocks: Passage[][] = [];
  let offset = 0;
  let before = '';
  let range = 0;
  for (const [index, line] of lines.entries()) {
    while ((kept[range]?.to ?? Infinity) <= offset) range += 1;
    const isInside = (kept[range]?.from ?? Infinity) < offset;
    const block = blocks.at(-1);
    // In a narrow column the name of a territory fills several lines: «Озёрской», «области».
    const after = TERRITORY_BEGINS.test(line.text) ? `${line.text.trim()} ${lines[index + 1]?.text ?? ''}` : line.text;
    const meant = written && isNextLine(lines[index - 1], line);
    const separates = (): boolean =>
      breakSeparates(before, after, lexicon) || (meant && writtenBreakSeparates(before, after, lexicon));
    if (block === undefined || (!isInside && separates())) {
      blocks.push([line]);
      before = line.text;
    } else {
      block.push(line);
      before = `${block[0]?.text ?? ''} ${line.text}`;
    }
    offset += line.text.length + 1;
  }
  return blocks;
}

/** Lines of one cell stand one behind the other where the cell itself breaks; frames and bars put other cells between. */
function isNextLine(before: Passage | undefined, line: Passage): boolean {
  const [end, start] = [before?.at.at(-1), line.at[0]];
  return end !== undefined && start !== undefined && start > end && start - end <= 4;
}

/** «1. УО 2. ИМЦ»: a list whose line breaks were lost. */
function countedParts(block: Passage): Passage[] {
  if (!/^\s{0,4}1[.)]\s/u.test(block.text)) return [block];
  const parts: Passage[] = [];
  let from = 0;
  for (const match of block.text.matchAll(/\s(\d{1,2})[.)]\s(?=\S)/gu)) {
    if (Number(match[1]) !== parts.length + 2) continue;
    parts.push(slicePassage(block, from, match.index));
    from = match.index;
  }
  return [...parts, slicePassage(block, from)];
}

function piecesOf(block: Passage, lexicon: Lexicon): Passage[] {
  const cuts = cutsOf(block.text, lexicon);
  const pieces: Passage[] = [];
  let from = 0;
  for (const cut of [...cuts, { at: block.text.length, skip: 0 }]) {
    const piece = tidied(slicePassage(block, from, cut.at));
    if (piece.text !== '') pieces.push(piece);
    from = cut.at + cut.skip;
  }
  return pieces;
}

function withoutMark(passage: Passage): Passage {
  const mark = LIST_MARK.exec(passage.text) ?? /^[-\u2010-\u2015*:.)|\s]+(?=\S|$)/u.exec(passage.text);
  return mark ? trimPassage(slicePassage(passage, mark[0].length)) : passage;
}

type Cut = { readonly at: number; readonly skip: number };

/** Where the text is cut; `skip` characters (the separator itself) are left out. */
function cutsOf(text: string, lexicon: Lexicon): Cut[] {
  const kept = protectedRanges(text);
  const cuts: Cut[] = [];
  let range = 0;
  for (let index = 0; index < text.length; index += 1) {
    while ((kept[range]?.to ?? Infinity) <= index) range += 1;
    const inside = kept[range];
    if (inside !== undefined && inside.from <= index) {
      index = inside.to - 1;
      continue;
    }
    const sign = text.charAt(index);
    if (sign === ';' || sign === '•' || sign === '\uf0b7' || sign === '|') cuts.push({ at: index, skip: 1 });
    else if (sign === ',' && !staysTogether(text, index)) cuts.push({ at: index, skip: 1 });
    else if (sign === '.' && isFullStop(text, index)) cuts.push({ at: index, skip: 1 });
    else if (sign === ' ' && beginsAnother(text, index, lexicon)) cuts.push({ at: index, skip: 1 });
  }
  return cuts;
}

const REACH = 120;

/** Commas inside one name: a list of numbers («СОШ № 1, 2»), «и др.», a clause («школы, имеющие …»). */
function staysTogether(text: string, comma: number): boolean {
  const behind = text.slice(comma + 1, comma + REACH).trimStart();
  if (
    /^(?:№\s?)?\d+(?![\p{L}\d])(?:(?!\s*\p{L}{3})|(?=\s*класс))/u.test(behind) &&
    /\d\s*$/u.test(text.slice(Math.max(0, comma - 6), comma))
  )
    return true;
  const before = text.slice(Math.max(0, comma - REACH), comma);
  if (SCHOOL_SUBJECT.test(behind) && TEACHERS_OF.test(before)) return true;
  if (goesOnWithField(before, behind)) return true;
  if (/^(?:и\s)?(?:др|проч|т\.?\s?[дп])(?!\p{L})/u.test(behind)) return true;
  return CLAUSE.test(behind) && !PEOPLE.test(behind);
}

/** A clause about those named before the comma: «, имеющие …», «, осуществляющие …», «, в которых …». */
const CLAUSE =
  /^(?:не\s)?(?:котор|в котор|чь[иея]\s|\p{Ll}{2,20}(?:ющ|ящ|ащ|ущ|вш|дш)(?:ие|их|им|ая|ий|ее|ей|ими)(?:ся)?(?!\p{L}))/u;
const PEOPLE =
  /^(?:обучающ|учащ|заведующ|управляющ|служащ|руководящ|выступающ|ведущ\p{Ll}{2}\s+(?:специалист|консультант|эксперт|инженер|методист|аналитик|документовед))/u;
const TEACHERS_OF = /(?:учител|преподавател|методист|[РГШМ]МО|объединени)/iu;
const SCHOOL_SUBJECT =
  /^(?:и\s)?(?:русск|математик|физик|хими|биолог|истори|обществозн|географ|информатик|литератур|английск|иностранн|начальных классов|технолог|физическ|физкультур|обж|музык|изо(?!\p{L}))/u;

/** A full stop that ends a name: a new one begins behind it with a capital letter, and the dot is no initial or short form. */
function isFullStop(text: string, at: number): boolean {
  const behind = text.slice(at + 1, at + 8);
  if (!/^\s*[\p{Lu}«]/u.test(behind)) return false;
  if (/[»”")]/u.test(text.charAt(at - 1))) return true;
  const from = wordStart(text, at);
  const word = text.slice(from, at);
  return word !== '' && !isDotted(word) && !(word.length === 1 && text.charAt(from - 1) === '.');
}

const LONGEST_WORD = 60;

/** Where the word begins that ends at `end`. */
function wordStart(text: string, end: number): number {
  let from = end;
  while (from > 0 && end - from < LONGEST_WORD && /[\p{L}\p{N}-]/u.test(text.charAt(from - 1))) from -= 1;
  return from;
}

/** Names that follow one another with no separator (their lines were lost): «ИМЦ Руководители школ», «УО ЦОКО». */
function beginsAnother(text: string, space: number, lexicon: Lexicon): boolean {
  const behind = text.slice(space + 1, space + REACH);
  if (text.charAt(space - 1) === '.' && SURNAME_FIRST.test(behind)) {
    return ENDS_WITH_SURNAME_FIRST.test(text.slice(Math.max(0, space - LONGEST_WORD), space));
  }
  const first = /^\p{Lu}[\p{L}-]{1,60}/u.exec(behind)?.[0];
  if (first === undefined) return false;
  const before = text.slice(Math.max(0, space - REACH), space);
  const isQuote = /[»”")]/u.test(text.charAt(space - 1));
  const last = text.slice(wordStart(text, isQuote ? space - 1 : space), space);
  if (last === '' || last === ')' || isDotted(last) || waitsForMore(last) || isLegalForm(last)) return false;
  if (isAbbreviation(first) && !(isOwnership(first) && isQuote)) return bothAct(before, last, first, lexicon);
  if (!isRole(first) && !isBodyWithName(first, last)) return false;
  if (/\p{Lu}\.$/u.test(before)) return false;
  return isRole(first) ? isClearRole(first) || !isRole(last) : true;
}

/** «Лунина А.А.» at the beginning, and as the last words. */
const SURNAME_FIRST = /^\p{Lu}\p{Ll}{1,30}(?:-\p{Lu}\p{Ll}{1,30})?\s\p{Lu}\.\s?\p{Lu}\./u;
const ENDS_WITH_SURNAME_FIRST = /(?<!\p{L})\p{Lu}\p{Ll}{1,30}\s\p{Lu}\.\s?\p{Lu}\.$/u;

/** «… района» Администрация …»: a body in the nominative behind a closed quote. */
const isBodyWithName = (first: string, last: string): boolean =>
  /[»”"]$/u.test(last) && (isBody(first) || isOwnership(first));

function bothAct(before: string, last: string, first: string, lexicon: Lexicon): boolean {
  if (isRegion(first) || !lexicon.abbreviations.has(first)) return false;
  // Behind a ministry stands the short name of its region («Минкультуры ЗР»).
  if (/^Мин\p{Ll}{3}/u.test(last) && !isActingBody(first, lexicon) && !/^(?:ОО|ОУ)$/u.test(first)) return false;
  if (!lexicon.abbreviations.has(last) || isKnown(`${last} ${first}`, lexicon)) return false;
  const wordBefore = wordsOf(before).at(-2)?.text;
  if (wordBefore !== undefined && (isRole(wordBefore) || isBody(wordBefore))) return false;
  return isActingBody(last, lexicon);
}

/** Without list marks, labels («Ответственный:») and loose punctuation at both ends. */
function tidied(piece: Passage): Passage {
  let passage = trimPassage(piece);
  passage = withoutMark(passage);
  const label =
    /^(?:ответственн\p{L}{2,3}(?: исполнител\p{L}{1,3})?|отв\.?|(?:со)?исполнител[ьи]|соисп\.?|участники)\s?:\s*/iu.exec(
      passage.text,
    );
  if (label) passage = slicePassage(passage, label[0].length);
  const also = /^(?:а также|и|также)\s+(?=\S)/u.exec(passage.text);
  if (also) passage = slicePassage(passage, also[0].length);
  let end = passage.text.length;
  while (end > 0 && /[\s,;:|\u2010-\u2015-]/u.test(passage.text.charAt(end - 1))) end -= 1;
  if (passage.text.charAt(end - 1) === '.') {
    const last = passage.text.slice(wordStart(passage.text, end - 1), end - 1);
    if (last === '' ? /[»”")]/u.test(passage.text.charAt(end - 2)) : /^\d+$/u.test(last) || !isDotted(last)) end -= 1;
  }
  passage = slicePassage(passage, 0, end);
  return /[\p{L}\p{N}]/u.test(passage.text) ? passage : slicePassage(passage, 0, 0);
}

function confidenceOf(name: string, lexicon: Lexicon): number {
  if (isKnown(name, lexicon)) return 0.98;
  const first = wordsOf(name.slice(0, REACH))[0]?.text ?? '';
  if (isAbbreviation(first) || isRole(first) || isBody(first)) return name.length > 160 ? 0.7 : 0.92;
  return name.length > 160 ? 0.5 : 0.75;
}

const PROCESS =
  /^(?:проведение|разработка|участие|подготовка|обеспечение|реализация|создание|формирование|анализ|мониторинг|выявление|заключение|назначение|оказание|внедрение|повышение|размещение|утверждение|проведен[аоы]?|подготовлен[аоы]?|разработан[аоы]?|создан[аоы]?|приказ[ы]?|протокол[ы]?|справк[аи]|отчет[ы]?|план[ы]?|договор[ы]?|январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|ежегодно|ежемесячно|ежеквартально|постоянно|весь|течение|год[а]?|ссылка|сайт)$/u;
const LONGEST_CELL = 600;

/**
 * How likely it is that a whole cell names executors (0…1): its pieces begin with roles, bodies or abbreviations in the
 * nominative and not with deeds, papers or months. Used to tell columns apart when their titles do not.
 */
export function looksLikeExecutors(text: string, lexicon: Lexicon): number {
  const cell = text.slice(0, LONGEST_CELL);
  if (!/\p{L}{2}/u.test(cell)) return 0;
  const passages = cell.split('\n').map((line) => passageAt(line, 0));
  const pieces = splitExecutors(passages, lexicon);
  let letters = 0;
  let score = 0;
  for (const { name } of pieces) {
    letters += name.length;
    score += name.length * pieceLikeness(name, lexicon);
  }
  const isLong = text.length > LONGEST_CELL ? 0.5 : 1;
  return letters === 0 ? 0 : Math.round((100 * isLong * score) / letters) / 100;
}

function pieceLikeness(name: string, lexicon: Lexicon): number {
  if (isKnown(name, lexicon)) return 1;
  const words = wordsOf(name);
  const forms = words.map((word) => comparisonForm(word.text));
  const first = words[0]?.text ?? '';
  if (forms.slice(0, 2).some((form) => PROCESS.test(form))) return 0;
  if (/\d{1,3}\s?%|не менее|не позднее/iu.test(name)) return 0;
  const length = name.length > 150 ? 0.5 : name.length > 90 ? 0.8 : 1;
  if (lexicon.abbreviations.has(first)) return 0.95 * length;
  if (isRole(first) || isBody(first) || beginsInNominative(name)) return 0.9 * length;
  if (isAbbreviation(first)) return (isLegalForm(first) ? 0.9 : 0.8) * length;
  if (/^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s?\p{Lu}\.?/u.test(name)) return 0.9;
  return words.some((word) => isRole(word.text) || isAbbreviation(word.text)) ? 0.45 * length : 0.15;
}
