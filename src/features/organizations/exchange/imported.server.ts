import { sql } from 'kysely';
import type { ImportedAddress } from '#features/organizations/exchange/imported-address.ts';
import type { Context } from '#platform/context/context.ts';

/** What a loading did: how many, and the first of them. */
export type ImportedSummary = {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly first: readonly { readonly id: number; readonly name: string; readonly isNew: boolean }[];
};

/** Organisations that are named. */
const NAMED = 50;

/** What the person's own loading of a table did, as the journal has it; null: there is nothing to tell. */
export async function getImported(ctx: Context, address: ImportedAddress | null): Promise<ImportedSummary | null> {
  if (address === null) return null;
  const { entryId, unchanged } = address;
  if (entryId === null) return { created: 0, changed: 0, unchanged, first: [] };
  const rows = await ctx.read((reader) =>
    reader
      .selectFrom('journal_change as change')
      .innerJoin('journal_entry as entry', 'entry.id', 'change.entry_id')
      .innerJoin('organization', (join) => join.on(sql<boolean>`organization.id::text = change.record_id`))
      .where(sql<boolean>`entry.id = ${entryId}`)
      .where('entry.deed', '=', 'organization.imported')
      .where('entry.person_id', '=', ctx.actor?.personId ?? null)
      .where('change.subject', '=', 'organization')
      .select(['organization.id', 'organization.short_name as name', sql<boolean>`change.was is null`.as('isNew')])
      .select([
        sql<number>`(count(*) filter (where change.was is null) over ())::int`.as('created'),
        sql<number>`(count(*) filter (where change.was is not null) over ())::int`.as('changed'),
      ])
      .orderBy('isNew', 'desc')
      .orderBy(sql.raw('organization.short_name collate "ru-x-icu"'))
      .limit(NAMED)
      .execute(),
  );
  const [row] = rows;
  if (!row) return null;
  return { created: row.created, changed: row.changed, unchanged, first: rows };
}
