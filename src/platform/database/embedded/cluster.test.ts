import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cluster, SocketAddress } from '#platform/database/embedded/cluster.ts';
import { startCluster } from '#platform/database/embedded/cluster.ts';
import { serverProcess, serverState } from '#platform/database/embedded/server-state.ts';

let folder: string;
let data: string;
let cluster: Cluster;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'opora-cluster-'));
  chmodSync(folder, 0o755);
  data = path.join(folder, 'postgresql');
  // The first start makes the cluster; two at once must not make it twice.
  [cluster] = await Promise.all([startCluster(folder), startCluster(folder)]);
});

afterAll(async () => {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('two starts at once on one folder share the server', async () => {
  await cluster.stop();
  const [one, other] = await Promise.all([startCluster(folder), startCluster(folder)]);
  expect(one.address).toEqual(other.address);
  expect(await ask(one.address, 'select 1 as answer')).toEqual([{ answer: 1 }]);
});

test('a server killed in the midst of its work starts again with what it acknowledged', async () => {
  await ask(cluster.address, 'create table kept as select 42 as answer');
  process.kill(serverProcess(data) ?? 0, 'SIGKILL');
  await expect.poll(() => serverState(data)).toBe('none');
  cluster = await startCluster(folder);
  expect(await ask(cluster.address, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('a lock that names a living foreign process does not stop the start', async () => {
  const lock = path.join(data, 'postmaster.pid');
  const lines = readFileSync(lock, 'utf8').split('\n');
  await cluster.stop();
  writeFileSync(lock, [String(process.pid), ...lines.slice(1)].join('\n'));
  expect(serverState(data)).toBe('none');
  cluster = await startCluster(folder);
  expect(await ask(cluster.address, 'select 1 as answer')).toEqual([{ answer: 1 }]);
});

test('what was acknowledged is on the disk, checked by sums, and the log quotes no values', async () => {
  const [settings] = await ask(
    cluster.address,
    `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
      current_setting('synchronous_commit') as commit, current_setting('data_checksums') as sums`,
  );
  expect(settings).toEqual({ fsync: 'on', pages: 'on', commit: 'on', sums: 'on' });
  await ask(
    cluster.address,
    "create table once (email text primary key); insert into once values ('a.petrova@school.example')",
  );
  await expect(ask(cluster.address, "insert into once values ('a.petrova@school.example')")).rejects.toThrow(
    'duplicate',
  );
  const [{ file } = { file: '' }] = await ask(cluster.address, 'select pg_current_logfile() as file');
  const log = readFileSync(path.join(data, String(file)), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('petrova');
});

async function ask(address: SocketAddress, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ ...address, database: 'postgres' });
  await client.connect();
  try {
    const { rows } = (await client.query(sql)) as { rows: Record<string, unknown>[] };
    return rows;
  } finally {
    await client.end();
  }
}
