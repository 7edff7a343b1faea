import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { placesFor } from '#domain/access/actor.ts';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import type { CheckedList, Invitation, Present } from '#features/accounts/invitations/check-list.ts';
import { checkList, roleKey } from '#features/accounts/invitations/check-list.ts';
import type { ReadList } from '#features/accounts/invitations/list-layout.ts';
import { readList } from '#features/accounts/invitations/list-layout.ts';
import type { Context, Reader, Writer } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';
import { readSheet } from '#platform/sheets/read-sheet.ts';

const LIMITS = { bytes: 5 * 1024 * 1024, rows: 5_000 };

/** Rows per statement: PostgreSQL takes 65,535 parameters. */
const CHUNK = 1_000;

export type Done = { readonly invited: number; readonly assigned: number; readonly already: number };

/** Reads a file and keeps what it says for its person, until it is carried out; the value is the number of the list. */
export async function keepList(ctx: Context, bytes: Uint8Array, fileName: string): Promise<Result<string>> {
  if (ctx.actor === null || placesFor(ctx.actor, 'person.invite').length === 0) return refuse({ code: 'forbidden' });
  let list: ReadList;
  try {
    list = readList(await readSheet(bytes, fileName, LIMITS));
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse({ code: 'list.unreadable' });
    throw error;
  }
  return ctx.transaction(async (writer) => {
    // Lists that nobody carried out hold names and addresses: they are not kept for long.
    await writer
      .deleteFrom('invitation_list')
      .where('read_at', '<', sql<Date>`now() - interval '7 days'`)
      .execute();
    const { id } = await writer
      .insertInto('invitation_list')
      .values({ file_name: fileName.slice(0, 200), rows: JSON.stringify(list) })
      .returning('id')
      .executeTakeFirstOrThrow();
    return done(id);
  });
}

/** The dry run of a kept list; null when there is none, or none of the acting person. */
export function dryRun(
  ctx: Context,
  id: string,
): Promise<(CheckedList & { readonly list: ReadList; readonly fileName: string }) | null> {
  return ctx.read(async (reader) => {
    const kept = await keptList(reader, id);
    if (!kept || !ctx.actor) return null;
    return { ...kept, ...checkList(kept.list, await whatIsThere(ctx, reader, kept.list), ctx.actor) };
  });
}

/** Carries a kept list out: all of it or, when anything is wrong, nothing. The same list once more changes nothing. */
export function inviteList(ctx: Context, id: string): Promise<Result<Done>> {
  return ctx.transaction(async (writer) => {
    const { actor } = ctx;
    const kept = await keptList(writer, id);
    if (!kept || !actor) return refuse({ code: 'not-found' });
    const checked = checkList(kept.list, await whatIsThere(ctx, writer, kept.list), actor);
    if (checked.findings.length > 0) return refuse({ code: 'list.faulty' });
    const people = checked.newcomers.map((invitations) => ({ id: randomUUID(), invitations }));
    const roles = [
      ...people.flatMap((person) => person.invitations.map((one) => ({ ...one, personId: person.id }))),
      ...checked.roles,
    ];
    if (roles.length > 0) {
      const path = commonPath(roles.map(({ place }) => place.path));
      await journal(writer, actor, { deed: 'person.invited-by-list', path, basis: kept.fileName });
      if (!(await makePeople(writer, people))) return refuse({ code: 'list.faulty' });
      await giveRoles(writer, roles, ctx.clock.today());
    }
    await writer.deleteFrom('invitation_list').where('id', '=', id).execute();
    return done({ invited: people.length, assigned: checked.roles.length, already: checked.already });
  });
}

async function keptList(reader: Reader, id: string): Promise<{ list: ReadList; fileName: string } | undefined> {
  return reader
    .selectFrom('invitation_list')
    .where('id', '=', id)
    .select([sql<ReadList>`rows`.as('list'), 'file_name as fileName'])
    .executeTakeFirst();
}

async function whatIsThere({ clock }: Context, reader: Reader, { rows }: ReadList): Promise<Present> {
  const addresses = [...new Set(rows.map(({ email }) => email.toLowerCase()))];
  const today = clock.today();
  const places = await reader
    .selectFrom('organization')
    .where(sql<boolean>`path <@ any ((select opora_scopes())::ltree[])`)
    .where((where) => where.or([where('closed_on', 'is', null), where('closed_on', '>', today)]))
    .select(['id', 'path', 'kind', 'oo_code as code', sql<string[]>`array[short_name, official_name]`.as('names')])
    .execute();
  const people = await reader
    .selectFrom('person')
    .where('email', '=', sql<string>`any (${addresses}::citext[])`)
    .select(['id', 'email'])
    .execute();
  const held = await reader
    .selectFrom('role_assignment')
    .where('person_id', '=', sql<string>`any (${people.map(({ id }) => id)}::uuid[])`)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', today)]))
    .select(['person_id', 'role', 'organization_id'])
    .execute();
  const taken = await sql<{ email: string }>`
    select email from opora_taken_addresses(${addresses}) as taken (email)`.execute(reader);
  return {
    places,
    people,
    roles: new Set(held.map(({ person_id, role, organization_id }) => roleKey(person_id, role, organization_id))),
    taken: new Set(taken.rows.map(({ email }) => email.toLowerCase())),
  };
}

type Newcomer = { readonly id: string; readonly invitations: readonly Invitation[] };

/** False when somebody took one of the addresses meanwhile. */
async function makePeople(writer: Writer, people: readonly Newcomer[]): Promise<boolean> {
  for (const chunk of chunksOf(people)) {
    const made = await writer
      .insertInto('person')
      .values(
        chunk.flatMap(({ id, invitations: [first] }) =>
          first === undefined
            ? []
            : [
                {
                  id,
                  email: first.email,
                  full_name: first.name,
                  position: first.position,
                  organization_id: first.place.id,
                },
              ],
        ),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    if (made.length !== chunk.length) return false;
    await writer
      .insertInto('letter_outbox')
      .values(chunk.map(({ id }) => ({ kind: 'invitation', person_id: id })))
      .execute();
  }
  return true;
}

async function giveRoles(
  writer: Writer,
  roles: readonly (Invitation & { readonly personId: string })[],
  today: string,
): Promise<void> {
  for (const chunk of chunksOf(roles))
    await writer
      .insertInto('role_assignment')
      .values(
        chunk.map(({ personId, role, place }) => ({
          person_id: personId,
          role,
          organization_id: place.id,
          valid_from: today,
        })),
      )
      // A role that ended earlier today begins again with the same day.
      .onConflict((conflict) =>
        conflict.columns(['person_id', 'role', 'organization_id', 'valid_from']).doUpdateSet({ valid_until: null }),
      )
      .execute();
}

function chunksOf<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, at) => rows.slice(at * CHUNK, (at + 1) * CHUNK));
}

/** The innermost place that holds all of them. */
function commonPath(paths: readonly string[]): string | null {
  const [first = [], ...others] = paths.map((path) => path.split('.'));
  const differs = first.findIndex((label, at) => others.some((other) => other[at] !== label));
  const common = (differs === -1 ? first : first.slice(0, differs)).join('.');
  return common === '' ? null : common;
}
