import type { Passage } from '#domain/language/passage.ts';
import { passageAt } from '#domain/language/passage.ts';
import type { PositionedPage } from '#domain/orders/raw-document.ts';
import type { Block, Paragraph, Repair, Row, SourceDocument } from '#domain/orders/source-document.ts';
import type { GrowingTable } from '#domain/orders/layout/pages/joined-tables.ts';
import { continueTable } from '#domain/orders/layout/pages/joined-tables.ts';
import { drawnTables } from '#domain/orders/layout/pages/drawn/drawn-tables.ts';
import { vocabularyOf, withWholeWords } from '#domain/orders/layout/pages/broken-words.ts';
import { gapTables } from '#domain/orders/layout/pages/undrawn/gap-tables.ts';
import { rulingOf } from '#domain/orders/layout/pages/drawn/ruling-lines.ts';
import type { PageTable } from '#domain/orders/layout/pages/page-table.ts';
import { runningHeads } from '#domain/orders/layout/pages/running-heads.ts';
import { taggedRows } from '#domain/orders/layout/pages/undrawn/tagged-rows.ts';
import type { Margins, PageParagraph } from '#domain/orders/layout/pages/text-flow.ts';
import { paragraphsOf } from '#domain/orders/layout/pages/text-flow.ts';
import type { TextLine } from '#domain/orders/layout/pages/text-line.ts';
import { linesOf } from '#domain/orders/layout/pages/text-line.ts';

type PageItem = PageTable | PageParagraph;

/**
 * The document that positioned pages show: paragraphs, and tables put together over pages. Running heads and page
 * numbers go to the repairs («running-head»); every other word stands in a block.
 */
export function layoutPages(pages: readonly PositionedPage[]): SourceDocument {
  const drawn = pages.map((page) => {
    const { tables, rest } = drawnTables(page);
    return { page, tables, lines: linesOf(rest), across: rulingOf(page.rules).across };
  });
  const heads = runningHeads(drawn.map(({ page, lines }) => ({ height: page.height, lines })));
  const bodies = drawn.map(({ lines }) => lines.filter((line) => !heads.has(line)));
  const open = drawn.map(({ page, tables, across }, index) => ({
    width: page.width,
    lines: bodies[index] ?? [],
    across,
    hasTable: tables.length > 0 || page.runs.length > CROWDED,
    taggedRows: taggedRows(page),
  }));
  const undrawn = gapTables(open);
  const words = vocabularyOf(pages);
  const writer = new PageWriter();
  drawn.forEach(({ page, tables, lines }, index) => {
    const undrawnHere = undrawn[index] ?? null;
    const own = (undrawnHere === null ? tables : undrawnHere.tables).map((table) => withWholeWords(table, words));
    const rest = undrawnHere === null ? (bodies[index] ?? []) : undrawnHere.rest;
    writer.writePage(
      page,
      lines.filter((line) => heads.has(line)),
      itemsOf(own, rest, marginsOf(page)),
    );
  });
  return writer.finish();
}

/** Tables and the paragraphs above, between and below them, from top to bottom. */
function itemsOf(tables: readonly PageTable[], lines: readonly TextLine[], margins: Margins): PageItem[] {
  const items: PageItem[] = [];
  let rest = lines;
  for (const table of tables) {
    const middle = (line: TextLine): number => (line.top + line.bottom) / 2;
    items.push(
      ...paragraphsOf(
        rest.filter((line) => middle(line) < table.top),
        margins,
      ),
      table,
    );
    rest = rest.filter((line) => middle(line) >= table.top);
  }
  return [...items, ...paragraphsOf(rest, margins)];
}

/** The area that text and drawn tables of the page fill. */
function marginsOf(page: PositionedPage): Margins {
  let [left, right] = [Infinity, -Infinity];
  for (const run of page.runs) {
    if (run.turn !== undefined) continue;
    left = Math.min(left, run.x);
    right = Math.max(right, run.x + run.width);
  }
  return { left, right };
}

/** More words than any printed page has: such a page is not searched for undrawn tables. */
const CROWDED = 20_000;

/** «Продолжение таблицы 1», «Окончание приложения»: printed above the part of a table on the next page. */
const CONTINUATION =
  /^(?:продолжение|окончание)(?:\s+(?:табл\p{L}*\.?|прилож\p{L}*|формы))?(?:\s*(?:№\s*)?\d{1,3})?[.:]?$/iu;

