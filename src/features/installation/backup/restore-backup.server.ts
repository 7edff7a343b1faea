import { mkdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Manifest } from '#features/installation/backup/manifest.ts';
import type { BackupFault } from '#features/installation/backup/read-backup.server.ts';
import { backupEntries, checkBackup } from '#features/installation/backup/read-backup.server.ts';
import { storedFiles } from '#features/installation/backup/stored-files.ts';
import { openDatabase, withClient } from '#features/installation/open-database.server.ts';
import type { Config } from '#platform/config/config.ts';
import type { Migration } from '#platform/database/migrate.ts';
import { layDown, migrate, readMigrations } from '#platform/database/migrate.ts';
import type { CopiedTable } from '#platform/database/snapshot/tables.ts';
import { copyTarget, listTables, writeSequences } from '#platform/database/snapshot/tables.ts';

/** Why a backup was not restored; nothing was changed. */
export type RestoreFault =
  | BackupFault
  /** `part`: what stands in the place already. */
  | { readonly code: 'database-not-empty' | 'folder-not-empty'; readonly part: string }
  /** `part`: the migration that this program does not know. */
  | { readonly code: 'newer-than-program'; readonly part: string };

export type Restored =
  | { readonly ok: true; readonly manifest: Manifest; readonly migrated: readonly string[] }
  | { readonly ok: false; readonly fault: RestoreFault };

/**
 * Restores a backup into an empty database and an empty data folder: the schema as the backup had it, all rows and files,
 * then what has been added to the schema since. Either everything arrives or nothing does.
 *
 * @param programFolder the folder of the program, which holds `migrations`
 */
export async function restoreBackup(
  archive: string,
  config: Pick<Config, 'databaseUrl' | 'dataFolder'>,
  programFolder: string,
): Promise<Restored> {
  const checked = await checkBackup(archive);
  if (!checked.ok) return checked;
  const { manifest } = checked;
  const own = readMigrations(path.join(programFolder, 'migrations'));
  const known = new Map(own.map((migration) => [migration.name, migration]));
  const foreign = manifest.migrations.find(({ name, checksum }) => known.get(name)?.checksum !== checksum);
  if (foreign) return { ok: false, fault: { code: 'newer-than-program', part: foreign.name } };
  const [file] = storedFiles(config.dataFolder);
  if (file !== undefined) return { ok: false, fault: { code: 'folder-not-empty', part: file } };

  const { address, close } = await openDatabase(config);
  try {
    return await withClient(address, async (client) => {
      const occupied = await firstTable(client);
      if (occupied !== null) return { ok: false, fault: { code: 'database-not-empty', part: occupied } };
      const schema = manifest.migrations.flatMap(({ name }) => known.get(name) ?? []);
      await loadAll(client, archive, manifest, schema, config.dataFolder);
      return { ok: true, manifest, migrated: await migrate(client, own) };
    });
  } finally {
    await close();
  }
}

async function firstTable(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1 limit 1`,
  );
  return rows[0]?.name ?? null;
}

async function loadAll(
  client: Client,
  archive: string,
  manifest: Manifest,
  schema: readonly Migration[],
  dataFolder: string,
): Promise<void> {
  const written: string[] = [];
  await client.query('begin');
  try {
    await layDown(client, schema);
    const tables = await listTables(client);
    const names = tables.map(({ name }) => pg.escapeIdentifier(name));
    // What a migration writes by itself is in the backup too, as it was then.
    await client.query(`truncate ${names.join(', ')}`);
    // Rows come as they were: nothing is journalled again, no path is computed anew.
    for (const name of names) await client.query(`alter table ${name} disable trigger user`);
    await loadEntries(client, archive, manifest, dataFolder, written);
    for (const name of names) await client.query(`alter table ${name} enable trigger user`);
    await writeSequences(client, manifest.sequences);
    await verifyCounts(client, manifest);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    for (const file of written) rmSync(file, { force: true });
    throw error;
  }
  await client.query('analyze');
}

async function loadEntries(
  client: Client,
  archive: string,
  manifest: Manifest,
  dataFolder: string,
  written: string[],
): Promise<void> {
  const tables = new Map(manifest.tables.map((table) => [table.name, table]));
  const files = new Set(manifest.files.map(({ path: file }) => file));
  const rows = new RowLoader(client);
  for await (const { name, content } of backupEntries(archive)) {
    const [, kind, rest = ''] = /^(tables|files)\/(.+)$/u.exec(name) ?? [];
    const table = kind === 'tables' ? tables.get(rest.slice(0, rest.indexOf('/'))) : undefined;
    if (table) for await (const piece of content) await rows.write(table, piece);
    else if (kind === 'files' && files.has(rest)) await writeFile(path.join(dataFolder, rest), content, written);
  }
  await rows.end();
}

/** The parts of a table go into one COPY, so that its rows may refer to each other. */
class RowLoader {
  readonly #client: Client;
  #table = '';
  #stream: ReturnType<typeof copyFrom> | null = null;

  constructor(client: Client) {
    this.#client = client;
  }

  async write(table: CopiedTable, piece: Buffer): Promise<void> {
    if (table.name !== this.#table) await this.end();
    this.#table = table.name;
    const stream = (this.#stream ??= this.#client.query(copyFrom(`copy ${copyTarget(table)} from stdin`)));
    await new Promise<void>((resolve, reject) => {
      stream.write(piece, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }

  async end(): Promise<void> {
    this.#stream?.end();
    if (this.#stream) await finished(this.#stream);
    this.#stream = null;
  }
}

async function writeFile(file: string, content: AsyncIterable<Buffer>, written: string[]): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  const handle = await open(file, 'wx', 0o600);
  written.push(file);
  try {
    for await (const piece of content) await handle.appendFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function verifyCounts(client: Client, { tables }: Manifest): Promise<void> {
  for (const { name, rows } of tables) {
    const counted = await client.query<{ count: number }>(`select count(*) as count from ${pg.escapeIdentifier(name)}`);
    if (counted.rows[0]?.count !== rows)
      throw new Error(`${name} has ${String(counted.rows[0]?.count)} rows instead of ${rows}`);
  }
}
