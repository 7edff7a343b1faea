import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { JournalledDeed } from '#domain/journal/deeds.ts';
import type { Result } from '#domain/outcome.ts';
import { readerAs } from '#platform/context/reading.ts';
import type { Database } from '#platform/database/connect.ts';
import type { DB } from '#platform/database/schema.generated.ts';

/** What a query needs: the tables, seen by the acting person. */
export type Reader = Kysely<DB>;

/** What a command writes with; everything is undone when its result is a refusal. */
export type Writer = Transaction<DB>;

/** What a change is journalled as: the deed (a key of messages), the place, and the basis that the person named. */
export type Journalled = {
  readonly deed: JournalledDeed;
  readonly path: string | null;
  readonly basis?: string | null;
  /** A bulk load is one entry: its records stand in the file that was loaded. */
  readonly records?: 'one-by-one' | 'not-one-by-one';
};

/**
 * Everything a command or a query may reach, made by a door (page, command line, job) and passed first. There is no
 * database but this one.
 */
export type Context = {
  readonly actor: Actor | null;
  readonly clock: Clock;
  /**
   * Runs a query as the acting person: row-level security leaves the places the person may see. Statements asked for side
   * by side (also by several queries of one request) travel together; each group is a transaction that can only read.
   */
  readonly read: <T>(work: (reader: Reader) => Promise<T>) => Promise<T>;
  /** Runs a command as the acting person, in one transaction; a refusal undoes everything. */
  readonly transaction: <T>(work: (writer: Writer) => Promise<Result<T>>) => Promise<Result<T>>;
};

export type Clock = {
  readonly now: () => Date;
  /** The day in the region's time zone, `2026-03-15`. */
  readonly today: () => string;
};

/** A clock of the region. */
export function clockIn(timeZone: string, now: () => Date = () => new Date()): Clock {
  // The Swedish calendar writes days as ISO 8601 does.
  const days = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return { now, today: () => days.format(now()) };
}

class Undone extends Error {}

/**
 * The context of one request, job or command.
 *
 * @param scopes places the actor may see, as `scopesOf` gives them
 */
export function makeContext(database: Database, actor: Actor | null, scopes: readonly string[], clock: Clock): Context {
  const asActor = async (transaction: Transaction<DB>) => {
    await sql`select set_config('role', 'opora_request', true),
      set_config('opora.scopes', ${`{${scopes.join(',')}}`}, true),
      set_config('opora.person', ${actor?.personId ?? ''}, true)`.execute(transaction);
  };
  const reader = readerAs(database, { personId: actor?.personId ?? '', scopes });
  return {
    actor,
    clock,
    read: (work) => work(reader),
    transaction: (work) => inTransaction(database, asActor, work),
  };
}

/**
 * Writes the entry of the journal to which the changes of this transaction belong, and gives its number. Call it before the
 * first change.
 */
export async function journal(
  writer: Writer,
  actor: Actor | null,
  { deed, path, basis, records }: Journalled,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`with entry as (
      insert into journal_entry (deed, person_id, basis, path)
      values (${deed}, ${actor?.personId ?? null}, ${basis ?? null}, ${path}::ltree) returning id
    ) select set_config('opora.journal_entry', id::text, true) as id,
      set_config('opora.journal_records', ${records === 'not-one-by-one' ? 'off' : ''}, true) from entry`.execute(
    writer,
  );
  return Number(rows[0]?.id);
}

async function inTransaction<T>(
  database: Database,
  begin: (transaction: Transaction<DB>) => Promise<void>,
  work: (writer: Writer) => Promise<Result<T>>,
): Promise<Result<T>> {
  let outcome: Result<T> | undefined;
  try {
    return await database.transaction().execute(async (transaction) => {
      await begin(transaction);
      outcome = await work(transaction);
      if (!outcome.ok) throw new Undone();
      return outcome;
    });
  } catch (error) {
    if (error instanceof Undone && outcome) return outcome;
    throw error;
  }
}
