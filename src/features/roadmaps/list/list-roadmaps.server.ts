import { sql } from 'kysely';
import type { Level } from '#domain/orders/plan.ts';
import { placesFor } from '#domain/access/actor.ts';
import type { VersionState } from '#domain/roadmaps/states.ts';
import type { RoadmapListAddress } from '#features/roadmaps/list/list-address.ts';
import { PAGE_SIZE } from '#features/roadmaps/list/list-address.ts';
import type { Context, Reader } from '#platform/context/context.ts';

/** One row of the list. */
export type RoadmapRow = {
  readonly id: number;
  readonly title: string;
  readonly level: Level;
  readonly owner: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly endedOn: string | null;
  /** The version in force. */
  readonly approved: { readonly number: string; readonly date: string; readonly measures: number } | null;
  /** The version that is worked on, for those who may see it. */
  readonly open: { readonly state: VersionState; readonly measures: number; readonly doubtful: number } | null;
};

export type RoadmapList = { readonly rows: readonly RoadmapRow[]; readonly total: number };

/** A page of the road maps that the person may see: published ones, and those of the own place. */
export function listRoadmaps(ctx: Context, address: RoadmapListAddress): Promise<RoadmapList> {
  return ctx.read(async (reader) => {
    const filtered = filteredBy(reader, ctx, address);
    const rows = await filtered
      .innerJoin('organization as owner', 'owner.id', 'roadmap.owner_id')
      .select([
        'roadmap.id',
        'roadmap.title',
        sql<Level>`roadmap.level`.as('level'),
        'owner.short_name as owner',
        'roadmap.period_from as from',
        'roadmap.period_to as to',
        'roadmap.ended_on as endedOn',
        sql<RoadmapRow['approved']>`(
          select jsonb_build_object('number', order_number, 'date', order_date, 'measures',
            (select count(*) from measure_wording w where w.version_id = v.id and w.state <> 'dropped'))
          from roadmap_version v where v.roadmap_id = roadmap.id and state = 'approved' order by ordinal desc limit 1
        )`.as('approved'),
        sql<RoadmapRow['open']>`(
          select jsonb_build_object('state', state,
            'measures', (select count(*) from measure_wording w where w.version_id = v.id and w.state <> 'dropped'),
            'doubtful', (select count(*) from measure_wording w where w.version_id = v.id and w.state = 'doubtful'))
          from roadmap_version v where v.roadmap_id = roadmap.id and state not in ('approved', 'withdrawn') limit 1
        )`.as('open'),
        sql<number>`count(*) over ()::int`.as('total'),
      ])
      .orderBy(sql`roadmap.period_from desc nulls first`)
      .orderBy('roadmap.id', 'desc')
      .limit(PAGE_SIZE)
      .offset((address.page - 1) * PAGE_SIZE)
      .execute();
    const total =
      rows[0]?.total ??
      (address.page === 1
        ? 0
        : (await filtered.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total);
    return { rows: rows.map(({ total: _, ...row }) => row), total };
  });
}

function filteredBy(reader: Reader, ctx: Context, { q, level, within, year, standing }: RoadmapListAddress) {
  // Row-level security leaves the own place and what is published; of the own place those who read drafts see all.
  const drafts = ctx.actor ? placesFor(ctx.actor, 'roadmap.read') : [];
  let query = reader
    .selectFrom('roadmap')
    .where(sql<boolean>`(roadmap.published or roadmap.path <@ any (${`{${drafts.join(',')}}`}::ltree[]))`);
  if (q !== '') query = query.where('roadmap.title', 'ilike', `%${q.replace(/[\\%_]/gu, String.raw`\$&`)}%`);
  if (level !== null) query = query.where('roadmap.level', '=', level);
  if (within !== null)
    query = query.where(sql<boolean>`roadmap.path <@ (select path from organization where id = ${within})`);
  if (year !== null)
    query = query.where('roadmap.period_from', '<=', `${year}-12-31`).where('roadmap.period_to', '>=', `${year}-01-01`);
  const hasOpen = sql<boolean>`exists (
    select from roadmap_version where roadmap_id = roadmap.id and state not in ('approved', 'withdrawn'))`;
  const isEnded = sql<boolean>`(roadmap.ended_on is not null and roadmap.ended_on < ${ctx.clock.today()}::date)`;
  switch (standing) {
    case null:
      return query.where(sql<boolean>`(roadmap.published or ${hasOpen})`);
    case 'in-force':
      return query.where('roadmap.published', '=', true).where(sql<boolean>`not ${isEnded}`);
    case 'in-work':
      return query.where(hasOpen);
    case 'ended':
      return query.where(sql<boolean>`(${isEnded} or not (roadmap.published or ${hasOpen}))`);
    default:
      return standing satisfies never;
  }
}

/** Years for which there are road maps, the latest first, and the municipalities to choose from. */
export function roadmapListChoices(ctx: Context) {
  return ctx.read(async (reader) => {
    const municipalities = await reader
      .selectFrom('organization')
      .where('kind', '=', 'municipality')
      .select(['id', 'short_name as name'])
      .orderBy(sql.raw('short_name collate "ru-x-icu"'))
      .execute();
    const { rows: years } = await sql<{ year: number }>`
      select distinct generate_series(extract(year from period_from)::int, extract(year from period_to)::int) as year
      from roadmap where period_from is not null and period_to is not null order by year desc limit 30`.execute(reader);
    return { municipalities, years: years.map(({ year }) => year) };
  });
}
