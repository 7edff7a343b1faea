import { acrossHeaderAt } from '#domain/orders/layout/across/across-header.ts';
import type { AcrossTitle } from '#domain/orders/layout/across/across-header.ts';
import { behindColumnNumbers, headerAt } from '#domain/orders/layout/flow/flow-header.ts';
import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';

/** Titles of columns and the words from which the rows must be read. All numbers are indices of words. */
export type TableRegion = {
  readonly from: number;
  /** Titles when they stand one after another; null when they only make sense side by side. */
  readonly flow: { readonly titles: readonly AcrossTitle[]; readonly body: number } | null;
  /** Titles when they stand side by side, in the orders that are possible. */
  readonly across: { readonly orders: readonly (readonly AcrossTitle[])[]; readonly body: number } | null;
  readonly to: number;
  /** What later pages bring again, in order: words `from`…`to` are no part of the rows. */
  readonly repeats: readonly Repeat[];
};

/** The same titles again, or the number of a page. */
export type Repeat = { readonly from: number; readonly to: number; readonly what: 'titles' | 'page-number' };

/** `titled` is the end of the titles, `end` of the numbers of the columns below them. */
type Head = Omit<TableRegion, 'to' | 'repeats'> & {
  readonly titled: number;
  readonly end: number;
  readonly damaged: boolean;
};

/** Finds where tables begin (by the titles of their columns) and how far each may reach. */
export function tableRegions(words: readonly FlowWord[]): TableRegion[] {
  const heads = headsOf(words);
  const regions: TableRegion[] = [];
  for (let index = 0; index < heads.length; index += 1) {
    const head = heads[index];
    if (head === undefined) continue;
    const repeats: Repeat[] = [];
    let next = heads[index + 1];
    let limit = behindTable(words, head.end, next?.from ?? words.length);
    while (next !== undefined && limit === next.from && sameTitles(words, head, next)) {
      repeats.push({ from: next.from, to: next.end, what: 'titles' });
      index += 1;
      limit = behindTable(words, next.end, heads[index + 1]?.from ?? words.length);
      next = heads[index + 1];
    }
    repeats.push(...pageNumbers(words, head, limit, repeats));
    repeats.sort((a, b) => a.from - b.from);
    regions.push({ from: head.from, flow: head.flow, across: head.across, to: limit, repeats });
  }
  return regions;
}

function headsOf(words: readonly FlowWord[]): Head[] {
  const heads: Head[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || (word.before === Break.space && index > 0)) continue;
    const repeated = repeatedHead(words, index, heads);
    if (repeated !== null) {
      heads.push(repeated);
      index = repeated.end - 1;
      continue;
    }
    const flow = headerAt(words, index);
    const across = acrossHeaderAt(words, index);
    if (flow === null && (across === null || (across.damaged && holdsFlowHead(words, across)))) continue;
    const titles = flow?.columns.map(({ role, from, to }) => ({
      role: role === 'result' && flow.columns.some((column) => column.role === 'indicator') ? 'value' : role,
      words: Array.from({ length: to - from }, (_, place) => from + place),
    }));
    const end = flow?.body ?? across?.to ?? index + 1;
    heads.push({
      from: index,
      flow: flow === null || titles === undefined ? null : { titles, body: flow.body },
      across: across === null ? null : { orders: across.orders, body: across.to },
      titled: flow?.to ?? across?.titled ?? end,
      damaged: flow === null && across?.damaged === true,
      end,
    });
    index = end - 1;
  }
  return heads;
}

/** Titles that stand one after another begin on a later line of these. */
function holdsFlowHead(words: readonly FlowWord[], { from, titled }: { from: number; titled: number }): boolean {
  for (let index = from + 1; index < titled; index += 1) {
    if (words[index]?.before !== Break.space && headerAt(words, index) !== null) return true;
  }
  return false;
}

/** Titles are printed again behind their own table, not behind many others. */
const MOST_EARLIER = 3;

/** The titles of an earlier table, word for word, at a later place. */
function repeatedHead(words: readonly FlowWord[], at: number, heads: readonly Head[]): Head | null {
  const head = heads.slice(-MOST_EARLIER).find((earlier) => sameWords(words, earlier, at));
  if (head === undefined) return null;
  const by = at - head.from;
  const moved = (titles: readonly AcrossTitle[]) =>
    titles.map((title) => ({ ...title, words: title.words.map((word) => word + by) }));
  const columns = head.flow?.titles.length ?? head.across?.orders[0]?.length ?? 0;
  const titled = head.titled + by;
  const end = behindColumnNumbers(words, titled, columns);
  return {
    from: at,
    flow: head.flow === null ? null : { titles: moved(head.flow.titles), body: end },
    across: head.across === null ? null : { orders: head.across.orders.map(moved), body: end },
    titled,
    end,
    damaged: head.damaged,
  };
}

