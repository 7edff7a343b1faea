import { crc32, deflateRawSync } from 'node:zlib';

export type ZipPart = { readonly name: string; readonly bytes: Uint8Array };

/** 1 January 1980, the first day that zip knows: the same parts give the same bytes on every day. */
const FIRST_DAY = 0x0021;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;

/** A zip archive of the parts in their order, all packed. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    const facts = factsOf(bytes, packed, title);
    files.push(signed(0x04034b50), facts, title, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(signed(0x02014b50), version(), facts, place, title);
    offset += 4 + facts.length + title.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...files, listed, end]));
}

/** What the header of a part and its entry in the directory have in common. */
function factsOf(bytes: Uint8Array, packed: Uint8Array, name: Uint8Array): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(UTF8_NAMES, 2);
  facts.writeUInt16LE(DEFLATED, 4);
  facts.writeUInt16LE(FIRST_DAY, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

const VERSION = 20;

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

function version(): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(VERSION);
  return bytes;
}
