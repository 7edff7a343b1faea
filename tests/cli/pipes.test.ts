import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { pipeIntoOpora, runOpora } from '../support/run-opora.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ORDER = path.resolve(import.meta.dirname, '../fixtures/example/order.txt');
/** A pipe is given up after eight seconds; a busy machine needs more to start. */
const PATIENCE = 60_000;
const SILENT = 'За 8 секунд по каналу ничего не пришло: проверьте, пишет ли в него кто-нибудь, или укажите файл.';
const DEVICE = 'Это не обычный файл, а устройство или сокет: укажите файл документа.';

async function namedPipe(): Promise<string> {
  const folder = await temporaryFolder();
  const pipe = path.join(folder.path, 'канал');
  execFileSync('mkfifo', [pipe]);
  return pipe;
}

describe('standard input', () => {
  test.each(['-', '/dev/stdin'])('gives a plan when it is named %s', async (name) => {
    const { status, stdout, stderr } = await pipeIntoOpora(['parse', name], readFileSync(ORDER));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ file: 'stdin', measures: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] });
  });

  test('has the limit of size that files have', { timeout: PATIENCE }, async () => {
    const { status, stdout, stderr } = await pipeIntoOpora(['parse', '-'], Buffer.alloc(60 * 1024 * 1024, 'а'));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^opora: стандартный ввод: Файл слишком велик \(предел 50 МБ\)[^\n]*\n$/u);
  });

  test('may bring the dictionary', async () => {
    const { status, stderr } = await pipeIntoOpora(['check', ORDER, '--dictionary', '-'], '{ "territory": "" }');
    expect(status).toBe(2);
    expect(stderr).toContain('стандартный ввод: это не словарь территории');
  });

  test('that never says anything is given up', { timeout: PATIENCE }, async () => {
    expect(await pipeIntoOpora(['parse', '-'], null)).toEqual({
      status: 1,
      stdout: '',
      stderr: `opora: стандартный ввод: ${SILENT}\n`,
    });
  });
});

describe('a named pipe', () => {
  test('is read when something writes into it', async () => {
    const pipe = await namedPipe();
    const writer = spawn('cp', [ORDER, pipe]);
    onTestFinished(() => void writer.kill());
    const { status, stdout } = await runOpora(['parse', pipe]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ file: 'канал', order: { number: '17-од' } });
  });

  test('that nobody writes into is given up, as a document and as a dictionary', { timeout: PATIENCE }, async () => {
    const pipe = await namedPipe();
    const [document, dictionary] = await Promise.all([
      runOpora(['parse', pipe]),
      runOpora(['parse', ORDER, '--dictionary', pipe]),
    ]);
    expect(document).toEqual({ status: 1, stdout: '', stderr: `opora: ${pipe}: ${SILENT}\n` });
    expect(dictionary).toEqual({ status: 2, stdout: '', stderr: `opora: ${pipe}: ${SILENT}\n` });
  });
});

describe('what is no file is refused at once', () => {
  test.each(['/dev/zero', '/dev/null'])('%s', async (device) => {
    expect(await runOpora(['parse', device])).toEqual({
      status: 1,
      stdout: '',
      stderr: `opora: ${device}: ${DEVICE}\n`,
    });
    const { status, stderr } = await runOpora(['parse', ORDER, '--dictionary', device]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: `opora: ${device}: ${DEVICE}\n` });
  });

  test('a socket', async () => {
    const folder = await temporaryFolder();
    const socket = path.join(folder.path, 'socket');
    const server = createServer().listen(socket);
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    expect(await runOpora(['check', socket])).toMatchObject({ status: 1, stderr: `opora: ${socket}: ${DEVICE}\n` });
  });
});
