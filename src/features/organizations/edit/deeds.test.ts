import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { done, refuse } from '#domain/outcome.ts';
import { journalOfOrganization } from '#features/organizations/card/journal-of-organization.server.ts';
import { getOrganizationCard } from '#features/organizations/card/organization-card.server.ts';
import { closeOrganization, reopenOrganization } from '#features/organizations/edit/close-organization.server.ts';
import { createOrganization } from '#features/organizations/edit/create-organization.server.ts';
import { editDetails, editPassport } from '#features/organizations/edit/edit-details.server.ts';
import { getBeginning, getEditing } from '#features/organizations/edit/editing.server.ts';
import * as forms from '#features/organizations/edit/forms.ts';
import { addAlias, removeAlias, renameOrganization } from '#features/organizations/edit/name-organization.server.ts';
import { readListAddress } from '#features/organizations/list-address.ts';
import { listOrganizations } from '#features/organizations/list-organizations.server.ts';
import type { Context } from '#platform/context/context.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { actingAs, aRegion, TODAY } from '#tests/support/database.ts';

let region: TestDatabase;
let coordinator: Context;
let municipality = 0;
/** Open schools of the coordinator, taken one by one by the tests. */
let schools: number[] = [];
beforeAll(async () => {
  region = await aRegion();
  coordinator = await as('municipal-coordinator');
  municipality = Number(coordinator.actor?.roles[0]?.path.split('.').at(-1));
  const { rows } = await listOrganizations(coordinator, readListAddress(new URLSearchParams('kind=school')));
  schools = rows.map(({ id }) => id);
});
afterAll(async () => {
  await region.database.destroy();
});

const { people, exemplars } = demonstrationRegion();
const as = (role: keyof typeof exemplars) =>
  actingAs(region, people.find(({ key }) => key === exemplars[role])?.email ?? '');

async function aSchool() {
  const id = schools.pop() ?? 0;
  const card = await getOrganizationCard(coordinator, id, 1);
  if (!card) throw new Error('no school left');
  return card;
}
const details = (fields: object) => v.parse(forms.detailsForm, { version: '1', ...fields });

describe('details', () => {
  test('are saved and journalled with the basis', async () => {
    const { facts } = await aSchool();
    expect(await editDetails(coordinator, facts.id, details({ headName: 'Ольга Нова', basis: 'приказ № 3' }))).toEqual(
      done(facts.id),
    );
    const { lines } = await journalOfOrganization(coordinator, facts.id);
    expect(lines[0]).toMatchObject({
      deed: 'organization.edited',
      basis: 'приказ № 3',
      author: coordinator.actor?.name,
    });
    expect(lines[0]?.changes[0]?.became).toMatchObject({ head_name: 'Ольга Нова' });
  });

  test('are refused when somebody else saved first, and it is told what they changed', async () => {
    const { facts } = await aSchool();
    await editDetails(coordinator, facts.id, details({ headName: 'Первая Правка', ooCode: facts.ooCode ?? '' }));
    const second = await editDetails(coordinator, facts.id, details({ headName: 'Вторая Правка' }));
    expect(second).toMatchObject({
      ok: false,
      refusal: { code: 'changed-by-someone-else', changes: [{ became: { head_name: 'Первая Правка' } }] },
    });
  });

  test('are not for a school coordinator, nor for those of another place', async () => {
    const school = await as('school-coordinator');
    const own = Number(school.actor?.roles[0]?.path.split('.').at(-1));
    expect(await editDetails(school, own, details({}))).toEqual(refuse({ code: 'forbidden' }));
    expect(await editDetails(school, municipality, details({}))).toEqual(refuse({ code: 'not-found' }));
    expect(await getEditing(await as('curator'), own)).toBeNull();
  });

  test('a code of another organisation is refused, also of one that is not seen', async () => {
    const { facts } = await aSchool();
    const other = await region.database
      .selectFrom('organization')
      .where('municipality_id', '<>', municipality)
      .where('kind', '=', 'school')
      .select('oo_code')
      .executeTakeFirstOrThrow();
    expect(await editDetails(coordinator, facts.id, details({ ooCode: other.oo_code ?? '' }))).toEqual(
      refuse({ code: 'already-there', field: 'ooCode' }),
    );
    expect(await editDetails(coordinator, facts.id, details({ ooCode: '123' }))).toEqual(
      refuse({ code: 'organization.unfit', field: 'ooCode' }),
    );
  });

  test('mistyped codes do not pass the form', () => {
    const parsed = v.safeParse(forms.detailsForm, { version: '1', inn: '7707083894', ogrn: '1', site: 'нет сайта' });
    expect(parsed.issues?.map(({ message }) => message)).toEqual(['inn', 'ogrn', 'site']);
    expect(details({ inn: '77 0708 3893' }).inn).toBe('7707083893');
  });
});

