import { afterAll, beforeAll, expect, test } from 'vitest';
import { done, refuse } from '#domain/outcome.ts';
import { closeAccount } from '#features/accounts/people/keep-account.server.ts';
import { assignRole, endRole } from '#features/accounts/people/roles.server.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { actingAs, aRegion, TODAY } from '#tests/support/database.ts';

const LAST = refuse({ code: 'administrator.last' });
const ENDLESS = { role: 'administrator', place: '#1', from: TODAY, until: '', substitutes: '', basis: '' } as const;

let region: TestDatabase;
let own: { readonly assignment: number; readonly personId: string; readonly email: string };
let other: typeof own;
beforeAll(async () => {
  region = await aRegion();
  const administrators = await region.database
    .selectFrom('role_assignment as r')
    .innerJoin('person', 'person.id', 'r.person_id')
    .where('role', '=', 'administrator')
    .select(['r.id as assignment', 'person.id as personId', 'person.email'])
    .orderBy('r.id')
    .execute();
  const [first, second] = administrators;
  if (!first || !second || administrators.length > 2) throw new Error('the region has two administrators');
  [own, other] = [first, second];
});
afterAll(() => region.database.destroy());

const asOwn = () => actingAs(region, own.email);
const end = async (one: typeof own, lastDay: string) =>
  endRole(await asOwn(), one.personId, { assignment: one.assignment, lastDay, basis: '' });

test('one of two administrators may go; the last may not, neither today nor on a day to come', async () => {
  expect(await end(other, TODAY)).toEqual(done(null));
  for (const lastDay of [TODAY, '2030-12-31', '2000-01-01']) expect(await end(own, lastDay)).toEqual(LAST);
});

test('an administrator with a last day, or from a day to come, is nobody to leave the installation to', async () => {
  const ctx = await asOwn();
  await assignRole(ctx, other.personId, { ...ENDLESS, from: '2026-10-13', until: '2026-12-31' });
  await assignRole(ctx, other.personId, { ...ENDLESS, from: '2026-11-01' });
  expect(await end(own, TODAY)).toEqual(LAST);
});

test('the only lasting administrator keeps the account, too', async () => {
  // Acts for a day, so may close accounts of administrators, and could not open them the day after.
  await assignRole(await asOwn(), other.personId, { ...ENDLESS, until: TODAY });
  expect(await closeAccount(await actingAs(region, other.email), own.personId, '')).toEqual(LAST);
});

test('the database refuses it whoever asks, at the end of the transaction', async () => {
  const isLast = { code: '23514', constraint: 'last_administrator' };
  const without = (sql: string) => asOwner(`select set_config('opora.journal_entry', '1', true)`, sql);
  await without(`update role_assignment set valid_from = '2020-01-01' where id = ${String(own.assignment)}`);
  await without(`delete from role_assignment where role = 'administrator' and id <> ${String(own.assignment)}`);
  await expect(without(`delete from role_assignment where role = 'administrator'`)).rejects.toMatchObject(isLast);
  await expect(
    without(`update role_assignment set valid_until = '2031-01-01' where role = 'administrator'`),
  ).rejects.toMatchObject(isLast);
  await expect(without(`update role_assignment set role = 'analyst'`)).rejects.toMatchObject(isLast);
  await expect(without(`update person set closed_at = now() where id = '${own.personId}'`)).rejects.toMatchObject(
    isLast,
  );
  // In one transaction the role is handed over.
  await without(`update role_assignment set person_id = '${other.personId}' where role = 'administrator'`);
});

test('of two who end each other at the same moment one stays', async () => {
  await asOwner(
    `select set_config('opora.journal_entry', '1', true)`,
    `insert into role_assignment (person_id, role, organization_id, valid_from)
      select id, 'administrator', 1, '2019-01-01' from person where email in ('${own.email}', '${other.email}')`,
    `delete from role_assignment where role = 'administrator' and valid_from > '2019-01-01'`,
  );
  const roles = await region.database
    .selectFrom('role_assignment')
    .where('role', '=', 'administrator')
    .select(['id as assignment', 'person_id as personId'])
    .execute();
  const [one, another] = [await asOwn(), await actingAs(region, other.email)];
  const outcomes = await Promise.all(
    roles.map(({ assignment, personId }) =>
      endRole(personId === own.personId ? another : one, personId, { assignment, lastDay: TODAY, basis: '' }),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes).toContainEqual(LAST);
});

/** As whoever may do anything with the tables. */
async function asOwner(...statements: string[]): Promise<void> {
  const client = await region.pool.connect();
  try {
    await client.query('begin');
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
