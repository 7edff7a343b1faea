/** A number of a record in an address; null when it is none. */
export function recordId(written: string): number | null {
  return /^[1-9]\d{0,8}$/u.test(written) ? Number(written) : null;
}

/** The page of a list in an address; the first one unless it is told. */
export function pageNumber(written: string | null): number {
  return written !== null && /^[1-9]\d{0,4}$/u.test(written) ? Number(written) : 1;
}

/** A day in an address, `2026-03-15`; null when there is none or no such day. */
export function dayInAddress(written: string | null): string | null {
  if (written === null || !/^(?:19|20)\d\d-\d\d-\d\d$/u.test(written)) return null;
  const day = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written) ? written : null;
}
