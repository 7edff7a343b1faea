import { sql } from 'kysely';
import type { Level } from '#domain/orders/plan.ts';
import { withoutPeople } from '#features/roadmaps/public/without-people.ts';
import type { MeasureRow, SectionRow } from '#features/roadmaps/version/roadmap-version.server.ts';
import { measuresOf, sectionsOf } from '#features/roadmaps/version/roadmap-version.server.ts';
import type { Clock } from '#platform/context/context.ts';
import { makeContext } from '#platform/context/context.ts';
import type { Database } from '#platform/database/connect.ts';

/** A version of an approved road map as everyone may read it. */
export type PublicVersion = {
  readonly id: number;
  readonly ordinal: number;
  readonly title: string;
  readonly level: Level;
  /** The present short name; null: the organisation is not published itself. */
  readonly owner: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly endedOn: string | null;
  readonly orderNumber: string;
  readonly orderDate: string;
  readonly orderIssuer: string | null;
};

export type PublicRoadmap = {
  readonly version: PublicVersion;
  readonly sections: readonly SectionRow[];
  readonly measures: readonly MeasureRow[];
  /** All approved versions, the latest first. */
  readonly versions: readonly PublicVersion[];
};

/**
 * An approved road map as somebody sees it who has not signed in, whoever asks; names of people are not told. null: there
 * is no such road map, or nothing of it is approved.
 *
 * @param ordinal of the version; null: the latest one
 * @param person the word in place of a person's name
 */
export function readPublicRoadmap(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { id, ordinal, person }: { readonly id: number; readonly ordinal: number | null; readonly person: string },
): Promise<PublicRoadmap | null> {
  return makeContext(database, null, [], clock).read(async (reader) => {
    const { rows: versions } = await sql<PublicVersion>`
      select v.id, v.ordinal, r.title, r.level, o.short_name as owner, r.period_from as "from", r.period_to as "to",
        r.ended_on as "endedOn", v.order_number as "orderNumber", v.order_date as "orderDate",
        v.order_issuer as "orderIssuer"
      from roadmap_version v
        join roadmap r on r.id = v.roadmap_id
        left join organization o on o.id = r.owner_id
      where v.roadmap_id = ${id} and v.published and v.state = 'approved'
      order by v.ordinal desc`.execute(reader);
    const version = ordinal === null ? versions[0] : versions.find((one) => one.ordinal === ordinal);
    if (!version) return null;
    const measures = await measuresOf(reader, version.id);
    return {
      ...{ version, versions, sections: await sectionsOf(reader, version.id) },
      measures: measures.filter(({ state }) => state !== 'dropped').map((row) => impersonal(row, person)),
    };
  });
}

function impersonal(row: MeasureRow, person: string): MeasureRow {
  const told = <T extends string | null>(text: T) => (text === null ? text : withoutPeople(text, person));
  return {
    ...row,
    ...{ title: withoutPeople(row.title, person), deadlineText: told(row.deadlineText) },
    ...{ result: told(row.result), publication: told(row.publication) },
    executors: row.executors.map((one) => {
      const words = withoutPeople(one.words, person);
      return { ...one, words, name: one.name ?? words };
    }),
  };
}
