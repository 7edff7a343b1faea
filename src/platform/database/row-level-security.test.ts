import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { journal } from '#platform/context/context.ts';
import { done, refuse } from '#domain/outcome.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { actingAs, aRegion } from '#tests/support/database.ts';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';

let region: TestDatabase;
beforeAll(async () => {
  region = await aRegion();
});
afterAll(async () => {
  await region.database.destroy();
});

const { people, exemplars } = demonstrationRegion();
const emailOf = (role: keyof typeof exemplars) => people.find(({ key }) => key === exemplars[role])?.email ?? '';

test('a school coordinator sees the own school, and of other schools nothing', async () => {
  const ctx = await actingAs(region, emailOf('school-coordinator'));
  const schools = await ctx.read((reader) =>
    reader.selectFrom('organization').where('kind', '=', 'school').select(['id', 'path']).execute(),
  );
  expect(schools.map(({ path }) => path)).toEqual(ctx.actor?.roles.map(({ path }) => path));
});

test('a municipal coordinator changes nothing in another municipality, whatever the statement', async () => {
  const ctx = await actingAs(region, emailOf('municipal-coordinator'));
  const own = ctx.actor?.roles[0]?.path ?? '';
  const changed = await ctx.transaction(async (writer) => {
    await journal(writer, ctx.actor, { deed: 'organization.edited', path: own });
    const rows = await writer
      .updateTable('organization')
      .set({ head_name: 'Чужой Человек' })
      .where('kind', '=', 'school')
      .returning('path')
      .execute();
    return done(rows.map(({ path }) => path));
  });
  expect(changed.ok && changed.value.length).toBeGreaterThan(0);
  expect(changed.ok && changed.value.every((path) => path.startsWith(`${own}.`))).toBe(true);
});

test('a record cannot be moved into or made in a place of others', async () => {
  const ctx = await actingAs(region, emailOf('school-coordinator'));
  await expect(
    ctx.transaction(async (writer) => {
      await journal(writer, ctx.actor, { deed: 'organization.edited', path: null });
      await writer
        .insertInto('organization')
        .values({ parent_id: 1, kind: 'school', official_name: 'Чужая школа', short_name: 'Чужая', published: false })
        .execute();
      return done(null);
    }),
  ).rejects.toThrow(/row-level security/u);
});

test('nobody reads passwords and sessions with the rights of a request', async () => {
  const ctx = await actingAs(region, emailOf('administrator'));
  for (const table of ['sign_in_credential', 'sign_in_session', 'sign_in_second_factor'] as const)
    await expect(ctx.read((reader) => reader.selectFrom(table).selectAll().execute())).rejects.toThrow(
      /permission denied/u,
    );
});

test('a change outside a journalled deed is refused by the database', async () => {
  const ctx = await actingAs(region, emailOf('administrator'));
  await expect(
    ctx.transaction(async (writer) => {
      await writer.updateTable('organization').set({ head_name: 'Никто' }).where('id', '=', 1).execute();
      return done(null);
    }),
  ).rejects.toThrow(/outside a journalled deed/u);
});

test('the journal keeps what was and what became, and a refusal leaves no trace', async () => {
  const ctx = await actingAs(region, emailOf('administrator'));
  const rename = (outcome: 'keep' | 'refuse') =>
    ctx.transaction(async (writer) => {
      await journal(writer, ctx.actor, { deed: 'organization.edited', path: '1', basis: 'приказ № 5' });
      await writer.updateTable('organization').set({ site: 'novoselye.example' }).where('id', '=', 1).execute();
      return outcome === 'keep' ? done(null) : refuse({ code: 'forbidden' });
    });
  const entries = () =>
    ctx.read((reader) =>
      reader
        .selectFrom('journal_change')
        .innerJoin('journal_entry', 'journal_entry.id', 'journal_change.entry_id')
        .where('subject', '=', 'organization')
        .where('record_id', '=', '1')
        .select(['deed', 'basis', sql`was`.as('was'), sql`became`.as('became')])
        .execute(),
    );
  expect(await rename('refuse')).toEqual(refuse({ code: 'forbidden' }));
  expect(await entries()).toEqual([]);
  await rename('keep');
  expect(await entries()).toEqual([
    {
      deed: 'organization.edited',
      basis: 'приказ № 5',
      was: { site: null },
      became: { site: 'novoselye.example' },
    },
  ]);
});
