import { UnreadableFile } from '#domain/orders/reader-error.ts';
import { cellTexts } from '#platform/documents/office/cell-texts.ts';
import {
  MAX_TABLE_ROWS,
  PAGE_START,
  type DraftBlock,
  type DraftCell,
  type DraftRow,
} from '#platform/documents/office/draft.ts';
import { withoutNarrowColumns } from '#platform/documents/office/table-grid.ts';
import { childOf, childrenOf, type XmlElement } from '#platform/documents/xml.ts';
import type { OdtStory } from '#platform/documents/odt/paragraph.ts';

/** Reads what stands in a cell; handed in, because cells hold tables and tables cells. */
export type ReadOdtBlocks = (children: XmlElement['children'], story: OdtStory) => DraftBlock[];

/** A table as one block, or the blocks inside when the table is but a frame of one column around them. */
export function readOdtTable(table: XmlElement, story: OdtStory, readBlocks: ReadOdtBlocks): DraftBlock[] {
  const rows = rowsOf(table, false);
  const cells = rows.map(({ row }) => (row ? childrenOf(row).filter(isCell) : []));
  if (isFrame(cells)) return cells.flatMap((row) => row.flatMap((cell) => readBlocks(cell.children, story)));
  const read: DraftRow[] = [];
  const merging = new Map<number, { rows: number; span: number }>();
  let afterBreak = false;
  rows.forEach(({ row, header }, index) => {
    if (!row) {
      afterBreak = true;
      return;
    }
    const draft = readRow(cells[index] ?? [], merging, story, readBlocks);
    const repeated = draft.some((cell) => cell.paragraphs.length > 0) ? countOf(row, 'number-rows-repeated') : 1;
    if (read.length + repeated > MAX_TABLE_ROWS) throw new UnreadableFile('too-many-rows', { limit: MAX_TABLE_ROWS });
    const [first, ...others] = draft;
    if (!first) return;
    const begun = afterBreak ? [{ ...first, paragraphs: [PAGE_START, ...first.paragraphs] }, ...others] : draft;
    read.push({ cells: begun, ...(header ? { header } : {}), ...(afterBreak ? { afterBreak } : {}) });
    for (let copy = 1; copy < repeated; copy += 1) read.push({ cells: draft });
    afterBreak = false;
  });
  return [{ kind: 'table', rows: withoutNarrowColumns(read, gridOf(table, story)) }];
}

/** Rows in order, those of groups too; null stands for a page break between rows. */
function rowsOf(element: XmlElement, header: boolean): { row: XmlElement | null; header: boolean }[] {
  return childrenOf(element).flatMap((child) => {
    switch (child.name) {
      case 'table-row':
        return [{ row: child, header }];
      case 'soft-page-break':
        return [{ row: null, header }];
      case 'table-header-rows':
        return rowsOf(child, true);
      case 'table-rows':
      case 'table-row-group':
        return rowsOf(child, header);
      default:
        return [];
    }
  });
}

function isCell({ name }: XmlElement): boolean {
  return name === 'table-cell' || name === 'covered-table-cell';
}

function isFrame(rows: readonly (readonly XmlElement[])[]): boolean {
  const told = rows.filter((cells) => cells.length > 0);
  if (told.length === 0 || told.some((cells) => cells.length !== 1 || countOf(cells[0], 'number-columns-repeated') > 1))
    return false;
  return told.length === 1 || told.some((cells) => cells.some((cell) => childOf(cell, 'table') !== undefined));
}

function readRow(
  cells: readonly XmlElement[],
  merging: Map<number, { rows: number; span: number }>,
  story: OdtStory,
  readBlocks: ReadOdtBlocks,
): DraftCell[] {
  const read: DraftCell[] = [];
  let column = 0;
  let end = 0;
  for (const cell of cells) {
    const repeated = Math.min(1_000, countOf(cell, 'number-columns-repeated'));
    for (let copy = 0; copy < repeated; copy += 1, column += 1) {
      const covered = cell.name === 'covered-table-cell';
      // Cells that are covered from the left are told, but broken files forget them.
      if (covered && column < end) continue;
      column = Math.max(column, end);
      const above = merging.get(column);
      if (covered && !above) continue;
      if (covered && above) {
        const words = cellTexts(readBlocks(cell.children, story)).join(' ');
        if (words.trim() !== '') story.left.covered.push(words);
        read.push({ column, span: above.span, merged: true, paragraphs: [] });
        end = column + above.span;
        if (above.rows > 1) merging.set(column, { rows: above.rows - 1, span: above.span });
        else merging.delete(column);
        continue;
      }
      const span = Math.min(200, countOf(cell, 'number-columns-spanned'));
      const down = countOf(cell, 'number-rows-spanned');
      if (down > 1) merging.set(column, { rows: down - 1, span });
      else merging.delete(column);
      const blocks = readBlocks(cell.children, story);
      if (blocks.some((block) => block.kind === 'table')) story.left.nested.push('');
      read.push({ column, span, paragraphs: cellTexts(blocks) });
      end = column + span;
    }
  }
  return read;
}

function gridOf(table: XmlElement, story: OdtStory): number[] {
  const grid: number[] = [];
  const walk = (element: XmlElement): void => {
    for (const child of childrenOf(element)) {
      if (child.name === 'table-column') {
        const width = story.styles.of('table-column', child.attributes['style-name']).width ?? 0;
        const repeated = Math.min(1_000 - grid.length, countOf(child, 'number-columns-repeated'));
        for (let copy = 0; copy < repeated; copy += 1) grid.push(width);
      } else if (['table-columns', 'table-header-columns', 'table-column-group'].includes(child.name)) walk(child);
    }
  };
  walk(table);
  return grid;
}

function countOf(element: XmlElement | undefined, attribute: string): number {
  const count = Number(element?.attributes[attribute] ?? 1);
  return Number.isInteger(count) && count >= 1 ? count : 1;
}
