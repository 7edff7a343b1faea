import type { PositionedRun } from '#domain/orders/raw-document.ts';
import type { TextLine } from '#domain/orders/layout/pages/text-line.ts';
import { lineOf } from '#domain/orders/layout/pages/text-line.ts';

/** Lines of one paragraph of a page. */
export type PageParagraph = {
  readonly kind: 'paragraph';
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly TextLine[];
};

/** Text area of a page in points. */
export type Margins = { readonly left: number; readonly right: number };

/** Gap between pieces of a line, in font sizes, that is no space between words even in a justified line. */
const COLUMN_GAP = 2.2;
/** Distance of two lines of one column, in font sizes. */
const TIGHT = 1.75;

/** The pieces of a line that stand apart: columns side by side, a date on the left and a number on the right. */
export function piecesOf(line: TextLine, gap = COLUMN_GAP): TextLine[] {
  if (line.runs.some((run) => run.turn !== undefined)) return [line];
  const pieces: PositionedRun[][] = [];
  let right = -Infinity;
  for (const run of line.runs) {
    const last = pieces.at(-1);
    if (last === undefined || run.x - right > gap * line.size) pieces.push([run]);
    else last.push(run);
    right = Math.max(right, run.x + run.width);
  }
  return pieces.length === 1 ? [line] : pieces.map(lineOf);
}

/** Paragraphs of lines that stand one below the other; blocks side by side are read one after the other. */
export function paragraphsOf(lines: readonly TextLine[], margins: Margins): PageParagraph[] {
  const paragraphs: PageParagraph[] = [];
  let index = 0;
  let pending: TextLine[] = [];
  const close = (): void => {
    paragraphs.push(...splitParagraphs(pending, margins));
    pending = [];
  };
  while (index < lines.length) {
    const columns = sideBySide(lines, index);
    if (columns !== null) {
      close();
      for (const column of columns.parts) paragraphs.push(...splitParagraphs(column, extentOf(column)));
      index += columns.count;
      continue;
    }
    const line = lines[index];
    if (line !== undefined) pending.push(line);
    index += 1;
  }
  close();
  return paragraphs;
}

/** Two blocks beside each other that begin at line `from`: at least two lines that both have a part in. */
function sideBySide(lines: readonly TextLine[], from: number): { parts: TextLine[][]; count: number } | null {
  const left: TextLine[] = [];
  const right: TextLine[] = [];
  let [gutterFrom, gutterTo] = [-Infinity, Infinity];
  let both = 0;
  let turns = 0;
  let side = '';
  let count = 0;
  for (; from + count < lines.length; count += 1) {
    const line = lines[from + count];
    const above = lines[from + count - 1];
    if (line === undefined) break;
    if (count > 0 && above !== undefined && line.top - above.top > TIGHT * Math.max(line.size, above.size)) break;
    const pieces = piecesOf(line);
    if (pieces.length > 2) break;
    const [first, second] = pieces;
    if (first === undefined) break;
    if (second !== undefined) {
      if (Math.max(gutterFrom, first.right) + line.size > Math.min(gutterTo, second.left)) break;
      gutterFrom = Math.max(gutterFrom, first.right);
      gutterTo = Math.min(gutterTo, second.left);
      both += 1;
      left.push(first);
      right.push(second);
      side = 'both';
      continue;
    }
    if (gutterTo === Infinity) {
      // The gutter is not known before the first line with two parts: one-sided lines before it are ordinary text.
      if (count > 0) break;
      return null;
    }
    const isLeft = first.right <= gutterTo - line.size;
    const isRight = first.left >= gutterFrom + line.size;
    if (isLeft === isRight) break;
    (isLeft ? left : right).push(first);
    const now = isLeft ? 'left' : 'right';
    if (isLeft) gutterFrom = Math.max(gutterFrom, first.right);
    else gutterTo = Math.min(gutterTo, first.left);
    if (side !== now && side !== 'both') turns += 1;
    side = now;
  }
  return both + turns < 2 || count < 2 ? null : { parts: [left, right], count };
}

function extentOf(lines: readonly TextLine[]): Margins {
  return { left: Math.min(...lines.map((line) => line.left)), right: Math.max(...lines.map((line) => line.right)) };
}

function splitParagraphs(lines: readonly TextLine[], margins: Margins): PageParagraph[] {
  const paragraphs: TextLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const current = paragraphs.at(-1);
    if (above === undefined || current === undefined || beginsParagraph(above, line, current, margins))
      paragraphs.push([line]);
    else current.push(line);
  }
  return paragraphs.map((own) => ({
    kind: 'paragraph',
    lines: own,
    top: Math.min(...own.map((line) => line.top)),
    bottom: Math.max(...own.map((line) => line.bottom)),
  }));
}

const LIST_START = /^(?:[-–—•▪➢✓*·]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|[IVXLC]{1,6}\.\s|[а-я]\)\s)/u;
const KIND_OF_DOCUMENT =
  /^(?:п\s?р\s?и\s?к\s?а\s?з|п\s?о\s?с\s?т\s?а\s?н\s?о\s?в\s?л\s?е\s?н\s?и\s?е|р\s?а\s?с\s?п\s?о\s?р\s?я\s?ж\s?е\s?н\s?и\s?е|п\s?р\s?и\s?к\s?а\s?з\s?ы\s?в\s?а\s?ю:?)$/iu;

function beginsParagraph(above: TextLine, line: TextLine, current: readonly TextLine[], margins: Margins): boolean {
  const size = Math.max(line.size, above.size);
  const pitch = line.top + line.size - (above.top + above.size);
  if (pitch > 1.9 * size || pitch < 0) return true;
  const before = current.at(-2);
  if (before !== undefined && pitch > above.top - before.top + 0.35 * size) return true;
  if (Math.abs(line.size - above.size) > 0.12 * size) return true;
  if (LIST_START.test(line.text) || KIND_OF_DOCUMENT.test(line.text) || KIND_OF_DOCUMENT.test(above.text)) return true;
  const width = margins.right - margins.left;
  const centred = isCentred(line, margins) && isCentred(above, margins);
  const startsBig = /^["«(]?[\p{Lu}\d№]/u.test(line.text);
  const full = above.right > margins.right - 0.12 * width;
  if (centred && !full) return startsBig && /[.;:!?]$/u.test(above.text);
  // Blocks at the right margin end where text of the whole width begins; a heading is set in a font of its own.
  if (above.left > line.left + 5 * size || fontsDiffer(above, line)) return true;
  // A first line stands further in than the line above, which reaches the right margin or ends its paragraph.
  if (line.left > above.left + 1.2 * size && startsBig) return true;
  return startsBig && (/[.;:!?]$/u.test(above.text) ? !full : wouldFit(above, line, margins));
}

function isCentred(line: TextLine, margins: Margins): boolean {
  const middle = (line.left + line.right) / 2;
  const width = margins.right - margins.left;
  return (
    Math.abs(middle - (margins.left + margins.right) / 2) < 0.04 * width && line.left > margins.left + 0.02 * width
  );
}

/** The first word of a line would have stood in the line above: the break between them is meant. */
function wouldFit(above: TextLine, line: TextLine, margins: Margins): boolean {
  return (
    above.right + (line.runs[0]?.width ?? 0) + 0.5 * above.size < margins.right - 0.05 * (margins.right - margins.left)
  );
}

function fontsDiffer(above: TextLine, line: TextLine): boolean {
  const [fonts, others] = [above, line].map(({ runs }) => new Set(runs.map((run) => run.font)));
  return fonts?.size === 1 && others?.size === 1 && above.font !== line.font;
}
