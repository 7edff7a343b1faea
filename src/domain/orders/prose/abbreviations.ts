import type { Passage, Span } from '#domain/language/passage.ts';
import { JOINT, slicePassage, spansOf, trimPassage } from '#domain/language/passage.ts';
import { definitionsIn } from '#domain/orders/prose/abbreviation-definitions.ts';
import type { DefinedAbbreviation } from '#domain/orders/prose/abbreviation-definitions.ts';
import type { ReadingLine } from '#domain/orders/prose/reading-lines.ts';
import { cleanLine, joinLines, paragraphsOf, readingLines } from '#domain/orders/prose/reading-lines.ts';
import type { Cell, SourceDocument, Table } from '#domain/orders/source-document.ts';

/** What an abbreviation of the document means, and where it says so. */
type Abbreviation = {
  readonly expansion: string;
  readonly spans: readonly Span[];
  /** From a list of abbreviations, or defined inside the text («… (далее – ЦОКО)»). */
  readonly from: 'list' | 'text';
};

/**
 * The abbreviations that the document explains: its lists («Используемые сокращения: …», a table of two columns) and
 * definitions in the text, in this order of strength. Keys are as printed, quotes around the whole key left out.
 */
export function readAbbreviations(document: SourceDocument): Map<string, Abbreviation> {
  const found = new Map<string, Abbreviation>();
  const lines = readingLines(document);
  const heads = listHeads(lines);
  for (const head of heads.slice(0, MAX_LISTS))
    for (const item of listAfter(lines, head)) remember(found, item, 'list');
  for (const table of abbreviationTables(document, lines, heads))
    for (const item of tableItems(table)) remember(found, item, 'list');
  for (const passage of textPassages(document, lines)) {
    for (const item of definitionsIn(passage)) remember(found, item, 'text');
  }
  return found;
}

function remember(found: Map<string, Abbreviation>, item: DefinedAbbreviation, from: Abbreviation['from']): void {
  const key = item.key.replace(/\s+/gu, ' ').trim();
  const expansion = item.expansion.text.replace(/\s+([,.;:])/gu, '$1').replace(/[\s.;,]+$/u, '');
  if (key === '' || expansion.length < 3 || found.has(key) || found.size > MAX_ABBREVIATIONS) return;
  found.set(key, { expansion, spans: spansOf(item.whole), from });
}

const MAX_ABBREVIATIONS = 500;
const MAX_LISTS = 12;

const LIST_HEAD =
  /^[*_\s]{0,4}(?:(?:список|перечень|глоссарий|словарь)\s+)?(?:(?:использу|применя|встреча|принят|условн|основн|употребля)[а-яё]{1,8}\s+(?:в\s+(?:тексте|документе|плане|программе)\s+)?){0,2}(?:обозначени[а-яё]{1,2}\s+и\s+)?(?:сокращени[а-яё]{1,2}|аббревиатур[а-яё]{0,2}|обозначени[а-яё]{1,2})(?:\s+и\s+(?:условн[а-яё]{2}\s+)?(?:обозначени[а-яё]{1,2}|сокращени[а-яё]{1,2}|аббревиатур[а-яё]{0,2}|определени[а-яё]{1,2}|термин[а-яё]{0,2}))?(?:,?\s+(?:использу[а-яё]{3,6}|применя[а-яё]{3,6}|принят[а-яё]{1,3}|употребля[а-яё]{3,6})(?:\s+в\s+[а-яё\s«»()-]{3,80})?)?[*_\s]{0,4}(?:[:.]|[-–—]|$)[*_\s]{0,4}/iu;

type ListHead = { readonly line: number; readonly after: number };

/** Lines that announce a list of abbreviations, and where on them the list may begin. */
function listHeads(lines: readonly ReadingLine[]): ListHead[] {
  const heads: ListHead[] = [];
  for (const [line, { text }] of lines.entries()) {
    const match = LIST_HEAD.exec(text.slice(0, 260));
    if (match !== null) heads.push({ line, after: match[0].length });
    else if (/^(?:Примечани[ея]|Сноска|\*)[:.]?\s/u.test(text) && ITEM_START.test(text.replace(/^\S+\s/u, '')))
      heads.push({ line, after: text.indexOf(' ') + 1 });
  }
  return heads;
}

// The left side of an item: an abbreviation has two capitals («ОО», «БД ОВЗ», «ГАУ «ЦРТ»») or is cut («Минобразования»).
const KEY =
  '(?=[^\\n;]{0,90}?\\p{Lu}[\\p{L}-]{0,14}\\p{Lu}|[«"]?(?:Мин|Рос|Гос|Обл|Рай|Гор)\\p{Ll}{3,})[«"]?\\p{L}[\\p{L}\\d«»"./()\\s-]{0,90}?';
const DASH = '(?:\\s{0,3}[–—−]\\s{0,3}|\\s{1,3}-\\s{0,3}|-\\s{1,3}|\\s?=\\s?|:\\s|\\t)';
const ITEM = new RegExp(`^[•●▪*·\\s]{0,4}(?:\\d{1,2}[.)]\\s?)?(${KEY})${DASH}(?=[\\p{L}«"(]|$)`, 'u');
const TIGHT_ITEM = /^[•●▪*·\s]{0,4}(\p{Lu}{2,9})-(?=\p{Ll}{3,}\p{Ll}*\s)/u;
const ITEM_START = new RegExp(`${ITEM.source}|${TIGHT_ITEM.source}`, 'u');

