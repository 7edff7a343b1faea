import { sql } from 'kysely';
import { may } from '#domain/access/actor.ts';
import { mayHangBelow } from '#domain/organizations/tree.ts';
import type { Linked, OrganizationFacts } from '#features/organizations/card/organization-card.server.ts';
import type { Context, Reader } from '#platform/context/context.ts';

/** Schools of a place that may be offered as the head school of a branch. */
const MOST = 300;

/** Where the person may move an organisation to: open places of another kind, and schools of the own municipality. */
export async function readNewParents(ctx: Context, reader: Reader, facts: OrganizationFacts): Promise<Linked[]> {
  const { actor } = ctx;
  const above = facts.path.split('.').slice(0, -1).join('.');
  if (actor === null || facts.closedOn !== null || above === '' || !may(actor, 'organization.edit', above)) return [];
  const rows = await reader
    .selectFrom('organization')
    .where('closed_on', 'is', null)
    .where('id', '<>', facts.parentId)
    .where(sql<boolean>`not path <@ ${facts.path}::ltree`)
    .where((where) =>
      where.or([
        where('kind', 'in', ['region', 'municipality']),
        where.and([where('kind', '=', 'school'), where('municipality_id', '=', facts.municipalityId)]),
      ]),
    )
    .select(['id', 'path', 'kind', 'short_name as name'])
    .orderBy(sql`array_position(array['region', 'municipality', 'school'], kind)`)
    .orderBy(sql.raw('short_name collate "ru-x-icu"'))
    .limit(MOST)
    .execute();
  return rows
    .filter(({ kind, path }) => mayHangBelow(facts.kind, kind) && may(actor, 'organization.edit', path))
    .map(({ id, name }) => ({ id, name }));
}
