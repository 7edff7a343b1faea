import { sql } from 'kysely';
import pg from 'pg';
import type { Deed } from '#domain/access/roles.ts';
import { may } from '#domain/access/actor.ts';
import type { JsonFields, Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import type { Context, Writer } from '#platform/context/context.ts';

/** An organisation that nobody else can change until the deed is done. */
export type OpenedOrganization = {
  readonly id: number;
  readonly path: string;
  readonly version: number;
  readonly kind: string;
  readonly officialName: string;
  readonly shortName: string;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
};

/** The first lines of every deed on an organisation: load, may, is it still what the person saw. */
export async function openForChange(
  writer: Writer,
  { actor }: Context,
  { id, version, deed }: { readonly id: number; readonly version: number; readonly deed: Deed },
): Promise<Result<OpenedOrganization>> {
  const found = await writer
    .selectFrom('organization')
    .where('id', '=', id)
    .select([
      'id',
      'path',
      'version',
      'kind',
      'official_name as officialName',
      'short_name as shortName',
      'opened_on as openedOn',
      'closed_on as closedOn',
    ])
    .forUpdate()
    .executeTakeFirst();
  if (!found) return refuse({ code: 'not-found' });
  if (!actor || !may(actor, deed, found.path)) return refuse({ code: 'forbidden' });
  if (found.version !== version) return refuse(await changedSince(writer, id, found.version - version));
  return done(found);
}

/** Each change raises the version by one, so the newest entries of the journal are what the person has not seen. */
async function changedSince(writer: Writer, id: number, versions: number) {
  const changes = await writer
    .selectFrom('journal_change')
    .where('subject', '=', 'organization')
    .where('record_id', '=', String(id))
    .where('was', 'is not', null)
    .select([sql<JsonFields>`was`.as('was'), sql<JsonFields>`became`.as('became')])
    .orderBy('entry_id', 'desc')
    .limit(Math.min(20, Math.max(1, versions)))
    .execute();
  return { code: 'changed-by-someone-else', changes } as const;
}

/** Codes are unique in the installation, also where the other record is not for this person to see. */
export async function refusingDuplicates<T>(deed: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await deed;
  } catch (error) {
    const field =
      error instanceof pg.DatabaseError && error.code === '23505' ? UNIQUE[error.constraint ?? ''] : undefined;
    if (field === undefined) throw error;
    return refuse({ code: 'already-there', field });
  }
}

const UNIQUE: Readonly<Record<string, string>> = {
  organization_oo_code_key: 'ooCode',
  organization_vpr_login_key: 'vprLogin',
  organization_name_organization_id_valid_until_key: 'from',
  former_parent_organization_id_valid_until_key: 'movedOn',
  passport_field_title_ru_key: 'titleRu',
  passport_field_title_en_key: 'titleEn',
  organization_alias_territory_id_words_organization_id_key: 'words',
  executor_group_owner_id_short_title_key: 'shortTitle',
  executor_group_member_group_id_organization_id_member_from_key: 'from',
};
