import { sql } from 'kysely';
import { placesFor } from '#domain/access/actor.ts';
import type { PassportField } from '#features/organizations/card/organization-card.server.ts';
import type { Context } from '#platform/context/context.ts';

export type KeptField = PassportField & {
  readonly id: number;
  readonly place: number;
  readonly version: number;
  readonly retiredOn: string | null;
};

/** All fields of passports, the retired ones last; null: the person does not keep them. */
export function listPassportFields(ctx: Context): Promise<KeptField[] | null> {
  return ctx.read(async (reader) => {
    if (ctx.actor === null || placesFor(ctx.actor, 'passport-field.edit').length === 0) return null;
    return reader
      .selectFrom('passport_field')
      .select([
        'id',
        'key',
        'title_ru as titleRu',
        'title_en as titleEn',
        'unit_ru as unitRu',
        'unit_en as unitEn',
        sql<PassportField['type']>`type`.as('type'),
        'place',
        'version',
        'retired_on as retiredOn',
      ])
      .orderBy(sql`retired_on is not null`)
      .orderBy('place')
      .orderBy('id')
      .execute();
  });
}
