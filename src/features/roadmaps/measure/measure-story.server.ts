import { sql } from 'kysely';
import { may } from '#domain/access/actor.ts';
import type { MeasureField, Place } from '#domain/orders/plan.ts';
import type { VersionState } from '#domain/roadmaps/states.ts';
import type { MeasureRow } from '#features/roadmaps/version/roadmap-version.server.ts';
import type { Context } from '#platform/context/context.ts';

/** What one version says of a measure, and which version that is. */
export type MeasureInVersion = MeasureRow & {
  readonly ordinal: number;
  readonly versionState: VersionState;
  readonly published: boolean;
  readonly order: { readonly number: string | null; readonly date: string | null };
  readonly section: { readonly number: string | null; readonly title: string } | null;
  /** Further columns of the order, by their titles. */
  readonly other: Readonly<Record<string, string>>;
  /** Where its fields stand in the source; null: written by hand. */
  readonly origin: { readonly source?: Readonly<Partial<Record<MeasureField, Place>>> } | null;
  readonly sourceName: string | null;
};

export type MeasureStory = {
  readonly roadmap: {
    readonly id: number;
    readonly title: string;
    readonly path: string;
    readonly from: string | null;
    readonly to: string | null;
  };
  /** The version asked for, else the latest one. */
  readonly present: MeasureInVersion;
  /** Every version in which the person may read it, the latest first. */
  readonly versions: readonly MeasureInVersion[];
};

/**
 * A measure through the versions of its road map; null: there is none for this person.
 *
 * @param ordinal of the version that is asked for
 */
export function readMeasure(
  ctx: Context,
  roadmapId: number,
  measureId: number,
  ordinal: number | null,
): Promise<MeasureStory | null> {
  return ctx.read(async (reader) => {
    const { rows } = await sql<MeasureInVersion & { readonly roadmap: MeasureStory['roadmap'] }>`
      select w.id, w.measure_id as "measureId", w.section_id as "sectionId", w.number, w.title,
        w.deadline_text as "deadlineText", w.deadline, w.result, w.publication, w.state, w.version, w.other, w.origin,
        v.ordinal, v.state as "versionState", v.published, f.name as "sourceName",
        jsonb_build_object('number', v.order_number, 'date', v.order_date) as "order",
        (select jsonb_build_object('number', s.number, 'title', s.title) from roadmap_section s
          where s.id = w.section_id) as section,
        coalesce((select jsonb_agg(jsonb_build_object('words', e.words, 'organizationId', e.organization_id, 'groupId',
            e.group_id, 'name', coalesce(o.short_name, g.short_title)) order by e.place)
          from measure_executor e
            left join organization o on o.id = e.organization_id
            left join executor_group g on g.id = e.group_id
          where e.wording_id = w.id), '[]') as executors,
        coalesce((select jsonb_agg(jsonb_build_object('words', t.words, 'comparator', t.comparator, 'value', t.value,
            'unit', t.unit) order by t.place) from measure_target t where t.wording_id = w.id), '[]') as targets,
        jsonb_build_object('id', r.id, 'title', r.title, 'path', v.path::text, 'from', r.period_from,
          'to', r.period_to) as roadmap
      from measure_wording w
        join roadmap_version v on v.id = w.version_id
        join roadmap r on r.id = v.roadmap_id
        left join stored_file f on f.id = v.source_file_id
      where w.measure_id = ${measureId} and v.roadmap_id = ${roadmapId} and w.state <> 'dropped'
      order by v.ordinal desc`.execute(reader);
    const { actor } = ctx;
    const versions = rows.filter(
      ({ published, roadmap }) => published || (actor !== null && may(actor, 'roadmap.read', roadmap.path)),
    );
    const present = ordinal === null ? versions[0] : versions.find((one) => one.ordinal === ordinal);
    return present ? { roadmap: present.roadmap, present, versions } : null;
  });
}
