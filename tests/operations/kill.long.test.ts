import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { killWhileWriting } from '#bench/killing.ts';
import { buildPages } from '../../tools/build.mjs';

test('after five kills of server and database everything acknowledged is there', async () => {
  expect(buildPages(process.execPath, () => undefined)).toMatchObject({ ok: true });
  const folder = mkdtempSync(path.join(tmpdir(), 'opora-kill-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  let before = 0;
  for await (const round of killWhileWriting(5, { dataFolder: folder, port: 3_791 })) {
    expect(round).toMatchObject({ lost: 0, strange: 0 });
    expect(round.acknowledged).toBeGreaterThan(before);
    before = round.acknowledged;
  }
});