function sameWords(words: readonly FlowWord[], { from, titled }: Head, at: number): boolean {
  for (let index = from; index < titled; index += 1) {
    if (words[index]?.traits.root !== words[at + index - from]?.traits.root) return false;
  }
  return titled > from;
}

/** The same words, or the same roles where a recognizer of scans damaged the words. */
function sameTitles(words: readonly FlowWord[], one: Head, other: Head): boolean {
  if (one.titled - one.from === other.titled - other.from && sameWords(words, one, other.from)) return true;
  const roles = rolesOf(one);
  const sideBySide = one.flow === null && other.flow === null;
  return (sideBySide || one.damaged || other.damaged) && roles.length > 2 && roles.join() === rolesOf(other).join();
}

const rolesOf = ({ flow, across }: Head): readonly string[] =>
  (across?.orders[0] ?? flow?.titles ?? []).map(({ role }) => role);

/**
 * Numbers of pages in a table: alone on the first or last line of a page, where the rows are numbered without them. Before
 * titles that are printed again a number alone is one anyway.
 */
function pageNumbers(words: readonly FlowWord[], head: Head, to: number, titles: readonly Repeat[]): Repeat[] {
  const found: Repeat[] = [];
  const titled = new Set(titles.map(({ from }) => from));
  for (let index = head.end; index < to; index += 1) {
    if (!isLonelyNumber(words, index)) continue;
    const atBreak = words[index]?.before === Break.page || words[index + 1]?.before === Break.page;
    if (titled.has(index + 1) || (atBreak && rowsAreNumberedWithout(words, index, head, to)))
      found.push({ from: index, to: index + 1, what: 'page-number' });
  }
  return found;
}

function isLonelyNumber(words: readonly FlowWord[], index: number): boolean {
  const word = words[index];
  return (
    word !== undefined &&
    word.before !== Break.space &&
    words[index + 1]?.before !== Break.space &&
    /^[-–—]?\d{1,3}[-–—]?$/u.test(word.text)
  );
}

/** Numbers at starts of lines within this reach may be those of the rows around a page end. */
const ROW_REACH = 200;

function rowsAreNumberedWithout(words: readonly FlowWord[], at: number, head: Head, to: number): boolean {
  if (head.flow?.titles.some(({ role }) => role === 'number') === false) return true;
  const numberAt = (index: number) =>
    words[index]?.before === Break.space ? null : (words[index]?.traits.number ?? null);
  let before = at - 1;
  while (before >= Math.max(head.end, at - ROW_REACH) && numberAt(before) === null) before -= 1;
  let behind = at + 1;
  while (behind < Math.min(to, at + ROW_REACH) && numberAt(behind) === null) behind += 1;
  const last = before >= head.end ? numberAt(before) : null;
  const next = behind < to ? numberAt(behind) : null;
  const own = words[at]?.traits.number?.[0] ?? 0;
  if (next === null) return last !== null && (last.length > 1 || own !== (last[0] ?? 0) + 1);
  if (last === null) return next.length > 1 || next[0] === 1;
  if (last.length > 1 && next.length > 1) return true;
  return next.length === last.length && next[0] === (last[0] ?? 0) + 1;
}

const BEHIND_TABLE =
  /^(?:(?:Используемые|Применяемые|Принятые|Условные|Список|Перечень)\s+(?:сокращени|обозначени|используемых сокращ|принятых сокращ)|Приложение(?:\s+№?\s*\d|\s*$)|Сокращения:)/u;

/** The first line that cannot belong to a table: a list of abbreviations, the next annex. */
function behindTable(words: readonly FlowWord[], from: number, next: number): number {
  for (let index = from; index < next; index += 1) {
    const word = words[index];
    if (
      word === undefined ||
      word.before === Break.space ||
      !/^(?:Исп|Прим|Прин|Усл|Спис|Пере|Прил|Сокр)/u.test(word.text)
    )
      continue;
    const line = words.slice(index, index + 4).map(({ text }) => text);
    if (BEHIND_TABLE.test(line.join(' '))) return index;
  }
  return next;
}
