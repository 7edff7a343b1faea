import type { DraftBlock, DraftCell, DraftRow } from '#platform/documents/office/draft.ts';
import { placeOnGrid, withoutNarrowColumns } from '#platform/documents/office/table-grid.ts';
import { childOf, childrenOf, type XmlElement } from '#platform/documents/xml.ts';
import { cellTexts } from '#platform/documents/office/cell-texts.ts';
import type { Story } from '#platform/documents/docx/paragraph.ts';
import { isOn } from '#platform/documents/docx/styles.ts';

/** Reads what stands in a cell; handed in, because cells hold tables and tables cells. */
export type ReadBlocks = (children: XmlElement['children'], story: Story) => DraftBlock[];

/**
 * A table as one block; or, where the table is but a frame around other blocks (a single cell, or a single column with
 * tables inside), the blocks themselves.
 */
export function readTable(table: XmlElement, story: Story, readBlocks: ReadBlocks): DraftBlock[] {
  const rows = partsOf(table, 'tr');
  const cellsByRow = rows.map((row) => partsOf(row, 'tc'));
  if (isFrame(cellsByRow)) {
    return cellsByRow.flatMap((cells) => cells.flatMap((cell) => readBlocks(cell.children, story)));
  }
  const grid = childrenOf(childOf(table, 'tblGrid'), 'gridCol').map((column) => numberOf(column, 'w') ?? 0);
  const read = new Rows(story, grid, readBlocks);
  rows.forEach((row, index) => read.add(row, cellsByRow[index] ?? []));
  return [{ kind: 'table', rows: withoutNarrowColumns(read.rows, grid) }];
}

/** Rows of a table, or cells of a row, also those inside content controls, insertions and custom XML. */
function partsOf(element: XmlElement, name: 'tr' | 'tc'): XmlElement[] {
  const parts: XmlElement[] = [];
  for (const child of childrenOf(element)) {
    if (child.name === name) parts.push(child);
    else if (!NOT_PARTS.has(child.name)) parts.push(...partsOf(child, name));
  }
  return parts;
}

const NOT_PARTS = new Set([
  'tbl',
  'p',
  'tc',
  'tblPr',
  'tblGrid',
  'trPr',
  'tcPr',
  'sdtPr',
  'tblPrEx',
  'del',
  'moveFrom',
]);

function isFrame(rows: readonly (readonly XmlElement[])[]): boolean {
  if (rows.some((cells) => cells.length !== 1)) return false;
  return rows.length === 1 || rows.some((cells) => cells.some((cell) => childOf(cell, 'tbl') !== undefined));
}

class Rows {
  readonly rows: DraftRow[] = [];
  private readonly story: Story;
  private readonly grid: readonly number[];
  /** Columns where a vertically merged cell may go on, with its span. */
  private merging = new Map<number, number>();

  private readonly readBlocks: ReadBlocks;

  constructor(story: Story, grid: readonly number[], readBlocks: ReadBlocks) {
    this.readBlocks = readBlocks;
    this.story = story;
    this.grid = grid;
  }

  add(row: XmlElement, cells: readonly XmlElement[]): void {
    const properties = childOf(row, 'trPr');
    const left = this.leftOut(properties);
    if (left) {
      const words = cells
        .flatMap((cell) => cellTexts(this.readBlocks(cell.children, unnumbered(this.story))))
        .join(' ');
      if (words.trim() !== '') left.push(words);
      return;
    }
    const header = childOf(properties, 'tblHeader');
    const read = this.cells(properties, cells);
    if (read.length > 0) this.rows.push({ cells: read, ...(header && isOn(header) ? { header: true } : {}) });
  }

  private leftOut(properties: XmlElement | undefined): string[] | null {
    const { left } = this.story;
    if (childOf(properties, 'del') ?? childOf(properties, 'moveFrom')) return left.deleted;
    const hidden = childOf(properties, 'hidden');
    return hidden && isOn(hidden) ? left.hidden : null;
  }

  private cells(properties: XmlElement | undefined, cells: readonly XmlElement[]): DraftCell[] {
    const before = numberOf(childOf(properties, 'gridBefore'), 'val') ?? 0;
    const after = numberOf(childOf(properties, 'gridAfter'), 'val') ?? 0;
    const told = cells.map((cell) => {
      const own = childOf(cell, 'tcPr');
      const span = Math.min(200, Math.max(1, numberOf(childOf(own, 'gridSpan'), 'val') ?? 1));
      const width = childOf(own, 'tcW');
      return { span, width: width?.attributes['type'] === 'dxa' ? numberOf(width, 'w') : null };
    });
    const places = placeOnGrid(told, Math.min(200, before), Math.min(200, after), this.grid);
    const goingOn = new Map<number, number>();
    const read: DraftCell[] = [];
    cells.forEach((cell, index) => {
      const place = places[index];
      if (!place) return;
      const own = childOf(cell, 'tcPr');
      if (this.joinsLeft(own, cell, read, place.span)) return;
      const vertical = childOf(own, 'vMerge');
      const restarts = vertical?.attributes['val'] === 'restart';
      const merged = vertical !== undefined && !restarts && this.merging.get(place.column) !== undefined;
      if (vertical) goingOn.set(place.column, place.span);
      read.push({
        ...place,
        ...(merged ? { merged: true } : {}),
        paragraphs: merged ? this.drop(cell) : this.texts(cell),
      });
    });
    this.merging = goingOn;
    return read;
  }

  /** `w:hMerge`, the way of Word before 2000: the cell belongs to the one on its left. */
  private joinsLeft(own: XmlElement | undefined, cell: XmlElement, read: DraftCell[], span: number): boolean {
    const horizontal = childOf(own, 'hMerge');
    const left = read.at(-1);
    if (!horizontal || horizontal.attributes['val'] === 'restart' || !left) return false;
    read[read.length - 1] = { ...left, span: left.span + span, paragraphs: [...left.paragraphs, ...this.texts(cell)] };
    return true;
  }

  private texts(cell: XmlElement): string[] {
    const blocks = this.readBlocks(cell.children, this.story);
    if (blocks.some((block) => block.kind === 'table')) this.story.left.nested.push('');
    return cellTexts(blocks);
  }

  /** Words below a merged cell are in the file, but no program shows them. */
  private drop(cell: XmlElement): string[] {
    const words = cellTexts(this.readBlocks(cell.children, unnumbered(this.story))).join(' ');
    if (words.trim() !== '') this.story.left.covered.push(words);
    return [];
  }
}

/** Paragraphs that are not shown do not count. */
function unnumbered(story: Story): Story {
  return { ...story, numbering: { next: () => '' } };
}

function numberOf(element: XmlElement | undefined, attribute: string): number | null {
  const value = Number.parseFloat(element?.attributes[attribute] ?? '');
  return Number.isFinite(value) ? Math.max(0, Math.round(value)) : null;
}
