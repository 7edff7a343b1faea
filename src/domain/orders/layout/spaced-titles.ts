import type { Extent, Gap } from '#domain/orders/layout/spaced-borders.ts';
import { looksLikeSection, type TextLine } from '#domain/orders/layout/text-blocks.ts';

/** The pieces of a line between blanks of two characters or more, with their places. */
export function extentsOf(text: string): Extent[] {
  return Array.from(text.matchAll(/\S+(?:\s\S+)*/gu), (match) => ({
    from: match.index,
    to: match.index + match[0].length - 1,
  }));
}

const NUMBERED_TITLE =
  /^(?:(?:\d{1,2}|[IVXІХ]{1,5})[.)]\s*\p{Lu}|[IVXІХ]{1,5}\s+\p{Lu}|раздел|блок|модуль|направление)/iu;

/** How far from a column's left edge a centred title begins at least. */
const CENTRED = 3;

/**
 * Whether a line of a table's body stands across the columns: the title of the rows below it. `above` is what the line
 * above holds in each column.
 */
export function isTitleLine(line: TextLine, gaps: readonly Gap[], above: readonly string[]): boolean {
  const pieces = extentsOf(line.text);
  const [piece, second] = pieces;
  if (piece === undefined) return false;
  const words = line.text.trim();
  const first = gaps[0];
  const isNumbered = /^(?:\d{1,2}|[IVXІХ]{1,5})[.)]?\s/u.test(words);
  if (second === undefined && isNumbered && first !== undefined && piece.from <= first.from) {
    // «1. Кадры» from the left edge on: in a row the words would begin where their column does.
    const text = piece.from + (words.match(/^\S+\s/u)?.[0].length ?? 0);
    if (first.flush ? text < first.to : text <= first.from) return true;
  }
  if (second === undefined && NUMBERED_TITLE.test(words) && (first === undefined || piece.from > first.to)) {
    // «2. Приказ» at a column's left edge, below a line of the same column, is a list inside of a cell.
    const column = gaps.filter((gap) => gap.to < piece.from).length;
    if ((above[column] ?? '') === '') return true;
    const runsOver = gaps.some((gap) => piece.from < gap.from && piece.to > gap.to);
    return runsOver || !gaps.some((gap) => Math.abs(gap.to + 1 - piece.from) <= 1);
  }
  if (second !== undefined && !(isNumbered && pieces.length === 2 && !gaps.some((gap) => between(pieces, gap))))
    return false;
  const across = gaps.filter((gap) => piece.from < gap.from && piece.to > gap.to).length;
  if (across > 0 && /^[^\p{Ll}]/u.test(words))
    return looksLikeSection(words) || across > 1 || isCentred(piece, gaps, line);
  const left = gaps.findLast((gap) => gap.to < piece.from);
  if (left === undefined || !/^[^\p{Ll}(«–-]/u.test(words)) return false;
  return (
    left.flush && piece.from - left.to - 1 >= CENTRED && (looksLikeSection(words) || piece.from - left.to > 3 * CENTRED)
  );
}

const between = (pieces: readonly Extent[], gap: Gap): boolean =>
  (pieces[0]?.to ?? 0) < gap.from + 1 && (pieces[1]?.from ?? 0) > gap.to - 1;

function isCentred(piece: Extent, gaps: readonly Gap[], line: TextLine): boolean {
  const right = Math.max(line.text.length, (gaps.at(-1)?.to ?? 0) + 20);
  return Math.abs((piece.from + piece.to) / 2 - right / 2) < 0.15 * right;
}
