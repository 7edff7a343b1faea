import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeZip } from '#platform/archive/write-zip.ts';

const parts = [
  { name: 'word/document.xml', bytes: strToU8('<a>план</a>'.repeat(1000)) },
  { name: 'приложение.txt', bytes: strToU8('') },
];

test('another program unpacks what was packed, names in Russian too', () => {
  const read = unzipSync(writeZip(parts));
  expect(Object.entries(read).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual(
    parts.map(({ name, bytes }) => [name, strFromU8(bytes)]),
  );
});

test('the same parts give the same bytes', () => {
  expect(Buffer.compare(writeZip(parts), writeZip(parts))).toBe(0);
});
