/** Formats in which a plan can be had. */
export const PAPER_FORMATS = ['docx', 'pdf', 'xlsx', 'json'] as const;

export type PaperFormat = (typeof PAPER_FORMATS)[number];

export function isPaperFormat(name: string): name is PaperFormat {
  return (PAPER_FORMATS as readonly string[]).includes(name);
}
