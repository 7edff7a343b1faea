import { sql } from 'kysely';
import type * as v from 'valibot';
import { isWithin, may } from '#domain/access/actor.ts';
import { mayHangBelow } from '#domain/organizations/tree.ts';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import type { movingForm } from '#features/organizations/edit/forms.ts';
import type { OpenedOrganization } from '#features/organizations/edit/open-for-change.server.ts';
import { openForChange, refusingDuplicates } from '#features/organizations/edit/open-for-change.server.ts';
import type { Context, Writer } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';

type Moving = v.InferOutput<typeof movingForm>;

/**
 * Hangs an organisation below another one from a day on: a school passes to another municipality. All that is kept for it
 * moves along; memberships in groups of the place that it leaves end.
 */
export function moveOrganization(ctx: Context, id: number, input: Moving): Promise<Result<number>> {
  return refusingDuplicates(
    ctx.transaction(async (writer) => {
      const target = await writer
        .selectFrom('organization')
        .where('id', '=', input.parentId)
        .select(['id', 'path', 'kind', 'closed_on as closedOn'])
        .executeTakeFirst();
      if (!target) return refuse({ code: 'not-found' });
      if (!ctx.actor || !may(ctx.actor, 'organization.edit', target.path)) return refuse({ code: 'forbidden' });
      const opened = await openForChange(writer, ctx, { id, version: input.version, deed: 'organization.edit' });
      if (!opened.ok) return opened;
      const { path, kind, closedOn } = opened.value;
      const parent = parentOf(path);
      if (parent === null || target.id === parent.id || isWithin(target.path, path))
        return refuse({ code: 'organization.unfit', field: 'parentId' });
      if (!may(ctx.actor, 'organization.edit', parent.path)) return refuse({ code: 'forbidden' });
      if (!mayHangBelow(kind, target.kind) || isClosedOn(target.closedOn, input.movedOn))
        return refuse({ code: 'organization.unfit', field: 'parentId' });
      if (closedOn !== null || !(await fitsHistory(writer, ctx, opened.value, input.movedOn)))
        return refuse({ code: 'organization.unfit', field: 'movedOn' });
      // The place that gives it away keeps the entry; the changes of its records are read where it is now.
      await journal(writer, ctx.actor, { deed: 'organization.moved', path: parent.path, basis: input.basis });
      await writer
        .insertInto('former_parent')
        .values({
          organization_id: id,
          parent_id: parent.id,
          valid_until: sql`${input.movedOn}::date - 1`,
          basis: input.basis,
        })
        .execute();
      await writer
        .updateTable('organization')
        .set({ parent_id: target.id, version: input.version + 1 })
        .where('id', '=', id)
        .execute();
      await leaveGroups(writer, `${target.path}.${id}`, input.movedOn);
      return done(id);
    }),
  );
}

function parentOf(path: string): { readonly id: number; readonly path: string } | null {
  const above = path.split('.').slice(0, -1);
  return above.length === 0 ? null : { id: Number(above.at(-1)), path: above.join('.') };
}

function isClosedOn(closedOn: string | null, day: string): boolean {
  return closedOn !== null && closedOn <= day;
}

/** A move is not told before it happens, and lies after the opening and after the move before. */
async function fitsHistory(writer: Writer, { clock }: Context, { id, openedOn }: OpenedOrganization, from: string) {
  const last = await writer
    .selectFrom('former_parent')
    .where('organization_id', '=', id)
    .select(({ fn }) => fn.max('valid_until').as('until'))
    .executeTakeFirst();
  const earliest = [last?.until ?? '', openedOn ?? ''].toSorted().at(-1) ?? '';
  return from <= clock.today() && from > earliest;
}

/** Ends what it and those below it were listed for in groups of places that are no longer above them. */
async function leaveGroups(writer: Writer, path: string, from: string): Promise<void> {
  await writer
    .updateTable('executor_group_member as member')
    .from('executor_group')
    .whereRef('executor_group.id', '=', 'member.group_id')
    .where(sql<boolean>`member.path <@ ${path}::ltree`)
    .where(sql<boolean>`not executor_group.path @> ${path}::ltree`)
    .where(sql<boolean>`coalesce(member.member_until >= ${from}::date, true)`)
    .set({ member_until: sql`greatest(${from}::date - 1, member.member_from + 1)` })
    .execute();
}
