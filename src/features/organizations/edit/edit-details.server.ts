import { sql } from 'kysely';
import { isOoCode } from '#domain/organizations/codes.ts';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import { readPassportFields } from '#features/organizations/card/organization-card.server.ts';
import type { PassportField, PassportValue } from '#features/organizations/card/organization-card.server.ts';
import type { Details } from '#features/organizations/edit/forms.ts';
import { openForChange, refusingDuplicates } from '#features/organizations/edit/open-for-change.server.ts';
import { passportValue } from '#features/organizations/edit/fields/passport-value.ts';
import type { Context, Writer } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';

/** Changes codes, place, head and addresses of an organisation. */
export function editDetails(ctx: Context, id: number, input: Details): Promise<Result<number>> {
  return refusingDuplicates(
    ctx.transaction(async (writer) => {
      const opened = await openForChange(writer, ctx, { id, version: input.version, deed: 'organization.edit' });
      if (!opened.ok) return opened;
      const { kind, path, closedOn } = opened.value;
      const unfit = unfitDetail(kind, closedOn, input);
      if (unfit) return refuse({ code: 'organization.unfit', field: unfit });
      await journal(writer, ctx.actor, { deed: 'organization.edited', path, basis: input.basis });
      await writer
        .updateTable('organization')
        .set({ ...columnsOf(kind, input), version: input.version + 1 })
        .where('id', '=', id)
        .execute();
      return done(id);
    }),
  );
}

/** The field that does not fit an organisation of this kind; null when all do. */
export function unfitDetail(kind: string, closedOn: string | null, input: Omit<Details, 'version'>): string | null {
  if (input.ooCode !== null && !isOoCode(input.ooCode, kind)) return 'ooCode';
  if (input.openedOn !== null && closedOn !== null && input.openedOn >= closedOn) return 'openedOn';
  return null;
}

/** Details as columns; what only schools have is left out of others. */
export function columnsOf(kind: string, input: Omit<Details, 'version'>) {
  const isSchool = kind === 'school';
  return {
    oo_code: input.ooCode,
    vpr_login: input.vprLogin,
    inn: input.inn,
    ogrn: input.ogrn,
    settlement: input.settlement,
    address: input.address,
    head_name: input.headName,
    email: input.email,
    site: input.site,
    opened_on: input.openedOn,
    is_rural: input.locality === '' ? null : input.locality === 'rural',
    school_type: isSchool && input.schoolType !== '' ? input.schoolType : null,
    is_branch: isSchool && input.branch === 'yes',
  };
}

type PassportInput = { readonly version: number; readonly basis: string | null; readonly [field: string]: unknown };

/** Changes the passport of a school: the head's own numbers. */
export function editPassport(ctx: Context, id: number, input: PassportInput): Promise<Result<number>> {
  return ctx.transaction(async (writer) => {
    const opened = await openForChange(writer, ctx, { id, version: input.version, deed: 'passport.edit' });
    if (!opened.ok) return opened;
    const fields = await readPassportFields(writer);
    const passport = await keptBeside(writer, id, fields);
    for (const field of fields) {
      const written = input[`passport-${field.key}`];
      const value = passportValue(field, typeof written === 'string' ? written : '');
      if (value === 'unfit') return refuse({ code: 'organization.unfit', field: `passport-${field.key}` });
      if (value !== null) passport[field.key] = value.value;
    }
    await journal(writer, ctx.actor, { deed: 'passport.edited', path: opened.value.path, basis: input.basis });
    await writer
      .updateTable('organization')
      .set({ passport: JSON.stringify(passport), version: input.version + 1 })
      .where('id', '=', id)
      .execute();
    return done(id);
  });
}

/** What a passport holds of fields that are not in use now: it stays. */
async function keptBeside(writer: Writer, id: number, fields: readonly PassportField[]) {
  const { passport } = await writer
    .selectFrom('organization')
    .where('id', '=', id)
    .select(sql<Record<string, PassportValue>>`passport`.as('passport'))
    .executeTakeFirstOrThrow();
  const inUse = new Set(fields.map(({ key }) => key));
  return Object.fromEntries(Object.entries(passport).filter(([key]) => !inUse.has(key)));
}
