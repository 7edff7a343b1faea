import type { Repair } from '#domain/orders/source-document.ts';
import {
  attribute,
  cellsOf,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
  isBlockElement,
  isElement,
  isHidden,
  isListLabel,
  isNoteMark,
  isTable,
  isText,
  rowsOf,
  textBelow,
} from '#platform/documents/html-nodes.ts';
import { gridOf } from '#platform/documents/html-grid.ts';
import type { DraftBlock } from '#platform/documents/office/draft.ts';

/** Deeper elements are read as plain text: no real page nests so deep, and recursion has an end. */
const DEEPEST_BLOCK = 400;

/** Paragraphs and tables of an HTML tree, in reading order. */
export class HtmlBlocks {
  readonly blocks: DraftBlock[] = [];
  readonly repairs: Repair[] = [];
  private text = '';
  private label = '';
  private heading: number | undefined;
  /** Inside a cell, labels of lists are part of the text and tables are flattened. */
  private readonly inCell: boolean;

  constructor(inCell = false) {
    this.inCell = inCell;
  }

  read(parent: HtmlParent): void {
    this.children(parent, 0);
    this.close();
  }

  private children(parent: HtmlParent, depth: number): void {
    for (const child of parent.childNodes) this.node(child, depth + 1);
  }

  private node(node: HtmlNode, depth: number): void {
    if (isText(node)) this.add(node.value);
    else if (isElement(node) && !isHidden(node)) this.element(node, depth);
  }

  private element(element: HtmlElement, depth: number): void {
    const name = element.tagName;
    if (depth > DEEPEST_BLOCK) return this.add(textBelow(element));
    if (isNoteMark(element)) return;
    if (name === 'br') return this.lineBreak();
    if (isTable(element)) return this.table(element, depth);
    if (name === 'ol' || name === 'ul' || name === 'menu') return this.list(element, depth);
    if (name === 'pre') return this.preformatted(element);
    if (name === 'del') return this.deleted(element);
    if (isListLabel(element)) return this.startLabel(textBelow(element));
    if (!isBlockElement(element)) return this.children(element, depth);
    this.close();
    this.heading = /^h[1-6]$/u.test(name) ? Number(name.slice(1)) : this.heading;
    this.children(element, depth);
    this.close();
  }

  private add(value: string): void {
    this.text += value.replace(/[ \t\n\f\r\v]+/gu, ' ');
  }

  private lineBreak(): void {
    this.text = `${this.text.trimEnd()}\n`;
  }

  private startLabel(label: string): void {
    if (this.text.trim() === '') this.label = label;
    else this.add(label);
  }

  private close(): void {
    const text = this.text
      .replace(/ *\n */gu, '\n')
      .replace(/ {2,}/gu, ' ')
      .trim();
    if (text !== '') this.push(text);
    this.text = '';
    this.heading = undefined;
  }

  private push(text: string): void {
    if (this.inCell) this.blocks.push({ kind: 'paragraph', text: `${this.label} ${text}`.trim() });
    else this.blocks.push({ kind: 'paragraph', text, label: this.label || undefined, heading: this.heading });
    this.label = '';
  }

  private list(list: HtmlElement, depth: number): void {
    this.close();
    let number = Number.parseInt(attribute(list, 'start') ?? '1', 10) || 1;
    for (const item of list.childNodes) {
      if (isElement(item) && item.tagName === 'li' && !isHidden(item)) {
        this.close();
        number = Number.parseInt(attribute(item, 'value') ?? '', 10) || number;
        this.label = list.tagName === 'ol' ? labelOf(number, attribute(list, 'type')) : '–';
        number += 1;
        this.children(item, depth + 1);
        this.close();
        // A number with nothing behind it: cells are numbered so.
        if (this.inCell && this.label !== '' && list.tagName === 'ol') this.push('');
        this.label = '';
      } else this.node(item, depth + 1);
    }
    this.close();
  }

  private preformatted(element: HtmlElement): void {
    this.close();
    const lines = element.childNodes.map((node) => (isText(node) ? node.value : textBelow(node))).join('');
    this.text = lines.replace(/\r\n?/gu, '\n').trim();
    this.close();
  }

  private deleted(element: HtmlElement): void {
    const words = textBelow(element);
    if (words !== '') this.repairs.push({ code: 'deleted-text-left-out', at: null, words });
  }

  private table(table: HtmlElement, depth: number): void {
    this.close();
    if (isLayoutTable(table)) {
      for (const { row } of rowsOf(table)) {
        for (const cell of cellsOf(row)) {
          this.children(cell, depth + 1);
          this.close();
        }
      }
      return;
    }
    if (this.inCell) return this.flattened(table);
    const caption = table.childNodes.find((node) => isElement(node) && node.tagName === 'caption');
    const rows = gridOf(table, (cell) => this.paragraphsOf(cell));
    if (rows.length === 0) return;
    this.blocks.push({ kind: 'table', rows, caption: caption === undefined ? undefined : textBelow(caption) });
  }

  private paragraphsOf(cell: HtmlElement): string[] {
    const inside = new HtmlBlocks(true);
    inside.read(cell);
    this.repairs.push(...inside.repairs);
    return inside.blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''));
  }

  /** A table inside a cell: each of its rows becomes a line. */
  private flattened(table: HtmlElement): void {
    for (const { row } of rowsOf(table)) {
      const text = cellsOf(row).map(textBelow).filter(Boolean).join(' ');
      if (text !== '') this.push(text);
    }
    this.repairs.push({ code: 'nested-table-flattened', at: null });
  }
}

function labelOf(number: number, type: string | undefined): string {
  const letter = 'абвгдежзиклмнопрстуфхцчшщэюя'.charAt((number - 1) % 28);
  if (type === 'a' || type === 'A') return `${letter})`;
  return `${number}.`;
}

/** How much of a table's text a table inside it must hold for the outer one to be mere layout. */
const LAYOUT_SHARE = 0.5;

/** One cell around everything, or a frame around a real table that holds most of the words. */
function isLayoutTable(table: HtmlElement): boolean {
  const rows = rowsOf(table);
  const cells = rows.flatMap(({ row }) => cellsOf(row));
  if (cells.length <= 1) return true;
  const inner = cells.flatMap((cell) => tablesBelow(cell));
  if (inner.length === 0) return false;
  const real = inner.filter((candidate) => {
    const innerRows = rowsOf(candidate);
    return innerRows.length >= 2 && innerRows.some(({ row }) => cellsOf(row).length >= 2);
  });
  const innerLength = real.reduce((sum, candidate) => sum + textBelow(candidate).length, 0);
  return innerLength > LAYOUT_SHARE * textBelow(table).length;
}

/** Tables inside an element, not those inside them. */
function tablesBelow(element: HtmlElement): HtmlElement[] {
  const tables: HtmlElement[] = [];
  const stack: HtmlNode[] = [...element.childNodes];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (!isElement(next) || isHidden(next)) continue;
    if (isTable(next)) tables.push(next);
    else for (const child of next.childNodes) stack.push(child);
  }
  return tables;
}
