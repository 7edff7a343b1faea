import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rule } from '#domain/orders/raw-document.ts';
import type { Matrix } from '#platform/documents/pdf/matrix.ts';
import { mapPoint } from '#platform/documents/pdf/matrix.ts';

/** Filled shapes up to this thickness are drawn lines (Word draws borders so), thicker ones are backgrounds. */
const THICKEST_LINE = 3.2;
/** Shorter pieces are no ruling lines: dots, arrow heads, letters drawn as shapes. */
const SHORTEST_LINE = 2;
/** How far a line may lean, in points, to count as horizontal or vertical. */
const LEAN = 0.8;

// pdf.js 6 gives a path as one array of numbers: a code of these, then the coordinates that it takes.
const PATH = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;

const STROKES: ReadonlySet<unknown> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS: ReadonlySet<unknown> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

type Point = readonly [x: number, y: number];

/** The horizontal and vertical lines of one `constructPath` operator: stroked pieces, and thin filled shapes. */
export function rulesOfPath(args: readonly unknown[], ctm: Matrix, lineWidth: number): Rule[] {
  const [paint, paths] = args;
  const path: unknown = Array.isArray(paths) ? paths[0] : null;
  if (!(path instanceof Float32Array)) return [];
  const strokes = STROKES.has(paint);
  const fills = FILLS.has(paint);
  if (!strokes && !fills) return [];
  const rules: Rule[] = [];
  const parts = partsOf(path, ctm);
  const frame = fills ? filledFrame(parts.map((part) => boxOf(part.points))) : [];
  if (frame.length > 0) return frame;
  for (const { points, curved } of parts) {
    const thin = fills && !curved ? thinShape(points) : null;
    if (thin !== null) rules.push(thin);
    else if (strokes)
      rules.push(...strokedLines(points, lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]))));
  }
  return rules;
}

function partsOf(path: Float32Array, ctm: Matrix): { points: Point[]; curved: boolean }[] {
  const parts: { points: Point[]; curved: boolean }[] = [];
  let current: { points: Point[]; curved: boolean } = { points: [], curved: false };
  const close = (): void => {
    if (current.points.length > 1) parts.push(current);
    current = { points: [], curved: false };
  };
  let index = 0;
  const point = (at: number): Point => mapPoint(ctm, path[at] ?? 0, path[at + 1] ?? 0);
  while (index < path.length) {
    const code = path[index];
    if (code === PATH.moveTo) {
      close();
      current.points.push(point(index + 1));
      index += 3;
    } else if (code === PATH.lineTo) {
      current.points.push(point(index + 1));
      index += 3;
    } else if (code === PATH.curveTo || code === PATH.quadraticCurveTo) {
      const length = code === PATH.curveTo ? 6 : 4;
      current.curved = true;
      current.points.push(point(index + length - 1));
      index += length + 1;
    } else if (code === PATH.closePath) {
      const first = current.points[0];
      if (first !== undefined) {
        current.points.push(first);
        close();
        current.points.push(first);
      }
      index += 1;
    } else return parts;
  }
  close();
  return parts;
}

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

function boxOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

/** A border painted as the space between two rectangles, as browsers print the frame of a cell. */
function filledFrame(boxes: readonly Box[]): Rule[] {
  const [one, other] = boxes;
  if (one === undefined || other === undefined || boxes.length !== 2) return [];
  const outer = one.right - one.left >= other.right - other.left ? one : other;
  const inner = outer === one ? other : one;
  const sides = [
    inner.left - outer.left,
    outer.right - inner.right,
    inner.top - outer.top,
    outer.bottom - inner.bottom,
  ];
  if (!sides.every((side) => side >= 0 && side <= THICKEST_LINE) || inner.right - inner.left < 4 * THICKEST_LINE)
    return [];
  const { left, top, right, bottom } = outer;
  return [
    { x1: left, y1: top, x2: right, y2: top },
    { x1: left, y1: bottom, x2: right, y2: bottom },
    { x1: left, y1: top, x2: left, y2: bottom },
    { x1: right, y1: top, x2: right, y2: bottom },
  ];
}

function thinShape(points: readonly Point[]): Rule | null {
  const { left, top, right, bottom } = boxOf(points);
  const [width, height] = [right - left, bottom - top];
  if (!isFinite(width) || !isFinite(height) || points.length > 12) return null;
  if (height <= THICKEST_LINE && width > SHORTEST_LINE && width > height) {
    const y = (top + bottom) / 2;
    return { x1: left, y1: y, x2: right, y2: y };
  }
  if (width <= THICKEST_LINE && height > SHORTEST_LINE) {
    const x = (left + right) / 2;
    return { x1: x, y1: top, x2: x, y2: bottom };
  }
  return null;
}

function strokedLines(points: readonly Point[], thickness: number): Rule[] {
  const rules: Rule[] = [];
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]];
    if (from === undefined || to === undefined) continue;
    const [width, height] = [Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])];
    if (!isFinite(width + height)) continue;
    const x = (from[0] + to[0]) / 2;
    const y = (from[1] + to[1]) / 2;
    if (height <= LEAN && width > SHORTEST_LINE) {
      // A short thick stroke is a vertical line drawn as a dot of great width.
      if (thickness > width && thickness > 4 * THICKEST_LINE) {
        rules.push({ x1: x, y1: y - thickness / 2, x2: x, y2: y + thickness / 2 });
      } else rules.push({ x1: Math.min(from[0], to[0]), y1: y, x2: Math.max(from[0], to[0]), y2: y });
    } else if (width <= LEAN && height > SHORTEST_LINE) {
      rules.push({ x1: x, y1: Math.min(from[1], to[1]), x2: x, y2: Math.max(from[1], to[1]) });
    }
  }
  return rules;
}
