import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { done, refuse } from '#domain/outcome.ts';
import { changedFields } from '#features/organizations/card/journal-fields.ts';
import { journalOfOrganization } from '#features/organizations/card/journal-of-organization.server.ts';
import { cardWords } from '#features/organizations/card/messages.ts';
import { getOrganizationCard } from '#features/organizations/card/organization-card.server.ts';
import { editDetails } from '#features/organizations/edit/edit-details.server.ts';
import { getEditing } from '#features/organizations/edit/editing.server.ts';
import * as forms from '#features/organizations/edit/forms.ts';
import { moveOrganization } from '#features/organizations/edit/moving/move-organization.server.ts';
import type { Context } from '#platform/context/context.ts';
import { parse } from 'valibot';
import type { TestDatabase } from '#tests/support/database.ts';
import { actingAs, aRegion, TODAY } from '#tests/support/database.ts';

/** All that carries the place of an organisation. */
const PLACED = [
  'organization_name',
  'organization_alias',
  'former_parent',
  'executor_group_member',
  'person',
  'role_assignment',
  'stored_file',
  'roadmap',
  'roadmap_version',
  'roadmap_source',
  'roadmap_section',
  'measure',
  'measure_wording',
  'measure_executor',
  'measure_target',
  'roadmap_indicator',
  'roadmap_remark',
  'journal_change',
  'journal_entry',
] as const;

let region: TestDatabase;
let administrator: Context;
let giver: Context;
let taker: Context;
let oldPlace = { id: 0, path: '' };
let newPlace = { id: 0, path: '' };
beforeAll(async () => {
  region = await aRegion();
  const { people, exemplars } = demonstrationRegion();
  const emailOf = (key: string) => people.find((one) => one.key === key)?.email ?? '';
  administrator = await actingAs(region, emailOf(exemplars.administrator));
  giver = await actingAs(region, emailOf(exemplars['municipal-coordinator']));
  const place = giver.actor?.roles[0]?.path ?? '';
  oldPlace = { id: Number(place.split('.').at(-1)), path: place };
  newPlace = await region.database
    .selectFrom('organization')
    .where('kind', '=', 'municipality')
    .where('id', '<>', oldPlace.id)
    .select(['id', 'path'])
    .orderBy('id')
    .executeTakeFirstOrThrow();
  taker = await aCoordinatorOf(newPlace.id);
});
afterAll(async () => {
  await region.database.destroy();
});

/** Somebody who keeps one more municipality from today on. */
async function aCoordinatorOf(...places: number[]): Promise<Context> {
  const email = `keeper-${places.join('-')}@novoselye.example`;
  await region.database.transaction().execute(async (writer) => {
    await sql`with entry as (insert into journal_entry (deed) values ('person.invited') returning id)
      select set_config('opora.journal_entry', id::text, true) from entry`.execute(writer);
    const { id } = await writer
      .insertInto('person')
      .values({ email, full_name: 'Хранитель Территории', organization_id: places[0] ?? 0 })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const place of places)
      await writer
        .insertInto('role_assignment')
        .values({ person_id: id, role: 'municipal-coordinator', organization_id: place, valid_from: '2026-01-01' })
        .execute();
  });
  return actingAs(region, email);
}

/** An open school outside the place that takes, with a road map of its own that is published, or not; each once. */
const given = new Set<number>();
async function aSchool(roadmap?: { readonly published: boolean }) {
  const rows = await region.database
    .selectFrom('organization')
    .leftJoin('roadmap', 'roadmap.owner_id', 'organization.id')
    .where('parent_id', '<>', newPlace.id)
    .where('kind', '=', 'school')
    .where('closed_on', 'is', null)
    .select(['organization.id', 'organization.path', 'parent_id', 'roadmap.id as roadmapId', 'roadmap.published'])
    .orderBy('organization.id', 'desc')
    .execute();
  const found = rows.find(
    ({ id, parent_id: parent, roadmapId, published }) =>
      !given.has(id) &&
      (parent === oldPlace.id || roadmap?.published === true) &&
      (roadmap ? roadmapId !== null && published === roadmap.published : roadmapId === null),
  );
  if (!found) throw new Error('no such school');
  given.add(found.id);
  return found;
}
const input = (to: number, version = 1) => ({ version, parentId: to, movedOn: '2026-09-01', basis: 'закон № 41' });

