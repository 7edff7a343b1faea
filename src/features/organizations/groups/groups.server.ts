import { sql } from 'kysely';
import { may, placesFor } from '#domain/access/actor.ts';
import type { Named } from '#features/organizations/list-organizations.server.ts';
import type { Context } from '#platform/context/context.ts';

/** Members on a page of a group. */
export const MEMBERS_ON_PAGE = 50;

export type GroupRow = {
  readonly id: number;
  readonly title: string;
  readonly shortTitle: string;
  readonly owner: string;
  readonly holdsAllSchools: boolean;
  /** Members on the day, of those that the person may see. */
  readonly members: number;
};

/** The groups of executors that the person's places know, and the places where the person may make another. */
export function listGroups(ctx: Context): Promise<{ readonly groups: GroupRow[]; readonly owners: Named[] }> {
  return ctx.read(async (reader) => {
    const today = ctx.clock.today();
    const groups = await reader
      .selectFrom('executor_group as one')
      .innerJoin('organization as owner', 'owner.id', 'one.owner_id')
      .select([
        'one.id',
        'one.title',
        'one.short_title as shortTitle',
        'owner.short_name as owner',
        'one.holds_all_schools as holdsAllSchools',
        sql<number>`case when one.holds_all_schools
          then (select count(*) from organization as school where school.kind = 'school' and school.path <@ one.path
            and coalesce(school.closed_on > ${today}::date, true))
          else (select count(*) from executor_group_member as member where member.group_id = one.id
            and member_from <= ${today}::date and coalesce(member_until >= ${today}::date, true)) end`.as('members'),
      ])
      .orderBy(sql.raw('one.title collate "ru-x-icu"'))
      .execute();
    const places = ctx.actor ? placesFor(ctx.actor, 'group.edit') : [];
    const owners =
      places.length === 0
        ? []
        : await reader
            .selectFrom('organization')
            .where(
              'id',
              'in',
              places.map((place) => Number(place.split('.').at(-1))),
            )
            .select(['id', 'short_name as name'])
            .execute();
    return { groups, owners };
  });
}

export type MemberRow = {
  readonly organizationId: number;
  readonly name: string;
  readonly code: string | null;
  readonly municipality: string | null;
  /** null: a group of all schools lists none. */
  readonly memberId: number | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly basis: string | null;
};

export type GroupCard = {
  readonly id: number;
  readonly title: string;
  readonly shortTitle: string;
  readonly holdsAllSchools: boolean;
  readonly owner: Named;
  readonly mayEdit: boolean;
  readonly on: string;
  readonly members: readonly MemberRow[];
  readonly total: number;
};

/** A group with those who belong to it on a day, as far as the person may see them; null when there is no such group. */
export function getGroup(
  ctx: Context,
  id: number,
  { on, page }: { readonly on: string; readonly page: number },
): Promise<GroupCard | null> {
  return ctx.read(async (reader) => {
    const group = await reader
      .selectFrom('executor_group as one')
      .innerJoin('organization as owner', 'owner.id', 'one.owner_id')
      .where('one.id', '=', id)
      .select(['one.id', 'one.path', 'one.title', 'one.short_title', 'one.holds_all_schools', 'owner.id as ownerId'])
      .select('owner.short_name as ownerName')
      .executeTakeFirst();
    if (!group) return null;
    let members = reader
      .selectFrom('organization')
      .leftJoin('executor_group_member as member', (join) =>
        join
          .onRef('member.organization_id', '=', 'organization.id')
          .on('member.group_id', '=', id)
          .on('member.member_from', '<=', on)
          .on(sql<boolean>`coalesce(member.member_until >= ${on}::date, true)`),
      )
      .leftJoin('organization as municipality', 'municipality.id', 'organization.municipality_id');
    members = group.holds_all_schools
      ? members
          .where('organization.kind', '=', 'school')
          .where(sql<boolean>`organization.path <@ ${group.path}::ltree`)
          .where(sql<boolean>`coalesce(organization.closed_on > ${on}::date, true)`)
      : members.where('member.id', 'is not', null);
    const rows = await members
      .select([
        'organization.id as organizationId',
        'organization.short_name as name',
        'organization.oo_code as code',
        'municipality.short_name as municipality',
        'member.id as memberId',
        'member.member_from as from',
        'member.member_until as until',
        'member.basis',
        sql<number>`count(*) over ()::int`.as('total'),
      ])
      .orderBy(sql.raw('organization.short_name collate "ru-x-icu", organization.id'))
      .limit(MEMBERS_ON_PAGE)
      .offset((page - 1) * MEMBERS_ON_PAGE)
      .execute();
    return {
      id,
      title: group.title,
      shortTitle: group.short_title,
      holdsAllSchools: group.holds_all_schools,
      owner: { id: group.ownerId, name: group.ownerName },
      mayEdit: ctx.actor !== null && may(ctx.actor, 'group.edit', group.path),
      on,
      members: rows,
      total: rows[0]?.total ?? 0,
    };
  });
}
