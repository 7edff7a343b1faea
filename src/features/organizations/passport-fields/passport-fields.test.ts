import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { done, refuse } from '#domain/outcome.ts';
import { getOrganizationCard } from '#features/organizations/card/organization-card.server.ts';
import { editPassport } from '#features/organizations/edit/edit-details.server.ts';
import { exportOrganizations } from '#features/organizations/exchange/export-organizations.server.ts';
import { importOrganizations } from '#features/organizations/exchange/import-organizations.server.ts';
import { readListAddress } from '#features/organizations/list-address.ts';
import { listOrganizations } from '#features/organizations/list-organizations.server.ts';
import * as deeds from '#features/organizations/passport-fields/change-passport-fields.server.ts';
import { listPassportFields } from '#features/organizations/passport-fields/passport-fields.server.ts';
import type { Context } from '#platform/context/context.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { actingAs, aRegion, TODAY } from '#tests/support/database.ts';

let region: TestDatabase;
let keeper: Context;
let schools: number[] = [];
beforeAll(async () => {
  region = await aRegion();
  keeper = await as('regional-coordinator');
  const { rows } = await listOrganizations(keeper, readListAddress(new URLSearchParams('kind=school')));
  schools = rows.map(({ id }) => id);
});
afterAll(async () => {
  await region.database.destroy();
});

const { people, exemplars } = demonstrationRegion();
const as = (role: keyof typeof exemplars) =>
  actingAs(region, people.find(({ key }) => key === exemplars[role])?.email ?? '');

const NO_UNIT = { unitRu: null, unitEn: null, basis: null };
async function aField(titleEn: string, titleRu: string) {
  const added = await deeds.addPassportField(keeper, { type: 'text', titleRu, titleEn, place: 50, ...NO_UNIT });
  const field = (await listPassportFields(keeper))?.find(({ id }) => added.ok && id === added.value);
  if (!field) throw new Error('not added');
  return field;
}
async function cardOf(id: number) {
  const card = await getOrganizationCard(keeper, id, 1);
  if (!card) throw new Error('no such school');
  return card;
}
async function aSchoolWith(values: Readonly<Record<string, string>>) {
  const id = schools.pop() ?? 0;
  const { version } = (await cardOf(id)).facts;
  expect(await editPassport(keeper, id, { version, basis: null, ...values })).toEqual(done(id));
  return id;
}

test('an added field stands in passports, is renamed, and the journal of the region tells who did it', async () => {
  const field = await aField('Hot meals', 'Горячее питание');
  expect(field.key).toBe('hot_meals');
  const words = { titleRu: 'Питание в столовой', titleEn: 'Meals', place: 51, unitRu: null, unitEn: null };
  const input = { id: field.id, version: 1, basis: 'приказ № 5', ...words };
  expect(await deeds.changePassportField(keeper, input)).toEqual(done(field.id));
  expect(await deeds.changePassportField(keeper, input)).toEqual(refuse({ code: 'changed-by-someone-else' }));
  expect((await cardOf(schools[0] ?? 0)).passportFields).toContainEqual(
    expect.objectContaining({ key: 'hot_meals', titleRu: 'Питание в столовой' }),
  );
  const journalled = await keeper.read((reader) =>
    reader
      .selectFrom('journal_change')
      .innerJoin('journal_entry', 'journal_entry.id', 'journal_change.entry_id')
      .where('subject', '=', 'passport_field')
      .select(['deed', 'basis', 'journal_change.path'])
      .orderBy('journal_entry.id')
      .execute(),
  );
  expect(journalled).toEqual([
    { deed: 'passport-field.added', basis: null, path: '1' },
    { deed: 'passport-field.changed', basis: 'приказ № 5', path: '1' },
  ]);
});

test('what passports hold of a retired field outlives edits and imports, and comes back with the field', async () => {
  const field = await aField('Museum', 'Школьный музей');
  const id = await aSchoolWith({ 'passport-museum': 'боевой славы', 'passport-pupils': '100' });
  expect(await deeds.retirePassportField(keeper, { id: field.id, version: 1, basis: null })).toEqual(done(field.id));
  const retired = await cardOf(id);
  expect(retired.passportFields.map(({ key }) => key)).not.toContain('museum');
  expect(retired.everyPassportField.map(({ key }) => key)).toContain('museum');
  const address = readListAddress(new URLSearchParams('kind=school'));
  const sheet = await exportOrganizations(keeper, address, 'ru');
  expect(sheet?.columns.map(({ title }) => title)).not.toContain('Школьный музей');

  await editPassport(keeper, id, { version: retired.facts.version, basis: null, 'passport-pupils': '110' });
  expect((await cardOf(id)).facts.passport).toEqual({ pupils: 110, museum: 'боевой славы' });
  const pupils = (await cardOf(id)).passportFields.find(({ key }) => key === 'pupils');
  const title = `${pupils?.titleRu ?? ''}${pupils?.unitRu ? `, ${pupils.unitRu}` : ''}`;
  const rows = [
    { number: 1, cells: ['№ в Опоре', title] },
    { number: 2, cells: [String(id), '120'] },
  ];
  await importOrganizations(keeper, { name: 'list', rows }, 'письмо № 1');
  expect((await cardOf(id)).facts.passport).toEqual({ pupils: 120, museum: 'боевой славы' });

  await deeds.restorePassportField(keeper, { id: field.id, version: 2, basis: null });
  expect((await cardOf(id)).passportFields.map(({ key }) => key)).toContain('museum');
  expect((await listPassportFields(keeper))?.find(({ key }) => key === 'museum')?.retiredOn).toBeNull();
});

test('a title names one column: neither another field nor a column of every organisation has it', async () => {
  await aField('Stadium', 'Стадион');
  const again = { type: 'boolean', titleRu: 'СТАДИОН', titleEn: 'Arena', place: 1, ...NO_UNIT } as const;
  expect(await deeds.addPassportField(keeper, again)).toEqual(refuse({ code: 'already-there', field: 'titleRu' }));
  expect(await deeds.addPassportField(keeper, { ...again, titleRu: 'Код ОО' })).toEqual(
    refuse({ code: 'already-there', field: 'titleRu' }),
  );
});

test('fields are kept by the region only', async () => {
  const municipal = await as('municipal-coordinator');
  expect(await listPassportFields(municipal)).toBeNull();
  const [field] = (await listPassportFields(keeper)) ?? [];
  const input = { id: field?.id ?? 0, version: field?.version ?? 0, basis: null };
  expect(await deeds.retirePassportField(municipal, input)).toEqual(refuse({ code: 'forbidden' }));
  const { numUpdatedRows } = await region.database.transaction().execute(async (transaction) => {
    await sql`select set_config('role', 'opora_request', true), set_config('opora.scopes', '{1.2}', true)`.execute(
      transaction,
    );
    return transaction.updateTable('passport_field').set({ retired_on: TODAY }).executeTakeFirstOrThrow();
  });
  expect(numUpdatedRows).toBe(0n);
});
