import type { PositionedPage, PositionedRun } from '#domain/orders/raw-document.ts';
import type { PageTable } from '#domain/orders/layout/pages/page-table.ts';
import { fillGrid } from '#domain/orders/layout/pages/page-table.ts';
import type { Grid } from '#domain/orders/layout/pages/drawn/ruled-grid.ts';
import { gridOf } from '#domain/orders/layout/pages/drawn/ruled-grid.ts';
import { connectedRulings, rulingOf } from '#domain/orders/layout/pages/drawn/ruling-lines.ts';

/** Tables that are drawn on a page, from top to bottom, and the runs outside them. */
export function drawnTables(page: PositionedPage): { tables: PageTable[]; rest: readonly PositionedRun[] } {
  const grids = connectedRulings(rulingOf(page.rules))
    .map(gridOf)
    .filter((grid): grid is Grid => grid !== null);
  const outer = grids.filter((grid) => !grids.some((other) => other !== grid && isInside(grid, other)));
  const tables: PageTable[] = [];
  let rest: readonly PositionedRun[] = page.runs;
  for (const grid of outer) {
    const filled = fillGrid(grid, rest);
    if (filled.table.rows.length === 0 || filled.rest.length === rest.length) continue;
    tables.push(filled.table);
    rest = filled.rest;
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest };
}

/** A table inside a cell of another is text of that cell. */
function isInside(inner: Grid, outer: Grid): boolean {
  const [left, right] = [inner.columns[0] ?? 0, inner.columns.at(-1) ?? 0];
  const [top, bottom] = [inner.rows[0] ?? 0, inner.rows.at(-1) ?? 0];
  return (
    left >= (outer.columns[0] ?? 0) &&
    right <= (outer.columns.at(-1) ?? 0) &&
    top >= (outer.rows[0] ?? 0) &&
    bottom <= (outer.rows.at(-1) ?? 0)
  );
}
