import { beginsSection, behindColumnNumbers, isTitleWord } from '#domain/orders/layout/flow/flow-header.ts';
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
  /** Some words are no words of titles. */
  readonly damaged: boolean;
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
  const lines = withoutSection(words, titleLines(words, start));
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
      const begins =
        /^[№«\p{Lu}]/u.test(word.text) && (isTitleWord(word) || isDamagedTitle(word.text) || lettersOf(word.text) > 5);
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
    .map((titles) => withNumbers(words, titles, endings))
    .map((titles) =>
      titles.map((title) => ({
        ...title,
        role: settledRole(textOf(words, title.words), title.role),
      })),
    )
    .map(withTitle)
    .filter(isHeader)
    .sort((a, b) => disorder(a) - disorder(b))
    .slice(0, MOST_ORDERS);
  return orders.length === 0
    ? null
    : {
        orders,
        from: start,
        damaged: lines.some(({ damaged }) => damaged),
        titled: last.to,
        to: behindColumnNumbers(words, last.to, orders[0]?.length ?? 0),
      };
}

/** A last line of its own that says nothing a column would be headed with is the first section below complete titles. */
function withoutSection(words: readonly FlowWord[], lines: readonly TitleLine[]): readonly TitleLine[] {
  const last = lines.at(-1);
  const first = words[last?.from ?? -1];
  if (last === undefined || first === undefined || lines.length < 2 || !first.traits.startsCapital) return lines;
  const own = words.slice(last.from, last.to);
  const text = own.map((word) => word.text).join(' ');
  const alone = own.length > 1 && own.slice(1).every((word) => !word.traits.startsCapital);
  const capitals = own.every((word) => !/\p{Ll}/u.test(word.text)) && /\p{Lu}{6}/u.test(text);
  if (!capitals && (!alone || roleOfTitle(text).role !== 'other' || provisionalRole(text) !== 'other')) return lines;
  const roles = words.slice(lines[0]?.from, last.from).map((word) => provisionalRole(word.text));
  return ['deadline', 'responsible'].every((role) => roles.some((own) => own === role)) ? lines.slice(0, -1) : lines;
}

/** The role of a title of which only the first line is known («Перечень …», «Планируемые …»). */
function provisionalRole(text: string): ColumnRole {
  const role = roleOfTitle(text).role;
  if (role !== 'other' && role !== 'section') return role;
  if (/^(?:перечень|наименование|содержание|описание|направления|название|основные|виды?)(?![\p{L}])/iu.test(text))
    return 'title';
  if (/^(?:ожидаем|планируем|предполагаем|конечн)/iu.test(text)) return 'result';
  if (/^(?:перио|сро|дат)/iu.test(text)) return 'deadline';
  if (/^(?:ответс|испол)/iu.test(text)) return 'responsible';
  return /^информационн/iu.test(text) ? 'publication' : role;
}

function settledRole(text: string, provisional: ColumnRole): ColumnRole {
  const { role, confidence } = roleOfTitle(text);
  return role === 'other' || role === 'section' || confidence < 0.6 ? provisional : role;
}

type TitleLine = { readonly from: number; readonly to: number; readonly damaged: boolean };

function titleLines(words: readonly FlowWord[], start: number): TitleLine[] {
  const lines: TitleLine[] = [];
  let from = start;
  while (from < words.length && lines.length < MOST_LINES && from - start < MOST_WORDS) {
    let to = from + 1;
    while (to < words.length && words[to]?.before === Break.space) to += 1;
    const line = words.slice(from, to);
    if (lines.length > 0 && /^(?:[IVXІХ]{1,4}|\d+)[.)]?$/u.test(line[0]?.text ?? '')) break;
    // Most lines of a text begin with a word of no title; look no further into them.
    if (lines.length === 0 && !line.slice(0, 2).some((word) => isTitleWord(word) || isDamagedTitle(word.text))) break;
    const strange = strangeWords(line, lines.length > 0);
    if (strange.length > 0 && !isDamagedLine(line, strange, lines.length > 0)) break;
    lines.push({ from, to, damaged: strange.length > 0 });
    from = to;
  }
  return lines;
}

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** Words that are neither of titles nor pieces that a narrow column cut off. */
function strangeWords(line: readonly FlowWord[], below: boolean): FlowWord[] {
  const long = line.filter((word) => word.text.length > 3 && isTitleWord(word)).length;
  return line.filter(
    (word, index) => !isTitleWord(word) && !isFragment(word, below && (line.length <= 3 || index > 0 || long > 1)),
  );
}

/** A line of titles all the same, some of them damaged beyond recognition. */
function isDamagedLine(line: readonly FlowWord[], strange: readonly FlowWord[], below: boolean): boolean {
  const long = line.filter((word) => word.text.length > 3 && isTitleWord(word)).length;
  const lost = strange.filter((word) => !isDamagedTitle(word.text)).length;
  const known = long + strange.length - lost;
  const first = line[0];
  if (first === undefined || first.traits.family === 'deed' || beginsSection(first, line[1])) return false;
  const begins = isTitleWord(first) || isDamagedTitle(first.text) || (below && /^\p{Ll}/u.test(first.text));
  if (!begins) return false;
  if (!below && first.text === '№' && line.length <= 4) return true;
  if (!below) return known >= 2 && lost <= known / 2;
  // A section («Работа с учителями») begins with a capital letter and has words of its own.
  return known >= 1 && (/^\p{Ll}/u.test(first.text) ? lost <= known : lost < known && lost <= 1);
}

const WHOLE_WORDS =
  'мероприятие мероприятия мероприятий ответственные ответственный исполнители исполнитель исполнение результаты результат период выполнения проведения реализации содержание деятельности наименование информационное сопровождение планируемый планируемые ожидаемый ожидаемые подтверждающий документ завершения перечень показатели публикация примечание направления'.split(
    ' ',
  );

/** The beginning, middle or end of a word of titles, as damaged scans leave it. */
function isDamagedTitle(text: string): boolean {
  const known = judged.get(text);
  if (known !== undefined) return known;
  const found = isPieceOfTitle(text);
  if (judged.size < REMEMBERED_WORDS) judged.set(text, found);
  return found;
}

const REMEMBERED_WORDS = 20_000;
const judged = new Map<string, boolean>();

function isPieceOfTitle(text: string): boolean {
  const form = text.toLowerCase().replace(/[^\p{L}]/gu, '');
  return (
    form.length >= 4 && WHOLE_WORDS.some((word) => word.startsWith(form) || (form.length >= 5 && word.includes(form)))
  );
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

/** «п/п» alone heads the numbers of the rows, wherever the recognizer put it. */
function withNumbers(
  words: readonly FlowWord[],
  titles: readonly AcrossTitle[],
  endings: readonly number[],
): readonly AcrossTitle[] {
  if (titles.some((title) => title.role === 'number')) return titles;
  const placed = titles.flatMap((title) => title.words);
  const found = [...placed, ...endings].find((index) => /^п\/п[.,]?$/iu.test(words[index]?.text ?? ''));
  if (found === undefined) return titles;
  const others = titles.map((title) => ({ ...title, words: title.words.filter((index) => index !== found) }));
  return [{ role: 'number', words: [found] }, ...others.filter((title) => title.words.length > 0)];
}

/** «Направление, мероприятие» heads the measures where no other column does. */
function withTitle(titles: readonly AcrossTitle[]): readonly AcrossTitle[] {
  if (titles.some(({ role }) => role === 'title' || role === 'indicator')) return titles;
  return titles.map((title) => (title.role === 'section' ? { ...title, role: 'title' } : title));
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
