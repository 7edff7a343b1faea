import { sql } from 'kysely';
import { may } from '#domain/access/actor.ts';
import type { Deadline } from '#domain/deadlines/deadline.ts';
import type { Level } from '#domain/orders/plan.ts';
import type { UnreadableCode } from '#domain/orders/reader-error.ts';
import type { RowState, VersionState } from '#domain/roadmaps/states.ts';
import type { Comparator } from '#domain/targets/target.ts';
import type { Context, Reader } from '#platform/context/context.ts';

/** A version of a road map as it is read: what the order says around the table. */
export type RoadmapVersion = {
  readonly id: number;
  readonly roadmapId: number;
  readonly title: string;
  readonly level: Level;
  readonly owner: { readonly id: number; readonly name: string; readonly officialName: string };
  readonly path: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly ordinal: number;
  readonly state: VersionState;
  readonly version: number;
  readonly published: boolean;
  readonly order: {
    readonly number: string | null;
    readonly date: string | null;
    readonly issuer: string | null;
    readonly signatory: string | null;
  };
  readonly refused: {
    readonly code: UnreadableCode;
    readonly details: Readonly<Record<string, string | number>>;
  } | null;
  readonly sourceName: string | null;
};

/** A row of the table: what one version says of a measure. */
export type MeasureRow = {
  readonly id: number;
  readonly measureId: number;
  readonly sectionId: number | null;
  readonly number: string | null;
  readonly title: string;
  readonly deadlineText: string | null;
  readonly deadline: Deadline;
  readonly result: string | null;
  readonly publication: string | null;
  readonly state: RowState;
  readonly version: number;
  readonly executors: readonly {
    readonly words: string;
    readonly organizationId: number | null;
    readonly groupId: number | null;
    /** The present short name of whom the words mean. */
    readonly name: string | null;
  }[];
  readonly targets: readonly {
    readonly words: string;
    readonly comparator: Comparator;
    readonly value: number;
    readonly unit: string;
  }[];
};

export type SectionRow = { readonly id: number; readonly number: string | null; readonly title: string };

export type ReadRoadmap = {
  readonly version: RoadmapVersion;
  readonly sections: readonly SectionRow[];
  readonly measures: readonly MeasureRow[];
  /** All versions that the person may see, the latest first. */
  readonly versions: readonly { readonly id: number; readonly ordinal: number; readonly state: VersionState }[];
};

/**
 * A road map with the rows of one version: the one asked for, else the one that is worked on for those who may see it, else
 * the one in force; null: there is none for this person.
 */
export function readRoadmap(ctx: Context, id: number, ordinal: number | null): Promise<ReadRoadmap | null> {
  return ctx.read(async (reader) => {
    const { rows: versions } = await sql<RoadmapVersion>`
      select v.id, v.roadmap_id as "roadmapId", r.title, r.level, v.path::text, r.period_from as "from", r.period_to as "to",
        v.ordinal, v.state, v.version, v.published, v.reading_refused as refused, f.name as "sourceName",
        jsonb_build_object('id', o.id, 'name', o.short_name, 'officialName', o.official_name) as owner,
        jsonb_build_object('number', v.order_number, 'date', v.order_date, 'issuer', v.order_issuer,
          'signatory', v.order_signatory) as "order"
      from roadmap_version v
        join roadmap r on r.id = v.roadmap_id
        join organization o on o.id = r.owner_id
        left join stored_file f on f.id = v.source_file_id
      where v.roadmap_id = ${id}
      order by v.ordinal desc`.execute(reader);
    const { actor } = ctx;
    const seen = versions.filter(
      ({ published, path }) => published || (actor !== null && may(actor, 'roadmap.read', path)),
    );
    const version =
      ordinal === null
        ? (seen.find(({ state }) => state !== 'withdrawn') ?? seen[0])
        : seen.find((one) => one.ordinal === ordinal);
    if (!version) return null;
    return {
      version,
      sections: await sectionsOf(reader, version.id),
      measures: await measuresOf(reader, version.id),
      versions: seen.map((one) => ({ id: one.id, ordinal: one.ordinal, state: one.state })),
    };
  });
}

/** The sections of a version in their order. */
export function sectionsOf(reader: Reader, versionId: number): Promise<SectionRow[]> {
  return reader
    .selectFrom('roadmap_section')
    .where('version_id', '=', versionId)
    .select(['id', 'number', 'title'])
    .orderBy('place')
    .execute();
}

/** The rows of a version in their order, with executors and targets: one statement. */
export async function measuresOf(reader: Reader, versionId: number): Promise<MeasureRow[]> {
  const { rows } = await sql<MeasureRow>`
    with executors as (
      select e.wording_id, jsonb_agg(jsonb_build_object('words', e.words, 'organizationId', e.organization_id,
        'groupId', e.group_id, 'name', coalesce(o.short_name, g.short_title)) order by e.place) as list
      from measure_executor e
        left join organization o on o.id = e.organization_id
        left join executor_group g on g.id = e.group_id
      where e.version_id = ${versionId} group by e.wording_id
    ), targets as (
      select wording_id, jsonb_agg(jsonb_build_object('words', words, 'comparator', comparator, 'value', value,
        'unit', unit) order by place) as list
      from measure_target where version_id = ${versionId} group by wording_id
    )
    select w.id, w.measure_id as "measureId", w.section_id as "sectionId", w.number, w.title,
      w.deadline_text as "deadlineText", w.deadline, w.result, w.publication, w.state, w.version,
      coalesce(executors.list, '[]') as executors, coalesce(targets.list, '[]') as targets
    from measure_wording w
      left join executors on executors.wording_id = w.id
      left join targets on targets.wording_id = w.id
    where w.version_id = ${versionId}
    order by w.place, w.id`.execute(reader);
  return rows;
}
