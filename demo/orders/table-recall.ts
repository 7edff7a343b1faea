import type { SourceDocument } from '#domain/orders/source-document.ts';
import type { InventedPlan } from '#demo/orders/plans.ts';

export type TableRecall = {
  /** Shares of the invented rows and cells (not empty ones) that the document's tables hold exactly; white space and hyphens aside. */
  readonly rows: number;
  readonly cells: number;
  readonly missed: readonly string[];
};

/** Compares the tables of a laid out document with the plan that was printed. */
export function recallOfTable(plan: InventedPlan, document: SourceDocument): TableRecall {
  const found = new Map<string, Set<string>[]>();
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    for (const row of block.rows) {
      const cells = row.cells.map((cell) => plain(cell.lines.map((line) => line.text).join(' ')));
      const filled = new Set(cells.filter((cell) => cell !== ''));
      for (const cell of filled) found.set(cell, [...(found.get(cell) ?? []), filled]);
    }
  }
  let rows = 0;
  let cells = 0;
  let allCells = 0;
  const missed: string[] = [];
  for (const row of plan.rows) {
    const wanted = (row.kind === 'section' ? [row.text] : row.cells).map(plain).filter((cell) => cell !== '');
    // The row that shares most cells with the wanted one.
    const near = wanted.flatMap((cell) => found.get(cell) ?? []);
    const best = near.reduce<Set<string>>(
      (one, other) => (overlap(wanted, other) > overlap(wanted, one) ? other : one),
      new Set<string>(),
    );
    const hits = overlap(wanted, best);
    allCells += wanted.length;
    cells += hits;
    if (hits === wanted.length && best.size === new Set(wanted).size) rows += 1;
    else
      missed.push(
        `want ${wanted.filter((cell) => !best.has(cell)).join(' | ')} ### got ${[...best].filter((cell) => !wanted.includes(cell)).join(' | ')}`,
      );
  }
  return { rows: rows / plan.rows.length, cells: cells / allCells, missed };
}

const overlap = (wanted: readonly string[], row: ReadonlySet<string>) => wanted.filter((cell) => row.has(cell)).length;

const plain = (text: string) => text.replace(/[\s\u00a0-]+/gu, '').toLowerCase();
