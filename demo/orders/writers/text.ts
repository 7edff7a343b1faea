import { wrap } from '#demo/orders/typeset-plan.ts';
import { plainLines } from '#demo/orders/writers/printed-order.ts';
import type { PrintedBlock, PrintedCell, PrintedTable } from '#demo/orders/writers/printed-order.ts';

/** How a table stands in plain text. */
export const TEXT_TABLES = ['tabs', 'bars', 'framed-bars', 'drawn', 'boxes', 'spaced'] as const;
export type TextTable = (typeof TEXT_TABLES)[number];

export const ENCODINGS = ['utf-8', 'utf-8-marked', 'utf-16le', 'utf-16be', 'windows-1251'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The order as plain text; cells merged downwards are not for these layouts. */
export function writeText(blocks: readonly PrintedBlock[], table: TextTable): string {
  const parts = blocks.map((block) =>
    block.kind === 'table' ? `\n${TABLES[table](block)}\n` : wrap(block.text, 100).join('\n'),
  );
  return `${parts.join('\n')}\n`;
}

/** The bytes of a text; a letter that the encoding lacks becomes a question mark. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-marked':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le':
    case 'utf-16be': {
      const bytes = new Uint8Array(2 * text.length + 2);
      const view = new DataView(bytes.buffer);
      Array.from(`\ufeff${text}`, (_, index) => index).forEach((index) => {
        view.setUint16(2 * index, index === 0 ? 0xfeff : text.charCodeAt(index - 1), encoding === 'utf-16le');
      });
      return bytes;
    }
    case 'windows-1251':
      return Uint8Array.from(text, (letter) => CODES_1251.get(letter) ?? 63);
    default:
      return encoding satisfies never;
  }
}

const CODES_1251 = new Map(
  Array.from({ length: 256 }, (_, code): [string, number] => [
    new TextDecoder('windows-1251').decode(Uint8Array.of(code)),
    code,
  ]),
);

const TABLES: Readonly<Record<TextTable, (table: PrintedTable) => string>> = {
  tabs: (table) => lines(table, (cells) => cells.join('\t')),
  bars: (table) => lines(table, (cells) => cells.join(' | ')),
  'framed-bars': (table) => lines(table, (cells) => `| ${cells.join(' | ')} |`),
  drawn: (table) => drawn(table, { corners: '+++++++++', across: '-', down: '|' }),
  boxes: (table) => drawn(table, { corners: '┌┬┐├┼┤└┴┘', across: '─', down: '│' }),
  spaced,
};

function lines(table: PrintedTable, join: (cells: readonly string[]) => string): string {
  return table.rows.map((row) => join(row.cells.map((cell) => plainLines(cell).join(' ')))).join('\n');
}

type Pen = { readonly corners: string; readonly across: string; readonly down: string };

/** Cells of several lines between drawn borders. */
function drawn({ widths, rows }: PrintedTable, pen: Pen): string {
  const border = (at: 'top' | 'between' | 'bottom'): string => {
    const from = { top: 0, between: 3, bottom: 6 }[at];
    const [left = '', middle = '', right = ''] = pen.corners.slice(from, from + 3);
    return `${left}${widths.map((width) => pen.across.repeat(width + 2)).join(middle)}${right}`;
  };
  const printed = rows.map((row) => {
    const cells = row.cells.map((cell) => wrapped(cell, widths, 3));
    return cellLines(cells)
      .map((texts) => `${pen.down} ${texts.join(` ${pen.down} `)} ${pen.down}`)
      .join('\n');
  });
  return [border('top'), printed.join(`\n${border('between')}\n`), border('bottom')].join('\n');
}

/** Columns kept apart by spaces alone, rows by an empty line. */
function spaced({ widths, rows }: PrintedTable): string {
  return rows
    .map((row) =>
      cellLines(row.cells.map((cell) => wrapped(cell, widths, 3)))
        .map((texts) => texts.join('   ').trimEnd())
        .join('\n'),
    )
    .join('\n\n');
}

type WrappedCell = { readonly width: number; readonly lines: readonly string[] };

/** `gap` is the distance between columns, which a cell over several of them has for its text too. */
function wrapped(cell: PrintedCell, widths: readonly number[], gap: number): WrappedCell {
  const covered = widths.slice(cell.column, cell.column + cell.columns);
  const width = covered.reduce((sum, one) => sum + one, 0) + gap * (covered.length - 1);
  return { width, lines: plainLines(cell).flatMap((line) => wrap(line, width)) };
}

/** The texts of each physical line, padded to the widths of their cells. */
function cellLines(cells: readonly WrappedCell[]): string[][] {
  const height = Math.max(1, ...cells.map((cell) => cell.lines.length));
  return Array.from({ length: height }, (_, line) => cells.map((cell) => (cell.lines[line] ?? '').padEnd(cell.width)));
}
