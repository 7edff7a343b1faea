import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemonstrationRegion } from '#demo/load-region.ts';
import { storedFiles } from '#features/installation/backup/stored-files.ts';
import { restoreBackup } from '#features/installation/backup/restore-backup.server.ts';
import { checkBackup } from '#features/installation/backup/read-backup.server.ts';
import { writeBackup } from '#features/installation/backup/write-backup.server.ts';
import { openDatabase, withClient } from '#features/installation/open-database.server.ts';
import type { Database, DatabaseAddress } from '#platform/database/connect.ts';
import { connect } from '#platform/database/connect.ts';
import { clockIn, journal, makeContext } from '#platform/context/context.ts';
import { serverUser } from '#platform/database/embedded/server-user.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { listTables } from '#platform/database/snapshot/tables.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

let folder: string;
let source: { databaseUrl: null; dataFolder: string };
let archive: string;
/** Tables as another snapshot of the same moment saw them. */
let snapshot: Readonly<Record<string, string>>;
let acknowledged = 0;
let atSnapshot = 0;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'opora-backup-'));
  chmodSync(folder, 0o755);
  source = { databaseUrl: null, dataFolder: path.join(folder, 'source') };
  archive = path.join(folder, 'opora.tar.gz');
  mkdirSync(path.join(source.dataFolder, 'files', '4f'), { recursive: true });
  writeFileSync(path.join(source.dataFolder, 'secret'), 'a'.repeat(64));
  writeFileSync(
    path.join(source.dataFolder, 'files', '4f', 'справка о работе куратора.pdf'),
    Buffer.alloc(3_000_000, 7),
  );
  writeFileSync(path.join(source.dataFolder, 'files', 'empty'), '');

  const { address, keepAlive, close } = await openDatabase(source);
  keepAlive();
  await withClient(address, (client) => migrate(client, readMigrations(path.join(ROOT, 'migrations'))));
  const { database } = connect(address, 6, 'opora-test');
  await loadDemonstrationRegion(database);
  const writers = writeOn(database);
  await writeBackup(source, '0.1.0', archive, {
    onSnapshot: async (name) => {
      atSnapshot = acknowledged;
      snapshot = await stateOf(address, name);
      while (acknowledged < atSnapshot + 20) await new Promise((resolve) => setTimeout(resolve, 10));
    },
  });
  await writers.stop();
  await database.destroy();
  await close();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a backup made under load and restored to an empty place has every table and file', async () => {
  const place = { databaseUrl: null, dataFolder: path.join(folder, 'restored') };
  const restored = await restoreBackup(archive, place, ROOT);
  expect(restored).toMatchObject({ ok: true, migrated: [] });
  const { address, close } = await openDatabase(place);
  try {
    await expectSnapshot(address);
    await expectWorking(address);
    expect(fileSums(place.dataFolder)).toEqual(fileSums(source.dataFolder));
  } finally {
    await close();
  }
});

test('the writers went on while the backup was made, and what came after its moment is not in it', async () => {
  const checked = await checkBackup(archive);
  const kept = checked.ok ? checked.manifest.tables.find(({ name }) => name === 'organization_alias')?.rows : undefined;
  const { address, close } = await openDatabase(source);
  const { rows } = await withClient(address, (client) =>
    client.query<{ count: number }>('select count(*) as count from organization_alias'),
  );
  await close();
  expect(rows[0]?.count).toBeGreaterThanOrEqual((kept ?? Infinity) + 20);
});

test('moving from the embedded database to another PostgreSQL is backup and restore', async () => {
  const { address: server, close } = await openDatabase({ databaseUrl: null, dataFolder: path.join(folder, 'other') });
  if ('url' in server) throw new Error('the embedded server was meant');
  await expectMoved({ host: server.host, user: server.user });
  await close();
});

const PROGRAMS_15 = '/usr/lib/postgresql/15/bin';

