import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Context } from '#platform/context/context.ts';
import { addRow, confirmRow, dropRow, editRow, restoreRow } from '#features/roadmaps/review/change-rows.server.ts';
import { markPresence, reviewOf } from '#features/roadmaps/review/review.server.ts';
import { approveVersion } from '#features/roadmaps/approval/move-version.server.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { actingAs, aRegion } from '#tests/support/database.ts';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';

const { people, exemplars } = demonstrationRegion();
const emailOf = (role: keyof typeof exemplars) => people.find(({ key }) => key === exemplars[role])?.email ?? '';

let region: TestDatabase;
let coordinator: Context;
let roadmapId = 0;
beforeAll(async () => {
  region = await aRegion();
  coordinator = await actingAs(region, emailOf('regional-coordinator'));
});
afterAll(() => region.database.destroy());

/** Each test has a draft of its own. */
beforeEach(async () => {
  const drafts = await region.database
    .selectFrom('roadmap_version')
    .where('state', '=', 'draft')
    .select('roadmap_id as id')
    .orderBy('roadmap_id')
    .execute();
  roadmapId = drafts.find(({ id }) => id > roadmapId)?.id ?? 0;
});

const looked = async (row: number | null = null) => {
  const review = await reviewOf(coordinator, roadmapId, { row, page: 1 });
  if (!review?.current) throw new Error('no review');
  return { ...review, current: review.current };
};
const edited = (row: { readonly id: number; readonly version: number }, change: object) => ({
  ...{ row: row.id, version: row.version, number: '1', title: 'Семинар для директоров', deadlineText: null },
  ...{ executors: [], result: null, publication: null },
  ...change,
});

test('what a person writes into a row is read as in an order: deadline, executors, targets', async () => {
  const { current } = await looked();
  const outcome = await editRow(
    coordinator,
    roadmapId,
    edited(current, {
      deadlineText: 'март-май 2026 года',
      executors: ['МОУО', 'Неведомый центр'],
      result: 'Обучено не менее 12 директоров',
    }),
  );
  expect(outcome).toEqual({ ok: true, value: current.id });
  const { current: after } = await looked(current.id);
  expect(after).toMatchObject({ state: 'corrected', version: current.version + 1 });
  expect(after.understood).toMatchObject({ kind: 'range', from: '2026-03', to: '2026-05' });
  expect(after.executors.map(({ words }) => words)).toEqual(['МОУО', 'Неведомый центр']);
  expect(after.executors[1]?.name).toBeNull();
  expect(after.targets).toEqual([{ words: 'не менее 12 директоров' }]);
});

test('two people do not overwrite each other', async () => {
  const { current } = await looked();
  await confirmRow(coordinator, roadmapId, { row: current.id, version: current.version });
  const late = await editRow(coordinator, roadmapId, edited(current, { title: 'Иное' }));
  expect(late).toMatchObject({ ok: false, refusal: { code: 'changed-by-someone-else' } });
});

test('a row that is no measure keeps its words and its reason, and comes back', async () => {
  const { current } = await looked();
  await dropRow(coordinator, roadmapId, { row: current.id, version: current.version, reason: 'Заголовок таблицы' });
  const dropped = await looked(current.id);
  expect(dropped.current).toMatchObject({ state: 'dropped', dropReason: 'Заголовок таблицы', title: current.title });
  expect(dropped.counts.dropped).toBe(1);
  await restoreRow(coordinator, roadmapId, { row: current.id, version: dropped.current.version });
  expect((await looked(current.id)).current).toMatchObject({ state: 'corrected', dropReason: null });
});

test('a new row stands behind the one it was added to', async () => {
  const { rows } = await looked();
  const [first, second] = rows;
  const added = await addRow(coordinator, roadmapId, { after: first?.id ?? 0 }, 'Новое мероприятие');
  if (!added.ok) throw new Error(added.refusal.code);
  const ids = (await looked()).rows.map(({ id }) => id);
  expect(ids.slice(0, 3)).toEqual([first?.id, added.value, second?.id]);
});

test('rows of an approved road map change no more, by no deed', async () => {
  const { current } = await looked();
  const version = await region.database
    .selectFrom('roadmap_version')
    .where('roadmap_id', '=', roadmapId)
    .select('version')
    .executeTakeFirstOrThrow();
  const order = { number: '41', date: '2026-01-16', issuer: 'Управление', signatory: 'И. О. Начальник' };
  expect(await approveVersion(coordinator, roadmapId, { version: version.version, ...order })).toMatchObject({
    ok: true,
  });
  expect(await editRow(coordinator, roadmapId, edited(current, {}))).toMatchObject({
    ok: false,
    refusal: { code: 'roadmap.state' },
  });
  expect(await reviewOf(coordinator, roadmapId, { row: null, page: 1 })).toBeNull();
});

test('nobody approves words that they have not seen', async () => {
  const { current } = await looked();
  const versionOf = async () =>
    (
      await region.database
        .selectFrom('roadmap_version')
        .where('roadmap_id', '=', roadmapId)
        .select('version')
        .executeTakeFirstOrThrow()
    ).version;
  const seen = await versionOf();
  await editRow(coordinator, roadmapId, edited(current, { title: 'Иное' }));
  const order = { number: '41', date: '2026-01-16', issuer: 'Управление', signatory: 'И. О. Начальник' };
  expect(await approveVersion(coordinator, roadmapId, { version: seen, ...order })).toMatchObject({
    ok: false,
    refusal: { code: 'changed-by-someone-else' },
  });
  expect(await approveVersion(coordinator, roadmapId, { version: await versionOf(), ...order })).toMatchObject({
    ok: true,
  });
});

test('whoever opens a review sees who else is at it', async () => {
  const administrator = await actingAs(region, emailOf('administrator'));
  await markPresence(administrator, roadmapId);
  const { present } = await looked();
  expect(present.map(({ name }) => name)).toEqual([administrator.actor?.name]);
});

test('a curator reviews nothing', async () => {
  const curator = await actingAs(region, emailOf('curator'));
  expect(await reviewOf(curator, roadmapId, { row: null, page: 1 })).toBeNull();
});
