import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Manifest } from '#features/installation/backup/manifest.ts';
import { MANIFEST_NAME } from '#features/installation/backup/manifest.ts';
import { storedFiles } from '#features/installation/backup/stored-files.ts';
import { openDatabase, withClient } from '#features/installation/open-database.server.ts';
import { tarEnd, tarHeader, tarPadding } from '#platform/archive/tar.ts';
import type { Config } from '#platform/config/config.ts';
import { copyTarget, listTables, readSequences } from '#platform/database/snapshot/tables.ts';
import { CLOSED, codeOf, NO_ROOM, Obstacle } from '#platform/obstacle.ts';

/** Rows of a table are written in parts of this size, so that memory stays bounded whatever the size of the table. */
const PART_BYTES = 8 * 1024 * 1024;
/** Level 6 costs twice the time of 3 for a few per cent. */
const COMPRESSION = 3;

export type Moments = {
  /** Called when the snapshot has been taken (its name is good for `set transaction snapshot`); later changes are not in it. */
  readonly onSnapshot?: (snapshot: string) => Promise<void>;
};

/**
 * Writes database and files into one archive (`.tar.gz`): all tables as of one moment, while others go on working. The
 * archive appears under its name when it is complete and on the disk.
 *
 * @throws Obstacle when the archive exists already or cannot be written
 */
export async function writeBackup(
  config: Pick<Config, 'databaseUrl' | 'dataFolder'>,
  version: string,
  archive: string,
  { onSnapshot }: Moments = {},
): Promise<Manifest> {
  const half = `${archive}.half`;
  const { address, close } = await openDatabase(config);
  try {
    await claim(archive);
    try {
      const manifest = await withClient(address, async (client) => {
        await client.query('begin isolation level repeatable read read only');
        const { at: madeAt, snapshot } = await takeSnapshot(client);
        await onSnapshot?.(snapshot);
        const writer = new ArchiveWriter(half, madeAt);
        const written = await writeAll(client, writer, config.dataFolder, version, madeAt);
        await client.query('commit');
        return written;
      });
      await rename(half, archive);
      await syncFolder(path.dirname(archive));
      return manifest;
    } catch (error) {
      await Promise.all([archive, half].map((file) => rm(file, { force: true })));
      // The database names its own full disk otherwise.
      throw NO_ROOM.has(codeOf(error)) ? new Obstacle('archive-disk-full', path.dirname(archive), error) : error;
    }
  } finally {
    await close();
  }
}

/** Takes the name of the archive before the work begins. */
async function claim(archive: string): Promise<void> {
  const folder = path.dirname(archive);
  try {
    await (await open(archive, 'wx', 0o600)).close();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') throw new Obstacle('archive-exists', archive, error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Obstacle('archive-folder-missing', folder, error);
    if (CLOSED.has(code)) throw new Obstacle('archive-closed', folder, error);
    if (NO_ROOM.has(code)) throw new Obstacle('archive-disk-full', folder, error);
    throw error;
  }
}

async function takeSnapshot(client: Client): Promise<{ readonly at: Date; readonly snapshot: string }> {
  const { rows } = await client.query<{ at: Date; snapshot: string }>(
    'select now() as at, pg_export_snapshot() as snapshot',
  );
  const [taken] = rows;
  if (!taken) throw new Error('no snapshot could be taken');
  return taken;
}

async function writeAll(
  client: Client,
  writer: ArchiveWriter,
  dataFolder: string,
  version: string,
  madeAt: Date,
): Promise<Manifest> {
  // A file is there before the row that names it: what the snapshot knows is in this list.
  const files = storedFiles(dataFolder);
  const migrations = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration order by name',
  );
  const tables: Manifest['tables'] = [];
  for (const table of await listTables(client)) {
    const rows = client.query(copyTo(`copy ${copyTarget(table)} to stdout`));
    let part = 0;
    for await (const bytes of inParts(rows)) await writer.add(`tables/${table.name}/${partName((part += 1))}`, bytes);
    tables.push({ ...table, columns: [...table.columns], rows: rows.rowCount });
  }
  for (const file of files) await writer.addFile(`files/${file}`, path.join(dataFolder, file));
  const manifest: Manifest = {
    format: 'opora-backup',
    formatVersion: 1,
    madeAt: madeAt.toISOString(),
    version,
    migrations: migrations.rows,
    tables,
    sequences: await readSequences(client),
    files: files.map((file) => ({ path: file })),
    parts: [...writer.parts],
  };
  await writer.finish(JSON.stringify(manifest, null, 1));
  return manifest;
}

const partName = (part: number) => `${String(part).padStart(6, '0')}.copy`;

async function* inParts(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of rows) {
    held.push(piece);
    size += piece.length;
    if (size < PART_BYTES) continue;
    yield Buffer.concat(held);
    [held, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(held);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Entries of the archive and their checksums. */
class ArchiveWriter {
  readonly parts: Manifest['parts'] = [];
  readonly #gzip = createGzip({ level: COMPRESSION });
  readonly #done: Promise<void>;
  readonly #at: Date;

  constructor(file: string, at: Date) {
    this.#at = at;
    // For its owner only: it holds the people and the secret of the installation.
    const target = createWriteStream(file, { mode: 0o600, flush: true });
    target.on('error', (error) => this.#gzip.destroy(error));
    // A full disk ends both; the one that was waited for tells of it.
    this.#gzip.on('error', () => undefined);
    this.#done = finished(this.#gzip.pipe(target));
    // Told by whoever awaits it next.
    this.#done.catch(() => undefined);
  }

  async add(name: string, content: Buffer): Promise<void> {
    this.parts.push({ name, size: content.length, sha256: createHash('sha256').update(content).digest('hex') });
    await this.#write(tarHeader(name, content.length, this.#at), content, tarPadding(content.length));
  }

  async addFile(name: string, file: string): Promise<void> {
    const { size } = await stat(file);
    const hash = createHash('sha256');
    await this.#write(tarHeader(name, size, this.#at));
    let read = 0;
    // A file that grows meanwhile is kept as long as it was.
    const content = size === 0 ? [] : (createReadStream(file, { end: size - 1 }) as AsyncIterable<Buffer>);
    for await (const piece of content) {
      hash.update(piece);
      read += piece.length;
      await this.#write(piece);
    }
    if (read !== size) throw new Error(`${file} became shorter while it was read`);
    await this.#write(tarPadding(size));
    this.parts.push({ name, size, sha256: hash.digest('hex') });
  }

  async finish(manifest: string): Promise<void> {
    const content = Buffer.from(manifest);
    await this.#write(
      tarHeader(MANIFEST_NAME, content.length, this.#at),
      content,
      tarPadding(content.length),
      tarEnd(),
    );
    this.#gzip.end();
    await this.#done;
  }

  async #write(...pieces: readonly Buffer[]): Promise<void> {
    for (const piece of pieces) {
      if (!this.#gzip.write(piece)) await Promise.race([once(this.#gzip, 'drain'), this.#done]);
    }
  }
}
