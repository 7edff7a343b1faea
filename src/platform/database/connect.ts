import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { SocketAddress } from '#platform/database/embedded/cluster.ts';
import type { DB } from '#platform/database/schema.generated.ts';

/** The query builder over a pool of connections, as the owner of the tables. */
export type Database = Kysely<DB> & { readonly pool: pg.Pool };

/** Where the database is: the socket of the embedded server, or the address of another one. */
export type DatabaseAddress = SocketAddress | { readonly url: string };

const WAIT_MS = 10_000;

// A day is a day everywhere, not a moment in some time zone; sums of whole numbers stay numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

/** How to connect, as the driver takes it. */
export function connectionOptions(address: DatabaseAddress): pg.ClientConfig {
  return 'url' in address ? { connectionString: address.url } : { ...address };
}

/** A pool of connections and the query builder over it; `destroy` of the builder closes the pool. */
export function connect(
  address: DatabaseAddress,
  connections: number,
  name = 'opora',
): { readonly database: Database; readonly pool: pg.Pool } {
  const pool = new pg.Pool({
    ...connectionOptions(address),
    max: connections,
    application_name: name,
    connectionTimeoutMillis: WAIT_MS,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So would one that breaks while it is lent out; its query fails and tells.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const builder = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { database: Object.assign(builder, { pool }), pool };
}
