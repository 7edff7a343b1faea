import { may } from '#domain/access/actor.ts';
import { mayHangBelow } from '#domain/organizations/tree.ts';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import { columnsOf, unfitDetail } from '#features/organizations/edit/edit-details.server.ts';
import type { NewOrganization } from '#features/organizations/edit/forms.ts';
import { refusingDuplicates } from '#features/organizations/edit/open-for-change.server.ts';
import type { Context } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';

/** Adds an organisation below another one. Schools are seen by those whose place they are, others by everyone. */
export function createOrganization(ctx: Context, input: NewOrganization): Promise<Result<number>> {
  return refusingDuplicates(
    ctx.transaction(async (writer) => {
      const parent = await writer
        .selectFrom('organization')
        .where('id', '=', input.parentId)
        .select(['path', 'kind'])
        .executeTakeFirst();
      if (!parent) return refuse({ code: 'not-found' });
      if (!ctx.actor || !may(ctx.actor, 'organization.edit', parent.path)) return refuse({ code: 'forbidden' });
      if (!mayHangBelow(input.kind, parent.kind)) return refuse({ code: 'organization.unfit', field: 'kind' });
      const unfit = unfitDetail(input.kind, null, input);
      if (unfit) return refuse({ code: 'organization.unfit', field: unfit });
      await journal(writer, ctx.actor, { deed: 'organization.created', path: parent.path, basis: input.basis });
      const { id } = await writer
        .insertInto('organization')
        .values({
          parent_id: input.parentId,
          kind: input.kind,
          official_name: input.officialName,
          short_name: input.shortName,
          published: input.kind !== 'school',
          ...columnsOf(input.kind, input),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return done(id);
    }),
  );
}