/** How many rows lie at a place, table by table. */
async function rowsAt(path: string): Promise<Record<string, number>> {
  const counts = await Promise.all(
    PLACED.map(async (table) => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from ${sql.table(table)} where path = ${path}::ltree`.execute(region.database);
      return [table, rows[0]?.count ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts);
}

const sees = (ctx: Context, roadmap: number | null) =>
  ctx.read(async (reader) => {
    const wordings = await reader
      .selectFrom('measure_wording')
      .innerJoin('measure', 'measure.id', 'measure_wording.measure_id')
      .where('measure.roadmap_id', '=', roadmap)
      .select('measure_wording.id')
      .execute();
    return wordings.length;
  });

describe('a school passes to another municipality', () => {
  test('wholly, also with an approved road map, and its approved words stay as they were', async () => {
    const school = await aSchool({ published: true });
    await editDetails(administrator, school.id, parse(forms.detailsForm, { version: '1', headName: 'Ольга Нова' }));
    const before = await rowsAt(school.path);
    const wordings = () =>
      sql<{ id: number; title: string; found: string }>`
        select w.id, w.title, w.words::text as found from measure_wording w join measure m on m.id = w.measure_id
        where m.roadmap_id = ${school.roadmapId} order by w.id`.execute(region.database);
    const { rows: words } = await wordings();
    expect(before).toMatchObject({ roadmap: 1, roadmap_version: 1 });
    expect(before['measure_wording']).toBeGreaterThan(10);
    expect(before['journal_change']).toBeGreaterThan(0);
    expect(await moveOrganization(administrator, school.id, input(newPlace.id, 2))).toEqual(done(school.id));
    const after = await rowsAt(`${newPlace.path}.${school.id}`);
    for (const table of PLACED) expect(after[table], table).toBeGreaterThanOrEqual(before[table] ?? 0);
    expect(Object.entries(await rowsAt(school.path)).filter(([, count]) => count > 0)).toEqual([]);
    expect((await wordings()).rows).toEqual(words);
    const { municipality_id: municipality } = await region.database
      .selectFrom('organization')
      .where('id', '=', school.id)
      .select('municipality_id')
      .executeTakeFirstOrThrow();
    expect(municipality).toBe(newPlace.id);
  });

  test('its drafts are then seen by the new coordinator and no more by the old one', async () => {
    const school = await aSchool({ published: false });
    expect(await sees(giver, school.roadmapId)).toBeGreaterThan(0);
    expect(await sees(taker, school.roadmapId)).toBe(0);
    await moveOrganization(administrator, school.id, input(newPlace.id));
    expect(await sees(giver, school.roadmapId)).toBe(0);
    expect(await sees(taker, school.roadmapId)).toBeGreaterThan(0);
    expect(await getOrganizationCard(giver, school.id, 1)).toBeNull();
  });

  test('its card tells from where to where, since when and why, with all that was journalled before', async () => {
    const { id } = await aSchool();
    await editDetails(giver, id, parse(forms.detailsForm, { version: '1', headName: 'Ольга Нова' }));
    await moveOrganization(administrator, id, input(newPlace.id, 2));
    const card = await getOrganizationCard(taker, id, 1);
    if (!card) throw new Error('not seen');
    expect(card.formerParents).toMatchObject([{ id: oldPlace.id, validUntil: '2026-08-31', basis: 'закон № 41' }]);
    const { lines, names } = await journalOfOrganization(taker, id);
    expect(lines.map(({ deed }) => deed)).toEqual(['organization.moved', 'organization.edited']);
    const nameOf = (place: number) =>
      region.database.selectFrom('organization').where('id', '=', place).select('short_name').executeTakeFirst();
    const wording = { locale: 'ru', words: cardWords('ru'), passportFields: [], names } as const;
    const told = lines[0]?.changes.flatMap((change) => changedFields(change, wording));
    expect(told).toContainEqual({
      field: 'Входит в',
      was: (await nameOf(oldPlace.id))?.short_name,
      became: (await nameOf(newPlace.id))?.short_name,
    });
    expect(lines[1]?.changes[0]?.became).toMatchObject({ head_name: 'Ольга Нова' });
  });

  test('it leaves the groups of the place that gives it away, and stays in those of the region', async () => {
    const { id } = await aSchool();
    const groups = await region.database.transaction().execute(async (writer) => {
      await sql`with entry as (insert into journal_entry (deed) values ('group.created') returning id)
        select set_config('opora.journal_entry', id::text, true) from entry`.execute(writer);
      return Promise.all(
        [oldPlace.id, 1].map(async (owner) => {
          const group = await writer
            .insertInto('executor_group')
            .values({ owner_id: owner, title: `Опорные школы ${owner}`, short_title: `ОШ ${owner}` })
            .returning('id')
            .executeTakeFirstOrThrow();
          await writer
            .insertInto('executor_group_member')
            .values({ group_id: group.id, organization_id: id, member_from: '2026-01-01' })
            .execute();
          return group.id;
        }),
      );
    });
    await moveOrganization(administrator, id, input(newPlace.id));
    const members = await region.database
      .selectFrom('executor_group_member')
      .where('group_id', 'in', groups)
      .select('member_until')
      .orderBy('group_id')
      .execute();
    expect(members.map(({ member_until: until }) => until)).toEqual(['2026-08-31', null]);
  });

  test('by whoever keeps both places, and by nobody who keeps one of them', async () => {
    const { id } = await aSchool();
    expect(await moveOrganization(giver, id, input(newPlace.id))).toEqual(refuse({ code: 'forbidden' }));
    expect(await moveOrganization(taker, id, input(newPlace.id))).toEqual(refuse({ code: 'not-found' }));
    const keeper = await aCoordinatorOf(oldPlace.id, newPlace.id);
    expect((await getEditing(keeper, id))?.newParents.map((one) => one.id)).toContain(newPlace.id);
    expect((await getEditing(giver, id))?.newParents.map((one) => one.id)).not.toContain(newPlace.id);
    expect(await moveOrganization(keeper, id, input(newPlace.id))).toEqual(done(id));
  });
});

describe('a move is refused', () => {
  const unfit = (field: string) => refuse({ code: 'organization.unfit', field });

  test('when somebody changed the organisation since it was opened', async () => {
    const { id } = await aSchool();
    await editDetails(giver, id, parse(forms.detailsForm, { version: '1', headName: 'Ольга Нова' }));
    const outcome = await moveOrganization(administrator, id, input(newPlace.id));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'changed-by-someone-else' } });
  });

  test('below itself, below what hangs from it, and where it is', async () => {
    const [head, branch] = [await aSchool(), await aSchool()];
    expect(await moveOrganization(giver, branch.id, input(head.id))).toEqual(done(branch.id));
    expect(await moveOrganization(giver, head.id, input(branch.id))).toEqual(unfit('parentId'));
    expect(await moveOrganization(giver, head.id, input(head.id))).toEqual(unfit('parentId'));
    expect(await moveOrganization(administrator, head.id, input(oldPlace.id))).toEqual(unfit('parentId'));
  });

  test('to where such an organisation may not hang, and of the region itself', async () => {
    const { id } = await aSchool();
    const centre = await region.database
      .selectFrom('organization')
      .where('kind', 'in', ['centre', 'institute'])
      .select('id')
      .executeTakeFirstOrThrow();
    expect(await moveOrganization(administrator, id, input(centre.id))).toEqual(unfit('parentId'));
    expect(await moveOrganization(administrator, oldPlace.id, input(newPlace.id))).toEqual(unfit('parentId'));
    expect(await moveOrganization(administrator, 1, input(newPlace.id))).toEqual(unfit('parentId'));
  });

  test('on a day to come, and on one that is not after the last move', async () => {
    const { id } = await aSchool();
    expect(await moveOrganization(administrator, id, { ...input(newPlace.id), movedOn: '2026-10-13' })).toEqual(
      unfit('movedOn'),
    );
    await moveOrganization(administrator, id, input(newPlace.id));
    expect(await moveOrganization(administrator, id, { ...input(oldPlace.id, 2), movedOn: '2026-08-31' })).toEqual(
      unfit('movedOn'),
    );
    expect(await moveOrganization(administrator, id, { ...input(oldPlace.id, 2), movedOn: TODAY })).toEqual(done(id));
  });
});
