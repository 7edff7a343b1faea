import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnreadableFile, type UnreadableCode } from '#domain/orders/reader-error.ts';
import { openArchive } from '#platform/documents/archive.ts';

function refusalOf(read: () => unknown): UnreadableCode | 'read' {
  try {
    read();
    return 'read';
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code;
    throw error;
  }
}

const PLAN = strToU8('<plan>'.repeat(500));
const archive = zipSync({ 'word/document.xml': PLAN, 'stored.txt': [strToU8('как есть'), { level: 0 }] });

/** Where the only entry's record in the central directory begins. */
function directoryOf(bytes: Uint8Array): number {
  return Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
}

describe('an archive', () => {
  test('gives packed and stored parts by name, whatever the letter case and slashes', () => {
    const opened = openArchive(archive);
    expect(opened.names).toEqual(['word/document.xml', 'stored.txt']);
    expect(opened.read('/Word\\Document.xml')).toEqual(Buffer.from(PLAN));
    expect(new TextDecoder().decode(opened.read('stored.txt') ?? undefined)).toBe('как есть');
    expect(opened.read('none.xml')).toBeNull();
  });

  test('may follow other bytes and be followed by a comment', () => {
    const moved = new Uint8Array([0x50, 0x4b, 3, 3, ...archive, 1, 2, 3]);
    expect(refusalOf(() => openArchive(archive.slice()).read('stored.txt'))).toBe('read');
    expect(openArchive(moved).names).toHaveLength(2);
  });

  test('of other kinds is named', () => {
    expect(refusalOf(() => openArchive(new Uint8Array()))).toBe('empty-file');
    expect(refusalOf(() => openArchive(strToU8('\u0089PNG')))).toBe('unknown-format');
    const ole = (stream: string): Uint8Array =>
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from(stream, 'utf16le')]);
    expect(refusalOf(() => openArchive(ole('EncryptedPackage')))).toBe('encrypted');
    expect(refusalOf(() => openArchive(ole('WordDocument')))).toBe('old-word-format');
    expect(refusalOf(() => openArchive(ole('Workbook')))).toBe('old-excel-format');
  });

  test('that is cut or changed is damaged', () => {
    expect(refusalOf(() => openArchive(archive.subarray(0, archive.length - 30)))).toBe('damaged');
    const changed = archive.slice();
    changed[60] = (changed[60] ?? 0) ^ 0xff;
    expect(refusalOf(() => openArchive(changed).read('word/document.xml'))).toBe('damaged');
  });

  test('with a password is encrypted', () => {
    const locked = zipSync({ 'a.xml': PLAN });
    const flags = directoryOf(locked) + 8;
    locked[flags] = (locked[flags] ?? 0) | 1;
    expect(refusalOf(() => openArchive(locked).read('a.xml'))).toBe('encrypted');
  });

  test('that unpacks beyond the limits is a bomb, though its directory tells a small size', () => {
    const bomb = zipSync({ 'a.xml': new Uint8Array(5_000_000) });
    const limits = { entries: 10, part: 1_000_000, total: 2_000_000 };
    expect(refusalOf(() => openArchive(bomb, limits).read('a.xml'))).toBe('zip-bomb');
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(directoryOf(bomb) + 24, 100, true);
    expect(refusalOf(() => openArchive(bomb, limits).read('a.xml'))).toBe('zip-bomb');
  });

  test('of many parts has a limit for all of them and for their number', () => {
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}`, new Uint8Array(900)])),
    );
    expect(refusalOf(() => openArchive(many, { entries: 10, part: 1_000, total: 5_000 }))).toBe('zip-bomb');
    const opened = openArchive(many, { entries: 20, part: 1_000, total: 5_000 });
    expect(refusalOf(() => opened.names.map((name) => opened.read(name)))).toBe('zip-bomb');
  });

  test('of any bytes never fails otherwise', () => {
    const change = fc.record({ at: fc.nat(archive.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), fc.nat(archive.length), (changes, length) => {
        const bytes = archive.slice();
        for (const { at, byte } of changes) bytes[at] = byte;
        for (const tried of [bytes, bytes.subarray(0, length)]) {
          refusalOf(() => {
            const opened = openArchive(tried);
            for (const name of opened.names) opened.read(name);
          });
        }
      }),
    );
  });
});
