/**
 * Archives of the kind every system unpacks (tar, POSIX ustar): written and read as streams, entry by entry.
 * Names are short and ASCII or UTF-8 up to 100 bytes, or up to 255 with a folder; sizes up to 8 GB.
 */
const BLOCK = 512;
const NAME = 100;
const PREFIX = 155;
const LARGEST = 8 ** 11 - 1;

/** The header of an entry; its content follows, then `padding`. */
export function tarHeader(name: string, size: number, at: Date): Buffer {
  const { prefix, rest } = splitName(name);
  if (size > LARGEST) throw new Error(`${name} is too large for the archive`);
  const header = Buffer.alloc(BLOCK);
  header.write(rest, 0, NAME, 'utf8');
  writeOctal(header, 100, 8, 0o600);
  writeOctal(header, 108, 8, 0);
  writeOctal(header, 116, 8, 0);
  writeOctal(header, 124, 12, size);
  writeOctal(header, 136, 12, Math.floor(at.getTime() / 1000));
  header.write('0', 156, 'ascii');
  header.write('ustar\x0000', 257, 'ascii');
  header.write(prefix, 345, PREFIX, 'utf8');
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, 148, 'ascii');
  return header;
}

/** Zeros up to the next block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

/** What ends an archive. */
export function tarEnd(): Buffer {
  return Buffer.alloc(2 * BLOCK);
}

export type TarEntry = {
  readonly name: string;
  readonly size: number;
  /** The content; what is left of it when the next entry is asked for is skipped. */
  readonly content: AsyncGenerator<Buffer>;
};

/**
 * Reads the entries of an archive one after the other.
 *
 * @throws Error when the archive is cut short or is none
 */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = new ByteQueue(source);
  for (;;) {
    const header = await bytes.take(BLOCK);
    if (header.every((byte) => byte === 0)) {
      // What packs the archive keeps its own sum and length at the very end.
      await bytes.finish();
      return;
    }
    if (readOctal(header, 148, 8) !== checksumOf(header)) throw new Error('this is no archive of tar');
    const [rest, prefix] = [readText(header, 0, NAME), readText(header, 345, PREFIX)];
    const size = readOctal(header, 124, 12);
    const end = bytes.taken + size;
    yield { name: prefix === '' ? rest : `${prefix}/${rest}`, size, content: bytes.stream(size) };
    await bytes.skip(end - bytes.taken + tarPadding(size).length);
  }
}

function splitName(name: string): { readonly prefix: string; readonly rest: string } {
  if (Buffer.byteLength(name) <= NAME) return { prefix: '', rest: name };
  for (let slash = name.indexOf('/'); slash !== -1; slash = name.indexOf('/', slash + 1)) {
    const [prefix, rest] = [name.slice(0, slash), name.slice(slash + 1)];
    if (Buffer.byteLength(prefix) <= PREFIX && Buffer.byteLength(rest) <= NAME) return { prefix, rest };
  }
  throw new Error(`the name ${name} is too long for the archive`);
}

/** The sum of all bytes, with spaces where the sum itself stands. */
function checksumOf(header: Buffer): number {
  return header.reduce((sum, byte, place) => sum + (place >= 148 && place < 156 ? 32 : byte), 0);
}

function writeOctal(header: Buffer, place: number, width: number, value: number): void {
  header.write(`${value.toString(8).padStart(width - 1, '0')}\0`, place, 'ascii');
}

function readOctal(header: Buffer, place: number, width: number): number {
  return Number.parseInt(readText(header, place, width).trim() || '0', 8);
}

function readText(header: Buffer, place: number, width: number): string {
  const field = header.subarray(place, place + width);
  const end = field.indexOf(0);
  return field.subarray(0, end === -1 ? width : end).toString('utf8');
}

class ByteQueue {
  readonly #chunks: AsyncIterator<Buffer>;
  #ahead: Buffer = Buffer.alloc(0);
  /** Bytes given away so far. */
  taken = 0;

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.stream(length)) parts.push(part);
    return Buffer.concat(parts);
  }

  async skip(length: number): Promise<void> {
    const end = this.taken + length;
    while (this.taken < end) await this.stream(end - this.taken).next();
  }

  /** Reads to the end of the source, which throws when that end is wrong. */
  async finish(): Promise<void> {
    this.#ahead = Buffer.alloc(0);
    while ((await this.#chunks.next()).done !== true);
  }

  async *stream(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0;) {
      if (this.#ahead.length === 0) this.#ahead = await this.#next();
      const part = this.#ahead.subarray(0, left);
      // Taken before it is given away: a reader that stops in the midst loses its part, not the place.
      this.#ahead = this.#ahead.subarray(part.length);
      this.taken += part.length;
      left -= part.length;
      yield part;
    }
  }

  async #next(): Promise<Buffer> {
    const next = await this.#chunks.next();
    if (next.done === true) throw new Error('the archive is cut short');
    return next.value;
  }
}
