import { hash } from '@node-rs/argon2';
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { loadRoadmaps } from '#demo/load-roadmaps.ts';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import type { DemonstrationOrganization, DemonstrationRegion, Key } from '#demo/region/region-types.ts';
import { journal } from '#platform/context/context.ts';
import type { Database } from '#platform/database/connect.ts';
import type { DB } from '#platform/database/schema.generated.ts';

/** Everyone in the demonstration signs in with it; such an installation answers this computer only. */
export const DEMONSTRATION_PASSWORD = 'novoselye-2026';

/** Any number, the same for all starts. */
const LOCK = 7_276_002;
/** Rows per statement: PostgreSQL takes 65,535 parameters. */
const CHUNK = 1_000;

/**
 * Loads the demonstration region unless the database holds an organisation; of several starts at once one loads it and the
 * others wait.
 */
export async function loadOnce(database: Database, announce: () => void): Promise<void> {
  await database.connection().execute(async (holder) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(holder);
    try {
      if (!(await isEmpty(database))) return;
      announce();
      await loadDemonstrationRegion(database);
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(holder);
    }
  });
}

async function isEmpty(database: Database): Promise<boolean> {
  return (await database.selectFrom('organization').select('id').limit(1).executeTakeFirst()) === undefined;
}

/**
 * Loads the demonstration region into an empty database, in one transaction and one entry of the journal: organisations
 * with names, aliases and codes, groups of executors, people with roles and a password.
 */
export async function loadDemonstrationRegion(database: Database, region = demonstrationRegion()): Promise<void> {
  const password = await hash(DEMONSTRATION_PASSWORD);
  await database.transaction().execute(async (transaction) => {
    await journal(transaction, null, { deed: 'demonstration.loaded', path: '1', records: 'not-one-by-one' });
    const ids = await loadOrganizations(transaction, region);
    await loadNames(transaction, region, ids);
    await loadGroups(transaction, region, ids);
    await loadPeople(transaction, region, ids, password);
    await loadRoadmaps(transaction);
  });
}

type Ids = ReadonlyMap<Key, number>;

/** Ids follow the order of the list, parents first, so that paths can be made as rows arrive. */
async function loadOrganizations(transaction: Transaction<DB>, region: DemonstrationRegion): Promise<Ids> {
  await insertAll(
    transaction,
    'passport_field',
    region.passportFields.map(({ key, type, unit, title }, place) => ({
      key,
      type,
      title_ru: title.ru,
      title_en: title.en,
      unit_ru: unit?.ru ?? null,
      unit_en: unit?.en ?? null,
      place,
    })),
  );
  const ids = new Map(region.organizations.map(({ key }, index) => [key, index + 1]));
  const heads = new Map(
    region.heads
      .filter(({ until }) => until === null)
      .map(({ organizationKey, holder }) => [
        organizationKey,
        `${holder.surname} ${holder.givenName} ${holder.patronymic}`,
      ]),
  );
  const rows = region.organizations.map((organization) =>
    organizationRow(organization, ids, heads.get(organization.key)),
  );
  // A row may name a later one as its successor, and must find its parent there already.
  const levels = Map.groupBy(rows, ({ parent_id }) => depthOf(parent_id, rows));
  for (const [, level] of [...levels].toSorted(([one], [other]) => one - other))
    await insertAll(
      transaction,
      'organization',
      level.map((row) => ({ ...row, successor_id: null })),
    );
  for (const { id, successor_id } of rows) {
    if (successor_id !== null)
      await transaction.updateTable('organization').set({ successor_id }).where('id', '=', id).execute();
  }
  await sql`select setval(pg_get_serial_sequence('organization', 'id'), ${rows.length})`.execute(transaction);
  return ids;
}

type OrganizationRow = ReturnType<typeof organizationRow>;

function organizationRow(organization: DemonstrationOrganization, ids: Ids, head: string | undefined) {
  const { codes, address, place, parentKey, successorKey } = organization;
  return {
    id: idOf(ids, organization.key),
    parent_id: parentKey === null ? null : idOf(ids, parentKey),
    kind: organization.kind,
    official_name: organization.name,
    short_name: organization.shortName,
    published: organization.kind !== 'school',
    oo_code: codes.school ?? codes.municipality,
    vpr_login: codes.vprLogin,
    inn: codes.inn,
    ogrn: codes.ogrn,
    settlement: address?.settlement.name ?? null,
    address: address?.text ?? null,
    email: organization.email,
    site: organization.site,
    head_name: head ?? null,
    is_rural: place === null ? null : place === 'rural',
    school_type: organization.schoolType,
    is_branch: organization.isBranch,
    opened_on: organization.foundedOn,
    closed_on: organization.closedOn,
    successor_id: successorKey === null ? null : idOf(ids, successorKey),
    passport: JSON.stringify(organization.passport),
  };
}

