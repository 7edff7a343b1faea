import type { Piece } from '#domain/orders/layout/across/piece.ts';
import { SPACE } from '#domain/orders/layout/across/text-width.ts';

/** Strength of the width believed before against the lines that were read, in lines. */
const PRIOR_LINES = 1;
const STEP = 0.5;
const MOST_STEPS = 240;
/** A column so narrow holds no word. */
const NARROWEST = 4;

/** Cost of a piece that is wider than its column. */
export function overflowCost(width: number, column: number): number {
  return width > column ? Math.min(9, ((width - column) / column) * 18) : 0;
}

/** Cost of a line that ends although the next word, up to `width`, would have found room in the column. */
export function slackCost(width: number, column: number): number {
  const slack = column - width;
  return slack > SLACK * column ? Math.min(3, (slack / column) * 5) : 0;
}

/** Type that is stretched or set closely leaves so much room unused. */
export const SLACK = 0.1;

/**
 * The widths of columns that explain best where the lines of their cells end: no line is wider, and none ends although the
 * next word would have found room. `before` are the widths believed so far, in average letters.
 */
export function columnWidths(
  pieces: readonly Piece[],
  before: readonly number[],
  width: (from: number, to: number) => number,
): number[] {
  return before.map((believed, column) => {
    if (believed === Infinity) return believed;
    const own = pieces.filter((piece) => piece.column === column);
    const lines: number[] = [];
    const reaches: number[] = [];
    own.forEach((piece, index) => {
      const line = width(piece.from, piece.to);
      lines.push(line);
      const next = own[index + 1];
      if (!piece.ends && next !== undefined && !next.begins)
        reaches.push(line + SPACE + width(next.from, next.from + 1));
    });
    lines.sort((a, b) => b - a);
    reaches.sort((a, b) => a - b);
    let best = believed;
    let least = Infinity;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const candidate = NARROWEST + step * STEP;
      let cost = PRIOR_LINES * 6 * Math.log(candidate / believed) ** 2;
      for (const line of lines) {
        if (line <= candidate) break;
        cost += overflowCost(line, candidate);
      }
      for (const reach of reaches) {
        if (reach >= candidate) break;
        cost += slackCost(reach, candidate);
      }
      if (cost < least) [best, least] = [candidate, cost];
    }
    return best;
  });
}
