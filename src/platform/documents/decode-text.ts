import { UnreadableFile } from '#domain/orders/reader-error.ts';

/**
 * The text of a plain file in whatever encoding it was saved: UTF-8, UTF-16 (either order, with or without a mark),
 * windows-1251, KOI8-R, CP866, that of an old Macintosh or ISO 8859-5, told apart by how Russian the letters look.
 *
 * Line ends become `\n`, so offsets into the result count normalised text. Throws `UnreadableFile('not-text')` for bytes
 * that no encoding explains.
 */
export function decodeText(bytes: Uint8Array): string {
  const { text, isCertain } = decoded(bytes);
  const result = normalised(text);
  if (!(isCertain ? isMostlyPrinted(result) : looksLikeText(result))) throw new UnreadableFile('not-text');
  return result;
}

/** `\r\n`, `\r` and the Unicode line ends as `\n`; marks of byte order and NUL characters left out. */
export function normalised(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n').replace(/[\u0000\ufeff]/gu, '');
}

/** Text by the mark of its encoding or because its bytes make sense in no other way is certain, whatever it says. */
type Decoded = { readonly text: string; readonly isCertain: boolean };

function decoded(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  const guessed = (text: string): Decoded => ({ text, isCertain: false });
  if (first === 0xef && second === 0xbb && third === 0xbf) return guessed(decodedAs('utf-8', bytes));
  if (first === 0xff && second === 0xfe) return guessed(decodedAs('utf-16le', bytes));
  if (first === 0xfe && second === 0xff) return guessed(decodedAs('utf-16be', bytes));
  const wide = unmarkedWide(bytes);
  if (wide !== undefined) return guessed(decodedAs(wide, bytes));
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isCertain: true };
  } catch {
    return guessed(spoiltUtf8(bytes) ?? mostRussian(bytes));
  }
}

const decodedAs = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

const SAMPLE = 64 * 1024;

/** UTF-16 without a mark: in Russian text every second byte is 0x04 (Cyrillic) or 0x00 (spaces, digits, Latin). */
function unmarkedWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (HIGH_BYTES.has(bytes[index])) even += 1;
    if (HIGH_BYTES.has(bytes[index + 1])) odd += 1;
  }
  const pairs = length / 2;
  // The low byte of «─» is 0x00 too, so frames fill the other half with many such bytes.
  if (odd > 0.8 * pairs && even < odd - 0.15 * pairs) return 'utf-16le';
  if (even > 0.8 * pairs && odd < even - 0.15 * pairs) return 'utf-16be';
  return undefined;
}

/** Latin, Cyrillic, dashes and quotes, «№», frames. */
const HIGH_BYTES: ReadonlySet<number | undefined> = new Set([0x00, 0x04, 0x20, 0x21, 0x25]);

/** UTF-8 when nearly all of it is valid: a file cut inside a letter or with a few spoilt bytes is still UTF-8. */
function spoiltUtf8(bytes: Uint8Array): string | undefined {
  const text = decodedAs('utf-8', bytes);
  const spoilt = text.split('\ufffd').length - 1;
  const letters = text.match(/[а-яё]/giu)?.length ?? 0;
  return letters > 20 && spoilt * 50 < letters ? text : undefined;
}

/** The commonest first: where two read a text alike, it does not matter which it is. */
const SINGLE_BYTE = ['windows-1251', 'ibm866', 'koi8-r', 'x-mac-cyrillic', 'iso-8859-5'] as const;

function mostRussian(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  let best: (typeof SINGLE_BYTE)[number] = 'windows-1251';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const encoding of SINGLE_BYTE) {
    const score = russianness(decodedAs(encoding, sample));
    if (score > bestScore) [best, bestScore] = [encoding, score];
  }
  return decodedAs(best, bytes);
}

const FREQUENT = new Set('оеаинтсрвл');
const RARE = new Set('ъщэфцюшжхё');
const PAIRS = new Set(
  'ст но то на ен ов ни ра во ко ро по пр ре ос го от не ал ие ан ер ом те ли ел ия ва де за об'.split(' '),
);

/** How Russian `text` looks: frequent letters and pairs count for it; odd capitals and signs inside words against. */
function russianness(text: string): number {
  let score = 0;
  let before = '';
  for (const letter of text) {
    const lower = letter.toLowerCase();
    if (/[а-яё]/u.test(lower)) {
      // Frames of another code page look like rows of one letter.
      if (lower === before.toLowerCase()) score -= 1;
      else if (FREQUENT.has(lower)) score += 1;
      if (RARE.has(lower)) score -= 1;
      if (PAIRS.has(before.toLowerCase() + lower)) score += 2;
      // Mixed-up code pages turn small letters into capitals: «пРИКАЗ».
      if (letter !== lower && /[а-яё]/u.test(before)) score -= 3;
    } else if (/[^\x20-\x7e\n\r\t\f«»„“”–—№…•·\u00a0\u2500-\u2593]/u.test(letter)) score -= 3;
    before = letter;
  }
  return score;
}

/** Random bytes hold three times as many control characters; no text has so many of them. */
const TOO_MUCH_NOISE = 0.03;

/** Whether few of the characters are control or replacement ones. */
function isMostlyPrinted(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const noise = sample.match(/[\u0001-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\ufffd\ufffe\uffff]/gu)?.length ?? 0;
  return noise <= TOO_MUCH_NOISE * sample.length;
}

/** Whether characters of a guessed encoding are printed ones, and enough of them those of a Russian text. */
function looksLikeText(text: string): boolean {
  if (!isMostlyPrinted(text)) return false;
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const known = sample.match(/[\x21-\x7eа-яё\s\u2500-\u2593]/giu)?.length ?? 0;
  return letters === 0 ? sample.trim() === '' : known > 0.4 * sample.length;
}
