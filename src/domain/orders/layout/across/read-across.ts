import { slicePassage } from '#domain/language/passage.ts';
import { acrossText } from '#domain/orders/layout/across/across-lines.ts';
import type { AcrossText } from '#domain/orders/layout/across/across-lines.ts';
import { firstAcrossModel, learnAcross } from '#domain/orders/layout/across/across-model.ts';
import { segmentAcross } from '#domain/orders/layout/across/across-rows.ts';
import type { AcrossRow } from '#domain/orders/layout/across/across-rows.ts';
import type { FlowLine, FlowWord } from '#domain/orders/layout/flow/flow-words.ts';
import type { Cell, Row } from '#domain/orders/source-document.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';

export type AcrossReading = {
  readonly rows: readonly Row[];
  /** Number of lines that the table takes. */
  readonly lines: number;
  /** Cost of the reading for each of its words; the lower the likelier. */
  readonly costPerWord: number;
};

const READINGS = 4;

/** Reads lines that hold pieces of several cells side by side as rows of a table with columns of these roles. */
export function readAcross(
  lines: readonly FlowLine[],
  roles: readonly ColumnRole[],
  executors: ReadonlySet<string>,
): AcrossReading | null {
  const text = acrossText(lines, executors);
  if (text.words.length < 4) return null;
  let model = firstAcrossModel(text.words, roles, usualLongest(lines));
  let guess = segmentAcross(text, model);
  for (let reading = 1; reading < READINGS; reading += 1) {
    const pieces = guess.rows.flatMap((row) => (row.kind === 'cells' ? row.pieces : []));
    model = learnAcross(text.words, roles, pieces, model);
    const again = segmentAcross(text, model);
    const settled = again.cost === guess.cost;
    guess = again;
    if (settled) break;
  }
  const lastLine = text.words[guess.to - 1]?.line;
  if (lastLine === undefined) return null;
  return {
    rows: guess.rows.map((row) => rowOf(text, lines, row, roles.length)),
    lines: lastLine + 1,
    costPerWord: guess.cost / guess.to,
  };
}

/** The length that one line in five passes: lines of one cell only are shorter than the table is wide. */
function usualLongest(lines: readonly FlowLine[]): number {
  const lengths = lines.map((line) => line.passage.text.trim().length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.8)] ?? 80;
}

function rowOf({ words }: AcrossText, lines: readonly FlowLine[], row: AcrossRow, width: number): Row {
  if (row.kind === 'section') {
    const cell = { column: 0, span: width, lines: passages(words, lines, [{ from: row.from, to: row.to }]) };
    return { cells: [cell] };
  }
  const cells: Cell[] = [];
  for (let column = 0; column < width; column += 1) {
    cells.push({
      column,
      span: 1,
      lines: passages(
        words,
        lines,
        row.pieces.filter((piece) => piece.column === column),
      ),
    });
  }
  return { cells };
}

function passages(
  words: readonly FlowWord[],
  lines: readonly FlowLine[],
  pieces: readonly { from: number; to: number }[],
) {
  return pieces.flatMap(({ from, to }) => {
    const found = [];
    let index = from;
    while (index < to) {
      const first = words[index];
      if (first === undefined) break;
      let last = first;
      while (index < to && words[index]?.line === first.line) {
        last = words[index] ?? last;
        index += 1;
      }
      const line = lines[first.line];
      if (line !== undefined) found.push(slicePassage(line.passage, first.from, last.to));
    }
    return found;
  });
}
