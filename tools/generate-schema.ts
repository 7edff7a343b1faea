/**
 * Writes `src/platform/database/schema.generated.ts`, the types of the tables, from a database made anew by the
 * migrations. With `--check` nothing is written: the status tells whether the file is up to date.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { generate, getDialect } from 'kysely-codegen';
import pg from 'pg';
import { format, resolveConfig } from 'prettier';
import { startCluster } from '#platform/database/embedded/cluster.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { connectionOptions } from '#platform/database/connect.ts';

const FILE = 'src/platform/database/schema.generated.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'opora-schema-'));
const cluster = await startCluster(folder);
try {
  const address = { ...cluster.address, database: 'postgres' };
  const client = new pg.Client(connectionOptions(address));
  await client.connect();
  await migrate(client, readMigrations('migrations'));
  await client.end();
  const database = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool(connectionOptions(address)) }),
  });
  const written = await generate({
    db: database,
    dialect: getDialect('postgres', { dateParser: 'string', numericParser: 'number' }),
    excludePattern: '(migration|pg_*)',
    typeMapping: { ltree: 'string', citext: 'string' },
  });
  await database.destroy();
  const text = await format(written, { ...(await resolveConfig(FILE)), parser: 'typescript' });
  if (!process.argv.includes('--check')) writeFileSync(FILE, text);
  else if (readFileSync(FILE, 'utf8') !== text) {
    console.log(`${FILE} is not what the migrations make: node tools/run.mjs tools/generate-schema.ts`);
    process.exitCode = 1;
  }
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
