import { sql } from 'kysely';
import type { JournalledDeed } from '#domain/journal/deeds.ts';
import type { Database } from '#platform/database/connect.ts';

/** What people do with their own sign-in, as the journal of their card names it. */
export type SignInDeed = Extract<
  JournalledDeed,
  | 'password.set'
  | 'password.changed'
  | 'second-factor.set'
  | 'second-factor.removed'
  | 'recovery-codes.renewed'
  | 'sessions.ended'
>;

/**
 * Journals a deed of the sign-in library on the card of its person. It changes no record of ours, so the entry names the
 * record without what was and became; secrets never reach the journal.
 */
export async function journalSignIn(database: Database, personId: string, deed: SignInDeed): Promise<void> {
  await sql`
    with entry as (
      insert into journal_entry (deed, person_id, path) select ${deed}, id, path from person where id = ${personId}
      returning id, path
    )
    insert into journal_change (entry_id, subject, record_id, path)
    select id, 'person', ${personId}, path from entry`.execute(database);
}
