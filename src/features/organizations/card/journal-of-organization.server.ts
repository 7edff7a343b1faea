import { sql } from 'kysely';
import { placesFor } from '#domain/access/actor.ts';
import type { Context, Reader } from '#platform/context/context.ts';
import { prepared } from '#platform/database/prepared.ts';

/** The newest entries that a card shows. */
const NEWEST = 30;

export type JournalLine = {
  readonly id: number;
  readonly at: string;
  readonly deed: string;
  readonly basis: string | null;
  /** null: Opora itself, or a person whose account is no more. */
  readonly author: string | null;
  readonly changes: readonly JournalChange[];
};

type Fields = Readonly<Record<string, unknown>> | null;

export type JournalChange = { readonly subject: string; readonly was: Fields; readonly became: Fields };

export type Journal = {
  readonly lines: readonly JournalLine[];
  /** Names of organisations and groups that changed fields point at: «organization 12». */
  readonly names: Readonly<Record<string, string>>;
};

/** Who changed what of an organisation, newest first, for those who may read it; for others there is nothing. */
export function journalOfOrganization(ctx: Context, id: number): Promise<Journal> {
  return ctx.read(async (reader): Promise<Journal> => {
    const places = ctx.actor ? placesFor(ctx.actor, 'journal.read') : [];
    if (places.length === 0) return { lines: [], names: {} };
    const entries = await entriesOf(reader, { id, places: `{${places.join(',')}}` });
    if (entries.length === 0) return { lines: [], names: {} };
    const changes = await reader
      .selectFrom('journal_change')
      .where(
        'entry_id',
        'in',
        entries.map(({ id }) => String(id)),
      )
      .where((where) =>
        where.or([
          where('path', '=', where.selectFrom('organization').where('organization.id', '=', id).select('path')),
          where.and([where('subject', '=', 'organization'), where('record_id', '=', String(id))]),
        ]),
      )
      // What else moved along with it names nothing but its new place.
      .where('subject', 'in', ['organization', 'organization_name', 'organization_alias', 'executor_group_member'])
      .select([
        sql<number>`entry_id`.as('entryId'),
        'subject',
        sql<Fields>`was`.as('was'),
        sql<Fields>`became`.as('became'),
      ])
      .execute();
    const byEntry = Map.groupBy(changes, ({ entryId }) => entryId);
    return {
      lines: entries.map(({ id, at, ...entry }) => ({
        ...entry,
        id,
        at: at.toISOString(),
        changes: byEntry.get(id) ?? [],
      })),
      names: await namesIn(reader, changes),
    };
  });
}

type Entry = Omit<JournalLine, 'changes' | 'at'> & { readonly at: Date };

/** `places` is an array of PostgreSQL: the places whose journal the person may read. */
const entriesOf = prepared(
  (_, { id, places }: { readonly id: number; readonly places: string }) =>
    sql<Entry>`
      select entry.id, at, deed, basis, author
      from organization, journal_of_organization(organization.id, ${NEWEST}) as entry
      where organization.id = ${id} and organization.path <@ any (${places}::ltree[])`,
);

const POINTERS: Readonly<Record<string, 'organization' | 'group'>> = {
  parent_id: 'organization',
  successor_id: 'organization',
  territory_id: 'organization',
  group_id: 'group',
};

async function namesIn(reader: Reader, changes: readonly JournalChange[]): Promise<Record<string, string>> {
  const ids = { organization: new Set<number>(), group: new Set<number>() };
  for (const { was, became } of changes)
    for (const [field, value] of [...Object.entries(was ?? {}), ...Object.entries(became ?? {})]) {
      const kind = POINTERS[field];
      if (kind && typeof value === 'number') ids[kind].add(value);
    }
  const organizations =
    ids.organization.size === 0
      ? []
      : await reader
          .selectFrom('organization')
          .where('id', 'in', [...ids.organization])
          .select(['id', 'short_name as name'])
          .execute();
  const groups =
    ids.group.size === 0
      ? []
      : await reader
          .selectFrom('executor_group')
          .where('id', 'in', [...ids.group])
          .select(['id', 'title as name'])
          .execute();
  return Object.fromEntries([
    ...organizations.map(({ id, name }) => [`organization ${id}`, name] as const),
    ...groups.map(({ id, name }) => [`group ${id}`, name] as const),
  ]);
}