test.skipIf(!existsSync(path.join(PROGRAMS_15, 'initdb')))(
  'PostgreSQL 15 of Debian takes a backup of the embedded 18',
  async () => {
    const user = serverUser();
    const data = path.join(folder, 'fifteen');
    const sockets = path.join(folder, 'sockets');
    for (const made of [data, sockets]) execFileSync('install', ['-d', '-m', '700', made]);
    if (user) for (const made of [data, sockets]) chownSync(made, user.uid, user.gid);
    const program = (name: string, ...parameters: string[]) =>
      execFileSync(path.join(PROGRAMS_15, name), parameters, { ...(user ?? {}), cwd: '/', stdio: 'ignore' });
    program('initdb', `--pgdata=${data}`, '--username=opora', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8');
    program('pg_ctl', 'start', '--wait', `--pgdata=${data}`, `--options=-k ${sockets} -c listen_addresses=''`);
    try {
      await expectMoved({ host: sockets, user: 'opora' });
    } finally {
      program('pg_ctl', 'stop', '--wait', '--mode=fast', `--pgdata=${data}`);
    }
  },
);

test('nothing is restored over a database or files that are there', async () => {
  expect(await restoreBackup(archive, source, ROOT)).toMatchObject({ ok: false, fault: { code: 'folder-not-empty' } });
  const place = { databaseUrl: null, dataFolder: path.join(folder, 'occupied') };
  const { address, close } = await openDatabase(place);
  await withClient(address, (client) => client.query('create table kept_here (id integer)'));
  expect(await restoreBackup(archive, place, ROOT)).toEqual({
    ok: false,
    fault: { code: 'database-not-empty', part: 'kept_here' },
  });
  await close();
});

test('a damaged, cut or foreign archive is refused before anything is touched, wherever the damage is', async () => {
  const whole = readFileSync(archive);
  const place = { databaseUrl: null, dataFolder: path.join(folder, 'untouched') };
  const attempt = async (bytes: Buffer) => {
    const file = path.join(folder, 'spoilt.tar.gz');
    writeFileSync(file, bytes);
    const result = await restoreBackup(file, place, ROOT);
    return result.ok ? 'restored' : result.fault.code;
  };
  const flipped = Buffer.from(whole);
  flipped[Math.floor(whole.length / 2)] = (flipped[Math.floor(whole.length / 2)] ?? 0) ^ 0xff;
  expect(await attempt(flipped)).toBe('damaged');
  expect(await attempt(whole.subarray(0, whole.length - 5_000))).toBe('damaged');
  // The very end: the sum and the length that gzip keeps.
  expect(await attempt(whole.subarray(0, whole.length - 4))).toBe('damaged');
  expect(await attempt(Buffer.from('отчёт'))).toBe('not-a-backup');
  expect(await attempt(Buffer.alloc(0))).toBe('not-a-backup');

  // Damage that unpacks: one bit of each part of the archive, packed again.
  const tar = gunzipSync(whole);
  const regions = ['tables/organization/', 'tables/person/', 'files/secret', 'files/4f/', 'manifest.json'];
  for (const region of regions) {
    const header = tar.indexOf(region);
    expect(header).toBeGreaterThanOrEqual(0);
    for (const offset of [header, header + 130, header + 512 + 40]) {
      const spoilt = Buffer.from(tar);
      spoilt[offset] = (spoilt[offset] ?? 0) ^ 1;
      expect({ region, offset, told: await attempt(gzipSync(spoilt, { level: 1 })) }).toEqual({
        region,
        offset,
        told: expect.stringMatching(/^(?:damaged|not-a-backup)$/u) as string,
      });
    }
  }
  // A byte of a checksum in the list.
  const list = Buffer.from(tar);
  const sum = list.indexOf('"sha256": "') + '"sha256": "'.length;
  list[sum] = list[sum] === 0x30 ? 0x31 : 0x30;
  expect(await attempt(gzipSync(list, { level: 1 }))).toBe('damaged');
  expect(existsSync(place.dataFolder)).toBe(false);
});

test('a backup of an older version is restored with its data and brought up to date', async () => {
  const old = path.join(folder, 'old-program');
  const all = readMigrations(path.join(ROOT, 'migrations'));
  const last = all.at(-1)?.name ?? '';
  mkdirSync(path.join(old, 'migrations'), { recursive: true });
  for (const { name, sql: text } of all.slice(0, -1)) writeFileSync(path.join(old, 'migrations', `${name}.sql`), text);
  const before = { databaseUrl: null, dataFolder: path.join(folder, 'old') };
  const file = path.join(folder, 'old.tar.gz');
  const { address, close } = await openDatabase(before);
  await withClient(address, (client) => migrate(client, readMigrations(path.join(old, 'migrations'))));
  const { database } = connect(address, 2, 'opora-test');
  await database.transaction().execute(async (transaction) => {
    await journal(transaction, null, { deed: 'organization.created', path: '1' });
    await sql`insert into organization (kind, official_name, short_name, published)
      values ('region', 'Новосельская область', 'Новосельская область', true)`.execute(transaction);
  });
  await database.destroy();
  await close();
  await writeBackup(before, '0.0.9', file);

  const after = { databaseUrl: null, dataFolder: path.join(folder, 'up-to-date') };
  // The older program does not take what the newer one has made.
  expect(await restoreBackup(archive, after, old)).toEqual({
    ok: false,
    fault: { code: 'newer-than-program', part: last },
  });
  expect(existsSync(after.dataFolder)).toBe(false);
  expect(await restoreBackup(file, after, ROOT)).toMatchObject({ ok: true, migrated: [last] });
  const restored = await openDatabase(after);
  const { rows } = await withClient(restored.address, (client) => client.query('select short_name from organization'));
  await restored.close();
  expect(rows).toEqual([{ short_name: 'Новосельская область' }]);
});

test('only its owner reads the backup, nothing is written over an older one, and every system unpacks it', async () => {
  expect((statSync(archive).mode & 0o777).toString(8)).toBe('600');
  await expect(writeBackup(source, '0.1.0', archive)).rejects.toThrow('archive-exists');
  const names = execFileSync('tar', ['-tzf', archive], { encoding: 'utf8' });
  expect(names).toContain('tables/organization/000001.copy');
  expect(names.trimEnd().endsWith('manifest.json')).toBe(true);
});

/** Clients that change records in journalled deeds until they are stopped. */
function writeOn(database: Database): { readonly stop: () => Promise<void> } {
  let going = true;
  const clients = [1, 2, 3].map(async (client) => {
    for (let count = 1; going; count += 1) {
      await database.transaction().execute(async (transaction) => {
        await journal(transaction, null, { deed: 'organization.edited', path: '1' });
        await sql`insert into organization_alias (organization_id, territory_id, words)
          values (${(count % 900) + 1}, 1, ${`Слово ${client}-${count}`})`.execute(transaction);
      });
      acknowledged += 1;
    }
  });
  return {
    stop: async () => {
      going = false;
      await Promise.all(clients);
    },
  };
}

/** A sum over all rows of each table. */
async function stateOf(address: DatabaseAddress, snapshotName?: string): Promise<Record<string, string>> {
  return withClient(address, async (client) => {
    await client.query('begin isolation level repeatable read');
    if (snapshotName !== undefined) await client.query(`set transaction snapshot '${snapshotName}'`);
    const state: Record<string, string> = {};
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query<{ sum: string }>(
        `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as sum
         from ${pg.escapeIdentifier(name)} t`,
      );
      state[name] = rows[0]?.sum ?? '';
    }
    return state;
  });
}

