import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';
import { headsIndicators, headsMeasures, roleOfTitle } from '#domain/orders/tables/columns.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';

/** The title of a column: words `from`…`to` (excluded) of the list in which it was found. */
export type ColumnTitle = { readonly from: number; readonly to: number; readonly role: ColumnRole };

/** The titles of a table's columns in order; they stand at words `from`…`to`, `body` is the first word behind them. */
export type FlowHeader = {
  readonly columns: readonly ColumnTitle[];
  readonly from: number;
  readonly to: number;
  /** Behind `to` when a row of column numbers («1 2 3 4») follows. */
  readonly body: number;
};

/** Beginnings of the words that titles of columns are made of. */
const TITLE_WORD =
  /^(?:№|n$|мо$|no$|п\/п|п\.п|пп|п$|номер|пункт|основн|наименован|названи|содержан|описан|перечень|мероприят|деятельност|действи|направлени|вид$|виды$|видов$|форм[аы]?$|работ|задач|мер[аы]?$|шаг|событи|тем[аы]$|вопрос|этап|срок|период|дата|даты|время|месяц|исполнени|реализац|проведени|выполнени|завершени|ответственн|исполнител|соисполнител|отв$|организатор|лиц[оа]?$|должност|фио$|ф\.и\.о|куратор|результат|итог|продукт|эффект|документ|ожидаем|планируем|предполагаем|показател|индикатор|критери|целев|отчет|подтвержд|информационн|сопровождени|поддержк|обеспечени|освещени|размещени|публикаци|ссылк|сайт|ресурс|отметк|примечани|кто$|что$|сделать|когда$|чем$|где$|опубликован|материал|отвеча|сми$|соцсет|интернет|в$|участник|аудитори|категори|мест[оа]$|финансирован|объем|источник|значени|единиц|ед$|изм|измерени|контрол|уров[её]н|раздел|блок|цел[ьи]|год$|году$|периодичност|план$|плана|план[оу]в|достижени|орган|за$|о$|об$|и$|или$|по$|на$|для$|с$|его$|данн|информаци|структурн|подразделени|субъект|событ|выход|конечн|предварительн|способ|формат)/u;

/** A title that describes another one and cannot stand alone. */
const ONLY_DESCRIBES =
  /^(?:ожидаем\S*|планируем\S*|предполагаем\S*|основн\S*|целев\S*|информационн\S*|конечн\S*|плановы\S*|перечень|наименование)$/u;

/** Longest heading: words and lines. */
const MOST_WORDS = 48;
const MOST_COLUMNS = 10;

/**
 * Reads the titles of columns that begin at word `start`, one title after another, or gives null.
 *
 * A title begins with a capital letter (or is «№») and ends where the next one begins; what is behind the last one begins
 * with a number, a section, or with words no title is made of.
 */
export function headerAt(words: readonly FlowWord[], start: number): FlowHeader | null {
  // A dash alone is an empty cell of the row before.
  if (!/[\p{L}№]/u.test(words[start]?.text ?? '')) return null;
  const groups: { from: number; to: number }[] = [];
  let at = start;
  const end = Math.min(words.length, start + MOST_WORDS);
  for (; at < end; at += 1) {
    const word = words[at];
    if (word === undefined || !isTitleWord(word) || beginsSection(word, words[at + 1])) break;
    const group = groups.at(-1);
    if (group === undefined || beginsTitle(words, group.from, at)) groups.push({ from: at, to: at + 1 });
    else group.to = at + 1;
  }
  const found = withTitle(
    joinDescriptions(words, groups).map((group) => ({ ...group, role: roleOf(words, group.from, group.to) })),
  );
  const above = found.filter((title) => title.to <= lineBegin(words, at));
  // A line of which only the first words could be a title («Работа с детьми») is the first one below complete titles.
  const titles = words[at]?.before === Break.space && isComplete(above) ? above : found;
  // Words of a first row can look like words of a title («Организация …»): drop what no role speaks for.
  for (let title = titles.at(-1); title?.role === 'other' && !isExtraTitle(words, title); title = titles.at(-1))
    titles.pop();
  const last = titles.at(-1);
  if (last === undefined || titles.length > MOST_COLUMNS) return null;
  // Behind all that a plan needs, a line of its own is rather the first section than one more title.
  const behind = words[last.to];
  const unknown = isComplete(titles) && behind?.before !== Break.space ? [] : unknownTitles(words, last.to);
  // The last title goes on with an unknown word («Кто курирует»).
  const whole = behind?.before === Break.space && !behind.traits.startsCapital ? unknownTitles(words, last.from) : [];
  const columns = whole.length > 0 ? [...titles.slice(0, -1), ...whole] : [...titles, ...unknown];
  const roles = columns.map((column) => column.role);
  if (columns.length < 2 || !(headsMeasures(roles) || headsIndicators(roles))) return null;
  if (new Set(roles.filter((role) => role !== 'other' && role !== 'value')).size < 2) return null;
  if (columns.filter((column) => column.role === 'number').length > 1) return null;
  const to = columns.at(-1)?.to ?? last.to;
  return { columns, from: start, to, body: behindColumnNumbers(words, to, columns.length) };
}

/** «Направление, мероприятие» heads the measures where no other column does. */
function withTitle(titles: readonly ColumnTitle[]): ColumnTitle[] {
  const named = titles.some(({ role }) => role === 'title' || role === 'indicator');
  return titles.map((title) => (!named && title.role === 'section' ? { ...title, role: 'title' } : title));
}

