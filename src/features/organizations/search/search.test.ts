import { afterAll, beforeAll, expect, test } from 'vitest';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { isWithin } from '#domain/access/actor.ts';
import { searchEverywhere } from '#features/organizations/search/search-everywhere.server.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { actingAs, aRegion } from '#tests/support/database.ts';

let region: TestDatabase;
beforeAll(async () => {
  region = await aRegion();
});
afterAll(() => region.database.destroy());

const { people, exemplars } = demonstrationRegion();
const as = (role: keyof typeof exemplars) =>
  actingAs(region, people.find(({ key }) => key === exemplars[role])?.email ?? '');

test('one question finds organisations, people and groups, the first of each and how many there are', async () => {
  const ctx = await as('administrator');
  const found = await searchEverywhere(ctx, 'школы');
  expect(found?.organizations.first).toHaveLength(8);
  expect(found?.organizations.total).toBeGreaterThan(100);
  expect(found?.groups.total).toBeGreaterThan(0);
  const [somebody] = people;
  const named = await searchEverywhere(ctx, somebody?.surname ?? '');
  expect(named?.people?.first.map(({ name }) => name).join()).toContain(somebody?.surname);
});

test('who may not see people finds none, and nobody finds people or unpublished schools of others', async () => {
  const [surname = ''] = people.map((person) => person.surname);
  expect((await searchEverywhere(await as('analyst'), surname))?.people).toBeNull();
  const school = await as('school-coordinator');
  const own = school.actor?.roles[0]?.path ?? '';
  const found = await searchEverywhere(school, 'школа');
  const paths = await region.database
    .selectFrom('organization')
    .where('id', 'in', [0, ...(found?.organizations.first ?? []).map(({ id }) => id)])
    .select(['path', 'published'])
    .execute();
  expect(paths.filter(({ path, published }) => !published && !isWithin(path, own))).toEqual([]);
  const administrator = people.find(({ key }) => key === exemplars.administrator)?.email ?? '';
  expect((await searchEverywhere(school, administrator))?.people?.total).toBe(0);
  expect((await searchEverywhere(await as('administrator'), administrator))?.people?.total).toBe(1);
});

test('no words, or nothing but signs, ask nothing; signs of patterns are only signs', async () => {
  const ctx = await as('administrator');
  expect(await searchEverywhere(ctx, ' «» ')).toBeNull();
  expect(await searchEverywhere(ctx, 'нетакого%слова')).toMatchObject({
    organizations: { total: 0 },
    groups: { total: 0 },
    people: { total: 0 },
  });
});
