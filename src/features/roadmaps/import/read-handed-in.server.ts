import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { readOrderApart } from '#features/orders/read-order-apart.server.ts';
import type { ReadingAnswer } from '#features/orders/read-order-apart.server.ts';
import { executorCandidates } from '#features/roadmaps/import/executor-candidates.server.ts';
import { writeReading } from '#features/roadmaps/import/write-reading.server.ts';
import { journal } from '#platform/context/context.ts';
import { readKeptFile } from '#platform/files/file-store.ts';
import type { Services } from '#platform/services.ts';

type Reading = Pick<Services, 'config' | 'database' | 'log'>;
type Due = { id: number; roadmapId: number; path: string; sha256: string; name: string; tries: number };

/** A reading that has not ended after so long was cut off with its process. */
const LEASE_S = 120;
/** A file that ended the process twice is not tried a third time. */
const TRIES = 3;
const PAUSE_MS = 700;

/** Reads every order that was handed in and not read yet; tells how many were. */
export async function readHandedIn(services: Reading): Promise<number> {
  let count = 0;
  for (;;) {
    const due = await takeOne(services);
    if (!due) return count;
    await readOne(services, due);
    count += 1;
  }
}

/** Reads orders in the background until stopped; what is under way is waited for. */
export function keepReadingOrders(services: Reading): () => Promise<void> {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await readHandedIn(services).catch((error: unknown) => {
        services.log.error({ error }, 'orders could not be read');
      });
      await pause(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stopping.abort();
    await running;
  };
}

/** Takes a version by the time it was taken, so that no transaction stays open while a file is read. */
async function takeOne({ database }: Reading): Promise<Due | undefined> {
  const { rows } = await sql<Due>`
    with due as (
      select id from roadmap_version
      where state = 'reading' and (reading_since is null or reading_since < now() - make_interval(secs => ${LEASE_S}))
      order by reading_since nulls first, id limit 1 for update skip locked
    ), entry as (select set_config('opora.journal_entry', '0', true), set_config('opora.journal_records', 'off', true))
    update roadmap_version v set reading_since = now(), reading_tries = reading_tries + 1
    from due, entry, stored_file f
    where v.id = due.id and f.id = v.source_file_id
    returning v.id, v.roadmap_id as "roadmapId", v.path::text, f.sha256, f.name, v.reading_tries as tries`.execute(
    database,
  );
  return rows[0];
}

async function readOne(services: Reading, due: Due): Promise<void> {
  const answer: ReadingAnswer =
    due.tries > TRIES
      ? { ok: false, error: { code: 'too-complex', details: {} } }
      : await readOrderApart({
          bytes: await readKeptFile(services.config.dataFolder, due.sha256),
          fileName: due.name,
        });
  await services.database.transaction().execute(async (writer) => {
    const stillReading = await writer
      .selectFrom('roadmap_version')
      .where('id', '=', due.id)
      .where('state', '=', 'reading')
      .select('id')
      .forUpdate()
      .executeTakeFirst();
    // Withdrawn meanwhile: nobody waits for it.
    if (!stillReading) return;
    await journal(writer, null, {
      deed: answer.ok ? 'roadmap.order-read' : 'roadmap.order-unreadable',
      path: due.path,
      records: 'not-one-by-one',
    });
    const version = writer.updateTable('roadmap_version').where('id', '=', due.id);
    if (!answer.ok) {
      await version
        .set({ state: 'unreadable', reading_refused: JSON.stringify(answer.error), changed_at: sql`now()` })
        .execute();
      return;
    }
    const { plan } = answer;
    const candidates = await executorCandidates(writer, due.path);
    await writeReading(writer, { versionId: due.id, roadmapId: due.roadmapId }, answer, candidates);
    await version
      .set({
        state: 'draft',
        order_number: plan.order.number,
        order_date: plan.order.date,
        order_issuer: plan.order.issuer,
        order_signatory: plan.order.signatory,
        order_title: plan.order.title,
        surroundings: JSON.stringify({
          kind: plan.kind,
          territory: plan.territory,
          columns: plan.columns,
          abbreviations: plan.abbreviations,
          people: plan.people,
          goals: plan.goals,
          tasks: plan.tasks,
          schools: plan.schools,
          basis: plan.basis,
        }),
        changed_at: sql`now()`,
      })
      .execute();
    await writer
      .updateTable('roadmap')
      .where('id', '=', due.roadmapId)
      .set({
        ...(plan.order.title === null ? {} : { title: plan.order.title.slice(0, 1000) }),
        period_from: plan.period?.from ?? null,
        period_to: plan.period?.to ?? null,
      })
      .execute();
  });
}
