import type { Repair, SourceDocument } from '#domain/orders/source-document.ts';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import { openArchive, type Archive } from '#platform/documents/archive.ts';
import { documentOf, MAX_TABLE_ROWS, type DraftBlock } from '#platform/documents/office/draft.ts';
import { partTree, relationsOf } from '#platform/documents/office/parts.ts';
import { childOf, childrenOf, ownTextOf, type XmlElement } from '#platform/documents/xml.ts';
import { readCellStyles } from '#platform/documents/xlsx/cell-styles.ts';
import { printedRows, type PrintedValues } from '#platform/documents/xlsx/printed-rows.ts';
import { isUnnamed, sheetBlocks } from '#platform/documents/xlsx/sheet-blocks.ts';
import { readSheet, type StoredSheet } from '#platform/documents/xlsx/sheet.ts';

type NamedSheet = { readonly name: string; readonly hidden: boolean; readonly sheet: StoredSheet };

/**
 * Reads a workbook (.xlsx, .xlsm; transitional and strict): each visible sheet as paragraphs and a table, values as a
 * person sees them. Hidden rows and columns are read, hidden sheets are not. Fails with `UnreadableFile` only.
 */
export function readXlsx(bytes: Uint8Array): SourceDocument {
  const archive = openArchive(bytes);
  const name = relationsOf(archive, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const workbook = partTree(archive, name);
  if (workbook?.name !== 'workbook') throw new UnreadableFile('damaged', { part: name });
  const relations = relationsOf(archive, name);
  // Sheets first: one with too many rows is refused before its strings are read.
  const sheets = readSheets(archive, workbook, (id) => {
    const relation = relations.find((candidate) => candidate.id === id);
    return relation?.type === 'worksheet' ? relation.target : null;
  });
  const target = (type: string): string => relations.find((relation) => relation.type === type)?.target ?? '';
  const values: PrintedValues = {
    strings: sharedStrings(partTree(archive, target('sharedStrings'))),
    styles: readCellStyles(partTree(archive, target('styles'))),
    since1904: ['1', 'true'].includes(childOf(workbook, 'workbookPr')?.attributes['date1904'] ?? ''),
  };

  const allHidden = sheets.every(({ hidden }) => hidden);
  const repairs: Repair[] = [];
  const blocks: DraftBlock[] = [];
  for (const { name: title, hidden, sheet } of sheets) {
    if (sheet.rows.length === 0) continue;
    if (hidden && !allHidden) {
      repairs.push({ code: 'hidden-sheet-left-out', at: null, words: title });
      continue;
    }
    const { rows, covered } = printedRows(sheet, values);
    if (covered !== '') repairs.push({ code: 'text-under-merged-cell-left-out', at: null, words: covered });
    blocks.push(...sheetBlocks(rows, isUnnamed(title) ? undefined : title));
  }
  return documentOf(blocks, repairs);
}

function readSheets(archive: Archive, workbook: XmlElement, partOf: (id: string) => string | null): NamedSheet[] {
  const sheets: NamedSheet[] = [];
  let rows = 0;
  for (const { attributes } of childrenOf(childOf(workbook, 'sheets'), 'sheet')) {
    const part = partOf(attributes['id'] ?? '');
    const bytes = part === null ? null : archive.read(part);
    if (part === null || !bytes) continue;
    const sheet = readSheet(bytes, part);
    rows += sheet.rows.length;
    if (rows > MAX_TABLE_ROWS) throw new UnreadableFile('too-many-rows', { limit: MAX_TABLE_ROWS });
    const hidden = ['hidden', 'veryHidden'].includes(attributes['state'] ?? '');
    sheets.push({ name: attributes['name'] ?? '', hidden, sheet });
  }
  if (sheets.length === 0) throw new UnreadableFile('damaged', { part: 'xl/workbook.xml' });
  return sheets;
}

/** Strings of the workbook; rich ones are the runs put together, phonetic hints left out. */
function sharedStrings(root: XmlElement | undefined): string[] {
  return childrenOf(root, 'si').map((item) => {
    let text = '';
    for (const part of childrenOf(item)) {
      const run = part.name === 'r' ? childOf(part, 't') : part.name === 't' ? part : undefined;
      if (run) text += ownTextOf(run);
    }
    return text;
  });
}
