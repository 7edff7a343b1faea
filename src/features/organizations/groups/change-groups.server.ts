import type * as v from 'valibot';
import { may } from '#domain/access/actor.ts';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import { refusingDuplicates } from '#features/organizations/edit/open-for-change.server.ts';
import type { endingForm, groupForm, membersForm } from '#features/organizations/groups/forms.ts';
import type { Context, Writer } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';

/** Makes a group of executors that belongs to a place. */
export function createGroup(ctx: Context, input: v.InferOutput<typeof groupForm>): Promise<Result<number>> {
  return refusingDuplicates(
    ctx.transaction(async (writer) => {
      const owner = await writer
        .selectFrom('organization')
        .where('id', '=', input.ownerId)
        .select('path')
        .executeTakeFirst();
      if (!owner) return refuse({ code: 'not-found' });
      if (!ctx.actor || !may(ctx.actor, 'group.edit', owner.path)) return refuse({ code: 'forbidden' });
      await journal(writer, ctx.actor, { deed: 'group.created', path: owner.path });
      const { id } = await writer
        .insertInto('executor_group')
        .values({
          owner_id: input.ownerId,
          title: input.title,
          short_title: input.shortTitle,
          holds_all_schools: input.all === 'yes',
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return done(id);
    }),
  );
}

/** Takes organisations into a group from a day on; all of them or, when a code names none, nobody. */
export function addMembers(
  ctx: Context,
  id: number,
  input: v.InferOutput<typeof membersForm>,
): Promise<Result<number>> {
  return refusingDuplicates(
    ctx.transaction(async (writer) => {
      const opened = await openGroup(writer, ctx, id);
      if (!opened.ok) return opened;
      const found = await writer
        .selectFrom('organization')
        .where('oo_code', 'in', input.codes)
        .select(['id', 'oo_code as code', 'path'])
        .execute();
      const { actor } = ctx;
      const known = new Set(
        found.filter(({ path }) => actor !== null && may(actor, 'group.edit', path)).map(({ code }) => code),
      );
      const unknown = input.codes.filter((code) => !known.has(code));
      if (unknown.length > 0) return refuse({ code: 'group.unknown-codes', codes: unknown.slice(0, 50) });
      const present = await writer
        .selectFrom('executor_group_member')
        .where('group_id', '=', id)
        .where(
          'organization_id',
          'in',
          found.map((one) => one.id),
        )
        .where((where) => where.or([where('member_until', 'is', null), where('member_until', '>=', input.from)]))
        .select('organization_id')
        .execute();
      const already = new Set(present.map((one) => one.organization_id));
      const added = found.filter((one) => !already.has(one.id));
      if (added.length === 0) return done(id);
      await journal(writer, actor, { deed: 'group.member-added', path: opened.value, basis: input.basis });
      await writer
        .insertInto('executor_group_member')
        .values(
          added.map((one) => ({
            group_id: id,
            organization_id: one.id,
            member_from: input.from,
            basis: input.basis,
          })),
        )
        .execute();
      return done(id);
    }),
  );
}

/** Ends a membership on its last day. */
export function endMembership(
  ctx: Context,
  id: number,
  input: v.InferOutput<typeof endingForm>,
): Promise<Result<number>> {
  return ctx.transaction(async (writer) => {
    const opened = await openGroup(writer, ctx, id);
    if (!opened.ok) return opened;
    const member = await writer
      .selectFrom('executor_group_member')
      .where('id', '=', input.memberId)
      .where('group_id', '=', id)
      .select('member_from as from')
      .forUpdate()
      .executeTakeFirst();
    if (!member) return refuse({ code: 'not-found' });
    if (input.until <= member.from) return refuse({ code: 'organization.unfit', field: 'until' });
    await journal(writer, ctx.actor, { deed: 'group.member-ended', path: opened.value, basis: input.basis });
    await writer
      .updateTable('executor_group_member')
      .set({ member_until: input.until })
      .where('id', '=', input.memberId)
      .execute();
    return done(id);
  });
}

async function openGroup(writer: Writer, { actor }: Context, id: number): Promise<Result<string>> {
  const group = await writer.selectFrom('executor_group').where('id', '=', id).select('path').executeTakeFirst();
  if (!group) return refuse({ code: 'not-found' });
  if (!actor || !may(actor, 'group.edit', group.path)) return refuse({ code: 'forbidden' });
  return done(group.path);
}
