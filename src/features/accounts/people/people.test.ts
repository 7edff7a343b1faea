import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { refuse } from '#domain/outcome.ts';
import { invitePerson } from '#features/accounts/people/invite-person.server.ts';
import { closeAccount, openAccount, sendLinkAgain } from '#features/accounts/people/keep-account.server.ts';
import { readPeopleAddress } from '#features/accounts/people/list-address.ts';
import { listPeople } from '#features/accounts/people/list-people.server.ts';
import { getPersonCard } from '#features/accounts/people/person-card.server.ts';
import { assignRole, endRole } from '#features/accounts/people/roles.server.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { actingAs, aRegion, TODAY } from '#tests/support/database.ts';

let region: TestDatabase;
beforeAll(async () => {
  region = await aRegion();
});
afterAll(async () => {
  await region.database.destroy();
});

const { people, exemplars } = demonstrationRegion();
const emailOf = (role: keyof typeof exemplars) => people.find(({ key }) => key === exemplars[role])?.email ?? '';
const idOf = async (email: string) =>
  (await region.database.selectFrom('person').where('email', '=', email).select('id').executeTakeFirstOrThrow()).id;

/** A school of the municipality of the shown coordinator, by its code, or one of another municipality. */
async function aSchool(where: 'own' | 'other') {
  const { actor } = await actingAs(region, emailOf('municipal-coordinator'));
  const own = actor?.roles[0]?.path ?? '';
  const schools = await region.database
    .selectFrom('organization')
    .where('kind', '=', 'school')
    .where('closed_on', 'is', null)
    .select(['oo_code', 'path'])
    .orderBy('id')
    .execute();
  const found = schools.find(({ path }) => path.startsWith(`${own}.`) === (where === 'own'));
  return found?.oo_code ?? '';
}

const teacher = (email: string, organization: string) => ({
  name: 'Новикова Вера Ильинична',
  email,
  position: 'учитель',
  organization,
  role: 'school-coordinator' as const,
  place: '',
});

test('an invited person has a role and a letter under way, and the journal tells who invited', async () => {
  const ctx = await actingAs(region, emailOf('municipal-coordinator'));
  const invited = await invitePerson(ctx, teacher('novikova@novoselye.example', await aSchool('own')));
  expect(invited.ok).toBe(true);
  const card = await getPersonCard(ctx, invited.ok ? invited.value : '');
  expect(card?.roles).toMatchObject([{ role: 'school-coordinator', from: TODAY, until: null, mayEnd: true }]);
  expect(card?.hasPassword).toBe(false);
  expect(card?.journal).toMatchObject([{ deed: 'person.invited', author: ctx.actor?.name }]);
  expect(card?.journal?.[0]?.changes.map(({ subject }) => subject).toSorted()).toEqual(['person', 'role_assignment']);
  const letters = await region.database.selectFrom('letter_outbox').select(['kind', 'person_id']).execute();
  expect(letters).toEqual([{ kind: 'invitation', person_id: card?.id }]);
});

test('an address that is taken anywhere is not invited again, and nothing is left of the attempt', async () => {
  const ctx = await actingAs(region, emailOf('municipal-coordinator'));
  const count = () => region.database.selectFrom('journal_entry').select('id').execute();
  const before = (await count()).length;
  expect(await invitePerson(ctx, teacher(emailOf('administrator').toUpperCase(), await aSchool('own')))).toEqual(
    refuse({ code: 'already-there', field: 'email' }),
  );
  expect((await count()).length).toBe(before);
});

