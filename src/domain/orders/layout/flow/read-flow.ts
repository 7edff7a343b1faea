import { learner } from '#domain/orders/layout/flow/column-model.ts';
import type { CellGuess, Learner } from '#domain/orders/layout/flow/column-model.ts';
import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowLine, FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';
import { sectionStyle } from '#domain/orders/layout/flow/section-lines.ts';
import type { SectionStyle } from '#domain/orders/layout/flow/section-lines.ts';
import { rowSegmenter } from '#domain/orders/layout/flow/row-segmentation.ts';
import type { RowGuess, SegmentRows } from '#domain/orders/layout/flow/row-segmentation.ts';
import { passagesOf } from '#domain/orders/layout/flow/words/word-passages.ts';
import type { Cell, Row } from '#domain/orders/source-document.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';

/** Rows as they were read from a region, how many of its words they take, and the cost of each of them: low is likely. */
export type FlowReading = { readonly rows: readonly Row[]; readonly taken: number; readonly costPerWord: number };

const READINGS = 3;

/** Reads words that hold one cell after another as rows of a table with columns of these roles; null for fewer than two rows. */
export type ReadFlow = (roles: readonly ColumnRole[]) => FlowReading | null;

/** Reads the same words with different columns. */
export function flowReader(words: readonly FlowWord[], lines: readonly FlowLine[]): ReadFlow {
  const learn = learner(words);
  const segmentRows = rowSegmenter(words);
  return (roles) => readFlow(words, lines, roles, learn, segmentRows);
}

function readFlow(
  words: readonly FlowWord[],
  lines: readonly FlowLine[],
  roles: readonly ColumnRole[],
  learn: Learner,
  segmentRows: SegmentRows,
): FlowReading | null {
  const style = sectionStyle(words, roles.includes('number'));
  let guess = segmentRows(learn.columns(roles, []), style, false);
  for (let reading = 1; reading < READINGS; reading += 1) {
    const cells = guess.rows.flatMap((row) => (row.kind === 'cells' ? row.cells : []));
    const again = segmentRows(learn.columns(roles, cells), styleOf(words, roles, style, guess.rows));
    const settled = sameRows(guess.rows, again.rows);
    guess = again;
    if (settled) break;
  }
  if (guess.rows.filter((row) => row.kind === 'cells').length < 2) return null;
  return {
    rows: guess.rows.map((row) => rowOf(words, lines, row, roles.length)),
    taken: guess.to,
    costPerWord: guess.cost / guess.to,
  };
}

/** What a reading tells about sections: a title without a number was found, or titles of rows seem to begin twice. */
function styleOf(
  words: readonly FlowWord[],
  roles: readonly ColumnRole[],
  style: SectionStyle,
  rows: readonly RowGuess[],
): SectionStyle {
  if (style.opensUnnumbered || style.numberedSections) return style;
  const title = roles.indexOf('title');
  const known = rows.some(
    ({ kind, from }) => kind === 'section' && words[from]?.traits.startsCapital === true && !isNumbered(words[from]),
  );
  const twice = rows.map(
    (row) => row.kind === 'cells' && row.cells[0]?.column === title && beginsTwice(words, row.cells[0]),
  );
  const often = twice.filter(Boolean).length;
  return known || (!style.numberedRows && twice[0] === true && often > 1 && often <= rows.length / 2)
    ? { ...style, opensUnnumbered: true }
    : style;
}

function isNumbered(word: FlowWord | undefined): boolean {
  return (
    word === undefined ||
    word.traits.number !== null ||
    /^(?:[IVXІХ]+[.)]?|раздел|направление|блок|этап)/iu.test(word.text)
  );
}

/** The first line of the cell is a title of its own: the second one begins with a capital letter too. */
function beginsTwice(words: readonly FlowWord[], { from, to }: CellGuess): boolean {
  let second = from + 1;
  while (second < to && words[second]?.before === Break.space) second += 1;
  if (second >= to || isNumbered(words[from])) return false;
  return words[second]?.traits.startsCapital === true && words[second - 1]?.traits.unfinished === false;
}

function sameRows(one: readonly RowGuess[], other: readonly RowGuess[]): boolean {
  const borders = (rows: readonly RowGuess[]) =>
    rows.flatMap((row) =>
      row.kind === 'section' ? [row.from] : row.cells.flatMap((cell) => [cell.column, cell.from]),
    );
  const [a, b] = [borders(one), borders(other)];
  return a.length === b.length && a.every((border, index) => border === b[index]);
}

function rowOf(words: readonly FlowWord[], lines: readonly FlowLine[], row: RowGuess, width: number): Row {
  const afterBreak = words[row.from]?.before === Break.page ? { afterBreak: true } : {};
  if (row.kind === 'section') {
    return { cells: [{ column: 0, span: width, lines: passagesOf(words, lines, row.from, row.to) }], ...afterBreak };
  }
  const cells = Array.from({ length: width }, (_, column): Cell => {
    const own = row.cells.filter((cell) => cell.column === column);
    return { column, span: 1, lines: own.flatMap((cell) => passagesOf(words, lines, cell.from, cell.to)) };
  });
  return { cells, ...afterBreak };
}
