import { sql } from 'kysely';
import { may } from '#domain/access/actor.ts';
import { KINDS_BELOW } from '#domain/organizations/tree.ts';
import { CHILDREN_ON_PAGE } from '#features/organizations/card/sizes.ts';
import type { Kind, SchoolType } from '#features/organizations/list-address.ts';
import type { Context, Reader } from '#platform/context/context.ts';

export type Linked = { readonly id: number; readonly name: string };

export type OrganizationFacts = {
  readonly id: number;
  readonly path: string;
  readonly version: number;
  readonly kind: Kind;
  readonly officialName: string;
  readonly shortName: string;
  readonly ooCode: string | null;
  readonly vprLogin: string | null;
  readonly inn: string | null;
  readonly ogrn: string | null;
  readonly settlement: string | null;
  readonly address: string | null;
  readonly headName: string | null;
  readonly isRural: boolean | null;
  readonly schoolType: SchoolType | null;
  readonly isBranch: boolean;
  readonly email: string | null;
  readonly site: string | null;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly municipalityId: number | null;
  readonly parentId: number | null;
  readonly passport: Readonly<Record<string, PassportValue>>;
};

export type PassportValue = number | boolean | string;

export type PassportField = {
  readonly key: string;
  readonly titleRu: string;
  readonly titleEn: string;
  readonly unitRu: string | null;
  readonly unitEn: string | null;
  readonly type: 'number' | 'text' | 'boolean' | 'date';
};

export type OrganizationRights = {
  readonly edit: boolean;
  readonly passport: boolean;
  readonly people: boolean;
  readonly journal: boolean;
};

/** All that the card of one organisation shows. */
export type OrganizationCard = {
  readonly facts: OrganizationFacts;
  readonly may: OrganizationRights;
  /** Whether organisations may hang below one of this kind. */
  readonly mayAddBelow: boolean;
  /** From the region down to what is above. */
  readonly trail: readonly Linked[];
  readonly successor: Linked | null;
  readonly mergedFrom: readonly (Linked & { readonly closedOn: string | null })[];
  readonly formerNames: readonly FormerName[];
  readonly aliases: readonly Alias[];
  readonly children: readonly Child[];
  readonly childrenInAll: number;
  readonly passportFields: readonly PassportField[];
  readonly groups: readonly Membership[];
  readonly people: readonly PersonHere[];
};

export type FormerName = {
  readonly id: number;
  readonly officialName: string;
  readonly shortName: string;
  readonly validUntil: string;
  readonly basis: string | null;
};
export type Alias = { readonly id: number; readonly words: string; readonly territory: string | null };
export type Child = Linked & { readonly kind: Kind; readonly code: string | null; readonly closedOn: string | null };
export type Membership = {
  readonly groupId: number;
  readonly title: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly basis: string | null;
};
export type PersonHere = { readonly id: string; readonly name: string; readonly position: string | null };

/** The card of an organisation; null when there is none, or none that the person may see. */
export function getOrganizationCard(ctx: Context, id: number, page: number): Promise<OrganizationCard | null> {
  return ctx.read(async (reader) => {
    const found = await readFacts(reader, id);
    if (!found) return null;
    const { successor, ...facts } = found;
    const rights = rightsAt(ctx, facts.path);
    const children = await readChildren(reader, id, page);
    return {
      facts,
      may: rights,
      mayAddBelow: (KINDS_BELOW[facts.kind]?.length ?? 0) > 0,
      trail: await readTrail(reader, facts.path),
      successor,
      mergedFrom: await readMerged(reader, id),
      formerNames: await readFormerNames(reader, id),
      aliases: await readAliases(reader, id),
      children,
      childrenInAll: children[0]?.total ?? 0,
      passportFields: facts.kind === 'school' ? await readPassportFields(reader) : [],
      groups: await readGroups(reader, facts, ctx.clock.today()),
      people: rights.people ? await readPeople(reader, id) : [],
    };
  });
}

/** What the person may do at a place; nobody has signed in: nothing. */
export function rightsAt({ actor }: Context, path: string): OrganizationRights {
  return {
    edit: actor !== null && may(actor, 'organization.edit', path),
    passport: actor !== null && may(actor, 'passport.edit', path),
    people: actor !== null && may(actor, 'person.read', path),
    journal: actor !== null && may(actor, 'journal.read', path),
  };
}

