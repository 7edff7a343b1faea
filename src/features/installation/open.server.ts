import path from 'node:path';
import pg from 'pg';
import { queuePasswordLetter } from '#features/installation/password-asked.server.ts';
import type { Config } from '#platform/config/config.ts';
import { clockIn } from '#platform/context/context.ts';
import type { DatabaseAddress } from '#platform/database/connect.ts';
import { connect, connectionOptions } from '#platform/database/connect.ts';
import type { Cluster } from '#platform/database/embedded/cluster.ts';
import { startCluster } from '#platform/database/embedded/cluster.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { makeIdentity } from '#platform/identity/identity.ts';
import { journalSignIn } from '#platform/identity/journal-sign-in.ts';
import { makeLog } from '#platform/log/log.ts';
import { makeMailer } from '#platform/mail/mail.ts';
import { keptSecret } from '#platform/secret.ts';
import type { Services } from '#platform/services.ts';

/** The name under which the server knows our connections. */
const APPLICATION = 'opora';

/** Steps of a start, for progress messages. */
export type OpeningStep = 'database' | 'migrations';

export type Installation = Services & {
  /** The address for tools that connect by themselves (backup, tests). */
  readonly address: DatabaseAddress;
  /** Migrations applied by this start. */
  readonly migrated: readonly string[];
  /** Lets go of everything; the embedded server ends with the last process that uses it. */
  readonly close: () => Promise<void>;
};

/**
 * Opens an installation: its database (the embedded one is started), the schema brought up to date, and everything a door
 * needs.
 *
 * @param programFolder the folder of the program, which holds `migrations`
 */
export async function openInstallation(
  config: Config,
  programFolder: string,
  version: string,
  tell: (step: OpeningStep) => void = () => undefined,
): Promise<Installation> {
  tell('database');
  const cluster = config.databaseUrl === null ? await startCluster(config.dataFolder) : null;
  try {
    const address = cluster === null ? { url: config.databaseUrl ?? '' } : cluster.address;
    if (cluster) await makeDatabase(cluster);
    tell('migrations');
    const migrated = await migrateAt(address, path.join(programFolder, 'migrations'));
    const services = makeServices(config, address, version);
    return {
      ...services,
      address,
      migrated,
      close: async () => {
        services.mailer.close();
        await services.database.destroy();
        if (cluster && !(await isUsedByOthers(cluster))) await cluster.stop();
      },
    };
  } catch (error) {
    if (cluster && !(await isUsedByOthers(cluster))) await cluster.stop();
    throw error;
  }
}

/** What a running Opora holds, over a database that is there already. */
export function makeServices(config: Config, address: DatabaseAddress, version: string): Services {
  const { database, pool } = connect(address, config.databaseConnections, APPLICATION);
  const mailer = makeMailer({
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    outbox: path.join(config.dataFolder, 'outbox'),
  });
  const identity = makeIdentity({
    pool,
    origin: config.origin,
    secret: config.secret ?? keptSecret(config.dataFolder),
    passwordAsked: (personId) => queuePasswordLetter(database, personId),
    passwordSet: (personId) => journalSignIn(database, personId, 'password.set'),
  });
  return {
    config,
    database,
    pool,
    identity,
    mailer,
    clock: clockIn(config.timeZone),
    log: makeLog(config.logLevel),
    version,
  };
}

async function makeDatabase({ address }: Cluster): Promise<void> {
  await withClient({ ...address, database: 'postgres' }, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [address.database]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(address.database)}`);
  }).catch((error: unknown) => {
    // Another process made it between the question and the answer.
    if (!(error instanceof pg.DatabaseError && (error.code === '42P04' || error.code === '23505'))) throw error;
  });
}

async function migrateAt(address: DatabaseAddress, folder: string): Promise<string[]> {
  return withClient(address, (client) => migrate(client, readMigrations(folder)));
}

/** Whether another Opora uses the embedded server: the last one to leave stops it. */
async function isUsedByOthers({ address }: Cluster): Promise<boolean> {
  const others = await withClient({ ...address, database: 'postgres' }, (client) =>
    client.query('select from pg_stat_activity where application_name = $1', [APPLICATION]),
  ).catch(() => null);
  return (others?.rowCount ?? 0) > 0;
}

async function withClient<T>(address: DatabaseAddress, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionOptions(address));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
