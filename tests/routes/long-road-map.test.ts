/** A road map of 300 measures, as the pages are built and served. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inventPlan } from '#demo/orders/plans.ts';
import type { Plan } from '#domain/orders/plan.ts';
import { writeReading } from '#features/roadmaps/import/write-reading.server.ts';
import { publishVersion } from '#features/roadmaps/version/publish-version.server.ts';
import type { ServedRegion } from '#tests/routes/served-region.ts';
import { aServedRegion } from '#tests/routes/served-region.ts';
import { readPage } from '#tests/routes/served-page.ts';
import { Visitor } from '#tests/routes/visitor.ts';

const MEASURES = 300;
const PAGE_BYTES = 20_000;
const STATEMENTS = 25;

let region: ServedRegion;
let roadmapId: number;
beforeAll(async () => {
  region = await aServedRegion();
  roadmapId = await aLongRoadmap();
});
afterAll(() => region.close());

describe.each(['', 'view=timeline', 'view=executors', 'view=months'])(
  'the public page of a long road map (%s)',
  (view) => {
    test('is light, asks the database little, and has the rest of the lines on further pages', async () => {
      region.statements();
      const { body, bytes, status } = await new Visitor(region.port).get(`/public/roadmaps/${roadmapId}?${view}`);
      expect(status).toBe(200);
      expect(region.statements().length).toBeLessThanOrEqual(STATEMENTS);
      expect(bytes).toBeLessThanOrEqual(PAGE_BYTES);
      expect(readPage(body).faults).toEqual([]);
      expect(body).toContain('page=2');
    });
  },
);

function aLongRoadmap(): Promise<number> {
  const { truth } = inventPlan(300, {
    columns: ['number', 'title', 'deadline', 'responsible', 'result', 'publication'],
    ...{ measures: MEASURES, sections: 5, schoolYear: false, year: 2026 },
  });
  const plan: Plan = {
    ...truth,
    order: { number: null, date: null, issuer: null, signatory: null, title: null },
    measures: truth.measures.map((measure) => ({ ...measure, source: {}, confidence: {} })),
    ...{ warnings: [], basis: [] },
  };
  return region.database.transaction().execute(async (writer) => {
    await sql`select set_config('opora.journal_entry', (select max(id)::text from journal_entry), true),
      set_config('opora.journal_records', 'off', true)`.execute(writer);
    const { id } = await writer
      .insertInto('roadmap')
      .values({ owner_id: 1, level: 'regional', title: 'План из трёхсот мероприятий' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const version = await writer
      .insertInto('roadmap_version')
      .values({ roadmap_id: id, ordinal: 1, state: 'draft' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const ids = { versionId: version.id, roadmapId: id };
    await writeReading(writer, ids, { plan, blocks: [] }, []);
    await publishVersion(writer, ids, { number: '300', date: '2026-01-16', by: null });
    return id;
  });
}
