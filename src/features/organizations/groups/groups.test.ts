import { afterAll, beforeAll, expect, test } from 'vitest';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { done, refuse } from '#domain/outcome.ts';
import { addMembers, createGroup, endMembership } from '#features/organizations/groups/change-groups.server.ts';
import { getGroup, listGroups } from '#features/organizations/groups/groups.server.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { actingAs, aRegion, TODAY } from '#tests/support/database.ts';

let region: TestDatabase;
beforeAll(async () => {
  region = await aRegion();
});
afterAll(async () => {
  await region.database.destroy();
});

const { people, exemplars, organizations } = demonstrationRegion();
const as = (role: keyof typeof exemplars) =>
  actingAs(region, people.find(({ key }) => key === exemplars[role])?.email ?? '');
const today = { on: TODAY, page: 1 };

test('the groups of the region are known to everyone in it, with the members of one’s own places', async () => {
  const all = (await listGroups(await as('administrator'))).groups.find(({ holdsAllSchools }) => holdsAllSchools);
  const own = (await listGroups(await as('municipal-coordinator'))).groups.find(({ id }) => id === all?.id);
  expect(all?.members).toBe(
    organizations.filter(({ kind, closedOn }) => kind === 'school' && closedOn === null).length,
  );
  expect(own?.members).toBeGreaterThan(1);
  expect(own?.members).toBeLessThan(all?.members ?? 0);
});

test('a municipality makes a group, takes in schools by their codes and lets one go, by date', async () => {
  const ctx = await as('municipal-coordinator');
  const municipality = Number(ctx.actor?.roles[0]?.path.split('.').at(-1));
  const key = organizations[municipality - 1]?.key;
  const codes = organizations
    .filter(({ kind, municipalityKey, closedOn }) => kind === 'school' && municipalityKey === key && closedOn === null)
    .slice(0, 3)
    .flatMap(({ codes: { school } }) => school ?? []);
  const made = await createGroup(ctx, {
    ownerId: municipality,
    title: 'Пилотные школы',
    shortTitle: 'Пилот',
    all: undefined,
  });
  const id = made.ok ? made.value : 0;
  const entry = { from: '2026-09-01', basis: 'приказ № 8' };
  expect(await addMembers(ctx, id, { codes: [...codes, '0000000'], ...entry })).toEqual(
    refuse({ code: 'group.unknown-codes', codes: ['0000000'] }),
  );
  expect((await getGroup(ctx, id, today))?.total).toBe(0);
  expect(await addMembers(ctx, id, { codes, ...entry })).toEqual(done(id));
  expect(await addMembers(ctx, id, { codes, ...entry })).toEqual(done(id));
  const card = await getGroup(ctx, id, today);
  expect(card?.total).toBe(3);
  expect((await getGroup(ctx, id, { on: '2026-08-31', page: 1 }))?.total).toBe(0);
  const memberId = card?.members[0]?.memberId ?? 0;
  expect(await endMembership(ctx, id, { memberId, until: '2026-09-01', basis: 'ошибка' })).toEqual(
    refuse({ code: 'organization.unfit', field: 'until' }),
  );
  await endMembership(ctx, id, { memberId, until: '2026-10-01', basis: 'приказ № 11' });
  expect((await getGroup(ctx, id, today))?.total).toBe(2);
  expect((await getGroup(ctx, id, { on: '2026-10-01', page: 1 }))?.total).toBe(3);
});

test('a group of the region is not for a municipality to change, nor one’s own for a school', async () => {
  const ctx = await as('municipal-coordinator');
  const { groups } = await listGroups(ctx);
  expect(await addMembers(ctx, groups[0]?.id ?? 0, { codes: ['1'], from: TODAY, basis: 'x' })).toEqual(
    refuse({ code: 'forbidden' }),
  );
  expect((await listGroups(await as('school-coordinator'))).owners).toEqual([]);
});
