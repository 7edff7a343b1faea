import { sql } from 'kysely';
import { filteredBy, ownPlaces } from '#features/organizations/filter-organizations.server.ts';
import type { Kind, ListAddress, SchoolType, Sort } from '#features/organizations/list-address.ts';
import { PAGE_SIZE } from '#features/organizations/list-address.ts';
import { searchPatterns } from '#features/organizations/search-words.ts';
import type { Context } from '#platform/context/context.ts';

/** One row of the list. */
export type OrganizationRow = {
  readonly id: number;
  readonly name: string;
  readonly officialName: string;
  readonly kind: Kind;
  readonly schoolType: SchoolType | null;
  readonly code: string | null;
  readonly settlement: string | null;
  /** The municipality it belongs to; null at the level of the region. */
  readonly municipality: string | null;
  readonly closedOn: string | null;
};

export type OrganizationList = { readonly rows: readonly OrganizationRow[]; readonly total: number };

/**
 * A page of the organisations that the person may see, and how many there are in all.
 *
 * @param pageSize rows on a page
 */
export function listOrganizations(ctx: Context, address: ListAddress, pageSize = PAGE_SIZE): Promise<OrganizationList> {
  return ctx.read(async (reader) => {
    const filtered = filteredBy(reader, ctx, address);
    let ordered = filtered
      .leftJoin('organization as municipality', (join) =>
        join
          .onRef('municipality.id', '=', 'organization.municipality_id')
          .onRef('municipality.id', '<>', 'organization.id'),
      )
      .select([
        'organization.id',
        'organization.short_name as name',
        'organization.official_name as officialName',
        sql<Kind>`organization.kind`.as('kind'),
        sql<SchoolType | null>`organization.school_type`.as('schoolType'),
        'organization.oo_code as code',
        'organization.settlement',
        'municipality.short_name as municipality',
        'organization.closed_on as closedOn',
        // The total comes with the rows: the same conditions are not worked out twice.
        sql<number>`count(*) over ()::int`.as('total'),
      ]);
    // What is so called now stands before what was once so called, or has the word in its official name only.
    const patterns = address.sort === 'name' ? searchPatterns(address.q) : [];
    if (patterns.length > 0)
      ordered = ordered.orderBy(
        sql`organization_words(organization.short_name) like all (array[${sql.join(patterns)}]::text[])`,
        'desc',
      );
    const rows = await ordered
      .orderBy(ORDERS[address.sort])
      .orderBy('organization.id')
      .limit(pageSize)
      .offset((address.page - 1) * pageSize)
      .execute();
    const total =
      rows[0]?.total ??
      (address.page === 1
        ? 0
        : (await filtered.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total);
    return { rows: rows.map(({ total: _, ...row }) => row), total };
  });
}

const NAME = 'organization.short_name collate "ru-x-icu"';
const ORDERS: Record<Sort, ReturnType<typeof sql>> = {
  name: sql.raw(`${NAME} asc`),
  '-name': sql.raw(`${NAME} desc`),
  code: sql.raw('organization.oo_code asc nulls last'),
  '-code': sql.raw('organization.oo_code desc nulls last'),
  place: sql.raw('organization.settlement collate "ru-x-icu" asc nulls last'),
  '-place': sql.raw('organization.settlement collate "ru-x-icu" desc nulls last'),
};

export type Named = { readonly id: number; readonly name: string };

/** What the filters of the list offer. */
export type FilterChoices = {
  readonly municipalities: readonly Named[];
  readonly groups: readonly Named[];
  /** Whether the person has an own place narrower than the region. */
  readonly hasOwnPlace: boolean;
};

/** The municipalities and the groups that the person may choose from. */
export function filterChoices(ctx: Context): Promise<FilterChoices> {
  return ctx.read(async (reader) => {
    const municipalities = await reader
      .selectFrom('organization')
      .where('kind', '=', 'municipality')
      .select(['id', 'short_name as name'])
      .orderBy(sql.raw(NAME))
      .execute();
    const groups = await reader
      .selectFrom('executor_group')
      .select(['id', 'short_title as name'])
      .orderBy(sql.raw('short_title collate "ru-x-icu"'))
      .execute();
    return { municipalities, groups, hasOwnPlace: ownPlaces(ctx).length > 0 };
  });
}
