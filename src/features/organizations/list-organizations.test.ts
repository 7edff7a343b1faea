import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { filteredBy } from '#features/organizations/filter-organizations.server.ts';
import type { ListAddress } from '#features/organizations/list-address.ts';
import { listHref, readListAddress } from '#features/organizations/list-address.ts';
import { filterChoices, listOrganizations } from '#features/organizations/list-organizations.server.ts';
import type { Context } from '#platform/context/context.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { recordStatements } from '#tests/support/statements.ts';
import { actingAs, aRegion } from '#tests/support/database.ts';

let region: TestDatabase;
beforeAll(async () => {
  region = await aRegion();
});
afterAll(async () => {
  await region.database.destroy();
});

const { people, exemplars, organizations, groupMembers } = demonstrationRegion();
const as = (role: keyof typeof exemplars) =>
  actingAs(region, people.find(({ key }) => key === exemplars[role])?.email ?? '');
const address = (query: string): ListAddress => readListAddress(new URLSearchParams(query));
const namesOf = async (ctx: Context, query: string) =>
  (await listOrganizations(ctx, address(query))).rows.map(({ name }) => name);
const open = organizations.filter(({ closedOn }) => closedOn === null);

test('people of a municipality first see their own organisations, and all that is public a click away', async () => {
  const ctx = await as('municipal-coordinator');
  const own = await listOrganizations(ctx, address(''));
  const all = await listOrganizations(ctx, address('reach=all'));
  expect(new Set(own.rows.map(({ municipality }) => municipality ?? 'itself')).size).toBe(2);
  expect(all.total).toBeGreaterThan(own.total);
  expect((await filterChoices(ctx)).hasOwnPlace).toBe(true);
  expect((await filterChoices(await as('administrator'))).hasOwnPlace).toBe(false);
});

test('a school coordinator first sees one school', async () => {
  expect((await listOrganizations(await as('school-coordinator'), address(''))).total).toBe(1);
});

describe('search', () => {
  test('«СОШ №4» finds schools number 4, not 14 or 40', async () => {
    const found = await namesOf(await as('administrator'), 'q=СОШ №4');
    expect(found.length).toBeGreaterThan(1);
    expect(found[0]).toMatch(/СОШ № 4$/u);
    expect(found).toEqual(await namesOf(await as('administrator'), 'q=сош4'));
  });

  test('a code, an ИНН and a login each find their school', async () => {
    const ctx = await as('administrator');
    const school = open.find(({ kind, isBranch }) => kind === 'school' && !isBranch);
    for (const code of [school?.codes.school, school?.codes.inn, school?.codes.vprLogin, school?.codes.ogrn])
      expect(await namesOf(ctx, `q=${code ?? '?'}`)).toContain(school?.shortName);
  });

  test('a former name finds the present organisation', async () => {
    const renamed = open.find(({ formerNames }) => formerNames.length > 0);
    const sought = encodeURIComponent(renamed?.formerNames[0]?.name ?? '');
    expect(await namesOf(await as('administrator'), `q=${sought}`)).toContain(renamed?.shortName);
  });
});

test('filters narrow by kind of locality, type of school, state and group', async () => {
  const ctx = await as('administrator');
  const total = async (query: string) => (await listOrganizations(ctx, address(query))).total;
  const schools = open.filter(({ kind }) => kind === 'school');
  expect(await total('kind=school')).toBe(schools.length);
  expect(await total('locality=rural')).toBe(open.filter(({ place }) => place === 'rural').length);
  expect(await total('type=lyceum')).toBe(schools.filter(({ schoolType }) => schoolType === 'lyceum').length);
  expect(await total('state=any')).toBe(organizations.length);
  expect(await total('state=closed')).toBe(organizations.length - open.length);
  const { groups } = await filterChoices(ctx);
  const groupNamed = (name: string) => String(groups.find((group) => group.name === name)?.id);
  const onTheList = groupMembers.filter(({ groupKey, until }) => groupKey === 'low_results' && until === null);
  expect(await total(`group=${groupNamed('ШНОР')}`)).toBe(onTheList.length);
  expect(await total(`group=${groupNamed('Все ОО')}`)).toBe(schools.length);
});

test('an address keeps what differs from the bare list, and what it does not understand is left out', () => {
  const there = address('q=школа&kind=school&locality=rural&state=closed&reach=all&sort=-code&page=3');
  expect(readListAddress(new URL(listHref(there, { page: 3 }), 'http://o').searchParams)).toEqual(there);
  expect(listHref(address('kind=castle&page=-1&group=x'))).toBe('/organizations');
});

test('what a page of the list asks travels together: its rows, how many there are, two filters', async () => {
  const statements = recordStatements(region.pool);
  const ctx = await actingAs(region, people[0]?.email ?? '');
  statements();
  await Promise.all([listOrganizations(ctx, address('q=школа&kind=school')), filterChoices(ctx)]);
  // One more tells the database who asks.
  expect(statements()).toHaveLength(5);
});

test('place and order of the list are served by indexes', async () => {
  const ctx = await as('administrator');
  const plan = (query: string, order: string) =>
    ctx.read(async (reader) => {
      // What the planner would do with a million rows: it must have an index to take.
      const planning = sql`set local enable_seqscan = off`.execute(reader);
      const { sql: text, parameters } = filteredBy(reader, ctx, address(query))
        .select('organization.id')
        .orderBy(sql.raw(order))
        .limit(50)
        .compile();
      const explaining = reader.executeQuery<object>(CompiledQuery.raw(`explain ${text}`, [...parameters]));
      await planning;
      return JSON.stringify((await explaining).rows);
    });
  expect(await plan('within=2&state=any', 'organization.settlement')).toContain('organization_municipality');
  expect(await plan('q=школа&state=any', 'organization.settlement')).toContain('organization_pkey');
  expect(await plan('state=any', 'organization.short_name collate "ru-x-icu", organization.id')).toContain(
    'organization_name_order',
  );
});

test('words are looked up in an index, also below row-level security', async () => {
  const { rows } = await region.database.transaction().execute(async (owner) => {
    await sql`set local enable_seqscan = off`.execute(owner);
    return sql`explain select id from organization where search like '% гимназ%' and search like all ('{% гимназ%}')`.execute(
      owner,
    );
  });
  expect(JSON.stringify(rows)).toContain('organization_search');
});
