/** What a role may see is said twice, in domain/access and in row-level security: here both are asked the same. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isWithin, may, scopesOf } from '#domain/access/actor.ts';
import { DEEDS, ROLES } from '#domain/access/roles.ts';
import { refuse } from '#domain/outcome.ts';
import type { Context } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';
import type { Person, Place } from '#tests/routes/people-and-places.ts';
import { everyPlace, personOfEachRole } from '#tests/routes/people-and-places.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { actingAs, aRegion } from '#tests/support/database.ts';

/** Tables that requests may read and that belong to no place. */
const OPEN_TABLES = new Set(['passport_field']);
/** Rows seen outside one's places: what is published, words and groups of the territories above, oneself. */
const SEEN_BEYOND: Readonly<Record<string, string>> = {
  organization: 'published',
  organization_alias: 'path @> any (opora_scopes())',
  executor_group: 'path @> any (opora_scopes())',
  executor_group_alias: 'path @> any (opora_scopes())',
  stored_file: 'published',
  roadmap: 'published',
  roadmap_version: 'published',
  roadmap_section: 'published',
  roadmap_indicator: 'published',
  measure: 'published',
  measure_wording: 'published',
  measure_executor: 'published',
  measure_target: 'published',
  person: 'id = opora_person()',
  journal_entry: 'person_id = opora_person()',
  role_assignment: 'person_id = opora_person()',
};

let region: TestDatabase;
let places: Place[];
let people: Person[];
beforeAll(async () => {
  region = await aRegion();
  places = await everyPlace(region.database);
  people = await personOfEachRole(region.database, places);
});
afterAll(() => region.database.destroy());

const personIn = (role: string) => {
  const person = people.find((candidate) => candidate.role === role);
  if (!person) throw new Error(role);
  return person;
};

test.each(ROLES)('%s: an organisation is visible in SQL exactly when it is in scope or published', async (role) => {
  const person = personIn(role);
  const ctx = await actingAs(region, person.email);
  const rows = await ctx.read((reader) => reader.selectFrom('organization').select('id').orderBy('id').execute());
  expect(rows.map(({ id }) => id)).toEqual(places.filter(person.sees).map(({ id }) => id));
});

test.each(ROLES)('%s: an organisation can be changed in SQL only where a deed could be allowed', async (role) => {
  const person = personIn(role);
  const ctx = await actingAs(region, person.email);
  const touched: string[] = [];
  await ctx.transaction(async (writer) => {
    await journal(writer, ctx.actor, { deed: 'organization.edited', path: person.own.path });
    const rows = await sql<{ path: string }>`update organization set version = version returning path`.execute(writer);
    touched.push(...rows.rows.map(({ path }) => path));
    return refuse({ code: 'forbidden' });
  });
  const inScope = places.filter(({ path }) => scopesOf(person.actor).some((scope) => isWithin(path, scope)));
  expect(touched.toSorted()).toEqual(inScope.map(({ path }) => path).toSorted());
  for (const place of places) {
    if (DEEDS.some((deed) => may(person.actor, deed, place.path))) expect(touched).toContain(place.path);
  }
});

test('every table that a request may read is locked by place, or is named as open', async () => {
  const { rows } = await sql<{ name: string; locked: boolean }>`
    select relname as name, relrowsecurity as locked from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace
      and has_table_privilege('opora_request', oid, 'select')`.execute(region.database);
  expect(rows.filter(({ name, locked }) => !locked && !OPEN_TABLES.has(name))).toEqual([]);
});

test.each(ROLES)('%s: no table shows a row from outside the places of the person', async (role) => {
  const ctx = await actingAs(region, personIn(role).email);
  for (const table of await tablesWithPlace())
    expect({ table, beyond: await countBeyond(ctx, table) }).toEqual({ table, beyond: 0 });
});

test('nobody in particular sees nothing but what is published', async () => {
  for (const table of await tablesWithPlace()) {
    const { rows } = await region.database.transaction().execute(async (transaction) => {
      await sql`select set_config('role', 'opora_request', true)`.execute(transaction);
      return sql<{ count: number }>`select count(*) from ${sql.table(table)}
        where not (${sql.raw(SEEN_BEYOND[table] === 'published' ? 'published' : 'false')})`.execute(transaction);
    });
    expect({ table, count: rows[0]?.count }).toEqual({ table, count: 0 });
  }
});

async function tablesWithPlace(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'path'
    where relkind = 'r' and relnamespace = 'public'::regnamespace
      and has_table_privilege('opora_request', pg_class.oid, 'select')
    order by 1`.execute(region.database);
  return rows.map(({ name }) => name);
}

async function countBeyond(ctx: Context, table: string): Promise<number> {
  const { rows } = await ctx.read((reader) =>
    sql<{ count: number }>`select count(*) from ${sql.table(table)}
      where not coalesce(path <@ any (opora_scopes()), false) and not (${sql.raw(SEEN_BEYOND[table] ?? 'false')})`.execute(
      reader,
    ),
  );
  return rows[0]?.count ?? -1;
}
