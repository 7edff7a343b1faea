import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPublicRoadmap } from '#features/roadmaps/public/public-roadmap.server.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { aRegion, clock } from '#tests/support/database.ts';

let region: TestDatabase;
beforeAll(async () => {
  region = await aRegion();
});
afterAll(() => region.database.destroy());

const read = (id: number, ordinal: number | null = null) =>
  readPublicRoadmap({ database: region.database, clock }, { id, ordinal, person: 'сотрудник' });

async function roadmapIn(state: string, published: boolean): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select v.roadmap_id as id from roadmap_version v join roadmap r on r.id = v.roadmap_id
      join organization o on o.id = r.owner_id
    where v.state = ${state} and o.published = ${published} order by v.id limit 1`.execute(region.database);
  return rows[0]?.id ?? 0;
}

describe('the public page of a road map', () => {
  test('shows an approved one with its order, sections and measures', async () => {
    const roadmap = await read(await roadmapIn('approved', true));
    expect(roadmap?.version).toMatchObject({ ordinal: 1, orderDate: '2026-01-16' });
    expect(roadmap?.version.owner).not.toBeNull();
    expect(roadmap?.sections).toHaveLength(3);
    expect(roadmap?.measures.length).toBeGreaterThan(10);
  });

  test('shows neither a draft nor what is not there', async () => {
    expect(await read(await roadmapIn('draft', false))).toBeNull();
    expect(await read(999_999)).toBeNull();
    expect(await read(await roadmapIn('approved', true), 2)).toBeNull();
  });

  test('tells no organisation that is not published', async () => {
    const id = await roadmapIn('approved', false);
    const roadmap = await read(id);
    expect(roadmap?.version.owner).toBeNull();
    expect(roadmap?.measures.length).toBeGreaterThan(10);
  });
});
