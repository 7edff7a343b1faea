import { strToU8, zipSync } from 'fflate';
import { spansOf } from '#domain/language/passage.ts';
import type { Cell, SourceDocument, Table } from '#domain/orders/source-document.ts';

/** Small office files written by hand for tests: only what a test shows is in them. */

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A zip file of texts by name. */
export function packageOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** A Word document with this body; further parts by their short name («styles», «numbering», «footnotes», «header1»). */
export function docxOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const relations = Object.keys(parts).map(
    (name) => `<Relationship Id="${name}" Type="${RELATIONS}/${name.replace(/\d/u, '')}" Target="${name}.xml"/>`,
  );
  const others = Object.entries(parts).map(([name, xml]): [string, string] => [
    `word/${name}.xml`,
    `<w:${name} ${WORD} ${OFFICE}>${xml}</w:${name}>`,
  ]);
  return packageOf({
    '_rels/.rels': `<Relationships><Relationship Id="m" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${WORD} ${OFFICE}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(others),
  });
}

/** A paragraph of Word with one run; `properties` is the inside of `w:pPr`. */
export function wp(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A table cell of Word; `properties` is the inside of `w:tcPr`. */
export function wtc(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : wp(content)}</w:tc>`;
}

export function wtr(...cells: readonly string[]): string {
  return `<w:tr>${cells.join('')}</w:tr>`;
}

/** A table of Word with grid columns of these widths. */
export function wtbl(grid: readonly number[], ...rows: readonly string[]): string {
  return `<w:tbl><w:tblGrid>${grid.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

const ODF = ['office', 'text', 'table', 'style', 'draw']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** An OpenDocument text with this content of `office:text`, automatic styles, and inside of `styles.xml`. */
export function odtOf(text: string, styles = '', common = ''): Uint8Array {
  return packageOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml':
      `<office:document-content ${ODF} xmlns:fo="fo"><office:automatic-styles>${styles}</office:automatic-styles>` +
      `<office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${ODF}>${common}</office:document-styles>`,
  });
}

export type SheetXml = {
  readonly name?: string;
  readonly state?: string;
  readonly rows: string;
  readonly merges?: readonly string[];
};

/** A workbook of sheets given as the inside of `sheetData`. */
export function xlsxOf(
  sheets: readonly SheetXml[],
  { styles = '', strings = '', properties = '' }: { styles?: string; strings?: string; properties?: string } = {},
): Uint8Array {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="${kind}worksheet+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${kind}sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${kind}styles+xml"/>` +
      `<Override PartName="/xl/sharedStrings.xml" ContentType="${kind}sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('m', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('st', 'styles', 'styles.xml')}${relation('ss', 'sharedStrings', 'sharedStrings.xml')}` +
      `${sheets.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index}.xml`)).join('')}</Relationships>`,
    'xl/workbook.xml':
      `<workbook ${main} xmlns:r="${RELATIONS}"><workbookPr ${properties}/><sheets>` +
      sheets
        .map(
          (sheet, index) =>
            `<sheet name="${sheet.name ?? 'Лист1'}" state="${sheet.state ?? 'visible'}" r:id="s${index}"/>`,
        )
        .join('') +
      '</sheets></workbook>',
    'xl/styles.xml': `<styleSheet ${main}>${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${strings}</sst>`,
  };
  sheets.forEach((sheet, index) => {
    const merges = (sheet.merges ?? []).map((range) => `<mergeCell ref="${range}"/>`).join('');
    parts[`xl/worksheets/sheet${index}.xml`] =
      `<worksheet ${main}><sheetData>${sheet.rows}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}</worksheet>`;
  });
  return packageOf(parts);
}

/** A row of inline strings; numbers become numbers; `style` is the cells' style. */
export function xrow(index: number, values: readonly (string | number)[], style = 0): string {
  const cells = values.map((value, column) => {
    const place = `r="${String.fromCharCode(65 + column)}${index}" s="${style}"`;
    if (value === '') return `<c ${place}/>`;
    if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`;
    return `<c ${place} t="inlineStr"><is><t>${value}</t></is></c>`;
  });
  return `<row r="${index}">${cells.join('')}</row>`;
}

/** Blocks in short: «text», «label|text», or for a table its rows with `column+span:lines` for each cell, «^» for merged. */
export function shortly(document: SourceDocument): (string | string[])[] {
  return document.blocks.map((block) => {
    if (block.kind === 'table') return block.rows.map((row) => row.cells.map(cellShortly).join(' '));
    const text = block.lines.map((line) => line.text).join(' / ');
    return `${'#'.repeat(block.heading ?? 0)}${block.label ? `${block.label}|` : ''}${text}`;
  });
}

function cellShortly(cell: Cell): string {
  const lines = cell.merged ? '^' : cell.lines.map((line) => line.text).join(' / ');
  return `${cell.column}${cell.span > 1 ? `+${cell.span}` : ''}:${lines}`;
}

export function tablesOf(document: SourceDocument): Table[] {
  return document.blocks.filter((block) => block.kind === 'table');
}

/** What is wrong with the places of a document; empty when every passage stands where it says, in reading order. */
export function misplaced(document: SourceDocument): string[] {
  const wrong: string[] = [];
  let before = 0;
  const lines = document.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.lines : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines)),
  );
  for (const line of lines) {
    const source = spansOf(line).map(({ from, to }) => document.text.slice(from, to));
    if (line.at.length !== line.text.length || source.join('') !== line.text) wrong.push(line.text);
    if ((line.at[0] ?? 0) < before) wrong.push(`order: ${line.text}`);
    before = line.at.at(-1) ?? before;
  }
  for (const table of tablesOf(document)) {
    for (const row of table.rows) {
      let column = 0;
      for (const cell of row.cells) {
        if (cell.column < column || cell.span < 1 || cell.column + cell.span > table.width)
          wrong.push(`cell ${cell.column}`);
        column = cell.column + cell.span;
      }
    }
  }
  const pages = document.pages ?? [0];
  if (pages.some((page, index) => page > document.text.length || (index > 0 && page <= (pages[index - 1] ?? 0)))) {
    wrong.push('pages');
  }
  return wrong;
}
