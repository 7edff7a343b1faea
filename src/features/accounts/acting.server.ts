import type { Actor, RoleAtPlace } from '#domain/access/actor.ts';
import type { Role } from '#domain/access/roles.ts';
import type { Statement } from '#platform/database/batch.ts';
import { sendAtOnce } from '#platform/database/batch.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { RENEWED_AFTER_S } from '#platform/identity/identity.ts';
import type { Services } from '#platform/services.ts';

/** Who has signed in. */
export type SignedIn = { readonly actor: Actor; readonly hasSecondFactor: boolean };

type SessionRow = {
  readonly personId: string;
  readonly name: string;
  readonly hasSecondFactor: boolean;
  readonly isDue: boolean;
  readonly role: Role | null;
  readonly path: string | null;
};

const SESSION = `
  select person.id as "personId", full_name as name, two_factor_enabled as "hasSecondFactor", role, role_assignment.path,
    session.updated_at < now() - make_interval(secs => $3) as "isDue"
  from sign_in_session as session
  join person on person.id = session.person_id and person.closed_at is null
  left join role_assignment on role_assignment.person_id = person.id
    and valid_from <= $2 and (valid_until is null or valid_until >= $2)
  where session.token = $1 and session.expires_at > now()`;

/**
 * Who a request comes from: the session, the person and the roles of the day, asked of the database anew at every request,
 * so that a session that was ended and a role that was taken end with the next one. Null: nobody, or not any more.
 */
export async function signedIn(
  { database, identity, sessionToken, clock }: Services,
  headers: Headers,
): Promise<SignedIn | null> {
  const token = await sessionToken(headers);
  if (token === null) return null;
  const session: Statement = { name: 'session', text: SESSION, values: [token, clock.today(), RENEWED_AFTER_S] };
  const [rows = []] = (await sendAtOnce(database.pool, [session])) as unknown as SessionRow[][];
  const [first] = rows;
  if (!first) return null;
  // Now and then the library puts the end of the session off.
  if (first.isDue && (await identity.api.getSession({ headers })) === null) return null;
  const { personId, name, hasSecondFactor } = first;
  return { actor: { personId, name, roles: rolesIn(rows) }, hasSecondFactor };
}

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
    roles: rolesIn(rows),
  };
}

/** The language in which a person reads pages; null when there is no such person. */
export async function languageOf(database: Database, personId: string): Promise<Locale | null> {
  const found = await database.selectFrom('person').where('id', '=', personId).select('locale').executeTakeFirst();
  return found ? (found.locale as Locale) : null;
}

function rolesIn(rows: readonly { readonly role: string | null; readonly path: string | null }[]): RoleAtPlace[] {
  return rows.flatMap(({ role, path }) => (role === null || path === null ? [] : [{ role: role as Role, path }]));
}
