import { sql } from 'kysely';
import { filteredBy, ownPlaces } from '#features/organizations/filter-organizations.server.ts';
import type { Kind, ListAddress, SchoolType, Sort } from '#features/organizations/list-address.ts';
import { PAGE_SIZE } from '#features/organizations/list-address.ts';
import { searchPatterns } from '#features/organizations/search-words.ts';
import type { Context, Reader } from '#platform/context/context.ts';
import { executePrepared, prepared } from '#platform/database/prepared.ts';

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
    let ordered = filtered.select([
      'organization.id',
      'organization.short_name as name',
      'organization.official_name as officialName',
      sql<Kind>`organization.kind`.as('kind'),
      sql<SchoolType | null>`organization.school_type`.as('schoolType'),
      'organization.oo_code as code',
      'organization.settlement',
      // Looked up for the rows of the page only; a join would be made for all that are sorted.
      (page) =>
        page
          .selectFrom('organization as municipality')
          .whereRef('municipality.id', '=', 'organization.municipality_id')
          .whereRef('municipality.id', '<>', 'organization.id')
          .select('municipality.short_name')
          .as('municipality'),
      'organization.closed_on as closedOn',
    ]);
    // What is so called now stands before what was once so called, or has the word in its official name only.
    const patterns = address.sort === 'name' ? searchPatterns(address.q) : [];
    if (patterns.length > 0)
      ordered = ordered.orderBy(
        sql`organization_words(organization.short_name) like all (array[${sql.join(patterns)}]::text[])`,
        'desc',
      );
    const page = ordered
      .orderBy(ORDERS[address.sort])
      .orderBy('organization.id')
      .limit(pageSize)
      .offset((address.page - 1) * pageSize);
    // By itself it is counted without sorting, and without what a row shows.
    const counted = filtered.select(({ fn }) => fn.countAll<number>().as('total'));
    // The list as it opens is asked for most; with filters there are too many shapes to prepare each.
    const { q, kind, type, locality, within, group } = address;
    const isBare = q === '' && [kind, type, locality, within, group].every((choice) => choice === null);
    const ask = isBare ? executePrepared : execute;
    const [rows, [count]] = await Promise.all([ask(reader, page), ask(reader, counted)]);
    return { rows, total: count?.total ?? 0 };
  });
}

function execute<R>(_: Reader, query: { readonly execute: () => Promise<R[]> }): Promise<R[]> {
  return query.execute();
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
    const [municipalities, groups] = await Promise.all([allMunicipalities(reader, {}), allGroups(reader, {})]);
    return { municipalities, groups, hasOwnPlace: ownPlaces(ctx).length > 0 };
  });
}

type Nothing = Readonly<Record<string, never>>;

const allMunicipalities = prepared((reader, _: Nothing) =>
  reader
    .selectFrom('organization')
    .where('kind', '=', sql.lit('municipality'))
    .select(['id', 'short_name as name'])
    .orderBy(sql.raw(NAME)),
);

const allGroups = prepared((reader, _: Nothing) =>
  reader
    .selectFrom('executor_group')
    .select(['id', 'short_title as name'])
    .orderBy(sql.raw('short_title collate "ru-x-icu"')),
);
