import { constants, createInflate, inflateSync } from 'node:zlib';
import { UnreadableFile } from '#domain/orders/reader-error.ts';

const MEGABYTE = 1024 * 1024;
/** Size that one stream may unpack to, bytes: drawing a page takes some tens of thousands, a structure tree some millions. */
const STREAM_LIMIT = 12 * MEGABYTE;
/** The same for a font, which may hold the letters of all languages. */
const FONT_LIMIT = 32 * MEGABYTE;
/** Size that all streams together may unpack to, bytes. */
const WHOLE_LIMIT = 160 * MEGABYTE;
/** Packed streams of one file: an order of hundreds of pages has some thousands. */
const COUNT_LIMIT = 20_000;
/** A stream packed more often is a trap. */
const DEPTH_LIMIT = 3;
/** Dictionaries before streams are looked at so far back, bytes. */
const DICTIONARY = 2000;
/** Streams up to this size are unpacked at once, larger ones by pieces. */
const SMALL = MEGABYTE;

/** What pdf.js never unpacks: pictures, which are not looked at, and attached files. */
const LEFT_ASIDE = /\/Subtype\s*\/Image(?![A-Za-z])|\/Type\s*\/EmbeddedFile(?![A-Za-z])/u;
const FONT = /\/Length1(?!\d)|\/Subtype\s*\/(?:Type1C|CIDFontType0C|OpenType)(?![A-Za-z])/u;

/**
 * Refuses a file whose streams unpack to more than any order holds, before pdf.js unpacks them: it does so without a
 * limit.
 *
 * @throws {UnreadableFile} zip-bomb
 */
export async function refuseBombs(bytes: Uint8Array): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let whole = 0;
  let count = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(Math.max(0, at - 3), at).toString('latin1') === 'end') continue;
    const from = at + (file[at + 6] === 0x0d ? 8 : 7);
    if (!isPacked(file, from)) continue;
    const dictionary = dictionaryBefore(file, at);
    if (LEFT_ASIDE.test(dictionary)) continue;
    whole += await unpackedSize(file.subarray(from), FONT.test(dictionary) ? FONT_LIMIT : STREAM_LIMIT, 1);
    count += 1;
    if (whole > WHOLE_LIMIT || count > COUNT_LIMIT) throw new UnreadableFile('zip-bomb');
  }
}

/** Whether the bytes begin as zlib data do: that tells more than the names of filters, which can be written in many ways. */
function isPacked(bytes: Uint8Array, from: number): boolean {
  const [method, flags] = [bytes[from] ?? 0, bytes[from + 1] ?? 0];
  return (method & 0x0f) === 8 && method >> 4 <= 7 && (method * 256 + flags) % 31 === 0;
}

function dictionaryBefore(file: Buffer, at: number): string {
  const before = file.subarray(Math.max(0, at - DICTIONARY), at).toString('latin1');
  return before.slice(before.lastIndexOf('obj') + 1);
}

async function unpackedSize(packed: Uint8Array, limit: number, depth: number): Promise<number> {
  const small = unpackedSmall(packed);
  if (small === 'larger') return sizeByPieces(packed, limit);
  if (!isPacked(small, 0)) return small.length;
  if (depth >= DEPTH_LIMIT) throw new UnreadableFile('zip-bomb');
  return small.length + (await unpackedSize(small, limit, depth + 1));
}

/** What is unpacked, empty where the bytes are no packed data, as in encrypted files. */
function unpackedSmall(packed: Uint8Array): Uint8Array | 'larger' {
  try {
    return inflateSync(packed, { maxOutputLength: SMALL, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return error instanceof RangeError ? 'larger' : new Uint8Array();
  }
}

function sizeByPieces(packed: Uint8Array, limit: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
    let size = 0;
    inflate
      .on('data', (piece: Buffer) => {
        size += piece.length;
        if (size > limit) inflate.destroy(new UnreadableFile('zip-bomb'));
      })
      .on('end', () => {
        resolve(size);
      })
      .on('error', (error) => {
        // Damaged data: what came before is all there is.
        if (error instanceof UnreadableFile) reject(error);
        else resolve(size);
      })
      .end(packed);
  });
}
