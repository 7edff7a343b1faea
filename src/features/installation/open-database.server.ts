import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from '#platform/config/config.ts';
import type { DatabaseAddress } from '#platform/database/connect.ts';
import { connectionOptions } from '#platform/database/connect.ts';
import type { Cluster } from '#platform/database/embedded/cluster.ts';
import { startCluster } from '#platform/database/embedded/cluster.ts';
import { codeOf } from '#platform/obstacle.ts';

/** The name under which the server knows our connections. */
export const APPLICATION = 'opora';

export type OpenDatabase = {
  readonly address: DatabaseAddress;
  /** The folder of the embedded database: another than asked for where its user cannot reach that one; null: none. */
  readonly embeddedIn: string | null;
  /** Brings the embedded server back when it dies while we use it; ends with `close`. */
  readonly keepAlive: () => void;
  /** The embedded server ends with the last process that uses it. */
  readonly close: () => Promise<void>;
};

const PATIENCE_MS = 20_000;
const PAUSE_MS = 200;
/** The server is starting, stopping or has just died. */
const PASSING = /^(?:57P0[1-3]|ECONN\w+|ENOENT|EPIPE)$/u;

/** Opens the database that the settings name; the embedded one is started and made when there is none. */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataFolder'>): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    const address = { url: config.databaseUrl };
    await withClient(address, (client) => client.query('select 1'));
    return { address, embeddedIn: null, keepAlive: () => undefined, close: () => Promise.resolve() };
  }
  // Others see by this connection that the server is used, from its start on.
  let first: pg.Client | undefined;
  const cluster = await startCluster(config.dataFolder, async (address) => {
    first = await patiently(() => connectTo({ ...address, database: 'postgres' }));
  });
  let hold: { readonly release: () => Promise<void> } | undefined;
  const close = async () => {
    await Promise.all([hold?.release(), first?.end().catch(() => undefined)]);
    await cluster.stop(() => isUsedByOthers(cluster));
  };
  try {
    await patiently(() => makeDatabase(cluster));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    address: cluster.address,
    embeddedIn: cluster.folder,
    keepAlive: () => {
      hold ??= holdServer(cluster);
    },
    close,
  };
}

/**
 * Keeps one connection, by which others see that the server is used (a pool lets go of idle ones), and starts the server
 * again when it breaks.
 */
function holdServer(cluster: Cluster): { readonly release: () => Promise<void> } {
  let connected: pg.Client | undefined;
  const released = new AbortController();
  const connectAndWait = async () => {
    await cluster.revive();
    const client = new pg.Client({ ...cluster.address, application_name: APPLICATION });
    const ended = new Promise((resolve) => client.once('end', resolve).on('error', resolve));
    await client.connect();
    connected = client;
    // A connection must not be closed before it is open: it is asked only now whether it is still wanted.
    if (released.signal.aborted) await client.end();
    await ended;
  };
  const holding = (async () => {
    while (!released.signal.aborted) {
      await connectAndWait().catch(() => pause(PAUSE_MS));
      connected = undefined;
    }
  })();
  return {
    release: async () => {
      released.abort();
      await connected?.end().catch(() => undefined);
      await holding;
    },
  };
}

async function connectTo(address: DatabaseAddress): Promise<pg.Client> {
  const client = new pg.Client({ ...connectionOptions(address), application_name: APPLICATION });
  // A connection that breaks is told by the query that used it.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** A connection for one piece of work. */
export async function withClient<T>(address: DatabaseAddress, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connectTo(address);
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
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

/** Whether another Opora uses the embedded server: the last one to leave stops it. */
async function isUsedByOthers({ address }: Cluster): Promise<boolean> {
  const others = await withClient({ ...address, database: 'postgres' }, (client) =>
    client.query('select from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()', [APPLICATION]),
  ).catch(() => null);
  return (others?.rowCount ?? 0) > 0;
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!PASSING.test(codeOf(error)) || performance.now() > deadline) throw error;
      await pause(PAUSE_MS);
    }
  }
}
