import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { serverProcess, serverState } from '#platform/database/embedded/server-state.ts';
import { buildPages } from '../../tools/build.mjs';
import { runOpora } from '../support/run-opora.ts';
import type { Started } from './started.ts';
import { asNobody, startDemonstration, startOpora } from './started.ts';

const PORTS = [3_781, 3_782] as const;

// Real servers start and stop again and again, also on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

let folder: string;
let data: string;
let running: Started[] = [];

beforeAll(() => {
  expect(buildPages(process.execPath, () => undefined)).toMatchObject({ ok: true });
});

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'opora-starts-'));
  chmodSync(folder, 0o755);
  data = path.join(folder, 'data');
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((one) => one.stop('SIGKILL')));
  const server = serverProcess(path.join(data, 'postgresql'));
  if (server !== null) process.kill(server, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

function demonstrationAt(port: number): Started {
  const started = startDemonstration({ OPORA_DATA: data, PORT: String(port) });
  running.push(started);
  return started;
}

const isReady = async (port: number) => (await fetch(`http://127.0.0.1:${port}/ready`)).status === 200;
const database = () => serverState(path.join(data, 'postgresql'));

test('two first starts at once share the database, load the region once, and the last to leave stops it', async () => {
  const both = PORTS.map(demonstrationAt);
  await Promise.all(both.map((one) => one.ready()));
  const [one, other] = both;
  expect(both.filter((each) => each.said().includes('Загружается демонстрационная область'))).toHaveLength(1);

  expect(await one?.stop()).toBe(0);
  expect(await isReady(PORTS[1])).toBe(true);
  const archive = path.join(folder, 'opora.tar.gz');
  const environment = { OPORA_DATA: data };
  const beside = await Promise.all([
    runOpora(['backup', archive], environment),
    runOpora(['doctor'], environment),
    runOpora(['migrate'], environment),
  ]);
  expect(beside.map(({ status, stderr }) => ({ status, stderr }))).toEqual(Array(3).fill({ status: 0, stderr: '' }));
  expect(await isReady(PORTS[1])).toBe(true);
  expect(database()).toBe('ready');

  expect(await other?.stop()).toBe(0);
  expect(database()).toBe('none');
});

test('a second start at the same port says that Opora runs there already, and leaves the first one alone', async () => {
  const first = demonstrationAt(PORTS[0]);
  await first.ready();
  const second = demonstrationAt(PORTS[0]);
  expect(await second.ended()).toBe(1);
  expect(second.said()).toBe(
    `opora: Опора на порту ${PORTS[0]} уже работает: откройте её; чтобы запустить ещё одну, задайте другой порт (PORT=3001).\n`,
  );
  expect(await isReady(PORTS[0])).toBe(true);
  expect(await first.stop()).toBe(0);
});

test('after kill -9 of everything, with a lock that names a living process of the same user, the start just works', async () => {
  // As a service runs: PostgreSQL asks whether the process of a lock lives, and sees that only of its own user.
  const { uid, gid } = asNobody;
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  const environment = { OPORA_DATA: data, PORT: String(PORTS[0]) };
  const killed = startOpora(['serve'], environment, asNobody);
  running.push(killed);
  await killed.ready();
  const server = serverProcess(path.join(data, 'postgresql')) ?? 0;
  await killed.stop('SIGKILL');
  process.kill(server, 'SIGKILL');
  await expect.poll(() => existsSync(`/proc/${server}/cwd`)).toBe(false);

  const stranger = startOpora(['worker'], { OPORA_DATA: path.join(folder, 'of-a-stranger') }, asNobody);
  running.push(stranger);
  await expect.poll(() => stranger.said(), { timeout: 60_000 }).toContain('Фоновая работа идёт');
  for (const lock of ['postgresql/postmaster.pid', 'socket/.s.PGSQL.5432.lock']) {
    const lines = readFileSync(path.join(data, lock), 'utf8').split('\n');
    writeFileSync(path.join(data, lock), [stranger.pid, ...lines.slice(1)].join('\n'));
  }
  const again = startOpora(['serve'], environment, asNobody);
  running.push(again);
  await again.ready();
  expect(await isReady(PORTS[0])).toBe(true);
  expect(await again.stop()).toBe(0);
  expect(await stranger.stop()).toBe(0);
});
