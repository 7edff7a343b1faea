import type { Pool } from 'pg';
import type { Config } from '#platform/config/config.ts';
import type { Clock } from '#platform/context/context.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Identity } from '#platform/identity/identity.ts';
import type { SessionTokens } from '#platform/identity/session-tokens.ts';
import type { Log } from '#platform/log/log.ts';
import type { Mailer } from '#platform/mail/mail.ts';

/** What a running Opora holds: made once at the start, handed to each door, which makes a Context of it per request. */
export type Services = {
  readonly config: Config;
  readonly database: Database;
  readonly pool: Pool;
  readonly identity: Identity;
  readonly sessionToken: SessionTokens;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly log: Log;
  readonly version: string;
};
