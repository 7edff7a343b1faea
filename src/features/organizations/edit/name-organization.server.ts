import { sql } from 'kysely';
import type * as v from 'valibot';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import type { aliasForm, aliasRemovalForm, nameForm } from '#features/organizations/edit/forms.ts';
import { openForChange, refusingDuplicates } from '#features/organizations/edit/open-for-change.server.ts';
import type { Context } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';

/** Gives new names from a day on; the present ones stay as former, up to the day before. */
export function renameOrganization(
  ctx: Context,
  id: number,
  input: v.InferOutput<typeof nameForm>,
): Promise<Result<number>> {
  return refusingDuplicates(
    ctx.transaction(async (writer) => {
      const opened = await openForChange(writer, ctx, { id, version: input.version, deed: 'organization.edit' });
      if (!opened.ok) return opened;
      const { path, officialName, shortName, openedOn } = opened.value;
      const last = await writer
        .selectFrom('organization_name')
        .where('organization_id', '=', id)
        .select(({ fn }) => fn.max('valid_until').as('until'))
        .executeTakeFirst();
      const earliest = [last?.until ?? '', openedOn ?? ''].toSorted().at(-1) ?? '';
      if (input.from > ctx.clock.today() || input.from <= earliest)
        return refuse({ code: 'organization.unfit', field: 'from' });
      await journal(writer, ctx.actor, { deed: 'organization.renamed', path, basis: input.basis });
      await writer
        .insertInto('organization_name')
        .values({
          organization_id: id,
          official_name: officialName,
          short_name: shortName,
          valid_until: sql`${input.from}::date - 1`,
          basis: input.basis,
        })
        .execute();
      await writer
        .updateTable('organization')
        .set({ official_name: input.officialName, short_name: input.shortName, version: input.version + 1 })
        .where('id', '=', id)
        .execute();
      return done(id);
    }),
  );
}

/** Adds another way to write the name, or an abbreviation, understood within a territory. */
export function addAlias(ctx: Context, id: number, input: v.InferOutput<typeof aliasForm>): Promise<Result<number>> {
  return refusingDuplicates(
    ctx.transaction(async (writer) => {
      const opened = await openForChange(writer, ctx, { id, version: input.version, deed: 'organization.edit' });
      if (!opened.ok) return opened;
      // Words mean something within a place above the organisation, or within itself.
      if (!opened.value.path.split('.').includes(String(input.territoryId)))
        return refuse({ code: 'organization.unfit', field: 'territoryId' });
      await journal(writer, ctx.actor, { deed: 'alias.added', path: opened.value.path });
      await writer
        .insertInto('organization_alias')
        .values({ organization_id: id, territory_id: input.territoryId, words: input.words })
        .execute();
      // What an organisation is searched by is put together anew whenever its row is written.
      await writer
        .updateTable('organization')
        .set({ version: input.version + 1 })
        .where('id', '=', id)
        .execute();
      return done(id);
    }),
  );
}

/** Takes such words away. */
export function removeAlias(
  ctx: Context,
  id: number,
  input: v.InferOutput<typeof aliasRemovalForm>,
): Promise<Result<number>> {
  return ctx.transaction(async (writer) => {
    const opened = await openForChange(writer, ctx, { id, version: input.version, deed: 'organization.edit' });
    if (!opened.ok) return opened;
    await journal(writer, ctx.actor, { deed: 'alias.removed', path: opened.value.path });
    const { numDeletedRows } = await writer
      .deleteFrom('organization_alias')
      .where('id', '=', input.aliasId)
      .where('organization_id', '=', id)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return refuse({ code: 'not-found' });
    await writer
      .updateTable('organization')
      .set({ version: input.version + 1 })
      .where('id', '=', id)
      .execute();
    return done(id);
  });
}
