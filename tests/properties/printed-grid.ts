import type { Chance } from '#demo/orders/chance.ts';
import type { InventedPlan } from '#demo/orders/plans.ts';
import { wrap } from '#demo/orders/typeset-plan.ts';
import { docxOf, odtOf, wp, wtbl, wtc, wtr, xlsxOf, xrow } from '#platform/documents/testing/packages.ts';

/** The table of a plan as cells of text: the head, then rows; a section row has one cell. */
export type PrintedGrid = {
  readonly before: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly after: readonly string[];
};

export function gridOf(plan: InventedPlan): PrintedGrid {
  return {
    before: plan.before,
    head: plan.columns.map((column) => column.title),
    rows: plan.rows.map((row) => (row.kind === 'section' ? [row.text] : row.cells)),
    after: plan.after,
  };
}

/** Where the words of the body are, whatever becomes of them: the source side of «no word is lost». */
export const wordsOfBody = (grid: PrintedGrid): string[] => grid.rows.flatMap((row) => row.flatMap(wordsOf));

/** Words as runs of letters and digits; a hyphen, with or without the line end behind it, parts no word. */
export function wordsOf(text: string): string[] {
  return text.replace(/(?<=[\p{L}\p{N}])[-\u2010\u2011\u00ad]\s*(?=[\p{L}\p{N}])/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What happens to tables on their way: each damage keeps the words or takes or adds some, `wordsOfBody` follows. */
const DAMAGES: Readonly<Record<string, (rows: string[][], chance: Chance) => void>> = {
  'cells are shifted to the left': onRow((row) => {
    const empty = row.indexOf('', 1);
    row.splice(empty < 0 ? row.length : empty, 1);
    row.push('');
  }),
  'a cell is printed twice': onRow((row, chance) => {
    const place = chance.whole(0, row.length - 1);
    row.splice(place, 0, row[place] ?? '');
  }),
  'a cell is lost': onRow((row, chance) => {
    row[chance.whole(0, row.length - 1)] = '';
  }),
  'a cell falls out of its row': onRow((row, chance) => {
    row.splice(chance.whole(0, row.length - 1), 1);
  }),
  'a cell holds something else': onRow((row, chance) => {
    row[chance.whole(0, row.length - 1)] = chance.pick(ODD_CELLS);
  }),
  'a row is cut by a page': (rows, chance) => {
    const place = chance.whole(0, rows.length - 1);
    const row = rows[place] ?? [];
    if (row.length < 2) return;
    const halves = row.map((cell) => {
      const words = cell.split(' ');
      const cut = chance.whole(0, words.length);
      return [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    });
    rows.splice(place, 1, ...[0, 1].map((half) => halves.map((cell) => cell[half] ?? '')));
  },
  'two cells run together': onRow((row, chance) => {
    const place = chance.whole(0, row.length - 2);
    row.splice(place, 2, `${row[place] ?? ''} ${row[place + 1] ?? ''}`.trim());
  }),
  'a row is left with executors alone': (rows, chance) => {
    const width = Math.max(...rows.map((row) => row.length));
    rows.splice(chance.whole(0, rows.length), 0, [
      ...Array.from({ length: width - 1 }, () => ''),
      'ИМЦ, директора школ',
    ]);
  },
};

const ODD_CELLS = [
  '1. Проведение установочного семинара',
  'Соисполнители: ИМЦ; Ответственный: УО, УО',
  '—',
  'п. 3 плана от 12.02.2024',
  'Раздел 2',
  'ИМЦ, а также директора школ',
  '45',
  '| 7 |',
] as const;

export const DAMAGE_NAMES = Object.keys(DAMAGES);

/** The grid after the damages of these names, one after another. */
export function damaged(grid: PrintedGrid, names: readonly string[], chance: Chance): PrintedGrid {
  const rows = grid.rows.map((row) => [...row]);
  for (const name of names) DAMAGES[name]?.(rows, chance);
  return { ...grid, rows: rows.filter((row) => row.some((cell) => cell !== '')) };
}

function onRow(damage: (row: string[], chance: Chance) => void): (rows: string[][], chance: Chance) => void {
  return (rows, chance) => {
    const whole = rows.filter((row) => row.length > 2);
    if (whole.length > 0) damage(chance.pick(whole), chance);
  };
}

const PAGE_WIDTHS = { narrow: 5, short: 14, long: 30 };

/** A writer gives the bytes of a file and its name. */
export type Writer = (grid: PrintedGrid, chance: Chance) => { readonly name: string; readonly bytes: Uint8Array };

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;');
const around = ({ before, after }: PrintedGrid, table: string): string =>
  `${before.join('\n')}\n\n${table}\n\n${after.join('\n')}\n`;
const widthOf = ({ head, rows }: PrintedGrid): number => Math.max(head.length, ...rows.map((row) => row.length));

function text(lay: (grid: PrintedGrid, chance: Chance) => string): Writer {
  return (grid, chance) => ({ name: 'plan.txt', bytes: bytesOf(around(grid, lay(grid, chance))) });
}

/** Cells of a row as lines of fixed width, words broken with a hyphen now and then. */
function wrapped(row: readonly string[], widths: readonly number[], chance: Chance): string[][] {
  const columns = row.map((cell, column) =>
    wrap(cell, widths[column] ?? PAGE_WIDTHS.long).map((line) =>
      line.length > (widths[column] ?? PAGE_WIDTHS.long) ? line.slice(0, widths[column]) : line,
    ),
  );
  const broken = columns.map((lines, column) => {
    const room = (widths[column] ?? PAGE_WIDTHS.long) - 5;
    const index = lines.findIndex(
      (line, place) => /\p{Ll}{9}$/u.test(line) && (lines[place + 1]?.length ?? room + 1) <= room,
    );
    if (index < 0 || !chance.happens(0.3)) return lines;
    const line = lines[index] ?? '';
    return lines.with(index, `${line.slice(0, -4)}-`).with(index + 1, `${line.slice(-4)} ${lines[index + 1] ?? ''}`);
  });
  const height = Math.max(1, ...broken.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => broken.map((lines) => lines[line] ?? ''));
}

function columnWidths(grid: PrintedGrid): number[] {
  return Array.from({ length: widthOf(grid) }, (_, column) => {
    const cells = grid.rows.flatMap((row) => (row.length > 1 ? [row[column] ?? ''] : []));
    const longest = Math.max(0, ...cells.map((cell) => cell.length));
    const word = Math.max(
      6,
      ...[...cells, grid.head[column] ?? ''].flatMap((cell) => cell.split(' ').map((each) => each.length + 4)),
    );
    return Math.max(word, longest < 8 ? PAGE_WIDTHS.narrow : longest < 30 ? PAGE_WIDTHS.short : PAGE_WIDTHS.long);
  });
}

export const WRITERS: Readonly<Record<string, Writer>> = {
  tabs: text(({ head, rows }) => [head, ...rows].map((row) => row.join('\t')).join('\n')),
  bars: text(({ head, rows }) =>
    [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
  ),
  drawn: text((grid, chance) => {
    const widths = columnWidths(grid);
    const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`;
    const rows = [grid.head, ...grid.rows].map((row) => {
      const filled = row.length === 1 ? row : [...row, ...widths.slice(row.length).map(() => '')];
      const total = widths.reduce((sum, width) => sum + width + 3, -3);
      return wrapped(filled, row.length === 1 ? [total] : widths, chance)
        .map(
          (line) =>
            `| ${line.map((cell, column) => cell.padEnd(row.length === 1 ? total : (widths[column] ?? 0))).join(' | ')} |`,
        )
        .join('\n');
    });
    return [rule, ...rows.flatMap((row) => [row, rule])].join('\n');
  }),
  spaced: text((grid, chance) => {
    const widths = columnWidths(grid);
    return [grid.head, ...grid.rows]
      .map((row) =>
        row.length === 1
          ? (row[0] ?? '')
          : wrapped(row, widths, chance)
              .map((line) =>
                line
                  .map((cell, column) => cell.padEnd((widths[column] ?? 0) + 3))
                  .join('')
                  .trimEnd(),
              )
              .join('\n'),
      )
      .join('\n\n');
  }),
  html: (grid) => {
    const width = widthOf(grid);
    const row = (cells: readonly string[]): string =>
      cells.length === 1
        ? `<tr><td colspan="${width}">${escaped(cells[0] ?? '')}</td></tr>`
        : `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
    const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${escaped(line)}</p>`).join('');
    return {
      name: 'plan.html',
      bytes: bytesOf(
        `<html><body>${paragraphs(grid.before)}<table>${[grid.head, ...grid.rows].map(row).join('')}</table>${paragraphs(grid.after)}</body></html>`,
      ),
    };
  },
  docx: (grid) => {
    const width = widthOf(grid);
    const row = (cells: readonly string[]): string =>
      cells.length === 1
        ? wtr(wtc(wp(escaped(cells[0] ?? '')), `<w:gridSpan w:val="${width}"/>`))
        : wtr(...cells.map((cell) => wtc(wp(escaped(cell)))));
    const paragraphs = (lines: readonly string[]): string => lines.map((line) => wp(escaped(line))).join('');
    const grids = Array.from({ length: width }, () => 1500);
    return {
      name: 'plan.docx',
      bytes: docxOf(
        `${paragraphs(grid.before)}${wtbl(grids, ...[grid.head, ...grid.rows].map(row))}${paragraphs(grid.after)}`,
      ),
    };
  },
  odt: (grid) => {
    const width = widthOf(grid);
    const p = (line: string): string => `<text:p>${escaped(line)}</text:p>`;
    const row = (cells: readonly string[]): string =>
      cells.length === 1
        ? `<table:table-row><table:table-cell table:number-columns-spanned="${width}">${p(cells[0] ?? '')}</table:table-cell></table:table-row>`
        : `<table:table-row>${cells.map((cell) => `<table:table-cell>${p(cell)}</table:table-cell>`).join('')}</table:table-row>`;
    return {
      name: 'plan.odt',
      bytes: odtOf(
        `${grid.before.map(p).join('')}<table:table><table:table-column table:number-columns-repeated="${width}"/>${[grid.head, ...grid.rows].map(row).join('')}</table:table>${grid.after.map(p).join('')}`,
      ),
    };
  },
  xlsx: (grid) => {
    const lines = [...grid.before.map((line) => [line]), grid.head, ...grid.rows, ...grid.after.map((line) => [line])];
    return {
      name: 'plan.xlsx',
      bytes: xlsxOf([{ rows: lines.map((row, index) => xrow(index + 1, row.map(escaped))).join('') }]),
    };
  },
};
