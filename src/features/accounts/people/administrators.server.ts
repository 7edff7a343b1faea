import { sql } from 'kysely';
import pg from 'pg';
import type { Administration } from '#domain/access/last-administrator.ts';
import { isAdministered } from '#domain/access/last-administrator.ts';
import type { Result } from '#domain/outcome.ts';
import { refuse } from '#domain/outcome.ts';
import type { Writer } from '#platform/context/context.ts';

/** Whether the installation would still be administered after a change of roles and accounts of administrators. */
export async function staysAdministered(
  writer: Writer,
  today: string,
  change: (one: Administration) => Administration | null,
): Promise<boolean> {
  const roles = await writer
    .selectFrom('role_assignment as r')
    .innerJoin('person', 'person.id', 'r.person_id')
    .where('r.role', '=', 'administrator')
    .select(['r.id', 'r.person_id as personId', 'valid_from as from', 'valid_until as until'])
    .select(sql<boolean>`closed_at is null`.as('isOpen'))
    .execute();
  return isAdministered(
    roles.flatMap((role) => change(role) ?? []),
    today,
  );
}

/** Two administrators may end each other at the same moment: the database lets one of them, the other is refused here. */
export async function refusingLastAdministrator<T>(deed: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await deed;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.constraint !== 'last_administrator') throw error;
    return refuse({ code: 'administrator.last' });
  }
}
