import type { Rule } from '#domain/orders/raw-document.ts';

/** A line of a drawn table: where it lies and how far it goes, in points. */
export type Stroke = { readonly at: number; readonly from: number; readonly to: number };

export type Ruling = { readonly across: readonly Stroke[]; readonly down: readonly Stroke[] };

/** Pieces of one line that miss each other by this much are one line (corners of Word's cell borders). */
const BRIDGE = 3.5;
/** Lines nearer than this are one line drawn twice (borders of two neighbouring cells, double borders). */
const SAME_LINE = 2.2;
/** Strokes kept per page and direction, the longest: a drawing has more, a table never. */
const STROKE_LIMIT = 1500;

/** The horizontal (`across`) and vertical (`down`) lines of a page, pieces put together. */
export function rulingOf(rules: readonly Rule[]): Ruling {
  const across: Stroke[] = [];
  const down: Stroke[] = [];
  for (const { x1, y1, x2, y2 } of rules) {
    if (Math.abs(y1 - y2) <= Math.abs(x1 - x2)) {
      across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
    } else down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  }
  return { across: joinPieces(across), down: joinPieces(down) };
}

/** Groups of lines that touch one another: each is a table, a frame or a drawing. */
export function connectedRulings(ruling: Ruling): Ruling[] {
  const groups = new Map<number, { across: Stroke[]; down: Stroke[] }>();
  const parents = Array.from({ length: ruling.across.length + ruling.down.length }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    for (let up = parents[root] ?? root; up !== root; up = parents[root] ?? root) root = up;
    parents[index] = root;
    return root;
  };
  ruling.across.forEach((line, index) => {
    ruling.down.forEach((other, below) => {
      if (!touch(line, other)) return;
      parents[rootOf(ruling.across.length + below)] = rootOf(index);
    });
  });
  const group = (index: number): { across: Stroke[]; down: Stroke[] } => {
    const root = rootOf(index);
    const known = groups.get(root) ?? { across: [], down: [] };
    groups.set(root, known);
    return known;
  };
  ruling.across.forEach((line, index) => group(index).across.push(line));
  ruling.down.forEach((line, index) => group(ruling.across.length + index).down.push(line));
  return [...groups.values()];
}

function touch(across: Stroke, down: Stroke): boolean {
  return (
    across.at >= down.from - BRIDGE &&
    across.at <= down.to + BRIDGE &&
    down.at >= across.from - BRIDGE &&
    down.at <= across.to + BRIDGE
  );
}

function joinPieces(pieces: readonly Stroke[]): Stroke[] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at || a.from - b.from);
  const joined: Stroke[] = [];
  let band: Stroke[] = [];
  const close = (): void => {
    band.sort((a, b) => a.from - b.from);
    let current: Stroke | null = null;
    for (const piece of band) {
      if (current !== null && piece.from <= current.to + BRIDGE) {
        const longer: Stroke = piece.to - piece.from > current.to - current.from ? piece : current;
        current = { at: longer.at, from: current.from, to: Math.max(current.to, piece.to) };
        continue;
      }
      if (current !== null) joined.push(current);
      current = piece;
    }
    if (current !== null) joined.push(current);
    band = [];
  };
  for (const piece of sorted) {
    const first = band[0];
    if (first !== undefined && piece.at - first.at > SAME_LINE) close();
    band.push(piece);
  }
  close();
  if (joined.length <= STROKE_LIMIT) return joined;
  return joined.sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, STROKE_LIMIT);
}
