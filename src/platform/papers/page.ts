import type { PaperSection, PaperTable } from '#domain/papers/paper.ts';

/** A4, in millimetres. */
export const PAGE = { short: 210, long: 297 } as const;

/**
 * Margins in millimetres. Orders are kept longer than ten years: GOST R 7.0.97 asks for 30 mm on the side where they are
 * bound, left of a portrait page; a landscape page is bound at its top.
 */
export const MARGINS = {
  portrait: { top: 20, right: 10, bottom: 20, left: 30 },
  landscape: { top: 30, right: 10, bottom: 15, left: 20 },
} as const;

export function textWidthOf(orientation: PaperSection['orientation']): number {
  const { left, right } = MARGINS[orientation];
  return (orientation === 'portrait' ? PAGE.short : PAGE.long) - left - right;
}

/** Width of a letter in tables and of the two margins of a cell, in millimetres. */
const LETTER = 2.15;
const CELL_MARGINS = 3.2;
/** Longer words are web addresses and the like: they may be broken. */
const LONGEST_WORD = 22;

/**
 * Widths of the columns in millimetres: by their shares, but wide enough for their longest words.
 * @returns `areNarrow` when the page has no room for that, and words must be broken
 */
export function columnWidths({ columns, rows }: PaperTable, width: number): { widths: number[]; areNarrow: boolean } {
  const least = columns.map(({ title }, index) => {
    const texts = [title, ...rows.flatMap((row) => (row.kind === 'cells' ? [row.cells[index] ?? ''] : []))];
    const longest = Math.max(5, ...texts.flatMap((text) => text.split(/[\s-]+/u).map((word) => word.length)));
    return Math.min(longest, LONGEST_WORD) * LETTER + CELL_MARGINS;
  });
  const needed = sum(least);
  if (needed >= width) return { widths: least.map((one) => (one * width) / needed), areNarrow: true };
  return { widths: shared(columns, least, width), areNarrow: false };
}

/** Columns whose share is too narrow get what they need, the others share what is left. */
function shared(columns: PaperTable['columns'], least: readonly number[], width: number): number[] {
  const fixed = new Set<number>();
  for (;;) {
    const room = width - sum(least.filter((_, index) => fixed.has(index)));
    const shares = sum(columns.filter((_, index) => !fixed.has(index)).map((column) => column.width));
    const widths = columns.map((column, index) =>
      fixed.has(index) ? (least[index] ?? 0) : (room * column.width) / shares,
    );
    const narrow = widths.flatMap((one, index) => (!fixed.has(index) && one < (least[index] ?? 0) ? [index] : []));
    if (narrow.length === 0) return widths;
    for (const index of narrow) fixed.add(index);
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