/** An organisation by its number, as far as the person may see it. */
export async function readFacts(reader: Reader, id: number) {
  const row = await reader
    .selectFrom('organization as place')
    .leftJoin('organization as successor', 'successor.id', 'place.successor_id')
    .where('place.id', '=', id)
    .select([
      'place.id',
      'place.path',
      'place.version',
      sql<Kind>`place.kind`.as('kind'),
      'place.official_name as officialName',
      'place.short_name as shortName',
      'place.oo_code as ooCode',
      'place.vpr_login as vprLogin',
      'place.inn',
      'place.ogrn',
      'place.settlement',
      'place.address',
      'place.head_name as headName',
      'place.is_rural as isRural',
      sql<SchoolType | null>`place.school_type`.as('schoolType'),
      'place.is_branch as isBranch',
      'place.email',
      'place.site',
      'place.opened_on as openedOn',
      'place.closed_on as closedOn',
      'place.municipality_id as municipalityId',
      'place.parent_id as parentId',
      sql<Record<string, PassportValue>>`place.passport`.as('passport'),
      'successor.id as successorId',
      'successor.short_name as successorName',
    ])
    .executeTakeFirst();
  if (!row) return null;
  const { successorId, successorName, ...facts } = row;
  const successor = successorId === null || successorName === null ? null : { id: successorId, name: successorName };
  return { ...facts, successor };
}

/** What is above a place, from the region down. */
export async function readTrail(reader: Reader, path: string): Promise<Linked[]> {
  const above = path.split('.').slice(0, -1).map(Number);
  if (above.length === 0) return [];
  const rows = await reader
    .selectFrom('organization')
    .where('id', 'in', above)
    .select(['id', 'short_name as name'])
    .execute();
  return rows.toSorted((one, other) => above.indexOf(one.id) - above.indexOf(other.id));
}

function readMerged(reader: Reader, id: number) {
  return reader
    .selectFrom('organization')
    .where('successor_id', '=', id)
    .select(['id', 'short_name as name', 'closed_on as closedOn'])
    .orderBy('closed_on')
    .limit(CHILDREN_ON_PAGE)
    .execute();
}

function readFormerNames(reader: Reader, id: number) {
  return reader
    .selectFrom('organization_name')
    .where('organization_id', '=', id)
    .select(['id', 'official_name as officialName', 'short_name as shortName', 'valid_until as validUntil', 'basis'])
    .orderBy('valid_until', 'desc')
    .execute();
}

/** Other ways to write its name, the own territory first. */
export function readAliases(reader: Reader, id: number): Promise<Alias[]> {
  return reader
    .selectFrom('organization_alias')
    .leftJoin('organization as territory', 'territory.id', 'organization_alias.territory_id')
    .where('organization_id', '=', id)
    .select(['organization_alias.id', 'words', 'territory.short_name as territory'])
    .orderBy('words')
    .execute();
}

function readChildren(reader: Reader, id: number, page: number) {
  return reader
    .selectFrom('organization')
    .where('parent_id', '=', id)
    .select([
      'id',
      'short_name as name',
      sql<Kind>`kind`.as('kind'),
      'oo_code as code',
      'closed_on as closedOn',
      sql<number>`count(*) over ()::int`.as('total'),
    ])
    .orderBy(sql.raw(`array_position(array['authority', 'institute', 'centre', 'municipality', 'school'], kind)`))
    .orderBy(sql.raw('short_name collate "ru-x-icu"'))
    .orderBy('id')
    .limit(CHILDREN_ON_PAGE)
    .offset((page - 1) * CHILDREN_ON_PAGE)
    .execute();
}

/** What a passport may hold, in the order in which it is shown. */
export function readPassportFields(reader: Reader): Promise<PassportField[]> {
  return reader
    .selectFrom('passport_field')
    .select([
      'key',
      'title_ru as titleRu',
      'title_en as titleEn',
      'unit_ru as unitRu',
      'unit_en as unitEn',
      sql<PassportField['type']>`type`.as('type'),
    ])
    .orderBy('place')
    .execute();
}

/** Groups that hold it or held it; those of all schools without dates. */
async function readGroups(reader: Reader, facts: OrganizationFacts, today: string): Promise<Membership[]> {
  const listed = await reader
    .selectFrom('executor_group_member as member')
    .innerJoin('executor_group', 'executor_group.id', 'member.group_id')
    .where('member.organization_id', '=', facts.id)
    .where('executor_group.holds_all_schools', '=', false)
    .select([
      'executor_group.id as groupId',
      'executor_group.title',
      'member_from as from',
      'member_until as until',
      'member.basis',
    ])
    .orderBy('member_from', 'desc')
    .execute();
  const present = facts.closedOn === null || facts.closedOn > today;
  if (facts.kind !== 'school' || !present) return listed;
  const whole = await reader
    .selectFrom('executor_group')
    .where('holds_all_schools', '=', true)
    .where(sql<boolean>`path @> ${facts.path}::ltree`)
    .select([
      'id as groupId',
      'title',
      sql<null>`null`.as('from'),
      sql<null>`null`.as('until'),
      sql<null>`null`.as('basis'),
    ])
    .execute();
  return [...whole, ...listed];
}

function readPeople(reader: Reader, id: number) {
  return reader
    .selectFrom('person')
    .where('organization_id', '=', id)
    .where('closed_at', 'is', null)
    .select(['id', 'full_name as name', 'position'])
    .orderBy(sql.raw('full_name collate "ru-x-icu"'))
    .limit(100)
    .execute();
}
