import { crc32, inflateRawSync } from 'node:zlib';
import { UnreadableFile } from '#domain/orders/reader-error.ts';

/** A zip container of which parts are unpacked one by one, when asked for. */
export type Archive = {
  /** Names of the parts as they stand in the directory of the archive, with `/` between folders. */
  readonly names: readonly string[];
  /** Finds a part by name: no leading `/`, letter case does not matter. */
  has(name: string): boolean;
  /** The unpacked part; null when there is none of this name. */
  read(name: string): Uint8Array | null;
};

export type ArchiveLimits = {
  readonly entries: number;
  /** Unpacked bytes of one part. */
  readonly part: number;
  /** Unpacked bytes of all parts that were read. */
  readonly total: number;
};

export const ARCHIVE_LIMITS: ArchiveLimits = { entries: 20_000, part: 64_000_000, total: 128_000_000 };

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly header: number;
};

/**
 * Opens a zip file by its central directory. Nothing is unpacked yet; sizes told in the directory are believed only when
 * they forbid reading: unpacking itself stops at the limit whatever they say.
 */
export function openArchive(bytes: Uint8Array, limits: ArchiveLimits = ARCHIVE_LIMITS): Archive {
  refuseOtherContainers(bytes);
  const entries = new Map<string, Entry>();
  const names: string[] = [];
  for (const entry of directoryOf(bytes, limits)) {
    const key = keyOf(entry.name);
    if (entries.has(key)) continue;
    entries.set(key, entry);
    names.push(entry.name.replaceAll('\\', '/'));
  }
  let left = limits.total;
  return {
    names,
    has: (name) => entries.has(keyOf(name)),
    read(name) {
      const entry = entries.get(keyOf(name));
      if (!entry) return null;
      const part = unpack(bytes, entry, Math.min(limits.part, left));
      left -= part.length;
      return part;
    },
  };
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase();
}

/**
 * Office files under a password, and the old binary formats, are not zip files but OLE2 containers; the names of their
 * streams, written in UTF-16, tell them apart.
 */
function refuseOtherContainers(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UnreadableFile('empty-file');
  if (OLE2_SIGNATURE.every((byte, index) => bytes[index] === byte)) {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const holds = (stream: string): boolean => content.includes(Buffer.from(stream, 'utf16le'));
    if (holds('EncryptedPackage')) throw new UnreadableFile('encrypted');
    if (holds('WordDocument')) throw new UnreadableFile('old-word-format');
    if (holds('Workbook') || holds('Book')) throw new UnreadableFile('old-excel-format');
    if (holds('PowerPoint Document')) throw new UnreadableFile('unknown-format', { what: 'presentation' });
    if (holds('__substg1.0_')) throw new UnreadableFile('unknown-format', { what: 'message' });
    throw new UnreadableFile('unknown-format', { what: 'other' });
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new UnreadableFile('unknown-format');
}

const OLE2_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function directoryOf(bytes: Uint8Array, limits: ArchiveLimits): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = directoryPlace(view);
  if (count > limits.entries) throw new UnreadableFile('zip-bomb', { limit: limits.entries, entries: count });
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new UnreadableFile('damaged');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const end = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (end > view.byteLength) throw new UnreadableFile('damaged');
    const sizes = wideSizes(view, at, at + 46 + nameLength, extraLength);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      checksum: view.getUint32(at + 16, true),
      ...sizes,
    });
    at = end;
  }
  return entries;
}

/** The end-of-directory record is looked for from the end of the file, behind a comment of at most 65,535 bytes. */
function directoryPlace(view: DataView): { count: number; start: number } {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const wide = widePlace(view, at);
    if (wide) return wide;
    const size = view.getUint32(at + 12, true);
    const told = view.getUint32(at + 16, true);
    const start = at - size;
    if (start < 0) throw new UnreadableFile('damaged');
    return { count: view.getUint16(at + 10, true), start: told <= start && isDirectory(view, told) ? told : start };
  }
  throw new UnreadableFile('damaged');
}

function isDirectory(view: DataView, at: number): boolean {
  return at + 4 <= view.byteLength && view.getUint32(at, true) === 0x02014b50;
}

/** Zip64: large archives tell count and place in a record of their own, found through a locator before the usual one. */
function widePlace(view: DataView, end: number): { count: number; start: number } | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return null;
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== 0x06064b50) throw new UnreadableFile('damaged');
  const count = Number(view.getBigUint64(record + 32, true));
  const start = Number(view.getBigUint64(record + 48, true));
  return { count, start };
}

/** Sizes and place of an entry; those that read 0xffffffff stand in the zip64 extra field, in this order. */
function wideSizes(
  view: DataView,
  entry: number,
  extra: number,
  extraLength: number,
): Pick<Entry, 'packed' | 'unpacked' | 'header'> {
  let unpacked = view.getUint32(entry + 24, true);
  let packed = view.getUint32(entry + 20, true);
  let header = view.getUint32(entry + 42, true);
  for (let at = extra; at + 4 <= extra + extraLength; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const last = Math.min(extra + extraLength, at + 4 + view.getUint16(at + 2, true));
    let field = at + 4;
    const next = (told: number): number => {
      if (told !== 0xffffffff || field + 8 > last) return told;
      field += 8;
      return Number(view.getBigUint64(field - 8, true));
    };
    unpacked = next(unpacked);
    packed = next(packed);
    header = next(header);
    break;
  }
  return { packed, unpacked, header };
}

function unpack(bytes: Uint8Array, entry: Entry, limit: number): Uint8Array {
  if (entry.encrypted) throw new UnreadableFile('encrypted');
  if (entry.unpacked > limit) throw new UnreadableFile('zip-bomb', { limit, part: entry.name });
  const damaged = new UnreadableFile('damaged', { part: entry.name });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.header + 30 > bytes.length || view.getUint32(entry.header, true) !== 0x04034b50) throw damaged;
  const from = entry.header + 30 + view.getUint16(entry.header + 26, true) + view.getUint16(entry.header + 28, true);
  if (from + entry.packed > bytes.length) throw damaged;
  const packed = bytes.subarray(from, from + entry.packed);
  const part = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, limit, entry.name) : null;
  if (!part || crc32(part) !== entry.checksum) throw damaged;
  return part;
}

function inflate(packed: Uint8Array, limit: number, part: string): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    throw tooLarge ? new UnreadableFile('zip-bomb', { limit, part }) : new UnreadableFile('damaged', { part });
  }
}
