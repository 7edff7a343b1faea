import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '#demo/orders/writers/escape-xml.ts';
import { plainLines } from '#demo/orders/writers/printed-order.ts';
import type { PrintedBlock } from '#demo/orders/writers/printed-order.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The order as a workbook of one sheet; paragraphs are cells merged over the width of the table, whole numbers are numbers. */
export function writeXlsx(blocks: readonly PrintedBlock[]): Uint8Array {
  const width = Math.max(...blocks.map((block) => (block.kind === 'table' ? block.widths.length : 1)));
  const strings: string[] = [];
  const merges: string[] = [];
  const rows: string[] = [];
  const addRow = (cells: readonly { column: number; columns: number; rows: number; text: string }[]): void => {
    const number = rows.length + 1;
    const written = cells.map(({ column, columns, rows: down, text }) => {
      const place = `${letterOf(column)}${number}`;
      if (columns > 1 || down > 1) merges.push(`${place}:${letterOf(column + columns - 1)}${number + down - 1}`);
      if (text === '') return '';
      if (/^(?:0|[1-9]\d*)$/u.test(text)) return `<c r="${place}"><v>${text}</v></c>`;
      return `<c r="${place}" t="s"><v>${strings.push(text) - 1}</v></c>`;
    });
    rows.push(`<row r="${number}">${written.join('')}</row>`);
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') addRow([{ column: 0, columns: width, rows: 1, text: block.text }]);
    else
      for (const row of block.rows) addRow(row.cells.map((cell) => ({ ...cell, text: plainLines(cell).join('\n') })));
  }
  const merged =
    merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (inside: string): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  return packed({
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="План" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('r1', 'worksheet', 'worksheets/sheet1.xml') + relation('r2', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
  });
}

const letterOf = (column: number): string => String.fromCharCode(65 + column);

function contentTypes(): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/worksheets/sheet1.xml', 'worksheet')}${part('/xl/sharedStrings.xml', 'sharedStrings')}</Types>`
  );
}

function packed(parts: Readonly<Record<string, string>>): Uint8Array {
  const declared = (xml: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, declared(xml)])));
}
