import { afterAll, beforeAll, expect, test } from 'vitest';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { refuse } from '#domain/outcome.ts';
import { dryRun, inviteList, keepList } from '#features/accounts/invitations/invite-list.server.ts';
import { TEMPLATE_HEADS } from '#features/accounts/invitations/list-layout.ts';
import type { Context } from '#platform/context/context.ts';
import { sheetToCsv, sheetToXlsx } from '#platform/sheets/write-sheet.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { actingAs, aRegion } from '#tests/support/database.ts';

let region: TestDatabase;
beforeAll(async () => {
  region = await aRegion();
});
afterAll(async () => {
  await region.database.destroy();
});

const { people, exemplars } = demonstrationRegion();
const emailOf = (role: keyof typeof exemplars) => people.find(({ key }) => key === exemplars[role])?.email ?? '';

const sheetOf = (rows: readonly (readonly string[])[]) => ({
  name: 'Школы',
  columns: TEMPLATE_HEADS.map((title) => ({ title, width: 20 })),
  rows,
});

async function kept(ctx: Context, rows: readonly (readonly string[])[]): Promise<string> {
  const list = await keepList(ctx, await sheetToXlsx(sheetOf(rows)), 'школы.xlsx');
  return list.ok ? list.value : '';
}

async function openSchools(within: string): Promise<string[]> {
  const rows = await region.database
    .selectFrom('organization')
    .where('kind', '=', 'school')
    .where('closed_on', 'is', null)
    .select(['oo_code as code', 'path'])
    .orderBy('id')
    .execute();
  return rows.filter(({ path }) => path.startsWith(`${within}.`)).map(({ code }) => code ?? '');
}

const rowsFor = (schools: readonly string[]) =>
  schools.map((code, at) => [
    code,
    `Иванова Анна ${at}`,
    `school${at}@novoselye.example`,
    'директор',
    'координатор школы',
  ]);

test('all schools of a region are invited within seconds, and the same list once more changes nothing', async () => {
  const ctx = await actingAs(region, emailOf('regional-coordinator'));
  const rows = rowsFor((await openSchools('1')).slice(0, 900));
  expect(rows.length).toBeGreaterThan(800);
  const began = Date.now();
  const id = await kept(ctx, rows);
  expect((await dryRun(ctx, id))?.findings).toEqual([]);
  expect(await inviteList(ctx, id)).toMatchObject({
    ok: true,
    value: { invited: rows.length, assigned: 0, already: 0 },
  });
  expect(Date.now() - began).toBeLessThan(10_000);
  const letters = await region.database.selectFrom('letter_outbox').select('id').execute();
  expect(letters).toHaveLength(rows.length);
  expect(await inviteList(ctx, await kept(ctx, rows))).toMatchObject({
    value: { invited: 0, assigned: 0, already: rows.length },
  });
  expect(await region.database.selectFrom('letter_outbox').select('id').execute()).toHaveLength(rows.length);
});

test('findings name row, column, value and what is wrong, and with one of them nobody is invited', async () => {
  const ctx = await actingAs(region, emailOf('municipal-coordinator'));
  const own = ctx.actor?.roles[0]?.path ?? '';
  const [school = ''] = await openSchools(own);
  const foreign = (await openSchools('1')).find((code) => code !== school) ?? '';
  const good = [school, 'Павлова Ия', 'pavlova@novoselye.example', '', 'school-coordinator'];
  const id = await kept(ctx, [
    good,
    good,
    [school, '', 'не почта', '', 'директор'],
    ['нет такой', 'Кто-то', emailOf('administrator'), '', 'school-coordinator'],
    [school, 'Кто-то', 'b@novoselye.example', '', 'administrator'],
  ]);
  expect(foreign).not.toBe('');
  const run = await dryRun(ctx, id);
  expect(run?.list.sheet).toBe('Школы');
  expect(run?.findings.map(({ row, column, code }) => `${row ?? ''} ${column} ${code}`)).toEqual([
    '3 email twice',
    '4 name needed',
    '4 email email',
    '4 role role-unknown',
    '5 email email-taken',
    '5 organization organization-unknown',
    '6 role role-unfit',
  ]);
  expect(await inviteList(ctx, id)).toEqual(refuse({ code: 'list.faulty' }));
  const invited = await region.database
    .selectFrom('person')
    .where('email', '=', 'pavlova@novoselye.example')
    .select('id')
    .execute();
  expect(invited).toEqual([]);
});

test('a list without a column says which, and CSV is read as well', async () => {
  const ctx = await actingAs(region, emailOf('municipal-coordinator'));
  const csv = sheetToCsv({
    ...sheetOf([]),
    columns: [
      { title: 'Школа', width: 9 },
      { title: 'Почта', width: 9 },
    ],
    rows: [['1', 'a@b.ru']],
  });
  const list = await keepList(ctx, new TextEncoder().encode(csv), 'школы.csv');
  const run = await dryRun(ctx, list.ok ? list.value : '');
  expect(run?.findings.map(({ column, code }) => `${column} ${code}`)).toEqual([
    'name column-missing',
    'role column-missing',
  ]);
});

test('a list is seen by the person who read it and by nobody else, and who may not invite reads none', async () => {
  const ctx = await actingAs(region, emailOf('municipal-coordinator'));
  const id = await kept(ctx, []);
  expect(await dryRun(ctx, id)).not.toBeNull();
  expect(await dryRun(await actingAs(region, emailOf('administrator')), id)).toBeNull();
  const school = await actingAs(region, emailOf('school-coordinator'));
  expect(await keepList(school, new Uint8Array(), 'x.csv')).toEqual(refuse({ code: 'forbidden' }));
  expect(await keepList(ctx, new Uint8Array([1, 2, 3]), 'x.xlsx')).toEqual(refuse({ code: 'list.unreadable' }));
});
