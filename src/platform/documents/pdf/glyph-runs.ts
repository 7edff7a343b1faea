import type { PositionedRun } from '#domain/orders/raw-document.ts';
import type { Glyph } from '#platform/documents/pdf/page-content.ts';

/** A run with the identifier of its marked content (−1 where it has none). */
export type MarkedRun = { readonly run: PositionedRun; readonly mark: number };

/** Direction of text on the page: 0 to the right, 90 upwards, 180 upside down, 270 downwards. */
export type Turn = 0 | 90 | 180 | 270;

// Shares of the font size. A space is at least 0.2 wide in real fonts and shrinks to 0.17 in justified lines; kerning
// moves letters by less than 0.1.
const GAP_WHERE_SPACES_ARE_WRITTEN = 0.25;
const GAP_WHERE_THEY_ARE_NOT = 0.14;
const SAME_PLACE = 0.12;
const SAME_BASE_LINE = 0.12;
/** Share of the font size above the base line: the box of a run is one font size high. */
const ASCENT = 0.8;

type PlacedGlyph = {
  readonly glyph: Glyph;
  readonly text: string;
  readonly turn: Turn;
  /** Along and across the line of text, in points. */
  readonly along: number;
  readonly across: number;
  readonly width: number;
};

type Word = { glyphs: PlacedGlyph[]; spaceAfter: boolean };

/**
 * The words of a page in the order of the file: characters put together by nearness, with letters printed twice (false
 * bold) taken once and letter-spaced words whole. A run ends with a space when the file has one after it.
 */
export function runsOfGlyphs(glyphs: readonly Glyph[]): MarkedRun[] {
  const placed = glyphs.map(place);
  const seen = new PrintedPlaces();
  const words: Word[] = [];
  let current: Word | null = null;
  const limits = gapLimits(glyphs);
  for (const item of placed) {
    if (item.text.trim() === '') {
      if (current !== null && /\s/u.test(item.text)) current.spaceAfter = true;
      continue;
    }
    if (seen.has(item)) continue;
    const last = current?.glyphs.at(-1);
    if (
      current !== null &&
      last !== undefined &&
      !current.spaceAfter &&
      follows(last, item, limits.get(last.glyph.font) ?? 0)
    ) {
      current.glyphs.push(item);
      continue;
    }
    current = { glyphs: [item], spaceAfter: false };
    words.push(current);
  }
  return joinSpacedLetters(words).map(runOf);
}

/**
 * For each font the gap that parts words. One font of a page may write spaces while another leaves gaps for them, as in
 * files that were written anew and keep Cyrillic letters in a font without a space.
 */
function gapLimits(glyphs: readonly Glyph[]): ReadonlyMap<string, number> {
  const counts = new Map<string, { all: number; spaces: number }>();
  for (const glyph of glyphs) {
    const own = counts.get(glyph.font) ?? { all: 0, spaces: 0 };
    own.all += 1;
    if (glyph.isSpace || glyph.text === ' ') own.spaces += 1;
    counts.set(glyph.font, own);
  }
  return new Map(
    [...counts].map(([font, { all, spaces }]) => [
      font,
      spaces * 20 > all ? GAP_WHERE_SPACES_ARE_WRITTEN : GAP_WHERE_THEY_ARE_NOT,
    ]),
  );
}

/** The direction of most characters of the page. */
export function mainTurn(glyphs: readonly Glyph[]): Turn {
  const counts: Record<Turn, number> = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const glyph of glyphs) if (glyph.text.trim() !== '') counts[turnOf(glyph)] += 1;
  const turns: readonly Turn[] = [0, 90, 180, 270];
  return turns.reduce((best, turn) => (counts[turn] > counts[best] ? turn : best), 0);
}

function turnOf(glyph: Glyph): Turn {
  if (Math.abs(glyph.dx) >= Math.abs(glyph.dy)) return glyph.dx >= 0 ? 0 : 180;
  return glyph.dy < 0 ? 90 : 270;
}

function place(glyph: Glyph): PlacedGlyph {
  const turn = turnOf(glyph);
  const along = { 0: glyph.x, 90: -glyph.y, 180: -glyph.x, 270: glyph.y }[turn];
  const across = { 0: glyph.y, 90: glyph.x, 180: -glyph.y, 270: -glyph.x }[turn];
  return { glyph, text: printedText(glyph.text), turn, along, across, width: Math.hypot(glyph.dx, glyph.dy) };
}

const PRINTED_AS: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u00ad': '-',
  '\u2010': '-',
  '\u2011': '-',
  '\uf02d': '-',
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf0a8': '□',
  '\uf076': '❖',
};

