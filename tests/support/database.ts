import { mkdirSync, rmdirSync, chmodSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { loadDemonstrationRegion } from '#demo/load-region.ts';
import { scopesOf } from '#domain/access/actor.ts';
import { actorOf } from '#features/accounts/acting.server.ts';
import type { Clock, Context } from '#platform/context/context.ts';
import { clockIn, makeContext } from '#platform/context/context.ts';
import type { Database, DatabaseAddress } from '#platform/database/connect.ts';
import { connect, connectionOptions } from '#platform/database/connect.ts';
import type { SocketAddress } from '#platform/database/embedded/cluster.ts';
import { startCluster } from '#platform/database/embedded/cluster.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';

export type TestDatabase = { readonly database: Database; readonly pool: pg.Pool; readonly address: SocketAddress };

/** The day of all tests that have a region. */
export const TODAY = '2026-10-12';
export const clock: Clock = clockIn('Asia/Novosibirsk', () => new Date(`${TODAY}T05:00:00Z`));

const TEMPLATE = 'template_region';

let server: Promise<SocketAddress> | undefined;
let count = 0;

/** A database of its own with the demonstration region. */
export async function aRegion(): Promise<TestDatabase> {
  server ??= theServer();
  const address = { ...(await server), database: `t_${process.pid}_${String((count += 1))}` };
  await asOwner({ ...address, database: 'postgres' }, async (client) => {
    await client.query('select pg_advisory_lock(1)');
    await makeTemplate(client, address);
    await client.query(`create database ${address.database} template ${TEMPLATE}`);
    await client.query('select pg_advisory_unlock(1)');
  });
  return { ...connect(address, 4, 'opora-test'), address };
}

/** The context in which a person of the region acts. */
export async function actingAs({ database }: TestDatabase, email: string): Promise<Context> {
  const { id } = await database.selectFrom('person').where('email', '=', email).select('id').executeTakeFirstOrThrow();
  const actor = await actorOf(database, id, clock.today());
  return makeContext(database, actor, actor ? scopesOf(actor) : [], clock);
}

/** Made by the first file that asks; a half-made one of a killed run is made anew. */
async function makeTemplate(owner: pg.Client, address: SocketAddress): Promise<void> {
  const { rowCount } = await owner.query('select from pg_database where datname = $1', [TEMPLATE]);
  if (rowCount !== 0) return;
  const half = `${TEMPLATE}_half`;
  await owner.query(`drop database if exists ${half}`);
  await owner.query(`create database ${half}`);
  const own = { ...address, database: half };
  await asOwner(own, (client) => migrate(client, readMigrations('migrations')));
  const { database } = connect(own, 2, 'opora-test');
  await loadDemonstrationRegion(database);
  await database.destroy();
  await owner.query(`alter database ${half} rename to ${TEMPLATE}`);
}

/** The server of this run, started by whichever file asks first. */
async function theServer(): Promise<SocketAddress> {
  const running = process.env['OPORA_TEST_SOCKET'];
  if (running !== undefined) return { host: running, user: 'opora', database: 'postgres' };
  const folder = process.env['OPORA_TEST_SERVER'];
  if (folder === undefined) throw new Error('the set-up of the tests has not run');
  chmodSync(folder, 0o755);
  const lock = path.join(folder, 'starting');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      await pause(50);
    }
  }
  try {
    return (await startCluster(folder)).address;
  } finally {
    rmdirSync(lock);
  }
}

async function asOwner<T>(address: DatabaseAddress, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionOptions(address));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
