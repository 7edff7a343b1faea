import type { Actor } from '#domain/access/actor.ts';
import type { Role } from '#domain/access/roles.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/**
 * The person with the roles of the day: own ones, and those of a person whom they stand in for. A person whose account is
 * closed, or who is unknown, acts no more.
 *
 * Runs as the owner of the database: it is what row-level security begins with.
 *
 * @param today `2026-03-15`, in the region's time zone
 */
export async function actorOf(database: Database, personId: string, today: string): Promise<Actor | null> {
  const rows = await database
    .selectFrom('person')
    .leftJoin('role_assignment', (join) =>
      join
        .onRef('role_assignment.person_id', '=', 'person.id')
        .on('role_assignment.valid_from', '<=', today)
        .on((where) =>
          where.or([
            where('role_assignment.valid_until', 'is', null),
            where('role_assignment.valid_until', '>=', today),
          ]),
        ),
    )
    .where('person.id', '=', personId)
    .where('person.closed_at', 'is', null)
    .select(['person.full_name as name', 'role_assignment.role', 'role_assignment.path'])
    .execute();
  const [first] = rows;
  if (!first) return null;
  return {
    personId,
    name: first.name,
    roles: rows.flatMap(({ role, path }) => (role === null || path === null ? [] : [{ role: role as Role, path }])),
  };
}

/** The language in which a person reads pages; null when there is no such person. */
export async function languageOf(database: Database, personId: string): Promise<Locale | null> {
  const found = await database.selectFrom('person').where('id', '=', personId).select('locale').executeTakeFirst();
  return found ? (found.locale as Locale) : null;
}
