/** A number of a record in an address; null when it is none. */
export function recordId(written: string): number | null {
  return /^[1-9]\d{0,8}$/u.test(written) ? Number(written) : null;
}

/** The page of a list in an address; the first one unless it is told. */
export function pageNumber(written: string | null): number {
  return written !== null && /^[1-9]\d{0,4}$/u.test(written) ? Number(written) : 1;
}