test('nobody invites into another municipality, or into a role wider than their own', async () => {
  const ctx = await actingAs(region, emailOf('municipal-coordinator'));
  const elsewhere = await invitePerson(ctx, teacher('a@novoselye.example', await aSchool('other')));
  expect(elsewhere).toMatchObject(refuse({ code: 'organization.unclear', candidates: [] }));
  const unfit = { ...teacher('b@novoselye.example', await aSchool('own')), role: 'administrator' as const };
  expect(await invitePerson(ctx, unfit)).toEqual(refuse({ code: 'role.unfit' }));
  const regional = await actingAs(region, emailOf('regional-coordinator'));
  const mighty = { ...teacher('c@novoselye.example', '#1'), role: 'administrator' as const };
  expect(await invitePerson(regional, mighty)).toEqual(refuse({ code: 'forbidden' }));
  const school = await actingAs(region, emailOf('school-coordinator'));
  const own = school.actor?.roles[0]?.path.split('.').at(-1) ?? '';
  expect(await invitePerson(school, teacher('d@novoselye.example', `#${own}`))).toEqual(refuse({ code: 'forbidden' }));
});

test('a role is given for a time in place of somebody, and ended with a last day', async () => {
  const ctx = await actingAs(region, emailOf('regional-coordinator'));
  const id = await idOf(emailOf('analyst'));
  const input = {
    role: 'municipal-coordinator' as const,
    place: `#${(await actingAs(region, emailOf('municipal-coordinator'))).actor?.roles[0]?.path.split('.').at(-1) ?? ''}`,
    from: '2026-11-01',
    until: '2026-11-30',
    substitutes: emailOf('municipal-coordinator'),
    basis: 'приказ № 17',
  };
  expect(await assignRole(ctx, id, input)).toMatchObject({ ok: true });
  expect(await assignRole(ctx, id, input)).toEqual(refuse({ code: 'already-there', field: 'role' }));
  const given = (await getPersonCard(ctx, id))?.roles.find(({ role }) => role === 'municipal-coordinator');
  expect(given).toMatchObject({ from: '2026-11-01', until: '2026-11-30', basis: 'приказ № 17' });
  expect(given?.substitutes).not.toBeNull();
  const ending = { assignment: given?.id ?? 0, basis: '' };
  expect(await endRole(ctx, id, { ...ending, lastDay: '2026-11-15' })).toMatchObject({ ok: true });
  // A role that would end before it begins is taken back, and the journal still tells of it.
  expect(await endRole(ctx, id, { ...ending, lastDay: TODAY })).toMatchObject({ ok: true });
  const card = await getPersonCard(ctx, id);
  expect(card?.roles.some(({ role }) => role === 'municipal-coordinator')).toBe(false);
  expect(card?.journal?.map(({ deed }) => deed).slice(0, 3)).toEqual(['role.ended', 'role.ended', 'role.assigned']);
});

test('a role that one could not give one cannot end', async () => {
  const ctx = await actingAs(region, emailOf('regional-coordinator'));
  const id = await idOf(emailOf('administrator'));
  const role = (await getPersonCard(ctx, id))?.roles.find((one) => one.role === 'administrator');
  expect(role?.mayEnd).toBe(false);
  expect(await endRole(ctx, id, { assignment: role?.id ?? 0, lastDay: TODAY, basis: '' })).toEqual(
    refuse({ code: 'forbidden' }),
  );
});

test('a closed account loses its sessions, and those above may open it again', async () => {
  const ctx = await actingAs(region, emailOf('municipal-coordinator'));
  const id = await idOf(emailOf('school-coordinator'));
  await region.database
    .insertInto('sign_in_session')
    .values({ person_id: id, token: 'a token', expires_at: new Date('2030-01-01') })
    .execute();
  expect(await closeAccount(ctx, id, 'уволена')).toMatchObject({ ok: true });
  expect(
    await region.database.selectFrom('sign_in_session').where('person_id', '=', id).select('id').execute(),
  ).toEqual([]);
  expect((await actingAs(region, emailOf('school-coordinator'))).actor).toBeNull();
  expect(await sendLinkAgain(ctx, id)).toEqual(refuse({ code: 'account.closed' }));
  expect(await openAccount(ctx, id, '')).toMatchObject({ ok: true });
  expect((await getPersonCard(ctx, id))?.journal?.slice(0, 2)).toMatchObject([
    { deed: 'account.opened', basis: null },
    { deed: 'account.closed', basis: 'уволена' },
  ]);
});

