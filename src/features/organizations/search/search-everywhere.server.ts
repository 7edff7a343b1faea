import { sql } from 'kysely';
import { listPeople } from '#features/accounts/people/list-people.server.ts';
import type { Kind } from '#features/organizations/list-address.ts';
import { readListAddress } from '#features/organizations/list-address.ts';
import { listOrganizations } from '#features/organizations/list-organizations.server.ts';
import { searchPatterns } from '#features/organizations/search-words.ts';
import type { Context } from '#platform/context/context.ts';

/** The first of what was found, and how many there are in all. */
export type FoundPart<Row> = { readonly first: readonly Row[]; readonly total: number };

export type FoundOrganization = {
  readonly id: number;
  readonly name: string;
  readonly officialName: string;
  readonly kind: Kind;
  readonly code: string | null;
  readonly municipality: string | null;
};
export type FoundPerson = {
  readonly id: string;
  readonly name: string;
  readonly position: string | null;
  readonly organization: string | null;
};
export type FoundGroup = { readonly id: number; readonly title: string; readonly owner: string };

export type Found = {
  readonly organizations: FoundPart<FoundOrganization>;
  readonly groups: FoundPart<FoundGroup>;
  /** null: the person sees no people but themselves. */
  readonly people: FoundPart<FoundPerson> | null;
};

/** Rows of a kind; the rest is a list away. */
const FIRST = 8;
/** As long as the lists take. */
const LONGEST = 100;

/**
 * What has all the words among organisations, groups and people, as far as the person may see them: the same as the lists
 * of each would show. null: nothing was asked.
 */
export async function searchEverywhere(ctx: Context, asked: string): Promise<Found | null> {
  const words = asked.trim().slice(0, LONGEST);
  const patterns = searchPatterns(words);
  if (patterns.length === 0) return null;
  const address = { ...readListAddress(new URLSearchParams()), q: words, reach: 'all', state: 'any' } as const;
  const organizations = await listOrganizations(ctx, address);
  const people = await listPeople(ctx, { q: words, role: null, within: null, state: 'open', sort: 'name', page: 1 });
  return {
    organizations: firstOf(organizations),
    groups: await findGroups(ctx, patterns),
    people: people && firstOf(people),
  };
}

async function findGroups(ctx: Context, patterns: readonly string[]): Promise<FoundPart<FoundGroup>> {
  const rows = await ctx.read((reader) =>
    reader
      .selectFrom('executor_group as one')
      .innerJoin('organization as owner', 'owner.id', 'one.owner_id')
      // Groups are few: a territory has dozens at most.
      .where(
        sql<boolean>`organization_words(one.title, one.short_title) like all (array[${sql.join(patterns)}]::text[])`,
      )
      .select(['one.id', 'one.title', 'owner.short_name as owner', sql<number>`count(*) over ()::int`.as('total')])
      .orderBy(sql.raw('one.title collate "ru-x-icu", one.id'))
      .limit(FIRST)
      .execute(),
  );
  return { first: rows, total: rows[0]?.total ?? 0 };
}

function firstOf<Row>({ rows, total }: { readonly rows: readonly Row[]; readonly total: number }): FoundPart<Row> {
  return { first: rows.slice(0, FIRST), total };
}
