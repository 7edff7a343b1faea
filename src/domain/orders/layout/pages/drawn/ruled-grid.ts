import type { Ruling, Stroke } from '#domain/orders/layout/pages/drawn/ruling-lines.ts';

/** A table drawn with lines: edges of columns and rows in points, and the cells between them. */
export type Grid = {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly regions: readonly Region[];
};

/** A cell that covers columns `left`…`right` and rows `top`…`bottom`, both ends included. */
export type Region = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Edges nearer to each other than this are one edge. */
const SAME_EDGE = 3;
/** Lines that go on beyond the last crossing line by more than this have an undrawn border at their end. */
const OVERHANG = 7;
/** Share of a cell's side that a line must cover to part two cells. */
const COVER = 0.6;
/** A hostile file may cross hundreds of lines; a printed table has no more cells than this. */
const CELL_LIMIT = 20_000;

/** The grid of lines that touch one another, or null when they make no table of two columns at least. */
export function gridOf({ across, down }: Ruling): Grid | null {
  if (across.length === 0 || down.length === 0) return null;
  const columns = edgesOf(down, across);
  const rows = edgesOf(across, down);
  if (columns.length < 3 || rows.length < 2 || columns.length * rows.length > CELL_LIMIT) return null;
  const [width, height] = [columns.length - 1, rows.length - 1];
  const joinsRight = borders(columns, rows, down);
  const joinsBelow = borders(rows, columns, across);
  const owner = Array.from({ length: width * height }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    for (let up = owner[root] ?? root; up !== root; up = owner[root] ?? root) root = up;
    owner[index] = root;
    return root;
  };
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const here = row * width + column;
      if (column + 1 < width && !joinsRight(column + 1, row)) owner[rootOf(here + 1)] = rootOf(here);
      if (row + 1 < height && !joinsBelow(row + 1, column)) owner[rootOf(here + width)] = rootOf(here);
    }
  }
  return withoutIdleEdges(columns, rows, rectangles(width, height, rootOf));
}

/** Where lines lie, ends of the lines that cross them included where they reach beyond. */
function edgesOf(lines: readonly Stroke[], crossing: readonly Stroke[]): number[] {
  const edges: number[] = [];
  for (const { at } of [...lines].sort((a, b) => a.at - b.at)) {
    const last = edges.at(-1);
    if (last === undefined || at - last > SAME_EDGE) edges.push(at);
  }
  const from = Math.min(...crossing.map((line) => line.from));
  const to = Math.max(...crossing.map((line) => line.to));
  if (from < (edges[0] ?? 0) - OVERHANG) edges.unshift(from);
  if (to > (edges.at(-1) ?? 0) + OVERHANG) edges.push(to);
  return edges;
}

/** Whether a drawn line lies on edge `edge` beside the stretch `stretch` of the other direction. */
function borders(
  edges: readonly number[],
  stretches: readonly number[],
  lines: readonly Stroke[],
): (edge: number, stretch: number) => boolean {
  const byEdge = edges.map((edge) => lines.filter((line) => Math.abs(line.at - edge) <= SAME_EDGE));
  return (edge, stretch) => {
    const [from, to] = [stretches[stretch] ?? 0, stretches[stretch + 1] ?? 0];
    const covered = (byEdge[edge] ?? []).reduce(
      (sum, line) => sum + Math.max(0, Math.min(line.to, to) - Math.max(line.from, from)),
      0,
    );
    return covered >= COVER * (to - from);
  };
}

/** Joined cells as rectangles: a shape with corners (a border lost in the file) falls apart into several. */
function rectangles(width: number, height: number, rootOf: (index: number) => number): Region[] {
  const finished: Region[] = [];
  let open: (Region & { root: number })[] = [];
  for (let row = 0; row < height; row += 1) {
    const next: typeof open = [];
    let column = 0;
    while (column < width) {
      const left = column;
      const root = rootOf(row * width + left);
      while (column + 1 < width && rootOf(row * width + column + 1) === root) column += 1;
      const above = open.find((region) => region.root === root && region.left === left && region.right === column);
      next.push({ left, right: column, top: above?.top ?? row, bottom: row, root });
      column += 1;
    }
    for (const region of open) {
      const goesOn = next.some(
        (other) => other.root === region.root && other.left === region.left && other.right === region.right,
      );
      if (!goesOn) finished.push(region);
    }
    open = next;
  }
  return [...finished, ...open]
    .map(({ left, right, top, bottom }) => ({ left, right, top, bottom }))
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Edges at which no cell begins or ends (underlined words, decorations) are taken out. */
function withoutIdleEdges(
  columns: readonly number[],
  rows: readonly number[],
  regions: readonly Region[],
): Grid | null {
  const keptColumns = columns
    .map((_, index) => index)
    .filter((edge) => regions.some((region) => region.left === edge || region.right + 1 === edge));
  const keptRows = rows
    .map((_, index) => index)
    .filter((edge) => regions.some((region) => region.top === edge || region.bottom + 1 === edge));
  if (keptColumns.length < 3) return null;
  return {
    columns: keptColumns.map((edge) => columns[edge] ?? 0),
    rows: keptRows.map((edge) => rows[edge] ?? 0),
    regions: regions.map((region) => ({
      left: keptColumns.indexOf(region.left),
      right: keptColumns.indexOf(region.right + 1) - 1,
      top: keptRows.indexOf(region.top),
      bottom: keptRows.indexOf(region.bottom + 1) - 1,
    })),
  };
}
