import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openDatabase, withClient } from '#features/installation/open-database.server.ts';
import { buildPages } from '../../tools/build.mjs';
import { runOpora } from '../support/run-opora.ts';
import type { StartedAs } from './started.ts';
import { asNobody, mayBeOthers, startOpora } from './started.ts';

const PORT = 3_783;

// Real servers start and stop again and again, also on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

let folder: string;

beforeAll(() => {
  expect(buildPages(process.execPath, () => undefined)).toMatchObject({ ok: true });
  folder = mkdtempSync(path.join(tmpdir(), 'opora-obstacles-'));
  chmodSync(folder, 0o755);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the server, expects it to end with 1, and gives the last line it said. */
async function refused(environment: Readonly<Record<string, string>>, as: StartedAs = {}): Promise<string> {
  const started = startOpora(['serve'], { PORT: String(PORT), ...environment }, as);
  expect({ status: await started.ended(), said: started.said() }).toMatchObject({ status: 1 });
  return started.said().trimEnd().split('\n').at(-1) ?? '';
}

function foldersOf(...names: string[]): string[] {
  return names.map((name) => {
    const made = path.join(folder, name);
    mkdirSync(made);
    return made;
  });
}

test('a data folder that cannot be written stops the start with what to do', async () => {
  const [closed = ''] = foldersOf('closed');
  chmodSync(closed, 0o555);
  const data = path.join(closed, 'data');
  expect(await refused({ OPORA_DATA: data }, asNobody)).toBe(
    `opora: Папка данных закрыта для записи (${data}): откройте её пользователю, который запускает Опору, или задайте другую (OPORA_DATA=/папка).`,
  );
  expect(existsSync(data)).toBe(false);
});

test('a file in the place of the data folder is named, and no database is made anywhere else', async () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  expect(await refused({ OPORA_DATA: file })).toBe(
    `opora: ${file} — не папка: задайте папку данных (OPORA_DATA=/папка).`,
  );
});

test('a port that another program holds, and an address of another machine, are told before anything is made', async () => {
  const data = path.join(folder, 'unmade');
  const other = createServer((socket) => socket.resume());
  await new Promise<void>((resolve) => other.listen(PORT, '127.0.0.1', resolve));
  expect(await refused({ OPORA_DATA: data })).toBe(
    `opora: Порт ${PORT} занят: остановите программу, которая его занимает, или задайте другой (PORT=3001).`,
  );
  await new Promise((resolve) => other.close(resolve));
  expect(await refused({ OPORA_DATA: data, HOST: '192.0.2.1' })).toContain('На этой машине нет адреса 192.0.2.1');
  expect(existsSync(data)).toBe(false);
});

test('a database of another PostgreSQL is left as it is', async () => {
  const data = path.join(folder, 'newer');
  mkdirSync(path.join(data, 'postgresql'), { recursive: true });
  writeFileSync(path.join(data, 'postgresql', 'PG_VERSION'), '19\n');
  expect(await refused({ OPORA_DATA: data })).toContain('База в папке данных создана PostgreSQL 19');
  expect(readdirSync(path.join(data, 'postgresql'))).toEqual(['PG_VERSION']);
});

test('a database of a later Opora is left as it is, by every command', async () => {
  const data = path.join(folder, 'later');
  expect(await runOpora(['migrate'], { OPORA_DATA: data })).toMatchObject({ status: 0 });
  const { address, close } = await openDatabase({ databaseUrl: null, dataFolder: data });
  await withClient(address, (client) =>
    client.query("insert into migration (name, checksum) values ('9999_of_a_later_version', 'x')"),
  );
  await close();
  const sentence = 'База от более новой версии Опоры (миграция 9999_of_a_later_version)';
  expect(await refused({ OPORA_DATA: data })).toContain(sentence);
  for (const command of ['migrate', 'worker']) {
    const { status, stderr } = await runOpora([command], { OPORA_DATA: data });
    expect({ command, status, isTold: stderr.includes(sentence) }).toEqual({ command, status: 1, isTold: true });
  }
});

test('a database that does not answer is told with the setting to check', async () => {
  const environment = { DATABASE_URL: 'postgres://opora@127.0.0.1:9/opora', OPORA_DATA: path.join(folder, 'far') };
  expect(await refused(environment)).toBe(
    'opora: База данных не отвечает (ECONNREFUSED): проверьте DATABASE_URL и работает ли сервер.',
  );
  const examined = await runOpora(['doctor'], environment);
  expect(examined.status).toBe(1);
  expect(examined.stdout).toContain('✗ База данных отвечает — База данных не отвечает (ECONNREFUSED)');
});

test.skipIf(!mayBeOthers)(
  'root and the user of the service use one installation in turn (only root can try)',
  async () => {
    const { uid = 0, gid = 0 } = asNobody;
    const [data = ''] = foldersOf('of-the-service');
    chownSync(data, uid, gid);
    const environment = { OPORA_DATA: data, PORT: String(PORT) };
    const service = startOpora(['serve'], environment, asNobody);
    await service.ready();
    // An administrator looks from beside, and nothing changes its owner.
    expect(await runOpora(['doctor'], { OPORA_DATA: data })).toMatchObject({ status: 0 });
    expect((await fetch(`http://127.0.0.1:${PORT}/ready`)).status).toBe(200);
    expect(await service.stop()).toBe(0);
    expect(await runOpora(['migrate'], { OPORA_DATA: data })).toMatchObject({ status: 0 });
    for (const entry of readdirSync(data))
      expect({ entry, uid: statSync(path.join(data, entry)).uid }).toEqual({ entry, uid });

    const stranger = await refused({ OPORA_DATA: data }, { uid: uid - 1, gid: gid - 1 });
    expect(stranger).toContain('База в папке данных принадлежит другому пользователю');
  },
);

const canMount = mayBeOthers && spawnSync('unshare', ['--mount', 'true']).status === 0;

test.skipIf(!canMount)('a full disk stops the start and is told as such (needs a file system of its own)', async () => {
  const [tiny = ''] = foldersOf('tiny');
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=755', 'tmpfs', tiny]);
  try {
    expect(await refused({ OPORA_DATA: tiny })).toBe(
      `opora: На диске кончилось место (${tiny}): освободите его и запустите снова; подтверждённое сохранено.`,
    );
    // What the attempt had written is gone: the disk is as it was.
    expect(readdirSync(tiny)).toEqual(['socket']);
  } finally {
    execFileSync('umount', [tiny]);
  }
});

test('a backup that cannot be written says why and leaves nothing behind', async () => {
  const [kept = ''] = foldersOf('kept');
  const environment = { OPORA_DATA: path.join(folder, 'backed-up') };
  expect(await runOpora(['migrate'], environment)).toMatchObject({ status: 0 });
  const there = path.join(kept, 'there.tar.gz');
  writeFileSync(there, 'прежняя копия');
  expect(await runOpora(['backup', there], environment)).toEqual({
    status: 1,
    stdout: '',
    stderr: `opora: ${there} уже есть: копия не пишется поверх прежней, назовите новый файл.\n`,
  });
  expect(await runOpora(['backup', path.join(kept, 'nowhere', 'a.tar.gz')], environment)).toMatchObject({
    status: 1,
    stderr: `opora: Нет папки ${path.join(kept, 'nowhere')}: создайте её, а потом повторите.\n`,
  });
  expect(readdirSync(kept)).toEqual(['there.tar.gz']);
  if (!canMount) return;
  writeFileSync(path.join(environment.OPORA_DATA, 'large.pdf'), randomBytes(100_000));
  const [tiny = ''] = foldersOf('tiny-for-backups');
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', tiny]);
  try {
    expect(await runOpora(['backup', path.join(tiny, 'a.tar.gz')], environment)).toEqual({
      status: 1,
      stdout: '',
      stderr: `opora: Копия не поместилась: в ${tiny} кончилось место. Недописанное удалено; освободите место или назовите другую папку.\n`,
    });
    expect(readdirSync(tiny)).toEqual([]);
  } finally {
    execFileSync('umount', [tiny]);
  }
});