async function expectSnapshot(address: DatabaseAddress): Promise<void> {
  expect(await stateOf(address)).toEqual(snapshot);
}

/** Triggers are on again, ids go on, and row-level security holds for requests of people. */
async function expectWorking(address: DatabaseAddress): Promise<void> {
  const { database } = connect(address, 2, 'opora-test');
  try {
    const school = {
      parent_id: 1,
      kind: 'school',
      official_name: 'Школа нового села',
      short_name: 'Новая',
      published: false,
    };
    await expect(database.insertInto('organization').values(school).execute()).rejects.toThrow(
      'outside a journalled deed',
    );
    const made = await database.transaction().execute(async (transaction) => {
      await journal(transaction, null, { deed: 'organization.created', path: '1' });
      return transaction.insertInto('organization').values(school).returning(['id', 'path']).executeTakeFirstOrThrow();
    });
    expect(made.path).toBe(`1.${made.id}`);
    const seen = await makeContext(database, null, [], clockIn('Europe/Moscow')).read((reader) =>
      reader.selectFrom('organization').where('id', '=', made.id).select('id').execute(),
    );
    expect(seen).toEqual([]);
  } finally {
    await database.destroy();
  }
}

function fileSums(dataFolder: string): Record<string, string> {
  return Object.fromEntries(
    storedFiles(dataFolder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(dataFolder, file)))
        .digest('hex'),
    ]),
  );
}

/** Restores into a database of another server that a plain user owns: offices give no superuser. */
async function expectMoved({ host, user }: { readonly host: string; readonly user: string }): Promise<void> {
  const server = { host, user, database: 'postgres' };
  await withClient(server, (client) => client.query('create role office login createrole'));
  await withClient(server, (client) => client.query('create database moved owner office'));
  const databaseUrl = `postgres://office@${encodeURIComponent(host)}/moved`;
  const place = { databaseUrl, dataFolder: path.join(folder, `files-of-${path.basename(host)}-${user}`) };
  expect(await restoreBackup(archive, place, ROOT)).toMatchObject({ ok: true });
  await expectSnapshot({ url: databaseUrl });
  await expectWorking({ url: databaseUrl });
  expect(fileSums(place.dataFolder)).toEqual(fileSums(source.dataFolder));
}
