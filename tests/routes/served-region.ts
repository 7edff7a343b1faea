import path from 'node:path';
import { openInstallation } from '#features/installation/open.server.ts';
import { builtPages, servePages } from '#features/installation/pages.server.ts';
import { readHandedIn } from '#features/roadmaps/import/read-handed-in.server.ts';
import { readConfig } from '#platform/config/config.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { aRegion, clock } from '#tests/support/database.ts';
import { recordStatements } from '#tests/support/statements.ts';

export const ORIGIN = 'http://opora.example';
/** Visitors of the tests name their address themselves: none is taken for a flood. */
export const ADDRESS_HEADER = 'x-test-visitor';

export type ServedRegion = TestDatabase & {
  readonly port: number;
  /** Statements sent to the database since the last question. */
  readonly statements: () => readonly string[];
  /** Reads the orders that were handed in, as the background work does. */
  readonly readOrders: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/** The built pages over a copy of the demonstration region, in this process. */
export async function aServedRegion(): Promise<ServedRegion> {
  const root = path.resolve(import.meta.dirname, '../..');
  const region = await aRegion();
  const { host, user, database } = region.address;
  const read = readConfig(
    {
      ...{ PORT: '0', ORIGIN, ADDRESS_HEADER, LOG_LEVEL: 'error', DATABASE_CONNECTIONS: '4', OPORA_DEMO: 'no' },
      DATABASE_URL: `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`,
      OPORA_SECRET: 'a secret of tests that nobody has to keep',
    },
    { dataFolder: path.dirname(host), demonstration: false },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const installation = await openInstallation({ ...read.config, mode: 'demonstration' }, root, 'test');
  const statements = recordStatements(installation.pool);
  const server = await servePages({ ...installation, clock }, builtPages(root));
  return {
    ...region,
    port: server.port,
    statements,
    readOrders: () => readHandedIn(installation),
    close: async () => {
      await server.close();
      await installation.close();
      await region.database.destroy();
    },
  };
}
