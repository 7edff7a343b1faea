import { printedText } from '#platform/documents/office/symbols.ts';
import type { CellStyle } from '#platform/documents/xlsx/cell-styles.ts';
import { printedNumber } from '#platform/documents/xlsx/number-format.ts';
import type { PrintedCell, PrintedRow } from '#platform/documents/xlsx/sheet-blocks.ts';
import type { MergedRange, StoredCell, StoredSheet } from '#platform/documents/xlsx/sheet.ts';

/** What stored values are printed with. */
export type PrintedValues = {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly since1904: boolean;
};

/** Rows with their printed texts, merged ranges worked in; and the words that stand under merged cells. */
export function printedRows(sheet: StoredSheet, values: PrintedValues): { rows: PrintedRow[]; covered: string } {
  const covered: string[] = [];
  const ranges = [...sheet.merges].sort((one, other) => one.top - other.top);
  /** The range over each column in the row that is read; ranges that overlap an earlier one are not believed. */
  const over: (MergedRange | undefined)[] = [];
  let next = 0;
  const rows = sheet.rows.map(({ index, cells }): PrintedRow => {
    over.forEach((range, column) => {
      if (range && range.bottom <= index) over[column] = undefined;
    });
    for (let range = ranges[next]; range && range.top <= index; range = ranges[next]) {
      next += 1;
      if (range.bottom > index && !over.slice(range.left, range.right).some(Boolean)) {
        for (let column = range.left; column < range.right; column += 1) over[column] = range;
      }
    }
    const printed = new Map<number, PrintedCell>();
    for (const cell of cells) {
      const { column } = cell;
      const text = printedValue(cell, values);
      const bordered = values.styles[cell.style]?.bordered ?? false;
      const range = over[column];
      if (!range) printed.set(column, { column, span: 1, merged: false, bordered, text });
      else if (range.top === index && range.left === column) {
        printed.set(column, { column, span: range.right - range.left, merged: false, bordered, text });
      } else if (text !== '') covered.push(text);
    }
    over.forEach((range, column) => {
      if (!range || range.left !== column || range.top === index) return;
      printed.set(column, { column, span: range.right - column, merged: true, bordered: true, text: '' });
    });
    return { index, cells: [...printed.values()].sort((one, other) => one.column - other.column) };
  });
  return { rows, covered: covered.join(' ').replace(/\s+/gu, ' ') };
}

/** The value as a person sees it, lines separated by line feeds. */
function printedValue(cell: StoredCell, values: PrintedValues): string {
  if (cell.value === '') return '';
  switch (cell.kind) {
    case 'shared':
      return cleaned(values.strings[Number(cell.value)] ?? '');
    case 'number': {
      const number = Number(cell.value);
      if (!Number.isFinite(number)) return cleaned(cell.value);
      return printedNumber(number, values.styles[cell.style]?.format ?? 'General', values.since1904);
    }
    case 'boolean':
      return cell.value.trim() === '1' ? 'ИСТИНА' : 'ЛОЖЬ';
    case 'date': {
      const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/u.exec(cell.value) ?? [];
      return day === undefined ? cleaned(cell.value) : `${day}.${month ?? ''}.${year ?? ''}`;
    }
    case 'text':
      return cleaned(cell.value);
    default:
      return cell.kind satisfies never;
  }
}

/** `_x000D_` is how control characters are written in strings of a workbook. */
function cleaned(text: string): string {
  const plain = text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return plain
    .split(/\r\n|\r|\n/u)
    .map(printedText)
    .join('\n')
    .trim();
}
