/** What kinds of organisations may hang below which. */
export const KINDS_BELOW: Readonly<Record<string, readonly string[]>> = {
  region: ['municipality', 'authority', 'institute', 'centre', 'school', 'partner'],
  municipality: ['school', 'authority', 'centre', 'partner'],
  school: ['school'],
};

/** Whether an organisation of a kind may hang below another. */
export function mayHangBelow(kind: string, above: string): boolean {
  return KINDS_BELOW[above]?.includes(kind) ?? false;
}
