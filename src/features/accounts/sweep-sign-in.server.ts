import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Services } from '#platform/services.ts';

const PAUSE_MS = 60 * 60 * 1000;
/** Longer than any limit on tries looks back. */
const TRIES_KEPT_MS = 24 * 60 * 60 * 1000;

type Sweeping = Pick<Services, 'database' | 'clock' | 'log'>;

/**
 * Removes what time has ended: sessions, one-time links and codes, counted tries.
 *
 * @returns how many records went
 */
export async function sweepSignIn({ database, clock }: Sweeping): Promise<number> {
  const now = clock.now();
  const { rows } = await sql<{ swept: number }>`
    with session as (delete from sign_in_session where expires_at < ${now} returning 1),
      verification as (delete from sign_in_verification where expires_at < ${now} returning 1),
      tried as (delete from sign_in_attempts where last_request < ${now.getTime() - TRIES_KEPT_MS} returning 1)
    select (select count(*) from session) + (select count(*) from verification) + (select count(*) from tried) as swept
  `.execute(database);
  return rows[0]?.swept ?? 0;
}

/** Sweeps at once and then every hour until stopped; two processes that sweep do each other no harm. */
export function keepSweepingSignIn(services: Sweeping): () => Promise<void> {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await sweepSignIn(services).catch((error: unknown) => {
        services.log.error({ error }, 'ended sessions could not be removed');
      });
      await pause(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stopping.abort();
    await running;
  };
}
