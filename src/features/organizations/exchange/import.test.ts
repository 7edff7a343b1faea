import { afterAll, beforeAll, expect, test } from 'vitest';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { done, refuse } from '#domain/outcome.ts';
import { getOrganizationCard } from '#features/organizations/card/organization-card.server.ts';
import { exportOrganizations } from '#features/organizations/exchange/export-organizations.server.ts';
import { getImported } from '#features/organizations/exchange/imported.server.ts';
import { importOrganizations, tryImport } from '#features/organizations/exchange/import-organizations.server.ts';
import { readListAddress } from '#features/organizations/list-address.ts';
import type { Context } from '#platform/context/context.ts';
import { readSheet } from '#platform/sheets/read-sheet.ts';
import type { Cell } from '#platform/sheets/sheet.ts';
import { sheetToCsv, sheetToXlsx } from '#platform/sheets/write-sheet.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { actingAs, aRegion } from '#tests/support/database.ts';

let region: TestDatabase;
let admin: Context;
beforeAll(async () => {
  region = await aRegion();
  admin = await as('administrator');
});
afterAll(async () => {
  await region.database.destroy();
});

const { people, exemplars, organizations } = demonstrationRegion();
const as = (role: keyof typeof exemplars) =>
  actingAs(region, people.find(({ key }) => key === exemplars[role])?.email ?? '');
/** Records are numbered in the order of the demonstration. */
const [one, other] = organizations.flatMap(({ kind }, place) => (kind === 'municipality' ? [place + 1] : []));
const LIMITS = { bytes: 10_000_000, rows: 20_000 };

async function exported(ctx: Context, query: string) {
  const sheet = await exportOrganizations(ctx, readListAddress(new URLSearchParams(query)), 'ru');
  if (!sheet) throw new Error('not exported');
  return sheet;
}

/** The table as it comes back from a person who has changed some cells of it. */
async function edited(ctx: Context, query: string, change: (rows: Cell[][], at: (title: string) => number) => void) {
  const sheet = await exported(ctx, query);
  const rows = sheet.rows.map((row) => [...row]);
  change(rows, (title) => sheet.columns.findIndex((column) => column.title === title));
  return readSheet(await sheetToXlsx({ ...sheet, rows }), 'organizations.xlsx', LIMITS);
}

test('the whole region exported as XLSX or CSV and imported again changes nothing', async () => {
  const sheet = await exported(admin, 'state=any');
  expect(sheet.rows).toHaveLength(organizations.length);
  for (const bytes of [await sheetToXlsx(sheet), new TextEncoder().encode(sheetToCsv(sheet))]) {
    const plan = await tryImport(admin, await readSheet(bytes, 'organizations', LIMITS));
    expect(plan.faults).toEqual([]);
    expect({ created: plan.created.length, changed: plan.changed, unchanged: plan.unchanged }).toEqual({
      created: 0,
      changed: [],
      unchanged: organizations.length,
    });
  }
});

test('changed and new rows are loaded once; the second time nothing changes', async () => {
  const sheet = await edited(admin, `kind=school&within=${one ?? 0}`, (rows, at) => {
    const [first, second] = rows;
    if (!first || !second) return;
    first[at('Руководитель')] = 'Новая Глава Школы';
    second[at('Краткое название')] = 'Школа Иного Имени';
    const added = [...first];
    added[at('№ в Опоре')] = null;
    added[at('Код ОО')] = '9990001';
    added[at('Логин ВПР')] = null;
    added[at('Краткое название')] = 'Школа новая';
    rows.push(added);
  });
  const plan = await tryImport(admin, sheet);
  expect(plan.faults).toEqual([]);
  expect(plan.changed.map(({ fields }) => fields.map(({ title }) => title))).toEqual([
    ['Руководитель'],
    ['Краткое название'],
  ]);
  const outcome = await importOrganizations(admin, sheet, 'письмо № 4');
  expect(outcome).toMatchObject({ ok: true, value: { created: 1, changed: 2 } });
  const renamed = await getOrganizationCard(admin, plan.changed[1]?.id ?? 0, 1);
  expect(renamed?.formerNames[0]).toMatchObject({ validUntil: '2026-10-11', basis: 'письмо № 4' });
  const again = await importOrganizations(admin, sheet, 'письмо № 4');
  expect(again).toEqual(done({ entryId: null, created: 0, changed: 0, unchanged: sheet.rows.length - 1 }));

  const entryId = outcome.ok ? outcome.value.entryId : null;
  const told = await getImported(admin, { entryId, unchanged: 7 });
  expect(told).toMatchObject({ created: 1, changed: 2, unchanged: 7 });
  expect(told?.first.map(({ name, isNew }) => `${name} ${String(isNew)}`)).toContain('Школа новая true');
  // What others loaded is told to nobody else.
  expect(await getImported(await as('regional-coordinator'), { entryId, unchanged: 7 })).toBeNull();
});

test('a fault names sheet, row, column, value and what was expected, and nothing at all is loaded', async () => {
  const sheet = await edited(admin, `kind=school&within=${other ?? 0}`, (rows, at) => {
    if (rows[0]) rows[0][at('Руководитель')] = 'Не Сохранится';
    if (rows[1]) rows[1][at('ИНН')] = '1234567890';
    if (rows[2]) rows[2][at('Обучающихся')] = 'много';
  });
  const { faults } = await tryImport(admin, sheet);
  expect(faults).toEqual([
    { sheet: 'Организации', row: 3, column: 'ИНН', value: '1234567890', expected: 'inn' },
    { sheet: 'Организации', row: 4, column: 'Обучающихся', value: 'много', expected: 'passport-number' },
  ]);
  expect(await importOrganizations(admin, sheet, null)).toEqual(refuse({ code: 'list.faulty' }));
  const left = await region.database.selectFrom('organization').where('head_name', '=', 'Не Сохранится').execute();
  expect(left).toEqual([]);
});

test('the same record twice, an unknown column and a record of others are faults', async () => {
  const twice = await edited(admin, 'kind=institute', (rows) => rows.push([...(rows[0] ?? [])]));
  expect((await tryImport(admin, twice)).faults).toMatchObject([{ column: '№ в Опоре', expected: 'once' }]);
  const unknown = { name: 'x', rows: [{ number: 1, cells: ['Код ОО', 'Погода'] }] };
  expect((await tryImport(admin, unknown)).faults).toMatchObject([{ column: 'Погода', expected: 'column' }]);
  const municipal = await as('municipal-coordinator');
  const foreign = await edited(admin, 'kind=institute', () => undefined);
  const { faults } = await tryImport(municipal, foreign);
  expect(new Set(faults.map(({ expected }) => expected))).toEqual(new Set(['number-of-yours']));
});

test('an export holds the own places only, and is not for everyone', async () => {
  const municipal = await as('municipal-coordinator');
  const own = await exported(municipal, 'reach=all&state=any');
  expect(own.rows.length).toBeLessThan(100);
  expect(await exportOrganizations(await as('curator'), readListAddress(new URLSearchParams()), 'ru')).toBeNull();
  expect(await importOrganizations(await as('school-coordinator'), { name: '', rows: [] }, null)).toEqual(
    refuse({ code: 'forbidden' }),
  );
});
