import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from '../../tools/lock.mjs';

const LOCK_MODULE = path.resolve(import.meta.dirname, '../../tools/lock.mjs');
/** Reads the number, dawdles, writes the next one: two at once would lose a step. */
const COUNTER = `
import { readFileSync, writeFileSync } from 'node:fs';
import { takeLock } from ${JSON.stringify(LOCK_MODULE)};
const release = takeLock('lock');
const next = Number(readFileSync('number', 'utf8')) + 1;
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
writeFileSync('number', String(next));
release();
`;

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'opora-lock-'));
  lock = path.join(folder, 'lock');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('processes that want one lock at once, over the lock of a killed one, go one after the other', async () => {
  writeFileSync(path.join(folder, 'number'), '0');
  writeFileSync(lock, '4194305 7');
  const ended = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', COUNTER], { cwd: folder });
      return (await once(child, 'exit'))[0] as number | null;
    }),
  );
  expect(ended).toEqual([0, 0, 0, 0, 0, 0]);
  expect(readFileSync(path.join(folder, 'number'), 'utf8')).toBe('6');
  expect(readdirSync(folder)).toEqual(['number']);
});

test('a lock of an earlier process with the number of a living one is void', () => {
  writeFileSync(lock, `${process.pid} 1`);
  const release = takeLock(lock);
  expect(readFileSync(lock, 'utf8')).not.toBe(`${process.pid} 1`);
  release();
  expect(existsSync(lock)).toBe(false);
});
