import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { Obstacle } from '#platform/obstacle.ts';

/** One step of the schema, forward only. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** Two processes that migrate at once do it one after the other: any number, the same for all. */
const LOCK = 7_276_001;

const OWN_TABLE =
  'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())';

/** The migrations of a folder, `NNNN_name.sql`, in their order. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z_]+\.sql$/u.test(file))
    .toSorted()
    .map((file) => {
      const sql = readFileSync(path.join(folder, file), 'utf8');
      return { name: file.replace(/\.sql$/u, ''), sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings the schema to the last migration, each in a transaction of its own, and returns the names of those applied now.
 *
 * @param client a connection as the owner of the database
 * @throws Obstacle when a landed migration was changed, or when the database is newer than this program
 */
export async function migrate(client: Client, migrations: readonly Migration[]): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await client.query(OWN_TABLE);
    const landed = await client.query<{ name: string; checksum: string }>('select name, checksum from migration');
    const known = new Map(landed.rows.map(({ name, checksum }) => [name, checksum]));
    refuseForeign(known, migrations);
    const waiting = migrations.filter(({ name }) => !known.has(name));
    for (const migration of waiting) await apply(client, migration);
    return waiting.map(({ name }) => name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

function refuseForeign(known: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const own = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of known) {
    if (!own.has(name)) throw new Obstacle('database-newer', name);
    if (own.get(name) !== checksum) throw new Obstacle('migration-changed', name);
  }
}

/** Lays the schema down in an empty database, in the transaction of the caller. */
export async function layDown(client: Client, migrations: readonly Migration[]): Promise<void> {
  await client.query(OWN_TABLE);
  for (const migration of migrations) await run(client, migration);
}

async function run(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query(sql);
  await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await run(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new Error(
      `the migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    );
  }
}