test('nobody closes their own account, or that of a person with a role beyond their places', async () => {
  const ctx = await actingAs(region, emailOf('municipal-coordinator'));
  expect(await closeAccount(ctx, ctx.actor?.personId ?? '', '')).toEqual(refuse({ code: 'forbidden' }));
  const regional = await actingAs(region, emailOf('administrator'));
  const id = await idOf(emailOf('school-coordinator'));
  await assignRole(regional, id, {
    role: 'analyst',
    place: '#1',
    from: TODAY,
    until: '',
    substitutes: '',
    basis: '',
  });
  expect(await closeAccount(ctx, id, '')).toEqual(refuse({ code: 'forbidden' }));
});

test('people of other places are not there: neither in the list nor as a card', async () => {
  const ctx = await actingAs(region, emailOf('municipal-coordinator'));
  const own = ctx.actor?.roles[0]?.path ?? '';
  const list = await listPeople(ctx, readPeopleAddress(new URLSearchParams()));
  const seen = await region.database
    .selectFrom('person')
    .where('id', 'in', list?.rows.map(({ id }) => id) ?? [])
    .select('path')
    .execute();
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.every(({ path }) => path === own || path.startsWith(`${own}.`))).toBe(true);
  expect(await getPersonCard(ctx, await idOf(emailOf('administrator')))).toBeNull();
  expect(
    await listPeople(await actingAs(region, emailOf('analyst')), readPeopleAddress(new URLSearchParams())),
  ).toBeNull();
});

test('the list is searched, filtered by role and sorted in the database', async () => {
  const ctx = await actingAs(region, emailOf('administrator'));
  const names = async (query: string) =>
    (await listPeople(ctx, readPeopleAddress(new URLSearchParams(query))))?.rows.map(({ name }) => name) ?? [];
  expect(await names('role=controlling-head')).not.toEqual([]);
  expect(await names('q=перелыгина')).toHaveLength(1);
  expect(await names('state=invited')).toEqual(['Новикова Вера Ильинична']);
  const sorted = await names('');
  expect(await names('sort=-name')).toEqual(sorted.toReversed());
});

test('people are found by words of their name, address, position and place of work, each from its own places', async () => {
  const ctx = await actingAs(region, emailOf('regional-coordinator'));
  const someone = await region.database
    .selectFrom('person')
    .where('email', '=', emailOf('school-coordinator'))
    .select(['email', 'full_name'])
    .executeTakeFirstOrThrow();
  const found = async (q: string) =>
    (await listPeople(ctx, readPeopleAddress(new URLSearchParams({ q }))))?.rows.map(({ email }) => email);
  const [surname = ''] = someone.full_name.split(' ');
  expect(await found(someone.email.toUpperCase())).toEqual([someone.email]);
  expect(await found(`${surname.slice(1)} ${someone.email.split('@')[1] ?? ''}`)).toContain(someone.email);
  expect(await found('_____')).toEqual([]);
  expect(await found(`${surname} нетакогослова`)).toEqual([]);
});

test('words of a search for people are looked up in indexes, also below row-level security', async () => {
  const { rows } = await region.database.transaction().execute(async (owner) => {
    // What the planner would do with many people: what is left to it here is an index that knows the words.
    await sql`select set_config(name, 'off', true) from unnest(array['enable_seqscan', 'enable_indexscan',
      'enable_indexonlyscan']) as name`.execute(owner);
    return sql`explain select id from person where person_words(full_name, email, position) like '%петров%'
      union select person.id from organization as work join person on person.organization_id = work.id
      where lower(work.short_name) like '%гимназ%'`.execute(owner);
  });
  expect(JSON.stringify(rows)).toContain('person_search');
  expect(JSON.stringify(rows)).toContain('organization_short_name_search');
});
