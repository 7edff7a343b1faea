import { sql } from 'kysely';
import type { Indicator, Measure, Plan, Section } from '#domain/orders/plan.ts';
import type { ShownBlock } from '#domain/roadmaps/shown-source.ts';
import { doubtsOf } from '#domain/roadmaps/doubts.ts';
import type { Doubt } from '#domain/roadmaps/doubts.ts';
import type { ExecutorCandidate } from '#domain/roadmaps/executor-key.ts';
import { whoIsMeant } from '#domain/roadmaps/executor-key.ts';
import type { RowState } from '#domain/roadmaps/states.ts';
import type { Writer } from '#platform/context/context.ts';

/** Whose rows they become. */
export type ReadVersion = { readonly versionId: number; readonly roadmapId: number };

/** Rows stand this far apart, so that others find room between them. */
const STEP = 1024;

/**
 * Writes the rows of a plan that was read into a version without rows: sections, measures with executors and targets,
 * indicators, and the source beside them.
 *
 * @param candidates whom executors may mean, as `executorCandidates` gives them
 */
export async function writeReading(
  writer: Writer,
  version: ReadVersion,
  reading: { readonly plan: Plan; readonly blocks: readonly ShownBlock[] },
  candidates: readonly ExecutorCandidate[],
): Promise<void> {
  const { plan, blocks } = reading;
  await writer
    .insertInto('roadmap_source')
    .values({ version_id: version.versionId, blocks: json(blocks), warnings: json(plan.warnings) })
    .execute();
  const sections = await writeSections(writer, version, plan.sections);
  await writeMeasures(writer, version, plan, sections, candidates);
  if (plan.indicators.length > 0)
    await writer
      .insertInto('roadmap_indicator')
      .values(plan.indicators.map((indicator, index) => indicatorRow(version, indicator, index)))
      .execute();
}

/** Text of JSON for a column of it: the driver would take a list for an array of PostgreSQL. */
function json(value: unknown) {
  return sql<string>`${JSON.stringify(value)}::jsonb`;
}

async function writeSections(
  writer: Writer,
  { versionId }: ReadVersion,
  sections: readonly Section[],
): Promise<number[]> {
  if (sections.length === 0) return [];
  const rows = await writer
    .insertInto('roadmap_section')
    .values(
      sections.map(({ number, title }, index) => ({
        version_id: versionId,
        place: (index + 1) * STEP,
        number,
        title,
      })),
    )
    .returning(['id', 'place'])
    .execute();
  return rows.toSorted((one, other) => one.place - other.place).map(({ id }) => id);
}

async function writeMeasures(
  writer: Writer,
  version: ReadVersion,
  plan: Plan,
  sections: readonly number[],
  candidates: readonly ExecutorCandidate[],
): Promise<void> {
  if (plan.measures.length === 0) return;
  const doubts = doubtsOf(plan);
  const identities = await writer
    .insertInto('measure')
    .values(plan.measures.map(() => ({ roadmap_id: version.roadmapId })))
    .returning('id')
    .execute();
  const wordings = await writer
    .insertInto('measure_wording')
    .values(
      plan.measures.map((measure, index) => ({
        version_id: version.versionId,
        measure_id: identities[index]?.id ?? 0,
        section_id: measure.section === null ? null : (sections[measure.section] ?? null),
        place: (index + 1) * STEP,
        ...wordingOf(measure, doubts.get(measure.seq) ?? []),
      })),
    )
    .returning(['id', 'place'])
    .execute();
  const idAt = new Map(wordings.map(({ id, place }) => [place / STEP - 1, id]));
  const executors = plan.measures.flatMap(({ responsible }, index) =>
    responsible.map((words, place) => {
      const meant = whoIsMeant(words, candidates);
      return {
        version_id: version.versionId,
        wording_id: idAt.get(index) ?? 0,
        place,
        words: words.slice(0, LONGEST_EXECUTOR),
        organization_id: meant?.organizationId ?? null,
        group_id: meant?.groupId ?? null,
      };
    }),
  );
  if (executors.length > 0) await writer.insertInto('measure_executor').values(executors).execute();
  const targets = plan.measures.flatMap((measure, index) =>
    measure.targets.map((target, place) => ({
      version_id: version.versionId,
      wording_id: idAt.get(index) ?? 0,
      place,
      words: target.text,
      comparator: target.comparator,
      value: target.value,
      unit: target.unit,
      kind: target.kind,
      counted_of: target.of ?? null,
      stands_in: target.in,
    })),
  );
  if (targets.length > 0) await writer.insertInto('measure_target').values(targets).execute();
}

/** Longer names are a cell that could not be split; its whole text stands in the source. */
const LONGEST_EXECUTOR = 500;

function wordingOf(measure: Measure, doubts: readonly Doubt[]) {
  const state: RowState = doubts.length > 0 ? 'doubtful' : 'read';
  return {
    number: measure.number,
    title: measure.title,
    deadline_text: measure.deadlineText,
    deadline: json(measure.deadline),
    result: measure.result,
    publication: measure.publication,
    other: json(measure.other ?? {}),
    state,
    doubts: json(doubts),
    origin: json({ source: measure.source, confidence: measure.confidence }),
  };
}

function indicatorRow({ versionId }: ReadVersion, indicator: Indicator, index: number) {
  return {
    version_id: versionId,
    place: (index + 1) * STEP,
    number: indicator.number,
    name: indicator.name,
    source: indicator.source,
    target: indicator.target,
    value: indicator.value,
    unit: indicator.unit,
    other: json(indicator.other ?? {}),
  };
}
