import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { openSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMAND, runOpora } from '../support/run-opora.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('help is given in Russian, and in English to whoever asks for it', async () => {
  const [russian, english] = await Promise.all([runOpora(['--help']), runOpora(['--help'], { OPORA_LOCALE: 'en' })]);
  expect(russian).toMatchObject({ status: 0, stderr: '' });
  expect(russian.stdout).toContain('opora parse ФАЙЛ…');
  expect(english.stdout).toContain('opora parse FILE…');
});

test('the version is the one of the package', async () => {
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } });
  expect(await runOpora(['--version'])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
});

test.each([
  [['parse'], 'команде parse нужен файл'],
  [['print'], 'нет такой команды: print'],
  [['parse', 'a.txt', '--xml'], 'нет такого ключа: --xml'],
])('wrong usage %j ends with 2 and says what is wrong', async (words, sentence) => {
  const { status, stdout, stderr } = await runOpora(words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr).toContain('opora --help');
});

test('the command works through a link from another folder', async () => {
  const folder = await temporaryFolder();
  const link = path.join(folder.path, 'opora');
  await symlink(COMMAND, link);
  expect(await runOpora(['--version'], {}, link)).toMatchObject({ status: 0, stderr: '' });
});

test('an output that is full ends with 1 and one line', async () => {
  const full = openSync('/dev/full', 'w');
  const child = spawn(COMMAND, ['--help'], {
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', full, 'pipe'],
  });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => (complaint += piece));
  const [status] = (await once(child, 'close')) as [number | null];
  expect(status).toBe(1);
  expect(complaint).toMatch(/^opora: Вывести результат не удалось \(ENOSPC\)[^\n]*\n$/u);
});

test('whoever stops reading the output early gets no complaint', async () => {
  const child = spawn(COMMAND, ['--help'], { env: { PATH: process.env['PATH'] ?? '' } });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [status] = (await once(child, 'close')) as [number | null];
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