test('a passport takes numbers as people write them, and refuses what is none', async () => {
  const { facts } = await aSchool();
  const input = {
    version: 1,
    basis: null,
    'passport-pupils': '1 240',
    'passport-internet_speed': '12,5',
    'passport-gym': 'yes',
  };
  expect(await editPassport(coordinator, facts.id, input)).toEqual(done(facts.id));
  expect((await getOrganizationCard(coordinator, facts.id, 1))?.facts.passport).toEqual({
    pupils: 1240,
    internet_speed: 12.5,
    gym: true,
  });
  expect(await editPassport(coordinator, facts.id, { ...input, version: 2, 'passport-pupils': 'много' })).toEqual(
    refuse({ code: 'organization.unfit', field: 'passport-pupils' }),
  );
});

test('a new name keeps the former one with its last day and the basis, and both find the school', async () => {
  const { facts } = await aSchool();
  const input = {
    version: 1,
    officialName: 'Школа имени Ветрова',
    shortName: 'Школа Ветрова',
    from: TODAY,
    basis: 'приказ № 9',
  };
  expect(await renameOrganization(coordinator, facts.id, { ...input, from: '2030-01-01' })).toEqual(
    refuse({ code: 'organization.unfit', field: 'from' }),
  );
  expect(await renameOrganization(coordinator, facts.id, input)).toEqual(done(facts.id));
  const card = await getOrganizationCard(coordinator, facts.id, 1);
  expect(card?.facts.shortName).toBe('Школа Ветрова');
  expect(card?.formerNames[0]).toMatchObject({
    shortName: facts.shortName,
    validUntil: '2026-10-11',
    basis: 'приказ № 9',
  });
  for (const q of ['Ветрова', facts.shortName]) {
    const found = await listOrganizations(coordinator, readListAddress(new URLSearchParams({ q })));
    expect(found.rows.map(({ id }) => id)).toContain(facts.id);
  }
});

test('other words find an organisation while they are there, within a territory above it', async () => {
  const { facts } = await aSchool();
  const search = () => listOrganizations(coordinator, readListAddress(new URLSearchParams('q=Стекляшка')));
  await addAlias(coordinator, facts.id, { version: 1, words: 'Стекляшка', territoryId: municipality });
  expect((await search()).total).toBe(1);
  expect(await addAlias(coordinator, facts.id, { version: 2, words: 'Стекляшка', territoryId: municipality })).toEqual(
    refuse({ code: 'already-there', field: 'words' }),
  );
  expect(await addAlias(coordinator, facts.id, { version: 2, words: 'Иное', territoryId: 99 })).toEqual(
    refuse({ code: 'organization.unfit', field: 'territoryId' }),
  );
  const alias = (await getEditing(coordinator, facts.id))?.aliases.find(({ words }) => words === 'Стекляшка');
  await removeAlias(coordinator, facts.id, { version: 2, aliasId: alias?.id ?? 0 });
  expect((await search()).total).toBe(0);
});

test('a school is merged into another one, and a mistake is taken back', async () => {
  const [school, successor] = [await aSchool(), await aSchool()];
  const input = { version: 1, closedOn: TODAY, successorId: successor.facts.id, basis: 'постановление № 1' };
  expect(await closeOrganization(coordinator, school.facts.id, { ...input, successorId: municipality })).toEqual(
    refuse({ code: 'organization.unfit', field: 'successorId' }),
  );
  expect(await closeOrganization(coordinator, school.facts.id, input)).toEqual(done(school.facts.id));
  const card = await getOrganizationCard(coordinator, successor.facts.id, 1);
  expect(card?.mergedFrom.map(({ id }) => id)).toContain(school.facts.id);
  await reopenOrganization(coordinator, school.facts.id, { version: 2, basis: 'ошибка' });
  const again = await getOrganizationCard(coordinator, school.facts.id, 1);
  expect(again?.facts.closedOn).toBeNull();
  expect(again?.successor).toBeNull();
});

test('what holds open organisations is not closed', async () => {
  const outcome = await closeOrganization(await as('administrator'), municipality, {
    version: 1,
    closedOn: TODAY,
    successorId: null,
    basis: 'указ',
  });
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'organization.has-members' } });
});

test('a new school hangs below its municipality and is seen by it at once', async () => {
  const input = v.parse(forms.newForm, {
    parentId: String(municipality),
    kind: 'school',
    officialName: 'Новая средняя школа',
    shortName: 'Новая школа',
  });
  const made = await createOrganization(coordinator, input);
  expect(made.ok).toBe(true);
  const card = await getOrganizationCard(coordinator, made.ok ? made.value : 0, 1);
  expect(card?.facts).toMatchObject({ shortName: 'Новая школа', municipalityId: municipality });
  expect(await createOrganization(coordinator, { ...input, kind: 'institute' })).toEqual(
    refuse({ code: 'organization.unfit', field: 'kind' }),
  );
  expect(await createOrganization(coordinator, { ...input, parentId: 1 })).toEqual(refuse({ code: 'forbidden' }));
  expect(await getBeginning(coordinator, 1)).toBeNull();
});
