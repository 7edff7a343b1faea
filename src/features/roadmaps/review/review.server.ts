import { sql } from 'kysely';
import { may } from '#domain/access/actor.ts';
import type { MeasureField, Place } from '#domain/orders/plan.ts';
import { done } from '#domain/outcome.ts';
import type { Doubt } from '#domain/roadmaps/doubts.ts';
import type { LitBlock } from '#domain/roadmaps/lit-source.ts';
import { litSource } from '#domain/roadmaps/lit-source.ts';
import type { ShownBlock } from '#domain/roadmaps/shown-source.ts';
import type { RowState, VersionState } from '#domain/roadmaps/states.ts';
import type { Context, Reader } from '#platform/context/context.ts';

/** A row as the review lists it. */
export type ReviewRow = {
  readonly id: number;
  readonly number: string | null;
  readonly title: string;
  readonly deadlineText: string | null;
  readonly executors: readonly { readonly words: string; readonly name: string | null }[];
  readonly state: RowState;
  readonly dropReason: string | null;
  readonly version: number;
};

/** The row that is looked at, with all its fields. */
export type ReviewedRow = ReviewRow & {
  readonly result: string | null;
  readonly publication: string | null;
  readonly doubts: readonly Doubt[];
  readonly place: Place | null;
  /** Months of the deadline as Opora understood it. */
  readonly understood: { readonly kind: string; readonly from: string | null; readonly to: string | null };
  readonly targets: readonly { readonly words: string }[];
};

export type Review = {
  readonly roadmapId: number;
  readonly title: string;
  readonly state: VersionState;
  readonly sourceName: string | null;
  readonly counts: Readonly<Record<RowState, number>>;
  readonly rows: readonly ReviewRow[];
  readonly total: number;
  /** null: no row at all. */
  readonly current: ReviewedRow | null;
  readonly source: readonly LitBlock[];
  /** Others who looked at this review within the last minutes. */
  readonly present: readonly { readonly name: string; readonly seenAt: Date }[];
};

/** Rows on a page. */
export const ROWS_ON_A_PAGE = 50;
const PRESENT_FOR = '5 minutes';

/**
 * The version that is worked on, doubtful rows first; with the row that is looked at (`row`, else the first of the page)
 * and its place in the source. null: there is none that this person may edit.
 */
export async function reviewOf(
  ctx: Context,
  roadmapId: number,
  { row, page }: { readonly row: number | null; readonly page: number },
): Promise<Review | null> {
  const { actor } = ctx;
  if (!actor) return null;
  return ctx.read(async (reader) => {
    const version = await reader
      .selectFrom('roadmap_version as v')
      .innerJoin('roadmap as r', 'r.id', 'v.roadmap_id')
      .leftJoin('stored_file as f', 'f.id', 'v.source_file_id')
      .where('r.id', '=', roadmapId)
      .where('v.state', 'not in', ['approved', 'withdrawn', 'reading', 'unreadable'])
      .select(['v.id', 'v.path', sql<VersionState>`v.state`.as('state'), 'r.title', 'f.name as sourceName'])
      .executeTakeFirst();
    if (!version || !may(actor, 'roadmap.edit', version.path)) return null;
    const rows = await rowsOf(reader, version.id, page);
    const currentId = row ?? rows[0]?.id ?? null;
    const current = currentId === null ? null : await rowOf(reader, version.id, currentId);
    const counts = await countsOf(reader, version.id);
    return {
      roadmapId,
      title: version.title,
      state: version.state,
      sourceName: version.sourceName,
      counts,
      rows,
      total: Object.values(counts).reduce((sum, count) => sum + count, 0),
      current: current?.row ?? null,
      source: await sourceOf(reader, version.id, current?.source ?? {}),
      present: await presentAt(reader, version.id, actor.personId),
    };
  });
}

/** Tells the others that the person is at this review. */
export async function markPresence(ctx: Context, roadmapId: number): Promise<void> {
  await ctx.transaction(async (writer) => {
    await sql`insert into roadmap_presence (version_id, person_id)
      select id, ${ctx.actor?.personId ?? null}::uuid from roadmap_version
      where roadmap_id = ${roadmapId} and state not in ('approved', 'withdrawn')
      on conflict (version_id, person_id) do update set seen_at = now()`.execute(writer);
    return done(null);
  });
}

