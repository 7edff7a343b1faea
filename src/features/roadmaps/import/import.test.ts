import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Transaction } from 'kysely';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { inventPlan } from '#demo/orders/plans.ts';
import { arrangeOrder, PLAIN_FASHION } from '#demo/orders/writers/printed-order.ts';
import { writeDocx } from '#demo/orders/writers/docx.ts';
import type { Result } from '#domain/outcome.ts';
import { done } from '#domain/outcome.ts';
import { readHandedIn } from '#features/roadmaps/import/read-handed-in.server.ts';
import { startImport } from '#features/roadmaps/import/start-import.server.ts';
import { journal } from '#platform/context/context.ts';
import type { DB } from '#platform/database/schema.generated.ts';
import { keepFile } from '#platform/files/file-store.ts';
import { makeLog } from '#platform/log/log.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { actingAs, aRegion } from '#tests/support/database.ts';

let region: TestDatabase;
const folder = mkdtempSync(path.join(tmpdir(), 'opora-import-'));
beforeAll(async () => {
  region = await aRegion();
});
afterAll(async () => {
  await region.database.destroy();
  rmSync(folder, { recursive: true });
});
const services = () => ({
  database: region.database,
  log: makeLog('silent'),
  config: { dataFolder: folder } as never,
});

const { people, roles } = demonstrationRegion();
/** The nth person who has this role and no other. */
const emailOf = (role: string, nth = 0) =>
  people.filter(({ key }) => {
    const held = roles.filter(({ personKey }) => personKey === key);
    return held.length === 1 && held[0]?.role === role && held[0].until === null;
  })[nth]?.email ?? '';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Hands an order in as the person; the answer is the version that is then read, or why it is not taken. */
async function handIn(email: string, bytes: Uint8Array, name: string): Promise<Result<number>> {
  const ctx = await actingAs(region, email);
  const place = ctx.actor?.roles[0]?.path.split('.').at(-1);
  const file = await keepFile(folder, bytes);
  const taken = await startImport(ctx, { ownerId: Number(place), file, name, mediaType: DOCX });
  if (!taken.ok) return taken;
  const version = await region.database
    .selectFrom('roadmap_version')
    .where('roadmap_id', '=', taken.value)
    .select('id')
    .executeTakeFirstOrThrow();
  return done(version.id);
}

async function rowsOf(versionId: number) {
  const wordings = await region.database
    .selectFrom('measure_wording')
    .where('version_id', '=', versionId)
    .select(['id', 'number', 'title', 'deadline_text as deadlineText', 'state'])
    .orderBy('place')
    .execute();
  const executors = await region.database
    .selectFrom('measure_executor')
    .where('version_id', '=', versionId)
    .select(['wording_id as wordingId', 'words', 'organization_id as organizationId', 'group_id as groupId'])
    .orderBy('wording_id')
    .orderBy('place')
    .execute();
  return { wordings, executors };
}

const plan = inventPlan(7);
const order = () => writeDocx(arrangeOrder(plan, PLAIN_FASHION));

test('an order that was handed in becomes a draft with every measure as it stands in the order', async () => {
  const taken = await handIn(emailOf('municipal-coordinator'), await order(), 'приказ-7.docx');
  if (!taken.ok) throw new Error(taken.refusal.code);
  expect(await readHandedIn(services())).toBe(1);
  const version = await region.database
    .selectFrom('roadmap_version')
    .where('id', '=', taken.value)
    .select(['state', 'order_number as number'])
    .executeTakeFirstOrThrow();
  expect(version).toEqual({ state: 'draft', number: plan.truth.order.number });
  const { wordings, executors } = await rowsOf(taken.value);
  expect(wordings.map(({ title, deadlineText }) => ({ title, deadlineText }))).toEqual(
    plan.truth.measures.map(({ title, deadlineText }) => ({ title, deadlineText })),
  );
  expect(executors.map(({ words }) => words)).toEqual(plan.truth.measures.flatMap(({ responsible }) => responsible));
});

