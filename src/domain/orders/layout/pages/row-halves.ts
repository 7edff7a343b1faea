import type { Cell, Row } from '#domain/orders/source-document.ts';

/** A number of a measure as printed alone in its cell: «1», «2.3.», «IV)», «№ 5». */
export const ROW_NUMBER = /^(?:№\s*)?(?:(?!20\d\d[.)]?$)\d{1,4}(?:\.\d{1,3}){0,4}|[IVXLC]{1,6})[.)]?$/u;
/** A cell that ends so goes on: hyphen, comma, opening mark, conjunction or preposition. */
const UNFINISHED =
  /(?:[-,(«–—/]|(?<![\p{L}\d])(?:и|или|а|в|во|на|по|с|со|к|ко|о|об|от|до|для|из|за|не|при|под|над|без|у|его|их|том|числе))$/iu;
/** A cell that begins so is no beginning. */
const CONTINUED = /^[\p{Ll},;.)»%]/u;

/**
 * Whether `row`, the first of a page, is the rest of the row `above`, the last of the page before. Word and LibreOffice
 * draw a border at both sides of a page break, so only the words tell: an empty number cell, cells that begin in the
 * middle of a sentence, empty cells that are filled everywhere else.
 */
export function continuesRow(above: Row, row: Row, others: readonly Row[]): boolean {
  const pairs = pairCells(above, row);
  if (pairs === null) return false;
  const filled = pairs.filter(({ below }) => textOf(below) !== '');
  if (filled.length === 0) return false;
  if (pairs.length === 1) return pairs.every(({ over, below }) => goesOn(textOf(over), textOf(below), 0));
  const numbers = numberShare(others);
  const [number] = pairs;
  const evidence = evidenceOf(pairs, others);
  if (numbers > 0.5 && number !== undefined) {
    const [over, below] = [textOf(number.over), textOf(number.below)];
    if (below !== '' && over !== '') return false;
    // A number in the middle of its row stands in the lower half, and cells that ended above are empty below.
    if (below !== '')
      return evidence > 1 || (evidence > 0 && pairs.some((pair) => textOf(pair.over) === '' && pair !== number));
    // A half of a row: some cell ended on the page before.
    if (over !== '') return filled.length < pairs.length - 1 || evidence > 0;
    return evidence > 0;
  }
  const title = pairs[0];
  if (title !== undefined && textOf(title.below) === '' && title.below.merged !== true && textOf(title.over) !== '') {
    return pairs.some(({ over, below }) => textOf(over) !== '' && textOf(below) !== '');
  }
  const startsFresh = filled.some(({ over }) => textOf(over) === '');
  return !startsFresh && (evidence > 1 || (evidence > 0 && filled.length < pairs.length));
}

/** One row of both halves. */
export function joinRows(above: Row, row: Row): Row {
  return {
    ...above,
    cells: above.cells.map((cell) => {
      const rest = row.cells.find((other) => other.column === cell.column);
      return rest === undefined || rest.lines.length === 0 ? cell : { ...cell, lines: [...cell.lines, ...rest.lines] };
    }),
  };
}

type Pair = { readonly over: Cell; readonly below: Cell };

/** Cells of both rows that stand below each other; null when the rows are divided differently. */
function pairCells(above: Row, row: Row): Pair[] | null {
  if (above.cells.length !== row.cells.length) return null;
  const pairs: Pair[] = [];
  for (const [index, over] of above.cells.entries()) {
    const below = row.cells[index];
    if (below === undefined || below.column !== over.column || below.span !== over.span) return null;
    pairs.push({ over, below });
  }
  return pairs;
}

/** Sum over the cells of what speaks for a continuation, less what speaks against it. */
function evidenceOf(pairs: readonly Pair[], others: readonly Row[]): number {
  let sum = 0;
  for (const { over, below } of pairs) {
    const [before, after] = [textOf(over), textOf(below)];
    if (after === '' || before === '') continue;
    if (goesOn(before, after, smallStartShare(others, below.column))) sum += 1;
    else if (/[.!?;]$/u.test(before) && /^\p{Lu}/u.test(after)) sum -= 1;
  }
  return sum;
}

/** Deadlines and results often begin with a small letter: where a column does so, it proves nothing. */
function goesOn(before: string, after: string, smallStarts: number): boolean {
  if (UNFINISHED.test(before)) return true;
  return CONTINUED.test(after) && smallStarts < 0.3 && !/[.!?]$/u.test(before);
}

function smallStartShare(rows: readonly Row[], column: number): number {
  const texts = rows.flatMap((row) =>
    row.cells.filter((cell) => cell.column === column && cell.span === 1).map(textOf),
  );
  const filled = texts.filter((text) => text !== '');
  return filled.filter((text) => CONTINUED.test(text)).length / Math.max(1, filled.length);
}

function numberShare(rows: readonly Row[]): number {
  const first = rows.filter((row) => row.cells.length > 1 && row.header !== true).map((row) => row.cells[0]);
  const filled = first.flatMap((cell) => (cell === undefined || textOf(cell) === '' ? [] : [textOf(cell)]));
  return filled.filter((text) => ROW_NUMBER.test(text)).length / Math.max(1, filled.length);
}

function textOf(cell: Cell): string {
  return cell.lines
    .map((line) => line.text)
    .join(' ')
    .trim();
}