const EXECUTORS = sql<ReviewRow['executors']>`coalesce((
  select jsonb_agg(jsonb_build_object('words', e.words, 'name', coalesce(o.short_name, g.short_title)) order by e.place)
  from measure_executor e
    left join organization o on o.id = e.organization_id
    left join executor_group g on g.id = e.group_id
  where e.wording_id = w.id), '[]')`;

function rowsOf(reader: Reader, versionId: number, page: number): Promise<ReviewRow[]> {
  return reader
    .selectFrom('measure_wording as w')
    .where('w.version_id', '=', versionId)
    .select([
      'w.id',
      'w.number',
      'w.title',
      'w.deadline_text as deadlineText',
      EXECUTORS.as('executors'),
      sql<RowState>`w.state`.as('state'),
      'w.drop_reason as dropReason',
      'w.version',
    ])
    .orderBy(sql`w.state = 'doubtful'`, 'desc')
    .orderBy('w.place')
    .limit(ROWS_ON_A_PAGE)
    .offset((page - 1) * ROWS_ON_A_PAGE)
    .execute();
}

type Origin = { readonly source: Readonly<Partial<Record<MeasureField, Place>>> };

async function rowOf(reader: Reader, versionId: number, id: number) {
  const found = await reader
    .selectFrom('measure_wording as w')
    .where('w.version_id', '=', versionId)
    .where('w.id', '=', id)
    .select([
      'w.id',
      'w.number',
      'w.title',
      'w.deadline_text as deadlineText',
      EXECUTORS.as('executors'),
      sql<RowState>`w.state`.as('state'),
      'w.drop_reason as dropReason',
      'w.version',
      'w.result',
      'w.publication',
      sql<readonly Doubt[]>`w.doubts`.as('doubts'),
      sql<ReviewedRow['understood']>`w.deadline`.as('understood'),
      sql<Origin | null>`w.origin`.as('origin'),
      sql<ReviewedRow['targets']>`coalesce((
        select jsonb_agg(jsonb_build_object('words', t.words) order by t.place)
        from measure_target t where t.wording_id = w.id), '[]')`.as('targets'),
    ])
    .executeTakeFirst();
  if (!found) return null;
  const { origin, ...row } = found;
  const source = origin?.source ?? {};
  return { row: { ...row, place: source.title ?? Object.values(source)[0] ?? null }, source };
}

const NONE: Readonly<Record<RowState, number>> = {
  doubtful: 0,
  read: 0,
  confirmed: 0,
  corrected: 0,
  written: 0,
  dropped: 0,
};

async function countsOf(reader: Reader, versionId: number): Promise<Record<RowState, number>> {
  const rows = await reader
    .selectFrom('measure_wording')
    .where('version_id', '=', versionId)
    .select([sql<RowState>`state`.as('state'), sql<number>`count(*)::int`.as('count')])
    .groupBy('state')
    .execute();
  return { ...NONE, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

async function sourceOf(reader: Reader, versionId: number, places: Origin['source']): Promise<LitBlock[]> {
  const source = await reader
    .selectFrom('roadmap_source')
    .where('version_id', '=', versionId)
    .select(sql<readonly ShownBlock[]>`blocks`.as('blocks'))
    .executeTakeFirst();
  return source ? litSource(source.blocks, places) : [];
}

function presentAt(reader: Reader, versionId: number, myself: string) {
  return reader
    .selectFrom('roadmap_presence as p')
    .innerJoin('person', 'person.id', 'p.person_id')
    .where('p.version_id', '=', versionId)
    .where('p.person_id', '<>', myself)
    .where('p.seen_at', '>', sql<Date>`now() - ${PRESENT_FOR}::interval`)
    .select(['person.full_name as name', 'p.seen_at as seenAt'])
    .orderBy('p.seen_at', 'desc')
    .limit(10)
    .execute();
}
