import { writeXlsx } from 'hucre/xlsx';
import type { Cell, Sheet } from '#platform/sheets/sheet.ts';

/** A workbook of one sheet whose head stays in view and filters. */
export function sheetToXlsx({ name, columns, rows }: Sheet): Promise<Uint8Array> {
  const last = columnLetters(columns.length);
  return writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map(({ width }) => ({ width })),
        rows: [columns.map(({ title }) => title), ...rows.map((row) => [...row])],
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${last}${rows.length + 1}` },
      },
    ],
  });
}

/** Text that Russian Excel opens by a click: semicolons, a mark of UTF-8. */
export function sheetToCsv({ columns, rows }: Sheet): string {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) => row.map(csvField).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function csvField(cell: Cell): string {
  if (cell === null) return '';
  // A program would take such a text for a formula and run it.
  const text = typeof cell === 'string' && /^[=+\-@\t]/u.test(cell) ? `'${cell}` : String(cell);
  return /[";\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** «A» for 1, «AB» for 28. */
export function columnLetters(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((count - 1) % 26));
}
