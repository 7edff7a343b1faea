import type { PaperSection } from '#domain/papers/paper.ts';

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

/** Shares of columns as whole parts of a width, none lost by rounding. */
export function sharesOf(width: number, columns: readonly { readonly width: number }[]): number[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  let before = 0;
  let taken = 0;
  return columns.map((column) => {
    before += column.width;
    const end = Math.round((width * before) / total);
    const share = end - taken;
    taken = end;
    return share;
  });
}
