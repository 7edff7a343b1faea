import { findCards } from '#domain/orders/layout/listed/card-tables.ts';
import { findList } from '#domain/orders/layout/listed/list-items.ts';
import { listLine } from '#domain/orders/layout/listed/list-lines.ts';
import { tableOf } from '#domain/orders/layout/listed/record-table.ts';
import { readingLines } from '#domain/orders/prose/reading-lines.ts';
import type { ReadingLine } from '#domain/orders/prose/reading-lines.ts';
import { orderHeads } from '#domain/orders/requisites/order-head.ts';
import type { Block, Paragraph, SourceDocument, Table } from '#domain/orders/source-document.ts';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';

/** A list is looked for among so many lines. */
const MOST_LINES = 20_000;

/** The document with the measures on its cards (a table of labels and values each) in one table; null when it has none. */
export function layOutCards(document: SourceDocument, judge: CellJudge): SourceDocument | null {
  const cards = findCards(document, judge);
  if (cards === null) return null;
  const table = tableOf(cards.records);
  const own = new Set<Block>(cards.blocks);
  const first = cards.blocks[0];
  const blocks = document.blocks.flatMap((block) => (block === first ? [table] : own.has(block) ? [] : [block]));
  return { ...document, blocks };
}

/**
 * Lays out a plan that is no table of measures but a list whose items have labelled lines («Срок: …», «Ответственные: …»).
 * It becomes the table it could have been; points of an order stay text.
 * @returns null when no such plan is found
 */
export function layOutListed(document: SourceDocument, judge: CellJudge): SourceDocument | null {
  const lines = readingLines(document).slice(0, MOST_LINES);
  let found: SourceDocument | null = null;
  for (const [from, to] of outsideOrders(lines)) {
    const own = lines.slice(from, to);
    const list = findList(
      own.map((line) => listLine(line, document, judge)),
      judge,
    );
    if (list === null) continue;
    found = withTable(document, lines, [from + list.from, from + list.to], tableOf(list.records));
    break;
  }
  return found;
}

/** Ranges of lines outside the points of orders: those below «приказываю», or all lines of a head without it. */
function outsideOrders(lines: readonly ReadingLine[]): [number, number][] {
  const ranges: [number, number][] = [];
  let from = 0;
  for (const { issuer, title, preamble, body } of orderHeads(lines)) {
    const isOrdering = preamble.to > title.to;
    if (issuer.from > from) ranges.push([from, issuer.from]);
    from = isOrdering ? body.to : Math.max(title.to, issuer.to);
  }
  return [...ranges, [from, lines.length]];
}

/** The document with a table instead of the lines `from`…`to`. */
function withTable(
  document: SourceDocument,
  lines: readonly ReadingLine[],
  [from, to]: readonly [number, number],
  table: Table,
): SourceDocument {
  const first = lines[from]?.block ?? 0;
  const last = lines[to - 1]?.block ?? first;
  const rest = (own: readonly ReadingLine[]): Paragraph[] =>
    own.length === 0 ? [] : [{ kind: 'paragraph', lines: own.map(({ passage }) => passage) }];
  const blocks: Block[] = [
    ...document.blocks.slice(0, first),
    ...rest(lines.slice(0, from).filter(({ block }) => block === first)),
    table,
    ...document.blocks.slice(first, last + 1).filter((block) => block.kind === 'table' && block.rows.length > 0),
    ...rest(lines.slice(to).filter(({ block }) => block === last)),
    ...document.blocks.slice(last + 1),
  ];
  return { ...document, blocks };
}