test('an order is read once, however many processes read', async () => {
  const taken = await handIn(emailOf('municipal-coordinator'), await order(), 'приказ-8.docx');
  if (!taken.ok) throw new Error(taken.refusal.code);
  const counts = await Promise.all([readHandedIn(services()), readHandedIn(services()), readHandedIn(services())]);
  expect(counts.reduce((sum, count) => sum + count)).toBe(1);
  expect((await rowsOf(taken.value)).wordings).toHaveLength(plan.truth.measures.length);
});

test('a picture that was handed in as an order is refused with its reason and loses nothing', async () => {
  const taken = await handIn(emailOf('municipal-coordinator'), Buffer.from('\x89PNG\r\n\x1a\n0000'), 'приказ.docx');
  if (!taken.ok) throw new Error(taken.refusal.code);
  await readHandedIn(services());
  const version = await region.database
    .selectFrom('roadmap_version')
    .where('id', '=', taken.value)
    .select(['state', 'reading_refused as refused', 'source_file_id as file'])
    .executeTakeFirstOrThrow();
  expect(version.state).toBe('unreadable');
  expect(version.refused).toMatchObject({ code: 'unknown-format' });
  expect(version.file).not.toBeNull();
});

test('a curator hands in no orders', async () => {
  const taken = await handIn(emailOf('curator'), await order(), 'приказ-9.docx');
  expect(taken).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
});

test('nobody elsewhere sees a draft', async () => {
  const taken = await handIn(emailOf('municipal-coordinator'), await order(), 'приказ-10.docx');
  if (!taken.ok) throw new Error(taken.refusal.code);
  await readHandedIn(services());
  const elsewhere = await actingAs(region, emailOf('municipal-coordinator', 1));
  const seen = await elsewhere.read(async (reader) =>
    Promise.all(
      (['measure_wording', 'measure_executor', 'measure_target', 'roadmap_section', 'roadmap_source'] as const).map(
        (table) => reader.selectFrom(table).where('version_id', '=', taken.value).select('version_id').execute(),
      ),
    ),
  );
  expect(seen.flat()).toEqual([]);
});

test('an approved version refuses every change, whoever asks', async () => {
  const taken = await handIn(emailOf('municipal-coordinator'), await order(), 'приказ-11.docx');
  if (!taken.ok) throw new Error(taken.refusal.code);
  await readHandedIn(services());
  const { database } = region;
  const journalled = <T>(work: (writer: Transaction<DB>) => Promise<T>) =>
    database.transaction().execute(async (writer) => {
      await journal(writer, null, { deed: 'organization.edited', path: null });
      return work(writer);
    });
  await journalled((writer) =>
    writer
      .updateTable('roadmap_version')
      .where('id', '=', taken.value)
      .set({ state: 'approved', order_number: '1', order_date: '2026-01-12', approved_at: new Date() })
      .execute(),
  );
  for (const table of ['measure_wording', 'measure_target', 'roadmap_section'] as const)
    await expect(
      journalled((writer) => writer.deleteFrom(table).where('version_id', '=', taken.value).execute()),
      table,
    ).rejects.toThrow('does not change');
  await expect(
    journalled((writer) =>
      writer.updateTable('measure_wording').where('version_id', '=', taken.value).set({ title: 'Иное' }).execute(),
    ),
  ).rejects.toThrow('does not change');
  await expect(
    journalled((writer) =>
      writer.updateTable('roadmap_version').where('id', '=', taken.value).set({ state: 'draft' }).execute(),
    ),
  ).rejects.toThrow('does not change');
  await expect(
    journalled((writer) =>
      writer.insertInto('roadmap_section').values({ version_id: taken.value, place: 1, title: 'Ещё раздел' }).execute(),
    ),
  ).rejects.toThrow('does not change');
});