/** A title without a role of its own that is one all the same: before a first row, on the line of another one, or a usual one. */
function isExtraTitle(words: readonly FlowWord[], { from, to }: ColumnTitle): boolean {
  const first = words[from];
  if (first === undefined || nextBeginsRow(words, to)) return true;
  if (words[to]?.before === Break.space) return false;
  return first.before === Break.space || EXTRA_TITLE.test(folded(first.text));
}

const EXTRA_TITLE =
  /^(?:примечани|отметк|участник|категори|аудитори|мест[оа]$|финансировани|источник|ресурс|охват|объем)/u;

function isComplete(titles: readonly ColumnTitle[]): boolean {
  return ['title', 'deadline', 'responsible'].every((role) => titles.some((title) => title.role === role));
}

function lineBegin(words: readonly FlowWord[], at: number): number {
  let begin = at;
  while (begin > 0 && words[begin]?.before === Break.space) begin -= 1;
  return begin;
}

export function isTitleWord({ text }: FlowWord): boolean {
  const known = judged.get(text);
  if (known !== undefined) return known;
  const found = readsAsTitleWord(text);
  if (judged.size < REMEMBERED_WORDS) judged.set(text, found);
  return found;
}

const REMEMBERED_WORDS = 20_000;
const judged = new Map<string, boolean>();

function readsAsTitleWord(text: string): boolean {
  const form = folded(text);
  if (form === '' || form === '/') return true;
  if (/^\d/u.test(form)) return false;
  return form.split(/[/,]/u).every((part) => part === '' || TITLE_WORD.test(part)) || TITLE_WORD.test(form);
}

/** «Раздел 1.», «Этап II»: the first row of the table rather than a title. */
export function beginsSection(word: FlowWord, next: FlowWord | undefined): boolean {
  if (!/^(?:раздел|блок|этап|направление|задача|часть|цель)$/iu.test(word.text)) return false;
  return /^(?:№|\d+[.:)]?|[IVXІХ]+[.:)]?)$/u.test(next?.text ?? '');
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/^[^\p{L}\p{N}№/]+|[^\p{L}\p{N}№/]+$/gu, '');
}

function beginsTitle(words: readonly FlowWord[], groupFrom: number, at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (word === undefined || before === undefined) return true;
  if (/^(?:и|или|\/|за|о|об|по|на)$/u.test(folded(before.text)) || /[,/-]$/u.test(before.text)) return false;
  const isNumberTitle = (text: string) =>
    /^(?:№|n|мо|no|п|п\/|п\/п|п\.п|пп|№п\/п|№п\/|\/п|\/)$/u.test(folded(text).replace(/\.$/u, ''));
  if (isNumberTitle(word.text)) return !isNumberTitle(before.text);
  if (isNumberTitle(before.text) && /^\p{L}/u.test(word.text)) return true;
  if (/^[«"(/]*\p{Lu}/u.test(word.text)) return !/^\(/u.test(word.text);
  if (word.before === Break.space) return false;
  // Titles in lower case: a line that names another role.
  const role = roleOfTitle(word.text).role;
  const groupRole = roleOf(words, groupFrom, at);
  return (
    role !== 'other' &&
    groupRole !== 'other' &&
    role !== groupRole &&
    !/^(?:исполнени|результата|мероприяти[яй]|деятельности|работы)/u.test(folded(word.text))
  );
}

function joinDescriptions(
  words: readonly FlowWord[],
  groups: readonly { from: number; to: number }[],
): { from: number; to: number }[] {
  const joined: { from: number; to: number }[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    const describes =
      last !== undefined && last.to - last.from === 1 && ONLY_DESCRIBES.test(folded(words[last.from]?.text ?? ''));
    if (describes && words[group.from]?.before !== Break.blank) last.to = group.to;
    else joined.push({ ...group });
  }
  return joined;
}

function roleOf(words: readonly FlowWord[], from: number, to: number): ColumnRole {
  return roleOfTitle(
    words
      .slice(from, to)
      .map((word) => word.text)
      .join(' '),
  ).role;
}

/** A first row begins at word `at`: a number, or the number of a section, at the start of a line. */
function nextBeginsRow(words: readonly FlowWord[], at: number): boolean {
  const word = words[at];
  if (word === undefined || word.before === Break.space) return false;
  const number = word.traits.number;
  if (number !== null) return number.every((part) => part <= 1);
  return /^(?:I|1|Т|Раздел|РАЗДЕЛ)[.)]?$/u.test(word.text);
}

/** Titles with unknown words between the known titles and the first row («Объект контроля»). */
function unknownTitles(words: readonly FlowWord[], from: number): ColumnTitle[] {
  const first = words[from];
  if (first === undefined || !first.traits.startsCapital || nextBeginsRow(words, from)) return [];
  const groups = [{ from, to: from + 1 }];
  for (let to = from + 1; to <= from + LONGEST_UNKNOWN; to += 1) {
    if (words[to - 1]?.traits.number !== null) return [];
    if (nextBeginsRow(words, to))
      return groups.map((group) => ({ ...group, role: roleOf(words, group.from, group.to) }));
    const group = groups.at(-1);
    if (group === undefined || beginsTitle(words, group.from, to)) groups.push({ from: to, to: to + 1 });
    else group.to = to + 1;
    if (groups.length > MOST_UNKNOWN) return [];
  }
  return [];
}

const LONGEST_UNKNOWN = 9;
const MOST_UNKNOWN = 3;

/** The word behind a row of column numbers («1 2 3 4») that begins at `at`; `at` itself when there is none. */
export function behindColumnNumbers(words: readonly FlowWord[], at: number, columns: number): number {
  let count = 0;
  while (words[at + count]?.traits.number?.[0] === count + 1 && words[at + count]?.traits.number?.length === 1)
    count += 1;
  return count >= 3 && count >= columns - 1 ? at + count : at;
}
