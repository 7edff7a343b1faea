import { sql } from 'kysely';
import { placesFor } from '#domain/access/actor.ts';
import { readPassportFields } from '#features/organizations/card/organization-card.server.ts';
import { COLUMNS, passportColumns } from '#features/organizations/exchange/layout.ts';
import type { Stored } from '#features/organizations/exchange/layout.ts';
import { filteredBy } from '#features/organizations/filter-organizations.server.ts';
import type { ListAddress } from '#features/organizations/list-address.ts';
import { organizationWords } from '#features/organizations/messages.ts';
import type { Context } from '#platform/context/context.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import type { Sheet } from '#platform/sheets/sheet.ts';

/** The whole filtered list as a table that can be imported again; null: the person may not export. */
export async function exportOrganizations(ctx: Context, address: ListAddress, locale: Locale): Promise<Sheet | null> {
  const places = ctx.actor ? placesFor(ctx.actor, 'organization.export') : [];
  if (places.length === 0) return null;
  return ctx.read(async (reader) => {
    const columns = [...COLUMNS, ...passportColumns(await readPassportFields(reader))];
    const rows = await filteredBy(reader, ctx, address)
      .leftJoin('organization as parent', 'parent.id', 'organization.parent_id')
      .where(sql<boolean>`organization.path <@ any (${`{${places.join(',')}}`}::ltree[])`)
      .selectAll('organization')
      .select('parent.short_name as parent')
      .orderBy(sql.raw('organization.path'))
      .execute();
    return {
      name: organizationWords(locale).title,
      columns: columns.map(({ titles, width }) => ({ title: titles[locale], width })),
      rows: rows.map((row) => columns.map(({ key, write }) => write(storedIn(row, key), locale))),
    };
  });
}

/** The value of a column in a row of `organization`. */
export function storedIn(row: object, key: string): Stored {
  const [name = '', field] = key.split('.');
  const value: unknown = (row as Readonly<Record<string, unknown>>)[name];
  const inner: unknown =
    field === undefined || typeof value !== 'object' || value === null
      ? field === undefined
        ? value
        : null
      : (value as Readonly<Record<string, unknown>>)[field];
  return typeof inner === 'string' || typeof inner === 'number' || typeof inner === 'boolean' ? inner : null;
}
