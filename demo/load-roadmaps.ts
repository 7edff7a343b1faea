import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inventPlan } from '#demo/orders/plans.ts';
import type { Plan } from '#domain/orders/plan.ts';
import { levelOf } from '#domain/roadmaps/level.ts';
import { executorCandidates } from '#features/roadmaps/import/executor-candidates.server.ts';
import { writeReading } from '#features/roadmaps/import/write-reading.server.ts';
import { publishVersion } from '#features/roadmaps/version/publish-version.server.ts';
import type { DB } from '#platform/database/schema.generated.ts';

/** Schools of each municipality that have a road map, the last of them a draft; so have those where people sign in. */
const SCHOOLS = 2;
/** Municipalities whose schools have road maps in the demonstration. */
const MUNICIPALITIES = 4;
const YEAR = 2026;
const TITLE = 'Дорожная карта по повышению качества образования на 2026 год';

/**
 * Gives the demonstration its road maps: approved ones of the region, of each municipality and of some schools, and drafts
 * of other schools. Runs within the journalled deed that loads the region.
 */
export async function loadRoadmaps(transaction: Transaction<DB>): Promise<void> {
  const { rows: owners } = await sql<{
    id: number;
    kind: string;
    path: string;
    nth: number;
    shown: boolean;
    name: string;
    staffed: boolean;
  }>`
    select id, kind, path::text, official_name as name,
      row_number() over (partition by kind, municipality_id order by id)::int as nth,
      dense_rank() over (order by municipality_id) <= ${MUNICIPALITIES} as shown,
      exists (select from person where organization_id = organization.id) as staffed
    from organization where kind in ('region', 'municipality', 'school') and closed_on is null order by id`.execute(
    transaction,
  );
  const candidates = new Map<string, Awaited<ReturnType<typeof executorCandidates>>>();
  for (const owner of owners) {
    if (owner.kind === 'school' && !(owner.shown && owner.nth <= SCHOOLS) && !owner.staffed) continue;
    const above = owner.kind === 'school' ? owner.path.split('.').slice(0, 2).join('.') : owner.path;
    const meant = candidates.get(above) ?? (await executorCandidates(transaction, above));
    candidates.set(above, meant);
    const version = await emptyVersion(transaction, owner);
    const plan = planOf(owner.id);
    await writeReading(transaction, version, { plan, blocks: [] }, meant);
    if (owner.kind === 'school' && (owner.nth === SCHOOLS || owner.staffed)) continue;
    await publishVersion(transaction, version, { number: String(owner.id), date: `${YEAR}-01-16`, by: null });
  }
}

function planOf(seed: number): Plan {
  const { truth } = inventPlan(seed, {
    columns: ['number', 'title', 'deadline', 'responsible', 'result', 'publication'],
    measures: 18 + (seed % 9),
    sections: 3,
    schoolYear: false,
    year: YEAR,
  });
  const measures = truth.measures.map((measure) => ({ ...measure, source: {}, confidence: {} }));
  const order = { number: null, date: null, issuer: null, signatory: null, title: null };
  return { ...truth, order, measures, warnings: [], basis: [] };
}

async function emptyVersion(
  transaction: Transaction<DB>,
  owner: { readonly id: number; readonly kind: string; readonly name: string },
) {
  const { id: roadmapId } = await transaction
    .insertInto('roadmap')
    .values({
      owner_id: owner.id,
      level: levelOf(owner.kind) ?? 'school',
      title: TITLE,
      period_from: `${YEAR}-01-01`,
      period_to: `${YEAR}-12-31`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: versionId } = await transaction
    .insertInto('roadmap_version')
    .values({ roadmap_id: roadmapId, ordinal: 1, state: 'draft', order_title: TITLE, order_issuer: owner.name })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { versionId, roadmapId };
}
