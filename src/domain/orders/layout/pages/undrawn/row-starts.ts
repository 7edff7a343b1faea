import type { PositionedRun } from '#domain/orders/raw-document.ts';
import type { CentredRows } from '#domain/orders/layout/pages/undrawn/centred-rows.ts';
import { stretchAt } from '#domain/orders/layout/pages/page-table.ts';
import type { TextLine } from '#domain/orders/layout/pages/text-line.ts';

/** White space between two lines, in font sizes, that is more than the distance of lines in a cell. */
const ROW_SPACE = 0.5;

/** Lines above which all columns leave more space than between the lines of a cell. */
export function spacedStarts(block: readonly TextLine[]): number[] {
  const starts = [0];
  let bottom = block[0]?.bottom ?? 0;
  block.forEach((line, index) => {
    if (index > 0 && line.top - bottom > ROW_SPACE * line.size) starts.push(index);
    bottom = Math.max(bottom, line.bottom);
  });
  return starts;
}

/** Space beyond that between the lines of a cell, in font sizes, that is meant. */
const MORE_SPACE = 0.12;
/** Lines of one cell are nearer than this, in font sizes. */
const LOOSEST = 1.7;

/**
 * Lines above which all columns leave a little more space than lines of one cell do in this table: padding of cells where
 * no lines are drawn. Null where cells have no more than one line, as nothing can be compared then.
 */
export function paddedStarts(block: readonly TextLine[], edges: readonly number[]): number[] | null {
  const steps: number[] = [];
  const above: (TextLine | undefined)[] = edges.slice(1).map(() => undefined);
  for (const line of block) {
    runsByColumn(line, edges).forEach((runs, column) => {
      if (runs.length === 0) return;
      const last = above[column];
      const step = last === undefined ? Infinity : (line.top - last.top) / line.size;
      if (step > 0.8 && step < LOOSEST) steps.push(step);
      above[column] = line;
    });
  }
  const least = steps.sort((a, b) => a - b)[Math.floor(steps.length / 10)];
  if (least === undefined) return null;
  const starts = [0];
  let bottom = block[0]?.bottom ?? 0;
  block.forEach((line, index) => {
    if (index > 0 && line.top - bottom > (least - 1 + MORE_SPACE) * line.size) starts.push(index);
    bottom = Math.max(bottom, line.bottom);
  });
  return starts;
}

/** Rows that name their subject: hardly one whose longest column is empty or begins in the middle of a sentence. */
export function areWholeRows(starts: readonly number[], columns: readonly (readonly string[])[]): boolean {
  const rows = starts.map((from, index) => {
    const own = columns.slice(from, starts[index + 1] ?? columns.length);
    return Array.from({ length: columns[0]?.length ?? 0 }, (_, column) =>
      own
        .map((texts) => texts[column] ?? '')
        .filter((text) => text !== '')
        .join(' '),
    );
  });
  const lengths = (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? '').length, 0));
  const subject = lengths.indexOf(Math.max(...lengths));
  const whole = rows.filter(
    (row) => /^[^\p{Ll}]/u.test(row[subject] ?? '') && row.filter((text) => text !== '').length > 1,
  );
  return rows.length > 2 && whole.length >= 0.9 * rows.length;
}

/** Whether the space parts the numbers: hardly a piece without a number, none with two. */
export function partNumbers(starts: readonly number[], numbers: readonly number[]): boolean {
  const counts = starts.map(
    (from, index) => numbers.filter((number) => number >= from && number < (starts[index + 1] ?? Infinity)).length,
  );
  const single = counts.filter((count) => count === 1).length;
  return numbers.length > 1 && counts.every((count) => count <= 1) && single >= 0.75 * counts.length - 1;
}

/**
 * Rows of cells centred vertically: either few cells begin on the line of the number, or the rows lie around their
 * numbers so exactly as rows that begin with them never do.
 */
