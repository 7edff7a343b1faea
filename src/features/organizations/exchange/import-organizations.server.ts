import { sql } from 'kysely';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import { refusingDuplicates } from '#features/organizations/edit/open-for-change.server.ts';
import type { ImportPlan, PlannedChange } from '#features/organizations/exchange/plan-import.server.ts';
import { planImport } from '#features/organizations/exchange/plan-import.server.ts';
import { placesFor } from '#domain/access/actor.ts';
import type { Context, Writer } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';
import type { ReadSheet } from '#platform/sheets/read-sheet.ts';

export type Imported = {
  /** The entry of the journal; null: there was nothing to change. */
  readonly entryId: number | null;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
};

/** What loading the table would do; nothing is done. */
export function tryImport(ctx: Context, sheet: ReadSheet): Promise<ImportPlan> {
  return ctx.read((reader) => planImport(reader, ctx, sheet));
}

/** Loads a table: all of it or, with one fault in it, nothing. Nothing is ever deleted. */
export function importOrganizations(ctx: Context, sheet: ReadSheet, basis: string | null): Promise<Result<Imported>> {
  return refusingDuplicates(
    ctx.transaction<Imported>(async (writer) => {
      const [place] = ctx.actor ? placesFor(ctx.actor, 'organization.import') : [];
      if (place === undefined) return refuse({ code: 'forbidden' });
      const plan = await planImport(writer, ctx, sheet);
      if (plan.faults.length > 0) return refuse({ code: 'list.faulty' });
      const outcome = { created: plan.created.length, changed: plan.changed.length, unchanged: plan.unchanged };
      if (outcome.created + outcome.changed === 0) return done({ ...outcome, entryId: null });
      const entryId = await journal(writer, ctx.actor, { deed: 'organization.imported', path: place, basis });
      await keepFormerNames(writer, plan.changed, ctx.clock.today(), basis);
      await update(writer, plan.changed);
      await insert(writer, plan.created);
      return done({ ...outcome, entryId });
    }),
  );
}

const COLUMNS = [
  'official_name',
  'short_name',
  'oo_code',
  'vpr_login',
  'inn',
  'ogrn',
  'settlement',
  'address',
  'head_name',
  'is_rural',
  'school_type',
  'email',
  'site',
  'opened_on',
  'closed_on',
  'passport',
] as const;

async function keepFormerNames(
  writer: Writer,
  changes: readonly PlannedChange[],
  today: string,
  basis: string | null,
): Promise<void> {
  await sql`insert into organization_name (organization_id, official_name, short_name, valid_until, basis)
    select place.id, place.official_name, place.short_name, ${today}::date - 1, ${basis}
      from organization as place join ${records(changes)} as given on given.id = place.id
      where (place.official_name, place.short_name) <> (given.official_name, given.short_name)
    on conflict (organization_id, valid_until) do nothing`.execute(writer);
}

/** One statement for all rows. */
async function update(writer: Writer, changes: readonly PlannedChange[]): Promise<void> {
  if (changes.length === 0) return;
  const set = sql.raw(
    COLUMNS.filter((column) => column !== 'passport')
      .map((column) => `${column} = given.${column}`)
      .join(', '),
  );
  // Of a passport the table tells what is in use; what it holds of retired fields stays.
  await sql`update organization set ${set}, passport = given.passport || (organization.passport
      - (select coalesce(array_agg(key), '{}') from passport_field where retired_on is null)),
    version = organization.version + 1
    from ${records(changes)} as given where given.id = organization.id`.execute(writer);
}

async function insert(writer: Writer, changes: readonly PlannedChange[]): Promise<void> {
  if (changes.length === 0) return;
  const columns = sql.raw(['kind', 'parent_id', ...COLUMNS].join(', '));
  await sql`insert into organization (${columns}, published)
    select ${columns}, kind <> 'school' from ${records(changes)} as given`.execute(writer);
}

function records(changes: readonly PlannedChange[]) {
  const rows = changes.map(({ id, values }) => {
    const passport = Object.entries(values).flatMap(([key, value]) =>
      key.startsWith('passport.') && value !== null ? [[key.slice('passport.'.length), value]] : [],
    );
    return { ...values, id, passport: Object.fromEntries(passport) as Record<string, unknown> };
  });
  return sql`jsonb_populate_recordset(null::organization, ${JSON.stringify(rows)}::jsonb)`;
}
