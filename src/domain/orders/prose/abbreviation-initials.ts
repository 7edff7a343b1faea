/** Small words that an abbreviation may leave out or give a small letter («ИПКиПРО»). */
const SMALL = /^(?:и|в|во|с|со|по|для|на|от|о|об|к|из|за|при|над|или|а|не|у)$/iu;

type Piece = { readonly initial: string; readonly from: number; readonly to: number; readonly small: boolean };

/** The words of a text, parts of hyphenated words as words of their own («психолого-педагогический»: п, п). */
function piecesOf(text: string): Piece[] {
  return [...text.matchAll(/\p{L}+/gu)].map((match) => ({
    initial: match[0].charAt(0).toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
    small: SMALL.test(match[0]),
  }));
}

/**
 * Where in `text`, which stands before (or in) a bracket, the words begin whose initials the abbreviation is; null when
 * they do not match. Up to `rest` words of the end may stand outside it («методических объединений учителей (МО)»).
 * @returns offset in `text` at which the expansion begins; it ends where the text ends
 */
export function expansionStart(text: string, abbreviation: string, rest = 2): number | null {
  const letters = lettersOf(abbreviation);
  if (letters.length < 2) return null;
  const pieces = piecesOf(text.slice(-MAX_TEXT));
  const shift = Math.max(0, text.length - MAX_TEXT);
  for (let skipped = 0; skipped <= rest; skipped += 1) {
    const start = matchedBackwards(pieces, pieces.length - 1 - skipped, letters);
    if (start !== null) return start + shift;
  }
  return null;
}

const MAX_TEXT = 400;

function matchedBackwards(pieces: readonly Piece[], last: number, letters: readonly string[]): number | null {
  let piece = last;
  let first = last;
  // One word in the middle may have no letter («центр психолого-… помощи детям»), small words never need one.
  let spare = letters.length > 2 ? 1 : 0;
  for (let letter = letters.length - 1; letter >= 0; letter -= 1) {
    for (;;) {
      const candidate = pieces[piece];
      if (candidate === undefined) return null;
      if (candidate.initial === letters[letter]) break;
      if (!candidate.small) {
        if (spare === 0 || letter === letters.length - 1) return null;
        spare -= 1;
      }
      piece -= 1;
    }
    first = piece;
    piece -= 1;
  }
  return pieces[first]?.from ?? null;
}

/** The letters of an abbreviation that stand for words: «ИПКиПРО» → и п к и п р о. */
const lettersOf = (abbreviation: string): string[] => Array.from(abbreviation.toLowerCase().replace(/\P{L}/gu, ''));
