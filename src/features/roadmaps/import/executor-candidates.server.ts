import { sql } from 'kysely';
import type { ExecutorCandidate } from '#domain/roadmaps/executor-key.ts';
import type { Reader } from '#platform/context/context.ts';

/**
 * Whom the words of an order of this place may mean: organisations of the place and of the places above it with their
 * names and aliases, and the groups that hold there. One statement, whatever the size of the region.
 *
 * @param path the place of the owner of the road map
 */
export async function executorCandidates(reader: Reader, path: string): Promise<ExecutorCandidate[]> {
  const { rows } = await sql<ExecutorCandidate>`
    with above as (
      select id, path, nlevel(${path}::ltree) - nlevel(path) as distance
      from organization where path @> ${path}::ltree
    )
    select o.id as "organizationId", null::integer as "groupId",
      array[o.short_name, o.official_name] || coalesce(
        (select array_agg(a.words) from organization_alias a join above t on t.id = a.territory_id
          where a.organization_id = o.id), '{}') as names,
      nlevel(${path}::ltree) - nlevel(near.path) as distance
    from organization o
    join lateral (
      select above.path from above where o.path <@ above.path order by nlevel(above.path) desc limit 1
    ) near on true
    where o.closed_on is null
      -- Beside the places above: their institutes and centres, not the schools of others.
      and (o.path <@ ${path}::ltree or o.path @> ${path}::ltree
        or (o.parent_id in (select id from above) and o.kind in ('authority', 'institute', 'centre', 'partner')))
    union all
    select null, g.id,
      array[g.title, g.short_title] || coalesce(
        (select array_agg(a.words) from executor_group_alias a join above t on t.id = a.territory_id
          where a.group_id = g.id), '{}'),
      above.distance
    from executor_group g join above on above.id = g.owner_id`.execute(reader);
  return rows;
}
