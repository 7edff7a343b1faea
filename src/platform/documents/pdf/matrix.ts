/** An affine map of the plane, in the order of PDF: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that does `inner` first and `outer` then. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export function mapPoint(matrix: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** The map given by six numbers of a file, or null when they are not six finite numbers. */
export function matrixOf(value: unknown): Matrix | null {
  if (!isSixNumbers(value)) return null;
  return [value[0], value[1], value[2], value[3], value[4], value[5]];
}

type Six = { readonly [index in 0 | 1 | 2 | 3 | 4 | 5]: number };

function isSixNumbers(value: unknown): value is Six {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return false;
  return value.length === 6 && Array.from<unknown>(value).every((part) => typeof part === 'number' && isFinite(part));
}
