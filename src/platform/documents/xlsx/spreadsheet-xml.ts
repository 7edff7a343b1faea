import { UnreadableFile } from '#domain/orders/reader-error.ts';
import type { Repair, SourceDocument } from '#domain/orders/source-document.ts';
import { documentOf, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS, type DraftBlock } from '#platform/documents/office/draft.ts';
import type { CellStyle } from '#platform/documents/xlsx/cell-styles.ts';
import { printedRows } from '#platform/documents/xlsx/printed-rows.ts';
import { isUnnamed, sheetBlocks } from '#platform/documents/xlsx/sheet-blocks.ts';
import type { MergedRange, StoredCell, StoredRow, StoredSheet } from '#platform/documents/xlsx/sheet.ts';
import { childOf, childrenOf, type XmlElement } from '#platform/documents/xml.ts';

/** Elements of which a workbook has as many as it has rows. */
export const SPREADSHEET_ROWS = { name: 'Row', limit: MAX_TABLE_ROWS };

/**
 * Reads «XML Spreadsheet 2003», which programs of accounting and registries save under the name .xls: one XML file with
 * the root `Workbook`. Hidden sheets are left out and told. Fails with `UnreadableFile` only.
 */
export function readSpreadsheetXml(workbook: XmlElement): SourceDocument {
  const { numbers, styles } = stylesOf(workbook);
  const blocks: DraftBlock[] = [];
  const repairs: Repair[] = [];
  for (const worksheet of childrenOf(workbook, 'Worksheet')) {
    const title = worksheet.attributes['Name'] ?? '';
    if (childOf(childOf(worksheet, 'WorksheetOptions'), 'Visible')) {
      repairs.push({ code: 'hidden-sheet-left-out', at: null, words: title });
      continue;
    }
    const sheet = sheetOf(worksheet, numbers);
    const { rows, covered } = printedRows(sheet, { strings: [], styles, since1904: false });
    if (covered !== '') repairs.push({ code: 'text-under-merged-cell-left-out', at: null, words: covered });
    blocks.push(...sheetBlocks(rows, isUnnamed(title) ? undefined : title));
  }
  return documentOf(blocks, repairs);
}

/** Cell styles, and their numbers by the names that cells use. */
function stylesOf(workbook: XmlElement): { numbers: ReadonlyMap<string, number>; styles: readonly CellStyle[] } {
  const named = childrenOf(childOf(workbook, 'Styles'), 'Style');
  return {
    numbers: new Map(named.map(({ attributes }, number) => [attributes['ID'] ?? '', number])),
    styles: named.map((style) => ({
      format: formatOf(childOf(style, 'NumberFormat')?.attributes['Format']),
      bordered: childrenOf(childOf(style, 'Borders'), 'Border').length > 0,
    })),
  };
}

/** Some formats are named by a word instead of a pattern. */
function formatOf(format: string | undefined): string {
  if (format === undefined || /^General/iu.test(format)) return 'General';
  if (format === 'Percent') return '0%';
  return /date/iu.test(format) ? 'dd.mm.yyyy' : format;
}

function sheetOf(worksheet: XmlElement, styles: ReadonlyMap<string, number>): StoredSheet {
  const rows: StoredRow[] = [];
  const merges: MergedRange[] = [];
  let index = -1;
  for (const row of childrenOf(childOf(worksheet, 'Table'), 'Row')) {
    index = placeOf(row, index);
    const cells: StoredCell[] = [];
    let column = -1;
    for (const cell of childrenOf(row, 'Cell')) {
      column = placeOf(cell, column);
      const style = styles.get(cell.attributes['StyleID'] ?? '') ?? -1;
      if (column >= MAX_TABLE_COLUMNS)
        throw new UnreadableFile('too-many-rows', { limit: MAX_TABLE_COLUMNS, of: 'columns' });
      cells.push({ column, style, ...valueOf(childOf(cell, 'Data')) });
      const [right, below] = [countOf(cell, 'MergeAcross'), countOf(cell, 'MergeDown')];
      if (right > 0 || below > 0)
        merges.push({ top: index, left: column, bottom: index + below + 1, right: column + right + 1 });
      column += right;
    }
    if (cells.some(({ value }) => value !== '')) rows.push({ index, cells });
  }
  return { rows, merges };
}

/** The place of a row or cell from 0: behind the one before, unless `Index` (from 1) says that some are left out. */
function placeOf(element: XmlElement, before: number): number {
  const told = Number(element.attributes['Index']);
  return Number.isInteger(told) && told > before + 1 ? told - 1 : before + 1;
}

/** A whole number that an attribute tells; larger than any table is not believed. */
function countOf(cell: XmlElement, name: 'MergeAcross' | 'MergeDown'): number {
  const told = Number(cell.attributes[name] ?? 0);
  if (!Number.isInteger(told) || told < 1) return 0;
  return Math.min(told, name === 'MergeDown' ? MAX_TABLE_ROWS : MAX_TABLE_COLUMNS);
}

function valueOf(data: XmlElement | undefined): Pick<StoredCell, 'kind' | 'value'> {
  const value = data === undefined ? '' : textBelow(data);
  switch (data?.attributes['Type']) {
    case 'Number':
      return { kind: 'number', value };
    case 'DateTime':
      return { kind: 'date', value };
    case 'Boolean':
      return { kind: 'boolean', value };
    case undefined:
    default:
      return { kind: 'text', value };
  }
}

/** Rich text puts parts of the value into elements of HTML. */
function textBelow(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textBelow(child))).join('');
}
