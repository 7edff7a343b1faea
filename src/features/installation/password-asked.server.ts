import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';

/**
 * Queues the letter with a link to set a password. Of many requests in a row one is heard: nobody's mailbox is filled by
 * those who know the address. Runs as the owner, for a person who has not signed in.
 */
export async function queuePasswordLetter(database: Database, personId: string): Promise<void> {
  await sql`
    insert into letter_outbox (kind, person_id)
    select 'password', id from person
    where id = ${personId} and closed_at is null and not exists (
      select from letter_outbox l
      where l.person_id = person.id and l.kind = 'password' and l.queued_at > now() - interval '3 minutes'
    )`.execute(database);
}
