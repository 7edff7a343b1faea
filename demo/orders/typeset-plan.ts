import type { Chance } from '#demo/orders/chance.ts';
import type { InventedPlan } from '#demo/orders/plans.ts';

/** A physical line of a printed table: `y` in lines from the top of the page, `x` in characters from the left. */
export type PrintedLine = {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly column: number;
  readonly row: number;
};

export type Typesetting = {
  /** Characters of each column. */
  readonly widths: readonly number[];
  readonly linesPerPage: number;
  /** Columns whose lines stand in the middle of the cell from left to right. */
  readonly centred: ReadonlySet<number>;
  /** Cells stand in the middle of the row from top to bottom. */
  readonly middle: ReadonlySet<number>;
  /** Rows may be cut by a page end. */
  readonly cutRows: boolean;
};

/** Widths of columns as people set them: the wider the longer their texts are, with some chance in it. */
export function chooseTypesetting(plan: InventedPlan, chance: Chance): Typesetting {
  const shares = { number: 4, title: 34, deadline: 13, responsible: 17, result: 30, publication: 20 };
  return {
    widths: plan.columns.map(({ role }, column) => {
      // Office programs widen a column rather than cut its words.
      const words = plan.rows.flatMap((row) =>
        row.kind === 'measure' ? (row.cells[column] ?? '').split(/[\s-]+/u) : [],
      );
      const longest = Math.max(4, ...words.map((word) => word.length + 1));
      return Math.max(longest, Math.round(shares[role] * (0.85 + 0.4 * chance.fraction())));
    }),
    linesPerPage: chance.whole(38, 55),
    centred: new Set(
      plan.columns.flatMap(({ role }, index) => (role === 'deadline' && chance.happens(0.4) ? [index] : [])),
    ),
    middle: new Set(
      chance.happens(0.2) ? plan.columns.flatMap(({ role }, index) => (role === 'title' ? [] : [index])) : [],
    ),
    cutRows: chance.happens(0.6),
  };
}

/** Prints heading and rows of the plan; lines come in the order of the file: row by row, cell by cell, line by line. */
export function typesetPlan(plan: InventedPlan, setting: Typesetting): PrintedLine[] {
  const printed: PrintedLine[] = [];
  let page = 0;
  let y = 0;
  const lefts = setting.widths.map((_, index) =>
    setting.widths.slice(0, index).reduce((sum, width) => sum + width + 2, 0),
  );
  const total = setting.widths.reduce((sum, width) => sum + width + 2, 0);
  const rows = [
    plan.columns.map((column) => column.title),
    ...plan.rows.map((row) => (row.kind === 'section' ? [row.text] : row.cells)),
  ];
  rows.forEach((cells, row) => {
    const spanning = cells.length === 1 && plan.columns.length > 1;
    const wrapped = cells.map((cell, column) => wrap(cell, spanning ? total : (setting.widths[column] ?? 10)));
    let height = Math.max(1, ...wrapped.map((lines) => lines.length));
    if (y + height > setting.linesPerPage && (!setting.cutRows || y + 2 > setting.linesPerPage || height < 3)) {
      page += 1;
      y = 0;
    }
    let skipped = 0;
    while (height > 0) {
      const room = Math.min(height, setting.linesPerPage - y);
      wrapped.forEach((lines, column) => {
        const here = lines.slice(skipped, skipped + room);
        const width = spanning ? total : (setting.widths[column] ?? 10);
        const down = setting.middle.has(column) && here.length < room ? (room - here.length) / 2 : 0;
        here.forEach((text, index) => {
          const inset = setting.centred.has(column) || spanning ? (width - text.length) / 2 : 0;
          printed.push({ text, page, x: (lefts[column] ?? 0) + inset, y: y + down + index, column, row });
        });
      });
      skipped += room;
      height -= room;
      y += room;
      if (height > 0) {
        page += 1;
        y = 0;
      }
    }
  });
  return printed;
}

/** Breaks a text into lines of at most `width` characters at spaces and behind hyphens; longer words are cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of paragraph.split(/(?<=\p{L}-)(?=\p{L})| /u).flatMap((word) => cut(word, width))) {
      const glue = line === '' || /\p{L}-$/u.test(line) ? '' : ' ';
      if (line !== '' && line.length + glue.length + piece.length > width) {
        lines.push(line);
        line = piece;
      } else line += glue + piece;
    }
    if (line !== '') lines.push(line);
  }
  return lines;
}

function cut(word: string, width: number): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < word.length; from += width) pieces.push(word.slice(from, from + width));
  return pieces;
}
