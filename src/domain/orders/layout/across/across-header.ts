import { behindColumnNumbers, isTitleWord } from '#domain/orders/layout/flow/flow-header.ts';
import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';
import { headsIndicators, headsMeasures, roleOfTitle } from '#domain/orders/tables/columns.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';

/** A column and the words of its title (indices, not always neighbours). */
export type AcrossTitle = { readonly role: ColumnRole; readonly words: readonly number[] };

/** Titles of columns read across: their words stand in `from`…`to`; the orders in which the columns may stand, likeliest first. */
export type AcrossHeader = {
  readonly orders: readonly (readonly AcrossTitle[])[];
  readonly from: number;
  /** Behind the titles. */
  readonly titled: number;
  /** Behind the numbers of the columns that may follow. */
  readonly to: number;
};

const MOST_LINES = 6;
const MOST_WORDS = 40;
const MOST_ORDERS = 6;

/** Words that finish a title which began in the line above, by the role of that title. */
const CONTINUES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['number', /^(?:п|п\.|п\/п|п\.п|\/п)/iu],
  ['title', /^(?:мероприят|деятельност|работ|мер[аы]?$)/iu],
  ['responsible', /^(?:исполнител|лиц|ые$|ый$|ные$|ный$)/iu],
  ['deadline', /^(?:исполн|реализ|провед|выполн|я$)/iu],
  ['result', /^(?:результат|показател|итог|заверш|индикатор)/iu],
  ['publication', /^(?:сопровожд|информ|поддержк|обеспеч|освещ)/iu],
];

/** Reads the titles of columns in the lines from word `start` on, when all of these lines consist of words of titles. */
export function acrossHeaderAt(words: readonly FlowWord[], start: number): AcrossHeader | null {
  const lines = titleLines(words, start);
  const last = lines.at(-1);
  if (last === undefined) return null;
  const rows: number[][][] = [];
  const endings: number[] = [];
  for (const line of lines) {
    const groups: number[][] = [];
    for (let index = line.from; index < line.to; index += 1) {
      const word = words[index];
      const group = groups.at(-1);
      if (word === undefined || /^[|¦│]+$/u.test(word.text)) continue;
      const begins = /^[№«\p{Lu}]/u.test(word.text);
      if (begins && !/^(?:п\/п|п\.п\.?|[А-ЯЁ])$/u.test(word.text)) groups.push([index]);
      else if (group === undefined || /^(?:п\/п|п\.п\.?|[А-ЯЁ])$/u.test(word.text)) endings.push(index);
      else group.push(index);
    }
    rows.push(groups);
  }
  const merged = interleavings(rows.filter((groups) => groups.length > 0));
  const orders = merged
    .map((groups) => groups.map((group) => ({ role: provisionalRole(textOf(words, group)), words: group })))
    .map((titles) => withEndings(words, titles, endings))
    .map((titles) =>
      titles.map((title) => ({
        ...title,
        role: settledRole(textOf(words, title.words), title.role),
      })),
    )
    .filter(isHeader)
    .sort((a, b) => disorder(a) - disorder(b))
    .slice(0, MOST_ORDERS);
  return orders.length === 0
    ? null
    : { orders, from: start, titled: last.to, to: behindColumnNumbers(words, last.to, orders[0]?.length ?? 0) };
}

/** The role of a title of which only the first line is known («Перечень …», «Планируемые …»). */
function provisionalRole(text: string): ColumnRole {
  const role = roleOfTitle(text).role;
  if (role !== 'other' && role !== 'section') return role;
  if (/^(?:перечень|наименование|содержание|описание|направления|название|основные|виды?)(?![\p{L}])/iu.test(text))
    return 'title';
  if (/^(?:ожидаем|планируем|предполагаем|конечн)/iu.test(text)) return 'result';
  return /^информационн/iu.test(text) ? 'publication' : role;
}

function settledRole(text: string, provisional: ColumnRole): ColumnRole {
  const { role, confidence } = roleOfTitle(text);
  return role === 'other' || role === 'section' || confidence < 0.6 ? provisional : role;
}

function titleLines(words: readonly FlowWord[], start: number): { from: number; to: number }[] {
  const lines: { from: number; to: number }[] = [];
  let from = start;
  while (from < words.length && lines.length < MOST_LINES && from - start < MOST_WORDS) {
    let to = from + 1;
    while (to < words.length && words[to]?.before === Break.space) to += 1;
    const line = words.slice(from, to);
    const known = line.filter((word) => word.text.length > 3 && isTitleWord(word)).length;
    if (lines.length > 0 && /^[IVXІХ]{1,4}[.)]?$/u.test(line[0]?.text ?? '')) break;
    if (
      !line.every(
        (word, index) =>
          isTitleWord(word) || isFragment(word, lines.length > 0 && (line.length <= 3 || index > 0 || known > 1)),
      )
    )
      break;
    lines.push({ from, to });
    from = to;
  }
  return lines;
}

/** A piece of a word that a narrow column cut. */
function isFragment(word: FlowWord, allowed: boolean): boolean {
  return allowed && (/^\p{Ll}{1,4}[.,]?$/u.test(word.text) || /^[А-ЯЁ]$/u.test(word.text));
}

function textOf(words: readonly FlowWord[], group: readonly number[]): string {
  return group.map((index) => words[index]?.text ?? '').join(' ');
}

/** Each ending goes to the title it finishes; what finishes none goes to the last title that began before it. */
function withEndings(
  words: readonly FlowWord[],
  titles: readonly AcrossTitle[],
  endings: readonly number[],
): AcrossTitle[] {
  const result = titles.map((title) => ({ ...title, words: [...title.words] }));
  for (const ending of endings) {
    const text = words[ending]?.text ?? '';
    const role = CONTINUES.find(([, pattern]) => pattern.test(text))?.[0];
    const target =
      result.find((title) => title.role === role) ?? result.findLast((title) => (title.words[0] ?? 0) < ending);
    target?.words.push(ending);
  }
  return result;
}

function isHeader(titles: readonly AcrossTitle[]): boolean {
  const roles = titles.map((title) => title.role);
  if (roles.length < 2 || roles.length > 8 || roles.filter((role) => role === 'number').length > 1) return false;
  if (roles.indexOf('number') > 0 || new Set(roles.filter((role) => role !== 'other')).size < Math.min(3, roles.length))
    return false;
  return headsMeasures(roles) || headsIndicators(roles);
}

const USUAL: readonly ColumnRole[] = [
  'number',
  'title',
  'indicator',
  'deadline',
  'responsible',
  'source',
  'result',
  'value',
  'publication',
  'other',
];

function disorder(titles: readonly AcrossTitle[]): number {
  const places = titles.map((title) => USUAL.indexOf(title.role));
  let count = 0;
  places.forEach((place, index) => {
    for (const later of places.slice(index + 1)) if (later < place) count += 1;
  });
  return count;
}

const MOST_INTERLEAVINGS = 60;

/** All ways to put lists together that keep the order inside each list. */
function interleavings(lists: readonly (readonly number[][])[]): number[][][] {
  const found: number[][][] = [];
  const extend = (done: number[][], rest: readonly (readonly number[][])[]) => {
    if (found.length >= MOST_INTERLEAVINGS) return;
    if (rest.every((list) => list.length === 0)) {
      found.push(done);
      return;
    }
    rest.forEach((list, index) => {
      const [first, ...others] = list;
      if (first === undefined) return;
      extend(
        [...done, first],
        rest.map((other, place) => (place === index ? others : other)),
      );
    });
  };
  extend([], lists);
  return found;
}
