import { sql } from 'kysely';
import { may } from '#domain/access/actor.ts';
import { mayGiveRole } from '#domain/access/giving-roles.ts';
import type { Role } from '#domain/access/roles.ts';
import { mayKeep } from '#features/accounts/people/keep-account.server.ts';
import type { Context, Reader } from '#platform/context/context.ts';

/** The newest entries of the journal that a card shows. */
const NEWEST = 50;

export type PersonRole = {
  readonly id: number;
  readonly role: Role;
  readonly place: string;
  readonly placeId: number;
  readonly from: string;
  readonly until: string | null;
  readonly substitutes: string | null;
  readonly basis: string | null;
  /** Present or to come, and the acting person may end it. */
  readonly mayEnd: boolean;
};

type Fields = Readonly<Record<string, unknown>> | null;
export type PersonChange = { readonly subject: string; readonly was: Fields; readonly became: Fields };

export type PersonJournalLine = {
  readonly id: number;
  readonly at: Date;
  readonly deed: string;
  readonly basis: string | null;
  readonly author: string | null;
  readonly changes: readonly PersonChange[];
};

/** All that the card of one person shows. */
export type PersonCard = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly position: string | null;
  readonly organization: string;
  readonly organizationId: number;
  readonly closedAt: Date | null;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly roles: readonly PersonRole[];
  readonly mayKeep: boolean;
  readonly mayGive: boolean;
  /** null: the acting person may not read it. */
  readonly journal: readonly PersonJournalLine[] | null;
  /** Names of organisations that the journal points at. */
  readonly names: Readonly<Record<number, string>>;
};

/** The card of a person; null when there is none, or none that the acting person may read. */
export function getPersonCard(ctx: Context, id: string): Promise<PersonCard | null> {
  const { actor } = ctx;
  if (actor === null) return Promise.resolve(null);
  return ctx.read(async (reader) => {
    const person = await reader
      .selectFrom('person as p')
      .leftJoin('organization as o', 'o.id', 'p.organization_id')
      .where('p.id', '=', id)
      .select([
        'p.id',
        'p.path',
        'p.full_name as name',
        'p.email',
        'p.position',
        'p.organization_id as organizationId',
        'o.short_name as organization',
        'p.closed_at as closedAt',
        'p.two_factor_enabled as hasSecondFactor',
        sql<boolean>`opora_has_password(p.id)`.as('hasPassword'),
      ])
      .executeTakeFirst();
    if (!person || !may(actor, 'person.read', person.path)) return null;
    const { path, ...facts } = person;
    const journal = may(actor, 'journal.read', path) ? await readJournal(reader, id) : null;
    return {
      ...facts,
      organization: facts.organization ?? '',
      roles: await readRoles(ctx, reader, id),
      mayKeep: await mayKeep(ctx, reader, id, path),
      mayGive: may(actor, 'person.assign-role', path),
      journal,
      names: await namesIn(reader, journal ?? []),
    };
  });
}

async function readRoles({ actor, clock }: Context, reader: Reader, id: string): Promise<PersonRole[]> {
  const rows = await reader
    .selectFrom('role_assignment as r')
    .innerJoin('organization as o', 'o.id', 'r.organization_id')
    .leftJoin('person as s', 's.id', 'r.substitutes_id')
    .where('r.person_id', '=', id)
    .select([
      'r.id',
      sql<Role>`r.role`.as('role'),
      'o.short_name as place',
      'o.id as placeId',
      'r.path',
      'r.valid_from as from',
      'r.valid_until as until',
      's.full_name as substitutes',
      'r.basis',
    ])
    .orderBy(sql`r.valid_until desc nulls first`)
    .orderBy('r.id')
    .execute();
  const today = clock.today();
  return rows.map(({ path, ...row }) => ({
    ...row,
    mayEnd: actor !== null && (row.until === null || row.until >= today) && mayGiveRole(actor, row.role, path),
  }));
}

async function readJournal(reader: Reader, id: string): Promise<PersonJournalLine[]> {
  const { rows } = await sql<PersonJournalLine>`select * from journal_of_person(${id}, ${NEWEST})`.execute(reader);
  return rows;
}

async function namesIn(reader: Reader, lines: readonly PersonJournalLine[]): Promise<Record<number, string>> {
  const ids = lines
    .flatMap(({ changes }) =>
      changes.flatMap(({ was, became }) => [was?.['organization_id'], became?.['organization_id']]),
    )
    .filter((value) => typeof value === 'number');
  if (ids.length === 0) return {};
  const rows = await reader
    .selectFrom('organization')
    .where('id', 'in', [...new Set(ids)])
    .select(['id', 'short_name as name'])
    .execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
