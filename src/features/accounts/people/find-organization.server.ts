import { sql } from 'kysely';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import type { Reader } from '#platform/context/context.ts';

export type FoundOrganization = {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly kind: string;
};

/** How many are named when the words fit several. */
const CANDIDATES = 10;

/**
 * The organisation within the person's places that a code, a number of its record (`#12`) or a name means. Words that fit
 * none or several are refused, with those that they may mean.
 */
export async function findOrganization(reader: Reader, words: string): Promise<Result<FoundOrganization>> {
  const within = reader
    .selectFrom('organization')
    .where(sql<boolean>`path <@ any ((select opora_scopes())::ltree[])`)
    .select(['id', 'short_name as name', 'path', 'kind'])
    .limit(CANDIDATES);
  const number = /^#(\d{1,9})$/u.exec(words)?.[1];
  const exact = await within
    .where((where) =>
      number === undefined
        ? where.or([
            where('oo_code', '=', words),
            where(sql`lower(short_name)`, '=', words.toLowerCase()),
            where(sql`lower(official_name)`, '=', words.toLowerCase()),
          ])
        : where('id', '=', Number(number)),
    )
    .execute();
  const [only, another] = exact;
  if (only && !another) return done(only);
  const sought =
    words
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  let alike = within.orderBy('short_name');
  for (const word of sought) alike = alike.where('search', 'like', `%${word}%`);
  const candidates = exact.length > 1 ? exact : sought.length === 0 ? [] : await alike.execute();
  return refuse({ code: 'organization.unclear', candidates: candidates.map(({ id, name }) => ({ id, name })) });
}
