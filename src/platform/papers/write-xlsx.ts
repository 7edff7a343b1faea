import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import type { PaperTable } from '#domain/papers/paper.ts';
import { columnLetters } from '#platform/sheets/write-sheet.ts';
import type { PaperWorkbook } from '#domain/papers/plan-workbook.ts';

/**
 * The workbook as XLSX. Every cell is a text of the format «text»: what begins with a sign of equality stays a text, also
 * when a person edits the cell. The same workbook gives the same bytes.
 */
export function writeXlsx({ title, requisites, tables }: PaperWorkbook): Promise<Uint8Array> {
  return writeWorkbook({
    properties: { title, created: NO_DAY, modified: NO_DAY },
    defaultFont: { name: 'PT Sans', size: 11 },
    sheets: [linesSheet(requisites), ...tables.map(({ name, table }) => tableSheet(name, table))],
  });
}

/** The day of writing is left out of the file. */
const NO_DAY = new Date(0);
const A4 = { paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;
const PAGE_NUMBER = { oddHeader: '&C&P' };
const TEXT = '@';
const WRAPPED = { wrapText: true, vertical: 'top' } as const;
const SIDE = { style: 'thin' } as const;
const BORDER = { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE };

function linesSheet({ name, lines }: PaperWorkbook['requisites']): WriteSheet {
  const cells = new Map(
    lines.map(({ isHeading }, row) => [
      `${row},0`,
      { style: { numFmt: TEXT, alignment: WRAPPED, ...(isHeading ? { font: { bold: true } } : {}) } },
    ]),
  );
  return {
    name,
    columns: [{ width: 110 }],
    rows: lines.map(({ text }) => [text]),
    cells,
    pageSetup: { ...A4, orientation: 'portrait', printArea: `$A$1:$A$${lines.length}` },
  };
}

/** Characters over the width of a landscape page. */
const PAGE_CHARACTERS = 150;

function tableSheet(name: string, { columns, rows }: PaperTable): WriteSheet {
  const cells = new Map<string, { style: CellStyle }>();
  const put = (row: number, column: number, style: CellStyle): void => {
    cells.set(`${row},${column}`, { style: { numFmt: TEXT, border: BORDER, ...style } });
  };
  columns.forEach((_, column) => put(0, column, HEAD));
  rows.forEach((row, index) => {
    columns.forEach(({ aligned }, column) => {
      const look = { alignment: { ...WRAPPED, horizontal: aligned === 'centre' ? 'center' : 'left' } } as const;
      put(index + 1, column, row.kind === 'section' ? SECTION : look);
    });
  });
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const last = columnLetters(columns.length);
  const area = `$A$1:$${last}$${rows.length + 1}`;
  return {
    name,
    columns: columns.map(({ width }) => ({ width: Math.max(8, Math.round((PAGE_CHARACTERS * width) / total)) })),
    rows: [
      columns.map(({ title }) => title),
      ...rows.map((row) => (row.kind === 'section' ? [row.text] : [...row.cells])),
    ],
    cells,
    merges: rows.flatMap((row, index) =>
      row.kind === 'section' && columns.length > 1
        ? [{ startRow: index + 1, startCol: 0, endRow: index + 1, endCol: columns.length - 1 }]
        : [],
    ),
    freezePane: { rows: 1 },
    autoFilter: { range: area.replaceAll('$', '') },
    pageSetup: { ...A4, orientation: 'landscape', printArea: area, printTitlesRow: '$1:$1' },
    headerFooter: PAGE_NUMBER,
  };
}

const HEAD: CellStyle = { font: { bold: true }, alignment: { ...WRAPPED, horizontal: 'center', vertical: 'center' } };
const SECTION: CellStyle = { font: { bold: true }, alignment: { ...WRAPPED, horizontal: 'center' } };
