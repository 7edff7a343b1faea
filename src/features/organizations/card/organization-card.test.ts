import { afterAll, beforeAll, expect, test } from 'vitest';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { journalOfOrganization } from '#features/organizations/card/journal-of-organization.server.ts';
import { getOrganizationCard } from '#features/organizations/card/organization-card.server.ts';
import { done } from '#domain/outcome.ts';
import { journal } from '#platform/context/context.ts';
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

const { people, exemplars, organizations } = demonstrationRegion();
const as = (role: keyof typeof exemplars) =>
  actingAs(region, people.find(({ key }) => key === exemplars[role])?.email ?? '');
/** Records are numbered in the order of the demonstration. */
const idOf = (key: string) => organizations.findIndex((each) => each.key === key) + 1;

test('a card tells names, codes, place, passport and groups of a school', async () => {
  const renamed = organizations.find(({ kind, formerNames }) => kind === 'school' && formerNames.length > 0);
  const card = await getOrganizationCard(await as('administrator'), idOf(renamed?.key ?? ''), 1);
  expect(card?.facts).toMatchObject({
    officialName: renamed?.name,
    ooCode: renamed?.codes.school,
    inn: renamed?.codes.inn,
    passport: renamed?.passport,
  });
  expect(card?.formerNames.map(({ officialName }) => officialName)).toEqual(
    renamed?.formerNames.map(({ name }) => name).toReversed(),
  );
  expect(card?.trail.map(({ id }) => id)).toContain(idOf(renamed?.municipalityKey ?? ''));
  expect(card?.passportFields.length).toBeGreaterThan(10);
  expect(card?.groups.map(({ title }) => title)).toContain('Все общеобразовательные организации');
});

test('a school of others is not there; its municipality is', async () => {
  const ctx = await as('school-coordinator');
  const own = Number(ctx.actor?.roles[0]?.path.split('.').at(-1));
  const other = organizations.findIndex(({ kind }, place) => kind === 'school' && place + 1 !== own) + 1;
  expect(await getOrganizationCard(ctx, other, 1)).toBeNull();
  expect(await getOrganizationCard(ctx, own, 1)).not.toBeNull();
  expect((await getOrganizationCard(ctx, idOf('zarechny'), 1))?.may).toEqual({
    edit: false,
    passport: false,
    people: false,
    journal: false,
  });
});

test('a school sees the groups of the region that it belongs to', async () => {
  const ctx = await as('school-coordinator');
  const own = Number(ctx.actor?.roles[0]?.path.split('.').at(-1));
  expect((await getOrganizationCard(ctx, own, 1))?.groups.length).toBeGreaterThan(0);
});

test('successor and merged ones point at each other', async () => {
  const ctx = await as('administrator');
  const merged = organizations.find(({ successorKey }) => successorKey !== null);
  const card = await getOrganizationCard(ctx, idOf(merged?.key ?? ''), 1);
  const successor = await getOrganizationCard(ctx, card?.successor?.id ?? 0, 1);
  expect(successor?.mergedFrom.map(({ id }) => id)).toContain(card?.facts.id);
});

test('what belongs to a municipality comes in pages', async () => {
  const ctx = await as('administrator');
  const first = await getOrganizationCard(ctx, 1, 1);
  const second = await getOrganizationCard(ctx, 1, 2);
  expect(first?.children.length).toBe(40);
  expect(first?.childrenInAll).toBe(organizations.filter(({ parentKey }) => parentKey === 'region').length);
  expect(second?.children.some(({ id }) => first?.children.some((child) => child.id === id))).toBe(false);
});

test('a card costs the same number of queries, however much stands on it', async () => {
  const statements = recordStatements(region.pool);
  const ctx = await actingAs(region, people[0]?.email ?? '');
  for (const key of ['region', 'zarechny', organizations.find(({ kind }) => kind === 'school')?.key ?? '']) {
    statements();
    await getOrganizationCard(ctx, idOf(key), 1);
    expect(statements().length).toBeLessThanOrEqual(11);
  }
});

test('the journal tells the coordinator of a school what the region did to it, and by whom', async () => {
  const admin = await as('administrator');
  const coordinator = await as('school-coordinator');
  const path = coordinator.actor?.roles[0]?.path ?? '';
  const id = Number(path.split('.').at(-1));
  await admin.transaction(async (writer) => {
    await journal(writer, admin.actor, { deed: 'organization.imported', path: '1', basis: 'письмо № 7' });
    await writer.updateTable('organization').set({ site: 'school.example' }).where('kind', '=', 'school').execute();
    return done(null);
  });
  const { lines } = await journalOfOrganization(coordinator, id);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ deed: 'organization.imported', basis: 'письмо № 7', author: admin.actor?.name });
  expect(lines[0]?.changes).toEqual([
    {
      entryId: expect.anything() as unknown,
      subject: 'organization',
      was: expect.anything() as unknown,
      became: { site: 'school.example' },
    },
  ]);
  expect(await journalOfOrganization(await as('curator'), id)).toEqual({ lines: [], names: {} });
});
