import type { PositionedPage, PositionedRun, Rule } from '#domain/orders/raw-document.ts';

/** Width of a letter and of a space, and the distance of lines, in points at size 10. */
const LETTER = 5;
const SPACE = 2.5;
const PITCH = 12;

/** The words of a line of text at size 10 as runs: `y` is the top of the line. */
export function runsAt(x: number, y: number, text: string, rest: Partial<PositionedRun> = {}): PositionedRun[] {
  let left = x;
  return text.split(' ').flatMap((word) => {
    const width = word.length * LETTER;
    const run = { text: word, x: left, y, width, height: 10, font: 'f', ...rest };
    left += width + SPACE;
    return word === '' ? [] : [run];
  });
}

/** Lines below each other, the first with its top at `y`. */
export function linesAt(x: number, y: number, lines: readonly string[]): PositionedRun[] {
  return lines.flatMap((line, index) => runsAt(x, y + index * PITCH, line));
}

/** The lines of a drawn grid. */
export function gridRules(columns: readonly number[], rows: readonly number[]): Rule[] {
  const [left, right] = [columns[0] ?? 0, columns.at(-1) ?? 0];
  const [top, bottom] = [rows[0] ?? 0, rows.at(-1) ?? 0];
  return [
    ...rows.map((y) => ({ x1: left, y1: y, x2: right, y2: y })),
    ...columns.map((x) => ({ x1: x, y1: top, x2: x, y2: bottom })),
  ];
}

/** A page about as large as A4. */
export function pageOf(runs: readonly PositionedRun[], rules: readonly Rule[] = []): PositionedPage {
  return { width: 600, height: 840, runs, rules };
}

/** Lines of a cell divided by `/`, cells of a row in order: a row of a drawn table, `height` points high. */
export function drawnTable(
  top: number,
  columns: readonly number[],
  rows: readonly (readonly string[])[],
  height = 40,
): { runs: PositionedRun[]; rules: Rule[] } {
  const runs = rows.flatMap((cells, row) =>
    cells.flatMap((text, column) =>
      text === '' ? [] : linesAt((columns[column] ?? 0) + 4, top + row * height + 3, text.split('/')),
    ),
  );
  return {
    runs,
    rules: gridRules(
      columns,
      Array.from({ length: rows.length + 1 }, (_, index) => top + index * height),
    ),
  };
}