function listAfter(lines: readonly ReadingLine[], head: ListHead): DefinedAbbreviation[] {
  const items: ReadingLine[][] = [];
  let ended = false;
  for (let index = head.line; index < lines.length && index - head.line < 400; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const part = index === head.line ? cutLine(line, head.after) : line;
    if (part.text === '') continue;
    for (const piece of piecesOfLine(part)) {
      const starts = ITEM_START.test(piece.text.slice(0, 140));
      const last = items.at(-1);
      const before = last?.at(-1)?.text ?? '';
      if (starts && !(ended && line.block - (lines[index - 1]?.block ?? line.block) > 2)) {
        items.push([piece]);
        ended = false;
        continue;
      }
      const goesOn =
        last !== undefined &&
        !ended &&
        (!line.opens || /^\p{Ll}/u.test(piece.text) || /[,–—-]$|(?<!\p{L})(?:и|в|с|по|для)$/u.test(before));
      if (!goesOn || (line.opens && /\.$/u.test(before))) return readItems(items);
      last.push(piece);
    }
    ended = /\.$/u.test(part.text);
  }
  return readItems(items);
}

/** Several items on a line: «ОО – школа; УО – управление», also with commas before an item of capitals. */
function piecesOfLine(line: ReadingLine): ReadingLine[] {
  const borders: number[] = [];
  for (const match of line.text.matchAll(
    /;\s*|,\s+(?=\p{Lu}{2,9}\s?[–—]|\p{Lu}{2,9}\s-\s)|(?<=\p{Ll})\.\s+(?=\p{Lu}{2,9}\s?[–—]|\p{Lu}{2,9}\s-\s)/gu,
  )) {
    borders.push(match.index + match[0].length);
  }
  const edges = [0, ...borders, line.text.length];
  return edges
    .slice(1)
    .map((to, index) => cutLine(line, edges[index] ?? 0, to))
    .filter(({ text }) => /\p{L}/u.test(text));
}

function cutLine(line: ReadingLine, from: number, to: number = line.text.length): ReadingLine {
  const passage = trimPassage(slicePassage(line.passage, from, to));
  return { ...line, text: passage.text, passage };
}

function readItems(items: readonly (readonly ReadingLine[])[]): DefinedAbbreviation[] {
  return items.flatMap((lines) => {
    const whole = joinLines(lines);
    const start = whole.text.slice(0, 140);
    const match = ITEM.exec(start) ?? TIGHT_ITEM.exec(start);
    const key = match?.[1];
    if (match === null || key === undefined) return [];
    return [{ key: bareKey(key), expansion: trimPassage(slicePassage(whole, match[0].length)), whole }];
  });
}

const bareKey = (key: string): string =>
  key
    .trim()
    .replace(/^[«"]([^«»"]+)[»"]$/u, '$1')
    .replace(/[\s.]+$/u, '');

/** Tables of two columns (or three with a number) that follow the heading, or whose own head names abbreviations. */
function abbreviationTables(
  document: SourceDocument,
  lines: readonly ReadingLine[],
  heads: readonly ListHead[],
): Table[] {
  const headBlocks = new Set(heads.map(({ line }) => (lines[line]?.block ?? -2) + 1));
  return document.blocks.filter((block, index): block is Table => {
    if (block.kind !== 'table' || block.width > 3) return false;
    const head = block.rows[0]?.cells.map(cellText).join(' ').slice(0, 200) ?? '';
    return headBlocks.has(index) || /сокращени|аббревиатур/iu.test(head);
  });
}

const cellText = (cell: Cell): string => cell.lines.map(({ text }) => text).join(' ');

function tableItems(table: Table): DefinedAbbreviation[] {
  return table.rows.flatMap((row) => {
    const filled = row.cells.map(cellPassage).filter(({ text }) => /\p{L}/u.test(text) && text !== '–' && text !== '-');
    const [key, expansion] = filled;
    if (key === undefined || expansion === undefined || key.text.length > 60 || !/\p{Lu}/u.test(key.text)) return [];
    if (/сокращени|аббревиатур|расшифровк|значени|обозначени|термин/iu.test(key.text)) return [];
    return [
      {
        key: bareKey(key.text),
        expansion,
        whole: { text: `${key.text} ${expansion.text}`, at: [...key.at, JOINT, ...expansion.at] },
      },
    ];
  });
}

const cellPassage = (cell: Cell): Passage =>
  joinLines(
    cell.lines.map((line) => ({
      text: line.text,
      passage: cleanLine(line),
      opens: false,
      block: 0,
      inTable: true,
      label: null,
    })),
  );

/** The running text by paragraphs, and the cells of all tables. */
function* textPassages(document: SourceDocument, lines: readonly ReadingLine[]): Generator<Passage> {
  const paragraphs = paragraphsOf(lines);
  for (const [index, paragraph] of paragraphs.entries()) {
    // A sentence may go on in the next block where a conversion put blank lines between its lines.
    const sentence = [...paragraph, ...(paragraphs[index + 1]?.slice(0, 1) ?? [])];
    if (sentence.some(({ text }) => /[(/]/u.test(text))) yield joinLines(sentence);
  }
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    for (const row of block.rows) {
      for (const cell of row.cells) if (cell.lines.some(({ text }) => /[(/]/u.test(text))) yield cellPassage(cell);
    }
  }
}
