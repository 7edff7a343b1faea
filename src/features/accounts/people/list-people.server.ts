import { sql } from 'kysely';
import { placesFor } from '#domain/access/actor.ts';
import type { Role } from '#domain/access/roles.ts';
import type { PeopleAddress, PeopleSort } from '#features/accounts/people/list-address.ts';
import { PEOPLE_ON_PAGE } from '#features/accounts/people/list-address.ts';
import type { Context, Reader } from '#platform/context/context.ts';

/** One row of the list. */
export type PersonRow = {
  readonly id: string;
  readonly name: string;
  readonly position: string | null;
  readonly email: string;
  readonly organization: string | null;
  readonly roles: readonly { readonly role: Role; readonly place: string }[];
};

export type PeopleList = {
  readonly rows: readonly PersonRow[];
  readonly total: number;
  readonly municipalities: readonly { readonly id: number; readonly name: string }[];
  readonly mayInvite: boolean;
};

/** A page of the people of one's own places, and how many there are in all; null for those who may not read people. */
export async function listPeople(ctx: Context, address: PeopleAddress): Promise<PeopleList | null> {
  const { actor } = ctx;
  const places = actor ? placesFor(actor, 'person.read') : [];
  if (actor === null || places.length === 0) return null;
  return ctx.read(async (reader) => {
    const today = ctx.clock.today();
    const filtered = filteredBy(reader, address, places, today);
    const [page, municipalities] = await Promise.all([
      filtered
        .select(['person.id', 'full_name as name', 'position', 'person.email', 'o.short_name as organization'])
        .select(rolesOn(today).as('roles'))
        .select(sql<number>`count(*) over ()::int`.as('total'))
        .orderBy(ORDERS[address.sort])
        .orderBy('person.id')
        .limit(PEOPLE_ON_PAGE)
        .offset((address.page - 1) * PEOPLE_ON_PAGE)
        .execute(),
      reader
        .selectFrom('organization')
        .where('kind', '=', 'municipality')
        .where(within('path', places))
        .select(['id', 'short_name as name'])
        .orderBy(sql.raw('short_name collate "ru-x-icu"'))
        .execute(),
    ]);
    return {
      rows: page.map(({ total: _, ...row }) => row),
      total: page[0]?.total ?? 0,
      municipalities,
      mayInvite: placesFor(actor, 'person.invite').length > 0,
    };
  });
}

function filteredBy(
  reader: Reader,
  { q, role, within: place, state }: PeopleAddress,
  places: readonly string[],
  today: string,
) {
  let query = reader
    .selectFrom('person')
    .leftJoin('organization as o', 'o.id', 'person.organization_id')
    .where(within('person.path', places))
    .where(state === 'closed' ? sql<boolean>`closed_at is not null` : sql<boolean>`closed_at is null`);
  const patterns = patternsOf(q);
  if (patterns.length > 0)
    query = query.where(sql<boolean>`person.id in (select people_found(array[${sql.join(patterns)}]::text[]))`);
  if (role !== null)
    query = query.where(
      sql<boolean>`exists (select from role_assignment r where r.person_id = person.id and r.role = ${role}
        and r.valid_from <= ${today} and (r.valid_until is null or r.valid_until >= ${today}))`,
    );
  if (place !== null)
    query = query.where(sql<boolean>`person.path <@ (select path from organization where id = ${place})`);
  return state === 'invited' ? query.where(sql<boolean>`not opora_has_password(person.id)`) : query;
}

/** What the words of a search look like anywhere in a text, the longest first: it tells most. */
function patternsOf(words: string): string[] {
  const found = words.toLowerCase().match(/[\p{L}\p{N}@._-]+/gu) ?? [];
  return found
    .toSorted((one, other) => other.length - one.length)
    .map((word) => `%${word.replaceAll('_', String.raw`\_`)}%`);
}

function within(column: string, places: readonly string[]) {
  return sql<boolean>`${sql.ref(column)} <@ any (${`{${places.join(',')}}`}::ltree[])`;
}

/** The roles of the day, as far as their places are seen. */
function rolesOn(today: string) {
  return sql<PersonRow['roles']>`coalesce((
    select jsonb_agg(jsonb_build_object('role', r.role, 'place', at.short_name) order by r.id)
    from role_assignment r join organization at on at.id = r.organization_id
    where r.person_id = person.id and r.valid_from <= ${today} and (r.valid_until is null or r.valid_until >= ${today})
  ), '[]')`;
}

const ORDERS: Record<PeopleSort, ReturnType<typeof sql>> = {
  name: sql.raw('full_name collate "ru-x-icu" asc'),
  '-name': sql.raw('full_name collate "ru-x-icu" desc'),
  place: sql.raw('o.short_name collate "ru-x-icu" asc nulls last'),
  '-place': sql.raw('o.short_name collate "ru-x-icu" desc nulls last'),
};
