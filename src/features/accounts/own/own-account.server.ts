import { sql } from 'kysely';
import type { Role } from '#domain/access/roles.ts';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import type { Context } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** What people see of themselves. */
export type OwnAccount = {
  readonly name: string;
  readonly email: string;
  readonly position: string;
  readonly organization: string;
  readonly locale: Locale;
  readonly hasSecondFactor: boolean;
  readonly roles: readonly OwnRole[];
};

export type OwnRole = {
  readonly id: number;
  readonly role: Role;
  readonly place: string;
  readonly from: string;
  readonly until: string | null;
};

/** The acting person with their present and coming roles; null when nobody acts. */
export async function ownAccount({ actor, clock, read }: Context): Promise<OwnAccount | null> {
  if (!actor) return null;
  return read(async (reader) => {
    const person = await reader
      .selectFrom('person')
      .leftJoin('organization', 'organization.id', 'person.organization_id')
      .where('person.id', '=', actor.personId)
      .select([
        'full_name as name',
        'person.email',
        'position',
        'organization.short_name as organization',
        sql<Locale>`person.locale`.as('locale'),
        'two_factor_enabled as hasSecondFactor',
      ])
      .executeTakeFirst();
    if (!person) return null;
    const roles = await reader
      .selectFrom('role_assignment as r')
      .leftJoin('organization as o', 'o.id', 'r.organization_id')
      .where('r.person_id', '=', actor.personId)
      .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', clock.today())]))
      .select([
        'r.id',
        sql<Role>`r.role`.as('role'),
        'o.short_name as place',
        'valid_from as from',
        'valid_until as until',
      ])
      .orderBy('valid_from')
      .orderBy('r.id')
      .execute();
    return {
      ...person,
      position: person.position ?? '',
      organization: person.organization ?? '',
      roles: roles.map((role) => ({ ...role, place: role.place ?? '' })),
    };
  });
}

/** Keeps the language in which the person reads pages, chosen at the top of one of them. */
export async function keepLanguage(ctx: Context, locale: Locale): Promise<void> {
  await ctx.transaction(async (writer) => {
    const { actor } = ctx;
    if (!actor) return refuse({ code: 'forbidden' });
    const own = await writer
      .selectFrom('person')
      .where('id', '=', actor.personId)
      .select(['path', 'locale'])
      .executeTakeFirstOrThrow();
    if (own.locale === locale) return done(null);
    await journal(writer, actor, { deed: 'person.own-data', path: own.path });
    await writer
      .updateTable('person')
      .set({ locale, updated_at: sql`now()` })
      .where('id', '=', actor.personId)
      .execute();
    return done(null);
  });
}

/** Keeps what people may change about themselves. */
export function saveOwnData(
  ctx: Context,
  input: { readonly name: string; readonly position: string; readonly locale: Locale },
): Promise<Result<null>> {
  return ctx.transaction(async (writer) => {
    const { actor } = ctx;
    if (!actor) return refuse({ code: 'forbidden' });
    const { path } = await writer
      .selectFrom('person')
      .where('id', '=', actor.personId)
      .select('path')
      .executeTakeFirstOrThrow();
    await journal(writer, actor, { deed: 'person.own-data', path });
    await writer
      .updateTable('person')
      .set({
        full_name: input.name,
        position: input.position === '' ? null : input.position,
        locale: input.locale,
        updated_at: sql`now()`,
      })
      .where('id', '=', actor.personId)
      .execute();
    return done(null);
  });
}
