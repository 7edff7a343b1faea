import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keepFile, readKeptFile } from '#platform/files/file-store.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'opora-files-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const filesOf = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

test('bytes that come twice at once are kept once and come back as they were', async () => {
  const bytes = Buffer.from('Приказ № 41');
  const [one, other] = await Promise.all([keepFile(folder, bytes), keepFile(folder, bytes)]);
  expect(one).toEqual(other);
  expect(filesOf()).toHaveLength(1);
  expect(await readKeptFile(folder, one.sha256)).toEqual(bytes);
});

test('bytes that the disk has spoilt are not given out', async () => {
  const { sha256 } = await keepFile(folder, Buffer.from('Приказ № 42'));
  writeFileSync(path.join(folder, 'files', sha256.slice(0, 2), sha256), 'Приказ № 43');
  await expect(readKeptFile(folder, sha256)).rejects.toThrow('is not what it was');
});

test('a name that is no hash opens no file', async () => {
  await expect(readKeptFile(folder, '../../etc/passwd')).rejects.toThrow('no hash');
});
