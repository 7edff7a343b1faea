import { sql } from 'kysely';
import { placesFor } from '#domain/access/actor.ts';
import type { ListAddress } from '#features/organizations/list-address.ts';
import { searchPatterns } from '#features/organizations/search-words.ts';
import type { Context, Reader } from '#platform/context/context.ts';

/** The places of the actor, when they are not the whole region: then there is something to choose between. */
export function ownPlaces({ actor }: Context): string[] {
  const places = actor ? placesFor(actor, 'organization.read') : [];
  return places.some((place) => !place.includes('.')) ? [] : places;
}

/** The organisations that an address of the list asks for, of those that the person may see. */
export function filteredBy(reader: Reader, ctx: Context, address: ListAddress) {
  const today = ctx.clock.today();
  const { kind, within, type, locality, state, group } = address;
  let query = reader.selectFrom('organization');
  const patterns = searchPatterns(address.q).toSorted((one, other) => other.length - one.length);
  if (patterns.length > 0)
    query = query.where(
      sql<boolean>`organization.id in (select organizations_found(array[${sql.join(patterns)}]::text[]))`,
    );
  if (kind !== null) query = query.where('organization.kind', '=', kind);
  if (type !== null) query = query.where('organization.school_type', '=', type);
  if (locality !== null) query = query.where('organization.is_rural', '=', locality === 'rural');
  const own = address.reach === 'own' ? ownPlaces(ctx) : [];
  if (own.length > 0) query = query.where(sql<boolean>`organization.path <@ any (${`{${own.join(',')}}`}::ltree[])`);
  if (within !== null) query = query.where('organization.municipality_id', '=', within);
  if (group !== null) query = query.where(inGroup(group, today));
  if (state === 'any') return query;
  // Written so that the planner knows from its statistics how many are open: nearly all.
  return query.where(
    state === 'closed'
      ? sql<boolean>`organization.closed_on <= ${today}::date`
      : sql<boolean>`(organization.closed_on is null or organization.closed_on > ${today}::date)`,
  );
}

/** Whether an organisation belongs to a group on a day: as a listed member, or as a school where all of them do. */
export function inGroup(group: number, day: string) {
  return sql<boolean>`(organization.id in (
      select organization_id from executor_group_member
        where group_id = ${group} and member_from <= ${day}::date
          and (member_until is null or member_until >= ${day}::date)
    ) or organization.kind = 'school' and organization.path <@ (
      select path from executor_group where id = ${group} and holds_all_schools
    ))`;
}