export function isCentred({ mean, farthest }: CentredRows, onTop: number, size: number): boolean {
  return onTop < 0.75 || (onTop < 0.9 && mean < 0.25 * size) || farthest < 0.3 * size;
}

/** Cells that begin with a small letter when rows begin on these lines. */
export function smallStarts(starts: readonly number[], columns: readonly (readonly string[])[]): number {
  const cells = starts.flatMap((from, index) => {
    const own = columns.slice(from, starts[index + 1] ?? columns.length);
    const width = own[0]?.length ?? 0;
    return Array.from(
      { length: width },
      (_, column) => own.find((texts) => (texts[column] ?? '') !== '')?.[column] ?? '',
    );
  });
  return cells.filter((text) => /^\p{Ll}/u.test(text)).length;
}

/** Share of the cells that begin on the line of their row's number. */
export function onTopShare(numbers: readonly number[], columns: readonly (readonly string[])[]): number {
  let all = 0;
  let onTop = 0;
  numbers.forEach((from, index) => {
    const own = columns.slice(from, numbers[index + 1] ?? columns.length);
    const width = own[0]?.length ?? 0;
    for (let column = 1; column < width; column += 1) {
      if (own.every((texts) => (texts[column] ?? '') === '')) continue;
      all += 1;
      if ((own[0]?.[column] ?? '') !== '') onTop += 1;
    }
  });
  return onTop / Math.max(1, all);
}

/**
 * First lines of rows where no number tells them: several columns begin anew at once. A column does so when it was empty
 * on the line above, or when the break above was meant (the next word would have fitted); one that goes on in the
 * middle of a sentence forbids it.
 */
export function freshStarts(block: readonly TextLine[], edges: readonly number[]): number[] {
  const cells = block.map((line) => runsByColumn(line, edges));
  const limits = edges
    .slice(1)
    .map((_, column) => Math.max(...cells.flatMap((own) => (own[column] ?? []).map(rightOf))));
  const spaced = new Set(spacedStarts(block));
  const starts = [0];
  cells.forEach((own, index) => {
    const above = cells[index - 1];
    const line = block[index];
    const before = block[index - 1];
    if (above === undefined || line === undefined || before === undefined) return;
    // Lines that overlap are centred cells of one row.
    if (before.bottom - line.top > 0.3 * line.size) return;
    const filled = own.filter((runs) => runs.length > 0).length;
    if (spaced.has(index) && filled >= 2) {
      starts.push(index);
      return;
    }
    let fresh = 0;
    let goesOn = 0;
    own.forEach((runs, column) => {
      const first = runs[0];
      if (first === undefined) return;
      const last = (above[column] ?? []).at(-1);
      const needed = last === undefined ? 0 : rightOf(last) + 0.4 * line.size + first.width;
      if (last === undefined || needed < (limits[column] ?? 0) - 1) fresh += 1;
      // Within the strip beside the column nothing is certain: the column may reach into it.
      else if (needed > (edges[column + 1] ?? 0) && /^\p{Ll}/u.test(first.text)) goesOn += 1;
    });
    if (goesOn === 0 && fresh >= 2 && filled >= Math.max(2, own.length - 1)) starts.push(index);
  });
  return starts;
}

export function runsByColumn(line: TextLine, edges: readonly number[]): PositionedRun[][] {
  const columns: PositionedRun[][] = Array.from({ length: edges.length - 1 }, () => []);
  for (const run of line.runs) columns[columnOf(run, edges)]?.push(run);
  return columns;
}

function rightOf(run: PositionedRun): number {
  return run.x + run.width;
}

export function textsByColumn(line: TextLine, edges: readonly number[]): string[] {
  return runsByColumn(line, edges).map((runs) => runs.map((run) => run.text.trim()).join(' '));
}

export function columnOf(run: PositionedRun, edges: readonly number[]): number {
  const column = stretchAt(edges, run.x + run.width / 2);
  return column >= 0 ? column : run.x < (edges[0] ?? 0) ? 0 : edges.length - 2;
}
