import path from 'node:path';
import { APPLICATION, openDatabase, withClient } from '#features/installation/open-database.server.ts';
import { queuePasswordLetter } from '#features/installation/password-asked.server.ts';
import type { Config } from '#platform/config/config.ts';
import { clockIn } from '#platform/context/context.ts';
import type { DatabaseAddress } from '#platform/database/connect.ts';
import { connect } from '#platform/database/connect.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { makeIdentity } from '#platform/identity/identity.ts';
import { journalSignIn } from '#platform/identity/journal-sign-in.ts';
import { sessionTokens } from '#platform/identity/session-tokens.ts';
import { makeLog } from '#platform/log/log.ts';
import { makeMailer } from '#platform/mail/mail.ts';
import { keptSecret } from '#platform/secret.ts';
import type { Services } from '#platform/services.ts';

/** Steps of a start, for progress messages. */
export type OpeningStep = 'database' | 'migrations';

export type Installation = Services & {
  /** The address for tools that connect by themselves (backup, tests). */
  readonly address: DatabaseAddress;
  /** The folder of the embedded database, which may be another than asked for; null: a database of one's own. */
  readonly embeddedIn: string | null;
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
  const { address, embeddedIn, keepAlive, close } = await openDatabase(config);
  try {
    tell('migrations');
    const migrated = await withClient(address, (client) =>
      migrate(client, readMigrations(path.join(programFolder, 'migrations'))),
    );
    keepAlive();
    const services = makeServices(config, address, version);
    return {
      ...services,
      address,
      embeddedIn,
      migrated,
      close: async () => {
        services.mailer.close();
        await services.database.destroy();
        await close();
      },
    };
  } catch (error) {
    await close();
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
    sessionToken: sessionTokens(identity),
    mailer,
    clock: clockIn(config.timeZone),
    log: makeLog(config.logLevel),
    version,
  };
}
