import { longestDeadlineAt } from '#domain/deadlines/read-deadline.ts';

const LEFT_OPEN = /(?<!\p{L})(?:в|во|на|с|со|по|для|о|об|от|до|из|к|за|при|не|и|или)$/iu;

/** Deadlines in a line: `from` … `to` (exclusive); `sure` when it can hardly be a piece of a sentence. */
export type LineDeadline = { readonly from: number; readonly to: number; readonly sure: boolean };

/** The deadlines in a line of a table, none inside of another. */
export function deadlinesIn(text: string): LineDeadline[] {
  const found: LineDeadline[] = [];
  let end = 0;
  for (const match of text.matchAll(/(?<=^|\s)[\p{L}\d]/gu)) {
    if (match.index < end) continue;
    const deadline = longestDeadlineAt(text, match.index);
    if (deadline === null || deadline.confidence < 0.6) continue;
    end = deadline.to;
    found.push({ from: match.index, to: end, sure: deadline.confidence >= 0.8 });
  }
  return found;
}

/** How much the words on both sides of the blanks `from` … `to` (exclusive) of a line speak for a border there. */
export function borderAdvice(text: string, from: number, to: number, deadlines: readonly LineDeadline[]): number {
  const right = text.slice(to, to + 30);
  const left = text.slice(Math.max(0, from - 14), from);
  // «по | отдельному графику», «апрель | – май»: a deadline would be cut.
  if (deadlines.some((deadline) => deadline.from < from && deadline.to > to)) return -5;
  if (/^(?:г\.|года?(?!\p{L}))/u.test(right) && /\d$/u.test(left)) return -5;
  if (/^(?:19|20)\d\d(?!\d)/u.test(right) && /\p{L}$/u.test(left)) return -3;
  if (/^\d/u.test(right) && /(?<!\p{L})(?:до|с|по|к|не менее|от|№)$/iu.test(left)) return -5;
  if (/(?:^|\s)[-–—]$/u.test(left) || /^[-–—](?:\s|$)/u.test(right)) return -3;
  const isCapital = /^[\p{Lu}«]/u.test(right);
  if (deadlines.some((deadline) => deadline.from === to && deadline.sure)) return isCapital ? 3.5 : 2.5;
  if (isCapital && /[\p{Ll}\d.;)»]$/u.test(left)) return LEFT_OPEN.test(left) ? 0.5 : 1.5;
  if (deadlines.some((deadline) => deadline.to === from)) return 2;
  return LEFT_OPEN.test(left) ? -2.5 : 0;
}
