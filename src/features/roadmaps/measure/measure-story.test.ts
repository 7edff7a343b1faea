import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { done } from '#domain/outcome.ts';
import { journalOfMeasure } from '#features/roadmaps/measure/journal-of-measure.server.ts';
import { readMeasure } from '#features/roadmaps/measure/measure-story.server.ts';
import type { Context } from '#platform/context/context.ts';
import { journal, makeContext } from '#platform/context/context.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { actingAs, aRegion, clock } from '#tests/support/database.ts';

let region: TestDatabase;
let coordinator: Context;
/** A draft of a school, and the approved road map of the region. */
let draft: Row;
let approved: Row;

type Row = {
  readonly roadmapId: number;
  readonly measureId: number;
  readonly wordingId: number;
  readonly path: string;
};

beforeAll(async () => {
  region = await aRegion();
  const { people, exemplars } = demonstrationRegion();
  const emailOf = (role: keyof typeof exemplars) => people.find(({ key }) => key === exemplars[role])?.email ?? '';
  coordinator = await actingAs(region, emailOf('regional-coordinator'));
  [draft, approved] = [await firstMeasure('draft'), await firstMeasure('approved')];
});
afterAll(() => region.database.destroy());

async function firstMeasure(state: string): Promise<Row> {
  const { rows } = await sql<Row>`
    select v.roadmap_id as "roadmapId", w.measure_id as "measureId", w.id as "wordingId", w.path::text
    from measure_wording w join roadmap_version v on v.id = w.version_id
    where v.state = ${state} and w.state <> 'dropped' order by w.id limit 1`.execute(region.database);
  if (!rows[0]) throw new Error(`the demonstration has no road map that is ${state}`);
  return rows[0];
}

const nobody = () => makeContext(region.database, null, [], clock);
const read = (ctx: Context, { roadmapId, measureId }: Row, ordinal: number | null = null) =>
  readMeasure(ctx, roadmapId, measureId, ordinal);

describe('a measure', () => {
  test('of a draft is read at its place, and not elsewhere', async () => {
    expect(await read(coordinator, draft)).toMatchObject({ present: { measureId: draft.measureId, ordinal: 1 } });
    expect(await read(nobody(), draft)).toBeNull();
  });

  test('is told with its section and executors', async () => {
    const story = await read(coordinator, approved);
    const { rows } = await sql<{ words: string }>`
      select words from measure_executor where wording_id = ${approved.wordingId} order by place`.execute(
      region.database,
    );
    expect(story?.present.executors.map(({ words }) => words)).toEqual(rows.map(({ words }) => words));
    expect(story?.present.section?.title).toEqual(expect.any(String));
  });

  test('is not found in another road map, nor in a version that does not exist', async () => {
    expect(await read(coordinator, { ...approved, roadmapId: draft.roadmapId })).toBeNull();
    expect(await read(coordinator, approved, 7)).toBeNull();
  });

  test('keeps its wording in every version; a draft is read only by those of the place', async () => {
    const written = await coordinator.transaction(async (writer) => {
      await journal(writer, coordinator.actor, { deed: 'roadmap.order-handed-in', path: approved.path });
      await sql`
        with version as (
          insert into roadmap_version (roadmap_id, ordinal, state) values (${approved.roadmapId}, 2, 'draft') returning id
        ) insert into measure_wording (version_id, measure_id, place, title, deadline, state)
          select version.id, ${approved.measureId}, 1, 'Другие слова', '{"kind":"none"}', 'written'
          from version`.execute(writer);
      return done(null);
    });
    expect(written.ok).toBe(true);
    const story = await read(coordinator, approved);
    expect(story?.versions.map(({ ordinal }) => ordinal)).toEqual([2, 1]);
    expect(story?.present.title).toBe('Другие слова');
    expect((await read(coordinator, approved, 1))?.present.title).not.toBe('Другие слова');
    expect((await read(nobody(), approved))?.versions.map(({ ordinal }) => ordinal)).toEqual([1]);
  });
});

describe('the journal of a measure', () => {
  test('tells who changed which words, to those who may read it', async () => {
    const changed = await coordinator.transaction(async (writer) => {
      await journal(writer, coordinator.actor, { deed: 'roadmap.returned', path: draft.path, basis: 'замечание' });
      await writer
        .updateTable('measure_wording')
        .where('id', '=', draft.wordingId)
        .set({ title: 'Новые слова' })
        .execute();
      return done(null);
    });
    expect(changed.ok).toBe(true);
    const story = await read(coordinator, draft);
    if (!story) throw new Error('the measure is not read');
    const [line] = await journalOfMeasure(coordinator, story);
    expect(line).toMatchObject({ deed: 'roadmap.returned', basis: 'замечание', byPerson: true });
    expect(line?.author).toBe(coordinator.actor?.name);
    expect(line?.changes[0]?.became).toMatchObject({ title: 'Новые слова' });
    expect(await journalOfMeasure(nobody(), story)).toEqual([]);
  });
});
