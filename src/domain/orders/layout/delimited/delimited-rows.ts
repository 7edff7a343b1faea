import { joinPassages, type Passage, passageAt } from '#domain/language/passage.ts';
import { type CleanCell, cleanCell } from '#domain/orders/layout/delimited/delimited-cells.ts';
import { passageOfLine, type TextLine } from '#domain/orders/layout/text-blocks.ts';
import type { Cell, Repair, Row, Table } from '#domain/orders/source-document.ts';

/** The cells of one or (where a quoted cell holds line ends) several physical lines. */
export type CutLine = { readonly cells: readonly Passage[]; readonly first: number; readonly end: number };

/** How many lines a quoted cell may go on before its quotation mark is taken for a letter. */
const LONGEST_QUOTED_CELL = 60;

/**
 * Cuts line `index` at `delimiter`. A cell that begins with `"` may hold delimiters and line ends up to the closing `"`,
 * as spreadsheets write it; a quotation mark that is never closed is a letter.
 */
export function cutLine(lines: readonly TextLine[], index: number, delimiter: string): CutLine {
  const line = lines[index];
  if (line === undefined) return { cells: [], first: index, end: index + 1 };
  const cells: Passage[] = [];
  let current = index;
  let text = line.text;
  let from = 0;
  for (;;) {
    const quoted = text.charAt(from) === '"' ? quotedCell(lines, current, from, delimiter) : undefined;
    if (quoted !== undefined) {
      cells.push(quoted.cell);
      current = quoted.line;
      text = lines[current]?.text ?? '';
      from = quoted.to;
    } else {
      const next = text.indexOf(delimiter, from);
      const to = next < 0 ? text.length : next;
      cells.push(passageAt(text.slice(from, to), (lines[current]?.from ?? 0) + from));
      from = to;
    }
    if (from >= text.length) return { cells, first: index, end: current + 1 };
    from += delimiter.length;
    if (from === text.length) {
      cells.push(passageAt('', (lines[current]?.from ?? 0) + from));
      return { cells, first: index, end: current + 1 };
    }
  }
}

type QuotedCell = { readonly cell: Passage; readonly line: number; readonly to: number };

function quotedCell(
  lines: readonly TextLine[],
  start: number,
  from: number,
  delimiter: string,
): QuotedCell | undefined {
  const parts: Passage[] = [];
  let text = '';
  let at: number[] = [];
  let position = from + 1;
  for (let index = start; index < Math.min(lines.length, start + LONGEST_QUOTED_CELL); index += 1) {
    const line = lines[index];
    if (line === undefined || line.text.length > 20_000) return undefined;
    for (; position < line.text.length; position += 1) {
      if (line.text.charAt(position) === '"') {
        if (line.text.charAt(position + 1) !== '"') {
          const rest = line.text.slice(position + 1, position + 2);
          if (rest !== '' && rest !== delimiter) return undefined;
          parts.push({ text, at });
          return { cell: joinPassages(parts, '\n'), line: index, to: position + 1 };
        }
        position += 1;
      }
      text += line.text.charAt(position);
      at.push(line.from + position);
    }
    parts.push({ text, at });
    [text, at] = ['', []];
    position = 0;
  }
  return undefined;
}

/** A row being put together from the lines of the source. */
export type RowDraft = { cells: Passage[][]; afterBreak: boolean; whole: boolean };

/** The drafts as a table whose width is that of its widest row; every row keeps its own number of cells. */
export function tableOf(drafts: readonly RowDraft[], origin: Table['origin']): { table: Table; repairs: Repair[] } {
  const width = drafts.reduce((widest, draft) => Math.max(widest, draft.cells.length), 1);
  const repairs: Repair[] = [];
  const rows = drafts.map((draft): Row => {
    const cells = draft.cells.map((passages, column): Cell => {
      const cleaned: CleanCell[] = passages.map(cleanCell);
      for (const cell of cleaned) repairs.push(...cell.repairs);
      return { column, span: draft.whole ? width : 1, lines: cleaned.flatMap((cell) => cell.lines) };
    });
    return { cells, ...(draft.afterBreak ? { afterBreak: true } : {}) };
  });
  return { table: { kind: 'table', width, rows, origin }, repairs };
}

/** A line without cells as a row that spans the whole table. */
export const wholeRow = (lines: readonly TextLine[], afterBreak: boolean): RowDraft => ({
  cells: [lines.map(passageOfLine)],
  afterBreak,
  whole: true,
});
