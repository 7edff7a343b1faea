import { sql } from 'kysely';
import type { Kind, ListAddress, Sort } from '#features/organizations/list-address.ts';
import { PAGE_SIZE } from '#features/organizations/list-address.ts';
import type { Context, Reader } from '#platform/context/context.ts';

/** One row of the list. */
export type OrganizationRow = {
  readonly id: number;
  readonly name: string;
  readonly kind: Kind;
  readonly code: string | null;
  readonly settlement: string | null;
  /** The municipality it belongs to; null at the level of the region. */
  readonly municipality: string | null;
  readonly closedOn: string | null;
};

export type OrganizationList = { readonly rows: readonly OrganizationRow[]; readonly total: number };

/** A page of the organisations that the person may see, and how many there are in all. */
export function listOrganizations(ctx: Context, address: ListAddress): Promise<OrganizationList> {
  return ctx.read(async (reader) => {
    const filtered = filteredBy(reader, address, ctx.clock.today());
    const rows = await filtered
      .leftJoin('organization as municipality', (join) =>
        join
          .onRef('municipality.id', '=', 'organization.municipality_id')
          .onRef('municipality.id', '<>', 'organization.id'),
      )
      .select([
        'organization.id',
        'organization.short_name as name',
        sql<Kind>`organization.kind`.as('kind'),
        'organization.oo_code as code',
        'organization.settlement',
        'municipality.short_name as municipality',
        'organization.closed_on as closedOn',
        // The total comes with the rows: the same conditions are not worked out twice.
        sql<number>`count(*) over ()::int`.as('total'),
      ])
      .orderBy(ORDERS[address.sort])
      .orderBy('organization.id')
      .limit(PAGE_SIZE)
      .offset((address.page - 1) * PAGE_SIZE)
      .execute();
    const total = rows[0]?.total ?? (address.page === 1 ? 0 : await countAll(filtered));
    return { rows: rows.map(({ total: _, ...row }) => row), total };
  });
}

function filteredBy(reader: Reader, { q, kind, within, state }: ListAddress, today: string) {
  let query = reader.selectFrom('organization');
  for (const word of q === ''
    ? []
    : q
        .toLowerCase()
        .replaceAll('ё', 'е')
        .split(/[^\p{L}\p{N}]+/u))
    if (word !== '') query = query.where('organization.search', 'like', `%${word}%`);
  if (kind !== null) query = query.where('organization.kind', '=', kind);
  if (within !== null)
    query = query.where(
      sql<boolean>`organization.path <@ (select path from organization as place where place.id = ${within})`,
    );
  const isClosed = sql<boolean>`coalesce(organization.closed_on <= ${today}::date, false)`;
  return query.where(state === 'closed' ? isClosed : sql<boolean>`not ${isClosed}`);
}

async function countAll(query: ReturnType<typeof filteredBy>): Promise<number> {
  const { total } = await query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return total;
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

/** The municipalities that the person may choose from. */
export function listMunicipalities(ctx: Context): Promise<{ readonly id: number; readonly name: string }[]> {
  return ctx.read((reader) =>
    reader
      .selectFrom('organization')
      .where('kind', '=', 'municipality')
      .select(['id', 'short_name as name'])
      .orderBy(sql.raw(NAME))
      .execute(),
  );
}
