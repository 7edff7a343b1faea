import { sql } from 'kysely';
import { may, placesFor } from '#domain/access/actor.ts';
import { KINDS_BELOW } from '#domain/organizations/tree.ts';
import { CHILDREN_ON_PAGE } from '#features/organizations/card/sizes.ts';
import type { Kind, SchoolType } from '#features/organizations/list-address.ts';
import type { Context, Reader } from '#platform/context/context.ts';
import { prepared } from '#platform/database/prepared.ts';

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
  readonly formerParents: readonly FormerParent[];
  readonly aliases: readonly Alias[];
  readonly children: readonly Child[];
  readonly childrenInAll: number;
  readonly passportFields: readonly PassportField[];
  /** With those that are retired: the journal speaks of them. */
  readonly everyPassportField: readonly PassportField[];
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
export type FormerParent = Linked & {
  readonly rowId: number;
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
    // Side by side: they travel together. What is read in vain of a card that may not be seen is not there either.
    const [found, trail, mergedFrom, formerNames, formerParents, aliases, children, passportFields, groups, people] =
      await Promise.all([
        readFacts(reader, id),
        trailOf(reader, { id }),
        mergedInto(reader, { id }),
        formerNamesOf(reader, { id }),
        formerParentsOf(reader, { id }),
        readAliases(reader, id),
        childrenOf(reader, { id, skipped: (page - 1) * CHILDREN_ON_PAGE }),
        passportFieldsInOrder(reader, {}),
        groupsOf(reader, { id, today: ctx.clock.today() }),
        peopleOf(reader, { id, places: `{${(ctx.actor ? placesFor(ctx.actor, 'person.read') : []).join(',')}}` }),
      ]);
    if (!found) return null;
    const { successor, ...facts } = found;
    return {
      facts,
      may: rightsAt(ctx, facts.path),
      mayAddBelow: (KINDS_BELOW[facts.kind]?.length ?? 0) > 0,
      trail,
      successor,
      mergedFrom,
      formerNames,
      formerParents,
      aliases,
      children: children.map(({ total: _, ...child }) => child),
      childrenInAll: children[0]?.total ?? 0,
      passportFields: facts.kind === 'school' ? passportFields.filter(({ retired }) => !retired) : [],
      everyPassportField: facts.kind === 'school' ? passportFields : [],
      groups,
      people,
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
  const [row] = await factsOf(reader, { id });
  if (!row) return null;
  const { successorId, successorName, ...facts } = row;
  const successor = successorId === null || successorName === null ? null : { id: successorId, name: successorName };
  return { ...facts, successor };
}

type OfPlace = { readonly id: number };

const factsOf = prepared((reader, { id }: OfPlace) =>
  reader
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
    ]),
);

/** What is above a place, from the region down. */
export function readTrail(reader: Reader, id: number): Promise<Linked[]> {
  return trailOf(reader, { id });
}

const trailOf = prepared((reader, { id }: OfPlace) =>
  reader
    .selectFrom('organization as above')
    .where('above.id', '<>', id)
    .where(
      sql<boolean>`above.id in (
        select step::integer from organization, unnest(string_to_array(path::text, '.')) as step where id = ${id}
      )`,
    )
    .select(['above.id', 'above.short_name as name'])
    .orderBy(sql.raw('nlevel(above.path)')),
);

const mergedInto = prepared((reader, { id }: OfPlace) =>
  reader
    .selectFrom('organization')
    .where('successor_id', '=', id)
    .select(['id', 'short_name as name', 'closed_on as closedOn'])
    .orderBy('closed_on')
    .limit(CHILDREN_ON_PAGE),
);

const formerNamesOf = prepared((reader, { id }: OfPlace) =>
  reader
    .selectFrom('organization_name')
    .where('organization_id', '=', id)
    .select(['id', 'official_name as officialName', 'short_name as shortName', 'valid_until as validUntil', 'basis'])
    .orderBy('valid_until', 'desc'),
);

const formerParentsOf = prepared((reader, { id }: OfPlace) =>
  reader
    .selectFrom('former_parent as former')
    .innerJoin('organization', 'organization.id', 'former.parent_id')
    .where('former.organization_id', '=', id)
    .select([
      'former.id as rowId',
      'organization.id',
      'organization.short_name as name',
      'former.valid_until as validUntil',
      'former.basis',
    ])
    .orderBy('former.valid_until', 'desc'),
);

/** Other ways to write its name, the own territory first. */
export function readAliases(reader: Reader, id: number): Promise<Alias[]> {
  return aliasesOf(reader, { id });
}

const aliasesOf = prepared((reader, { id }: OfPlace) =>
  reader
    .selectFrom('organization_alias')
    .leftJoin('organization as territory', 'territory.id', 'organization_alias.territory_id')
    .where('organization_id', '=', id)
    .select(['organization_alias.id', 'words', 'territory.short_name as territory'])
    .orderBy('words'),
);

const childrenOf = prepared((reader, { id, skipped }: OfPlace & { readonly skipped: number }) =>
  reader
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
    .offset(skipped),
);

/** What a passport may hold, in the order in which it is shown; without what is retired. */
export async function readPassportFields(reader: Reader): Promise<PassportField[]> {
  const fields = await passportFieldsInOrder(reader, {});
  return fields.filter(({ retired }) => !retired);
}

const passportFieldsInOrder = prepared((reader, _: Readonly<Record<string, never>>) =>
  reader
    .selectFrom('passport_field')
    .select([
      'key',
      'title_ru as titleRu',
      'title_en as titleEn',
      'unit_ru as unitRu',
      'unit_en as unitEn',
      sql<PassportField['type']>`type`.as('type'),
      sql<boolean>`retired_on is not null`.as('retired'),
    ])
    .orderBy('place')
    .orderBy('id'),
);

/** Groups that hold it or held it; those of all schools, first, without dates. */
const groupsOf = prepared((reader, { id, today }: OfPlace & { readonly today: string }) =>
  reader
    .selectFrom('organization as place')
    .innerJoin('executor_group', (join) =>
      join
        .on('executor_group.holds_all_schools', '=', true)
        .on('place.kind', '=', 'school')
        .on(sql<boolean>`executor_group.path @> place.path`)
        .on(sql<boolean>`coalesce(place.closed_on > ${today}::date, true)`),
    )
    .where('place.id', '=', id)
    .select([
      'executor_group.id as groupId',
      'title',
      sql<string | null>`null::date`.as('from'),
      sql<string | null>`null::date`.as('until'),
      sql<string | null>`null::text`.as('basis'),
    ])
    .unionAll(
      reader
        .selectFrom('executor_group_member as member')
        .innerJoin('executor_group', 'executor_group.id', 'member.group_id')
        .where('member.organization_id', '=', id)
        .where('executor_group.holds_all_schools', '=', false)
        .select([
          'executor_group.id as groupId',
          'executor_group.title',
          'member_from as from',
          'member_until as until',
          'member.basis',
        ]),
    )
    .orderBy('from', (order) => order.desc().nullsFirst()),
);

/** Who works there, where the person may read people: `places` is an array of PostgreSQL. */
const peopleOf = prepared((reader, { id, places }: OfPlace & { readonly places: string }) =>
  reader
    .selectFrom('person')
    .where('organization_id', '=', id)
    .where('closed_at', 'is', null)
    .where(sql<boolean>`path <@ any (${places}::ltree[])`)
    .select(['id', 'full_name as name', 'position'])
    .orderBy(sql.raw('full_name collate "ru-x-icu"'))
    .limit(100),
);
