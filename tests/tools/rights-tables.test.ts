import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const guide = readFile(path.join(ROOT, 'docs/security.md'), 'utf8');

async function checkGuide(text: string) {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder.path, 'docs'));
  await writeFile(path.join(folder.path, 'docs/security.md'), text);
  const { status, stdout } = spawnSync(process.execPath, [path.join(ROOT, 'tools/write-rights.ts'), '--check'], {
    cwd: folder.path,
    encoding: 'utf8',
  });
  return { status, stdout };
}

test('the guide of security shows the rights that hold', async () => {
  expect(await checkGuide(await guide)).toEqual({ status: 0, stdout: '' });
});

test('one right more in the guide than in the rules is found', async () => {
  const more = (await guide).replace(/^(\| вести группы .*?)–/mu, '$1да');
  expect(more).not.toBe(await guide);
  const { status, stdout } = await checkGuide(more);
  expect(status).toBe(1);
  expect(stdout).toContain('run node tools/write-rights.ts');
});

test('two roles have the same rights only where one list says so', async () => {
  const rules = await readFile(path.join(ROOT, 'src/domain/access/roles.ts'), 'utf8');
  const lists = [...rules.matchAll(/\[([^\]]*)\]/gu)].map(([, list = '']) => list.replaceAll(/\s/gu, ''));
  const long = lists.filter((list) => list.split(',').length > 4);
  expect(new Set(long).size).toBe(long.length);
});
