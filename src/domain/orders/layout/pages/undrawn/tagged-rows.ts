import type { PositionedPage, PositionedRun, TagNode } from '#domain/orders/raw-document.ts';

/**
 * The table row, counted over the page, that the structure tree of a tagged PDF gives for each run of a table. The tree
 * leaves out cells without text, so it says which words form a row, not in which column they stand.
 */
export function taggedRows(page: PositionedPage): ReadonlyMap<PositionedRun, number> {
  const rows = new Map<PositionedRun, number>();
  let count = 0;
  const walk = (node: TagNode, row: number): void => {
    const own = node.role === 'TR' && row < 0 ? count++ : row;
    for (const index of node.runs) {
      const run = page.runs[index];
      if (run !== undefined && own >= 0) rows.set(run, own);
    }
    for (const child of node.children) walk(child, own);
  };
  if (page.tags !== undefined) walk(page.tags, -1);
  return rows;
}
