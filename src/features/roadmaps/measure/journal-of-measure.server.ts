import { sql } from 'kysely';
import { may } from '#domain/access/actor.ts';
import type { MeasureStory } from '#features/roadmaps/measure/measure-story.server.ts';
import type { Context } from '#platform/context/context.ts';

/** The newest entries that the page shows. */
const NEWEST = 30;

type Fields = Readonly<Record<string, unknown>> | null;

export type MeasureJournalLine = {
  readonly id: number;
  readonly at: string;
  readonly deed: string;
  readonly basis: string | null;
  /** null: somebody whom this person may not see, or Opora itself. */
  readonly author: string | null;
  readonly byPerson: boolean;
  readonly changes: readonly { readonly was: Fields; readonly became: Fields }[];
};

/** Who changed the wordings of a measure, newest first; for those who may not read the journal there is nothing. */
export function journalOfMeasure(ctx: Context, { roadmap, versions }: MeasureStory): Promise<MeasureJournalLine[]> {
  return ctx.read(async (reader) => {
    if (ctx.actor === null || !may(ctx.actor, 'journal.read', roadmap.path)) return [];
    const wordings = `{${versions.map(({ id }) => String(id)).join(',')}}`;
    const { rows } = await sql<Omit<MeasureJournalLine, 'at'> & { readonly at: Date }>`
      select e.id::int as id, e.at, e.deed, e.basis, p.full_name as author, e.person_id is not null as "byPerson",
        jsonb_agg(jsonb_build_object('was', c.was, 'became', c.became)) as changes
      from journal_change c
        join journal_entry e on e.id = c.entry_id
        left join person p on p.id = e.person_id
      where c.subject = 'measure_wording' and c.record_id = any (${wordings}::text[])
      group by e.id, p.full_name
      order by e.id desc
      limit ${NEWEST}`.execute(reader);
    return rows.map(({ at, ...line }) => ({ ...line, at: at.toISOString() }));
  });
}