function depthOf(parent: number | null, rows: readonly OrganizationRow[]): number {
  if (parent === null) return 0;
  return 1 + depthOf(rows[parent - 1]?.parent_id ?? null, rows);
}

async function loadNames(transaction: Transaction<DB>, region: DemonstrationRegion, ids: Ids): Promise<void> {
  const names = region.organizations.flatMap(({ key, formerNames }) =>
    formerNames.map(({ name, shortName, until }) => ({
      organization_id: idOf(ids, key),
      official_name: name,
      short_name: shortName,
      valid_until: until,
    })),
  );
  await insertAll(transaction, 'organization_name', names);
  await insertAll(
    transaction,
    'organization_alias',
    region.organizationAliases.map(({ organizationKey, territoryKey, words }) => ({
      organization_id: idOf(ids, organizationKey),
      territory_id: idOf(ids, territoryKey),
      words,
    })),
  );
  // Names and aliases are part of what an organisation is searched by.
  await transaction
    .updateTable('organization')
    .set((column) => ({ version: column.ref('version') }))
    .execute();
}

async function loadGroups(transaction: Transaction<DB>, region: DemonstrationRegion, ids: Ids): Promise<void> {
  const groupIds = new Map<Key, number>();
  for (const { key, ownerKey, name, shortName, holdsAllSchools } of region.groups) {
    const { id } = await transaction
      .insertInto('executor_group')
      .values({
        owner_id: idOf(ids, ownerKey),
        title: name,
        short_title: shortName,
        holds_all_schools: holdsAllSchools,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    groupIds.set(key, id);
  }
  await insertAll(
    transaction,
    'executor_group_alias',
    region.groups.flatMap(({ key, ownerKey, aliases }) =>
      [...new Set(aliases)].map((words) => ({
        group_id: idOf(groupIds, key),
        territory_id: idOf(ids, ownerKey),
        words,
      })),
    ),
  );
  await insertAll(
    transaction,
    'executor_group_member',
    region.groupMembers.map(({ groupKey, organizationKey, from, until }) => ({
      group_id: idOf(groupIds, groupKey),
      organization_id: idOf(ids, organizationKey),
      member_from: from,
      member_until: until,
    })),
  );
}

async function loadPeople(
  transaction: Transaction<DB>,
  region: DemonstrationRegion,
  ids: Ids,
  password: string,
): Promise<void> {
  const people = new Map<Key, string>();
  for (const { key, email, surname, givenName, patronymic, position, organizationKey } of region.people) {
    const { id } = await transaction
      .insertInto('person')
      .values({
        email,
        email_verified: true,
        full_name: `${surname} ${givenName} ${patronymic}`,
        position,
        organization_id: idOf(ids, organizationKey),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    people.set(key, id);
  }
  const personOf = (key: Key) => people.get(key) ?? '';
  await insertAll(
    transaction,
    'sign_in_credential',
    [...people.values()].map((id) => ({ person_id: id, account_id: id, provider_id: 'credential', password })),
  );
  await insertAll(
    transaction,
    'role_assignment',
    region.roles.map(({ personKey, role, organizationKey, from, until, substitutesKey, basis }) => ({
      person_id: personOf(personKey),
      role,
      organization_id: idOf(ids, organizationKey),
      valid_from: from,
      valid_until: until,
      substitutes_id: substitutesKey === null ? null : personOf(substitutesKey),
      basis: basis === null ? null : `№ ${basis.number}, ${basis.date}`,
    })),
  );
}

async function insertAll(
  transaction: Transaction<DB>,
  table: keyof DB,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK)
    await transaction
      .insertInto(table)
      .values(rows.slice(from, from + CHUNK))
      .execute();
}

function idOf(ids: Ids, key: Key): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demonstration region names ${key}, which it does not hold`);
  return id;
}