function printedText(text: string): string {
  const known = PRINTED_AS[text];
  if (known !== undefined) return known;
  // Ligatures are taken apart; compatibility forms such as «№» and «²» must stay.
  if (/[\ufb00-\ufb06]/u.test(text)) return text.normalize('NFKC');
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060\ufeff]/gu, '');
}

/** Finds characters that were printed on the same place before. */
class PrintedPlaces {
  readonly #places = new Map<string, { along: number; across: number }[]>();

  has({ glyph, text, along, across, turn }: PlacedGlyph): boolean {
    const near = glyph.size * SAME_PLACE;
    const cell = 8;
    const column = Math.floor(along / cell);
    const line = Math.floor(across / cell);
    for (const dc of along - column * cell < near ? [0, -1] : [0, 1]) {
      for (const dl of across - line * cell < near ? [0, -1] : [0, 1]) {
        const known = this.#places.get(`${text}|${turn}|${column + dc}|${line + dl}`);
        if (known?.some((spot) => Math.abs(spot.along - along) < near && Math.abs(spot.across - across) < near))
          return true;
      }
    }
    const key = `${text}|${turn}|${column}|${line}`;
    const known = this.#places.get(key);
    // A hostile file may print one letter a hundred thousand times in one spot; a page never has so many apart.
    if (known === undefined) this.#places.set(key, [{ along, across }]);
    else if (known.length < 64) known.push({ along, across });
    return false;
  }
}

function follows(last: PlacedGlyph, next: PlacedGlyph, gapLimit: number): boolean {
  const size = Math.max(last.glyph.size, next.glyph.size);
  if (last.turn !== next.turn || last.glyph.mark !== next.glyph.mark) return false;
  if (last.glyph.artifact !== next.glyph.artifact || last.glyph.font !== next.glyph.font) return false;
  if (Math.abs(last.glyph.size - next.glyph.size) > 0.1 * size) return false;
  if (Math.abs(last.across - next.across) > SAME_BASE_LINE * size) return false;
  const gap = next.along - (last.along + last.width) - Math.max(0, last.glyph.spacing);
  return gap > -0.4 * size && gap < gapLimit * size;
}

/** Words set with wide spacing by moving every letter come as single letters at even distances: made one word again. */
function joinSpacedLetters(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  let index = 0;
  while (index < words.length) {
    const letters = spacedLetters(words, index);
    if (letters >= 4) {
      const parts = words.slice(index, index + letters);
      joined.push({ glyphs: parts.flatMap((word) => word.glyphs), spaceAfter: parts.at(-1)?.spaceAfter ?? false });
      index += letters;
      continue;
    }
    const word = words[index];
    if (word !== undefined) joined.push(word);
    index += 1;
  }
  return joined;
}

function spacedLetters(words: readonly Word[], from: number): number {
  let count = 1;
  let even: number | null = null;
  for (; from + count < words.length; count += 1) {
    const [left, right] = [words[from + count - 1], words[from + count]];
    const [last, next] = [left?.glyphs[0], right?.glyphs[0]];
    if (left === undefined || right === undefined || last === undefined || next === undefined) break;
    if (left.spaceAfter || left.glyphs.length > 1 || right.glyphs.length > 1 || !/\p{L}/u.test(last.text + next.text))
      break;
    if (!follows(last, next, 1)) break;
    const gap = next.along - last.along - last.width;
    if (even !== null && Math.abs(gap - even) > 0.25 * even) break;
    even ??= gap;
  }
  return count;
}

function runOf({ glyphs, spaceAfter }: Word): MarkedRun {
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  if (first === undefined || last === undefined) throw new TypeError('a word has characters');
  const text =
    glyphs
      .map((item) => item.text)
      .join('')
      .normalize('NFC') + (spaceAfter ? ' ' : '');
  const size = first.glyph.size;
  const length = Math.max(0, last.along + last.width - first.along);
  const { x, y } = first.glyph;
  const box = {
    0: { x, y: y - ASCENT * size, width: length, height: size },
    180: { x: x - length, y: y - (1 - ASCENT) * size, width: length, height: size },
    90: { x: x - ASCENT * size, y: y - length, width: size, height: length },
    270: { x: x - (1 - ASCENT) * size, y, width: size, height: length },
  }[first.turn];
  return {
    run: {
      text,
      ...box,
      font: first.glyph.font,
      ...(first.turn === 0 ? {} : { turn: first.turn }),
      ...(first.glyph.artifact ? { artifact: true as const } : {}),
    },
    mark: first.glyph.mark,
  };
}
