import { sql } from 'kysely';
import type * as v from 'valibot';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import type { closingForm, reopeningForm } from '#features/organizations/edit/forms.ts';
import { openForChange } from '#features/organizations/edit/open-for-change.server.ts';
import type { Context, Writer } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';

/** Closes an organisation after its last day of work; with a successor it is merged into that one. */
export function closeOrganization(
  ctx: Context,
  id: number,
  input: v.InferOutput<typeof closingForm>,
): Promise<Result<number>> {
  return ctx.transaction(async (writer) => {
    const opened = await openForChange(writer, ctx, { id, version: input.version, deed: 'organization.edit' });
    if (!opened.ok) return opened;
    const { path, openedOn, closedOn, kind } = opened.value;
    if (closedOn !== null || (openedOn !== null && input.closedOn <= openedOn))
      return refuse({ code: 'organization.unfit', field: 'closedOn' });
    const { count } = await writer
      .selectFrom('organization')
      .where('parent_id', '=', id)
      .where(sql<boolean>`coalesce(closed_on > ${input.closedOn}::date, true)`)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (count > 0) return refuse({ code: 'organization.has-members', count });
    if (input.successorId !== null && !(await canSucceed(writer, input.successorId, { id, kind, on: input.closedOn })))
      return refuse({ code: 'organization.unfit', field: 'successorId' });
    const deed = input.successorId === null ? 'organization.closed' : 'organization.merged';
    await journal(writer, ctx.actor, { deed, path, basis: input.basis });
    await writer
      .updateTable('organization')
      .set({ closed_on: input.closedOn, successor_id: input.successorId, version: input.version + 1 })
      .where('id', '=', id)
      .execute();
    return done(id);
  });
}

async function canSucceed(
  writer: Writer,
  successor: number,
  { id, kind, on }: { readonly id: number; readonly kind: string; readonly on: string },
): Promise<boolean> {
  const found = await writer
    .selectFrom('organization')
    .where('id', '=', successor)
    .where('id', '<>', id)
    .where('kind', '=', kind)
    .where(sql<boolean>`coalesce(closed_on > ${on}::date, true)`)
    .select('id')
    .executeTakeFirst();
  return found !== undefined;
}

/** Takes a mistaken closing back. */
export function reopenOrganization(
  ctx: Context,
  id: number,
  input: v.InferOutput<typeof reopeningForm>,
): Promise<Result<number>> {
  return ctx.transaction(async (writer) => {
    const opened = await openForChange(writer, ctx, { id, version: input.version, deed: 'organization.edit' });
    if (!opened.ok) return opened;
    await journal(writer, ctx.actor, { deed: 'organization.reopened', path: opened.value.path, basis: input.basis });
    await writer
      .updateTable('organization')
      .set({ closed_on: null, successor_id: null, version: input.version + 1 })
      .where('id', '=', id)
      .execute();
    return done(id);
  });
}
