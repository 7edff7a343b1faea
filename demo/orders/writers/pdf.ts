import { wrap } from '#demo/orders/typeset-plan.ts';
import { plainLines } from '#demo/orders/writers/printed-order.ts';
import type { PrintedBlock, PrintedRow, PrintedTable } from '#demo/orders/writers/printed-order.ts';
import { LETTER_WIDTH, filledLine, rawPdf, textAt, widthOfText } from '#demo/orders/writers/raw-pdf.ts';

const PAGE = { width: 842, height: 595, margin: 36 };
const SIZE = 9;
const LEADING = 11;
const PADDING = 4;
const LETTER = LETTER_WIDTH * SIZE;

/** The order as a PDF of landscape pages with drawn borders; a row that does not fit goes to the next page as a whole. */
export function writePdf(blocks: readonly PrintedBlock[]): Uint8Array {
  const pages = [''];
  let top = PAGE.height - PAGE.margin;
  const draw = (content: string): void => {
    pages.push((pages.pop() ?? '') + content);
  };
  const takeRoom = (height: number): number => {
    if (top - height < PAGE.margin) {
      pages.push('');
      top = PAGE.height - PAGE.margin;
    }
    top -= height;
    return top + height;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      for (const group of rowGroups(block)) draw(group.content(takeRoom(group.height)));
      continue;
    }
    const room = PAGE.width - 2 * PAGE.margin;
    for (const line of wrap(block.text, Math.floor(room / LETTER))) {
      const inset = block.aligned === 'centre' ? (room - widthOfText(line, SIZE)) / 2 : 0;
      const y = takeRoom(LEADING) - SIZE;
      draw(textAt(PAGE.margin + inset, y, SIZE, line));
    }
    takeRoom(PADDING);
  }
  return rawPdf(pages.map((content) => ({ width: PAGE.width, height: PAGE.height, content })));
}

type RowGroup = { readonly height: number; readonly content: (top: number) => string };

/** Rows that a merged cell holds together, each group to be drawn below a given height. */
function rowGroups({ widths, rows }: PrintedTable): RowGroup[] {
  const unit = Math.min(LETTER, (PAGE.width - 2 * PAGE.margin - 2 * PADDING * widths.length) / sum(widths));
  const lefts = [...widths.keys(), widths.length].map(
    (column) => PAGE.margin + sum(widths.slice(0, column)) * unit + 2 * PADDING * column,
  );
  const groups: RowGroup[] = [];
  for (let from = 0; from < rows.length;) {
    let to = from + 1;
    for (let at = from; at < to; at += 1) to = Math.max(to, ...(rows[at]?.cells ?? []).map((cell) => at + cell.rows));
    groups.push(groupOf(rows.slice(from, to), lefts));
    from = to;
  }
  return groups;
}

function groupOf(rows: readonly PrintedRow[], lefts: readonly number[]): RowGroup {
  const placed = rows.map((row) =>
    row.cells.map((cell) => {
      const left = lefts[cell.column] ?? 0;
      const right = lefts[cell.column + cell.columns] ?? 0;
      const room = Math.floor((right - left - 2 * PADDING) / LETTER + 0.01);
      return { left, right, rows: cell.rows, lines: plainLines(cell).flatMap((line) => wrap(line, room)) };
    }),
  );
  const heights = placed.map(
    (cells) =>
      Math.max(LEADING, ...cells.filter((cell) => cell.rows === 1).map((cell) => cell.lines.length * LEADING)) +
      PADDING,
  );
  placed.forEach((cells, at) => {
    for (const cell of cells) {
      const missing = cell.lines.length * LEADING + PADDING - sum(heights.slice(at, at + cell.rows));
      if (missing > 0) heights[at] = (heights[at] ?? 0) + missing;
    }
  });
  const content = (top: number): string =>
    placed
      .flatMap((cells, at) => {
        const upper = top - sum(heights.slice(0, at));
        return cells.flatMap(({ left, right, rows: down, lines }) => {
          const lower = upper - sum(heights.slice(at, at + down));
          return [
            filledLine(left, upper, right, upper),
            filledLine(left, lower, right, lower),
            filledLine(left, lower, left, upper),
            filledLine(right, lower, right, upper),
            ...lines.map((line, index) => textAt(left + PADDING, upper - SIZE - 1 - index * LEADING, SIZE, line)),
          ];
        });
      })
      .join('');
  return { height: sum(heights), content };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
