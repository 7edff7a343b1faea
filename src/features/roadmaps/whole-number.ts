/** A whole number of an address, below a thousand millions; null: there is none. */
export function wholeNumber(written: string | null): number | null {
  return written !== null && /^\d{1,9}$/u.test(written) ? Number(written) : null;
}
