import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { LetterKind } from '#features/accounts/letters/letters.ts';
import { passwordLetter } from '#features/accounts/letters/letters.ts';
import { makePasswordLink } from '#platform/identity/password-links.ts';
import type { Services } from '#platform/services.ts';

/** For how long a link may be used: an invitation waits for the end of holidays, a forgotten password does not. */
const LINK_DAYS: Readonly<Record<LetterKind, number>> = { invitation: 14, password: 1 };

/** Letters taken at a time; another process may take the next ones. */
const BATCH = 20;
const TRIES = 10;
const LONGEST_WAIT_S = 60 * 60;
const LEASE_S = 120;
const PAUSE_MS = 3_000;

type Sending = Pick<Services, 'config' | 'database' | 'identity' | 'mailer' | 'log'>;
type Due = { id: number; kind: LetterKind; attempts: number; personId: string; email: string; name: string };

/**
 * Sends what is due of the queue and tells how many letters went out. One that cannot be sent is tried again after 30 s,
 * then after twice as long each time, and given up after ten tries.
 */
export async function sendLetters(services: Sending): Promise<number> {
  let sent = 0;
  for (;;) {
    const batch = await takeBatch(services);
    if (batch.length === 0) return sent;
    const outcomes = await Promise.all(batch.map((letter) => sendOne(services, letter)));
    sent += outcomes.filter(Boolean).length;
  }
}

/** Sends letters in the background until stopped; what is under way is waited for. */
export function keepSendingLetters(services: Sending): () => Promise<void> {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await sendLetters(services).catch((error: unknown) => {
        services.log.error({ error }, 'letters could not be sent');
      });
      await pause(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stopping.abort();
    await running;
  };
}

/** Takes letters by putting off their next try, so that no transaction stays open while a mail server thinks. */
async function takeBatch({ database }: Sending): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as (
      select id from letter_outbox
      where sent_at is null and failed_at is null and next_try_at <= now()
      order by next_try_at, id limit ${BATCH} for update skip locked
    )
    update letter_outbox l
    set attempts = attempts + 1, next_try_at = now() + make_interval(secs => ${LEASE_S})
    from due, person p
    where l.id = due.id and p.id = l.person_id
    returning l.id, l.kind, l.attempts, p.id as "personId", p.email, p.full_name as name`.execute(database);
  return rows;
}

async function sendOne(services: Sending, letter: Due): Promise<boolean> {
  const { database, identity, mailer, config, log } = services;
  const mine = database.updateTable('letter_outbox').where('id', '=', letter.id);
  try {
    const isClosed = await database
      .selectFrom('person')
      .where('id', '=', letter.personId)
      .where('closed_at', 'is not', null)
      .select('id')
      .executeTakeFirst();
    if (isClosed) {
      await mine.set({ failed_at: sql`now()` }).execute();
      return false;
    }
    const token = await makePasswordLink(identity, letter.personId, LINK_DAYS[letter.kind]);
    await mailer.send(passwordLetter(letter.kind, config.origin, { ...letter, token }));
    await mine.set({ sent_at: sql`now()` }).execute();
    return true;
  } catch (error) {
    log.warn({ letter: letter.id, attempts: letter.attempts, error }, 'a letter could not be sent');
    const wait = Math.min(LONGEST_WAIT_S, 15 * 2 ** letter.attempts);
    await (
      letter.attempts >= TRIES
        ? mine.set({ failed_at: sql`now()` })
        : mine.set({ next_try_at: sql`now() + make_interval(secs => ${wait})` })
    ).execute();
    return false;
  }
}
