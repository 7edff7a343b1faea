import { sql } from 'kysely';
import { mayKeepAccount } from '#domain/access/giving-roles.ts';
import type { Administration } from '#domain/access/last-administrator.ts';
import type { Role } from '#domain/access/roles.ts';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import { refusingLastAdministrator, staysAdministered } from '#features/accounts/people/administrators.server.ts';
import type { Context, Reader, Writer } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';

/** Closes an account: its sessions and links end at once, its records stay. */
export function closeAccount(ctx: Context, personId: string, basis: string): Promise<Result<null>> {
  return setClosed(ctx, personId, { deed: 'account.closed', basis });
}

/** Opens a closed account again. */
export function openAccount(ctx: Context, personId: string, basis: string): Promise<Result<null>> {
  return setClosed(ctx, personId, { deed: 'account.opened', basis });
}

/** Queues one more letter with a link to set a password. */
export function sendLinkAgain(ctx: Context, personId: string): Promise<Result<null>> {
  return ctx.transaction(async (writer) => {
    const kept = await keptAccount(ctx, writer, personId);
    if (!kept.ok) return kept;
    if (kept.value.closedAt !== null) return refuse({ code: 'account.closed' });
    const { rows } = await sql<{ has: boolean }>`select opora_has_password(${personId}) as has`.execute(writer);
    await journal(writer, ctx.actor, { deed: 'person.link-sent', path: kept.value.path });
    await writer
      .insertInto('letter_outbox')
      .values({ kind: rows[0]?.has === true ? 'password' : 'invitation', person_id: personId })
      .execute();
    return done(null);
  });
}

/** Whether the acting person may close, open and write to the account. */
export async function mayKeep(
  { actor, clock }: Context,
  reader: Reader,
  personId: string,
  path: string,
): Promise<boolean> {
  if (actor === null) return false;
  const today = clock.today();
  const { rows } = await sql<{ beyond: boolean }>`
    select opora_reaches_beyond(${personId}, ${today}::date) as beyond`.execute(reader);
  if (rows[0]?.beyond !== false) return false;
  const roles = await reader
    .selectFrom('role_assignment')
    .where('person_id', '=', personId)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', today)]))
    .select([sql<Role>`role`.as('role'), 'path'])
    .execute();
  return mayKeepAccount(actor, { id: personId, path, roles });
}

async function keptAccount(ctx: Context, writer: Writer, personId: string) {
  const person = await writer
    .selectFrom('person')
    .where('id', '=', personId)
    .select(['path', 'closed_at as closedAt'])
    .forUpdate()
    .executeTakeFirst();
  if (!person) return refuse({ code: 'not-found' });
  return (await mayKeep(ctx, writer, personId, person.path)) ? done(person) : refuse({ code: 'forbidden' });
}

function setClosed(
  ctx: Context,
  personId: string,
  { deed, basis }: { readonly deed: 'account.closed' | 'account.opened'; readonly basis: string },
): Promise<Result<null>> {
  return refusingLastAdministrator(
    ctx.transaction(async (writer) => {
      const kept = await keptAccount(ctx, writer, personId);
      if (!kept.ok) return kept;
      const closed = (one: Administration) => (one.personId === personId ? { ...one, isOpen: false } : one);
      const today = ctx.clock.today();
      if (deed === 'account.closed' && (await staysAdministered(writer, today, (one) => one)))
        if (!(await staysAdministered(writer, today, closed))) return refuse({ code: 'administrator.last' });
      await journal(writer, ctx.actor, { deed, path: kept.value.path, basis: basis === '' ? null : basis });
      await writer
        .updateTable('person')
        .set({ closed_at: deed === 'account.closed' ? ctx.clock.now() : null, updated_at: sql`now()` })
        .where('id', '=', personId)
        .execute();
      return done(null);
    }),
  );
}