/** Footnotes under the last table of a page: they are set smaller and begin with their number. */
function notesBelow(items: readonly PageItem[], height: number): PageParagraph[] {
  const last = items.findLastIndex((item) => item.kind === 'table');
  const table = items[last];
  if (table?.kind !== 'table') return [];
  const below = items.slice(last + 1).filter((item): item is PageParagraph => item.kind === 'paragraph');
  const size = Math.max(
    ...table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines.map((line) => line.size))),
  );
  const isNote = ({ top, lines }: PageParagraph): boolean =>
    top > 0.6 * height &&
    lines.every((line) => line.size < 0.95 * size) &&
    /^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹*]|\d)/u.test(lines[0]?.text ?? '');
  return below.every(isNote) ? below : [];
}

/** Composes the text of the document page by page and the blocks over all pages. */
class PageWriter {
  #text = '';
  readonly #pages: number[] = [];
  readonly #repairs: Repair[] = [];
  readonly #blocks: (Paragraph | GrowingTable)[] = [];
  readonly #notes: Paragraph[] = [];

  writePage(page: PositionedPage, heads: readonly TextLine[], items: readonly PageItem[]): void {
    this.#pages.push(this.#text.length);
    const at = { from: this.#text.length, to: this.#text.length };
    for (const { code, words } of page.repairs ?? [])
      this.#repairs.push({ code, at, ...(words === undefined ? {} : { words }) });
    for (const line of heads) this.#writeHead(line);
    const [first, second] = items;
    const isHeading = first?.kind === 'paragraph' && second?.kind === 'table' && this.#blocks.at(-1)?.kind === 'table';
    const body = isHeading && first.lines.every((line) => CONTINUATION.test(line.text)) ? items.slice(1) : items;
    if (body !== items && first?.kind === 'paragraph') for (const line of first.lines) this.#writeHead(line);
    const notes = notesBelow(body, page.height);
    body.slice(0, body.length - notes.length).forEach((item, index) => {
      if (item.kind === 'table') this.#writeTable(item, index === 0);
      else this.#writeParagraph(item, index === 0);
    });
    for (const note of notes)
      this.#notes.push({ kind: 'paragraph', lines: note.lines.map((line) => this.#writeLine(line)) });
  }

  finish(): SourceDocument {
    const blocks = [...this.#blocks, ...this.#notes].map((block): Block => {
      if (block.kind === 'paragraph') return block;
      return { kind: 'table', width: block.edges.length - 1, rows: block.rows, origin: block.origin };
    });
    return { text: this.#text, pages: this.#pages.length === 0 ? [0] : this.#pages, blocks, repairs: this.#repairs };
  }

  #writeHead(line: TextLine): void {
    const passage = this.#writeLine(line);
    const from = passage.at[0] ?? 0;
    this.#repairs.push({ code: 'running-head', at: { from, to: from + passage.text.length }, words: passage.text });
  }

  /** Footnotes stand behind the table that goes on over their page. */
  #add(block: Paragraph | GrowingTable): void {
    this.#blocks.push(...this.#notes.splice(0), block);
  }

  #writeLine(line: TextLine): Passage {
    const passage = passageAt(line.text, this.#text.length);
    this.#text += `${line.text}\n`;
    return passage;
  }

  #writeParagraph(paragraph: PageParagraph, isFirst: boolean): void {
    const lines = paragraph.lines.map((line) => this.#writeLine(line));
    const last = this.#blocks.at(-1);
    const begins = lines[0]?.text ?? '';
    // A sentence that the page cuts: it goes on with a small letter.
    if (
      isFirst &&
      last?.kind === 'paragraph' &&
      /^\p{Ll}/u.test(begins) &&
      !/[.!?:;]$/u.test(last.lines.at(-1)?.text ?? '.')
    ) {
      this.#blocks[this.#blocks.length - 1] = { ...last, lines: [...last.lines, ...lines] };
      return;
    }
    this.#add({ kind: 'paragraph', lines });
  }

  #writeTable(table: PageTable, isFirst: boolean): void {
    const rows = table.rows.map((row): Row => ({
      cells: row.cells.map((cell) => ({
        column: cell.column,
        span: cell.span,
        lines: cell.lines.map((line) => this.#writeLine(line)),
        ...(cell.merged ? { merged: true } : {}),
      })),
    }));
    const continued = table.rows.some((row) => row.continued === true);
    const growing: GrowingTable = { kind: 'table', edges: table.edges, rows, origin: table.origin, continued };
    const last = this.#blocks.at(-1);
    if (isFirst && last?.kind === 'table' && continueTable(last, growing)) return;
    this.#add(growing);
  }
}
