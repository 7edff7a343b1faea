import { acrossHeaderAt } from '#domain/orders/layout/across/across-header.ts';
import type { AcrossTitle } from '#domain/orders/layout/across/across-header.ts';
import { headerAt } from '#domain/orders/layout/flow/flow-header.ts';
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
  /** The same titles again on later pages: words `from`…`to` are no part of the rows. */
  readonly repeats: readonly { readonly from: number; readonly to: number }[];
};

type Head = Omit<TableRegion, 'to' | 'repeats'> & { readonly end: number };

/** Finds where tables begin (by the titles of their columns) and how far each may reach. */
export function tableRegions(words: readonly FlowWord[]): TableRegion[] {
  const heads = headsOf(words);
  const regions: TableRegion[] = [];
  for (let index = 0; index < heads.length; index += 1) {
    const head = heads[index];
    if (head === undefined) continue;
    const repeats: { from: number; to: number }[] = [];
    let next = heads[index + 1];
    let limit = behindTable(words, head.end, next?.from ?? words.length);
    while (next !== undefined && limit === next.from && sameTitles(words, head, next)) {
      repeats.push({ from: next.from, to: next.end });
      index += 1;
      limit = behindTable(words, next.end, heads[index + 1]?.from ?? words.length);
      next = heads[index + 1];
    }
    regions.push({ from: head.from, flow: head.flow, across: head.across, to: limit, repeats });
  }
  return regions;
}

function headsOf(words: readonly FlowWord[]): Head[] {
  const heads: Head[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || (word.before === Break.space && index > 0)) continue;
    const flow = headerAt(words, index);
    const across = acrossHeaderAt(words, index);
    if (flow === null && across === null) continue;
    const titles = flow?.columns.map(({ role, from, to }) => ({
      role: role === 'result' && flow.columns.some((column) => column.role === 'indicator') ? 'value' : role,
      words: Array.from({ length: to - from }, (_, place) => from + place),
    }));
    const end = flow?.body ?? across?.to ?? index + 1;
    heads.push({
      from: index,
      flow: flow === null || titles === undefined ? null : { titles, body: flow.body },
      across: across === null ? null : { orders: across.orders, body: across.to },
      end,
    });
    index = end - 1;
  }
  return heads;
}

function sameTitles(words: readonly FlowWord[], one: Head, other: Head): boolean {
  const text = (head: Head) =>
    words
      .slice(head.from, head.end)
      .map((word) => word.traits.root)
      .join(' ');
  return text(one) === text(other);
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
