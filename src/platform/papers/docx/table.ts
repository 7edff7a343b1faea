import type { PaperColumn, PaperRow, PaperTable } from '#domain/papers/paper.ts';
import { escapeXml, styledParagraph } from '#platform/papers/docx/paragraphs.ts';
import { twips } from '#platform/papers/docx/units.ts';
import { columnWidths } from '#platform/papers/page.ts';

/** A bordered table whose head is repeated on every page; rows of sections are merged over the whole width. */
export function tableXml(table: PaperTable, millimetres: number): string {
  const { columns, rows, summary } = table;
  const sizes = columnWidths(table, millimetres).widths.map(twips);
  const width = sizes.reduce((sum, size) => sum + size, 0);
  const grid = sizes.map((size) => `<w:gridCol w:w="${size}"/>`).join('');
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="Measures"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    `<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
    `<w:tblDescription w:val="${escapeXml(summary)}"/></w:tblPr>` +
    `<w:tblGrid>${grid}</w:tblGrid>${headXml(columns, sizes)}${rows.map((row) => rowXml(row, columns, sizes)).join('')}</w:tbl>`
  );
}

function headXml(columns: readonly PaperColumn[], sizes: readonly number[]): string {
  const cells = columns.map(({ title }, index) => cellXml(sizes[index] ?? 0, 'TableHead', title));
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
}

function rowXml(row: PaperRow, columns: readonly PaperColumn[], sizes: readonly number[]): string {
  if (row.kind === 'section') {
    const width = sizes.reduce((sum, size) => sum + size, 0);
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cellXml(width, 'TableSection', row.text, columns.length)}</w:tr>`;
  }
  const cells = row.cells.map((text, index) =>
    cellXml(sizes[index] ?? 0, columns[index]?.aligned === 'centre' ? 'TableCentred' : 'TableText', text),
  );
  return `<w:tr>${cells.join('')}</w:tr>`;
}

function cellXml(size: number, style: string, text: string, columns = 1): string {
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${size}" w:type="dxa"/>${span}</w:tcPr>${styledParagraph(style, text)}</w:tc>`;
}
