import { fitsPlace, mayGiveRole } from '#domain/access/giving-roles.ts';
import type { Administration } from '#domain/access/last-administrator.ts';
import type { Role } from '#domain/access/roles.ts';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import { refusingLastAdministrator, staysAdministered } from '#features/accounts/people/administrators.server.ts';
import { findOrganization } from '#features/accounts/people/find-organization.server.ts';
import type { EndRoleInput, RoleInput } from '#features/accounts/people/forms.ts';
import type { Context } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';

/** Gives a person of one's places a role at a place, from a day on. */
export function assignRole(ctx: Context, personId: string, input: RoleInput): Promise<Result<null>> {
  return ctx.transaction(async (writer) => {
    const { actor } = ctx;
    const person = await writer.selectFrom('person').where('id', '=', personId).select('id').executeTakeFirst();
    if (!person) return refuse({ code: 'not-found' });
    const place = await findOrganization(writer, input.place);
    if (!place.ok) return place;
    if (actor === null || !mayGiveRole(actor, input.role, place.value.path)) return refuse({ code: 'forbidden' });
    if (!fitsPlace(input.role, place.value.kind)) return refuse({ code: 'role.unfit' });
    const substitutes =
      input.substitutes === ''
        ? null
        : await writer
            .selectFrom('person')
            .where('email', '=', input.substitutes)
            .where('id', '<>', personId)
            .select('id')
            .executeTakeFirst();
    if (substitutes === undefined) return refuse({ code: 'person.unclear' });

    const basis = input.basis === '' ? null : input.basis;
    await journal(writer, actor, { deed: 'role.assigned', path: place.value.path, basis });
    const assigned = await writer
      .insertInto('role_assignment')
      .values({
        person_id: personId,
        role: input.role,
        organization_id: place.value.id,
        valid_from: input.from,
        valid_until: input.until === '' ? null : input.until,
        substitutes_id: substitutes?.id ?? null,
        basis,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    return assigned ? done(null) : refuse({ code: 'already-there', field: 'role' });
  });
}

/** Ends a role with a last day; one that would end before its first day is taken back altogether. */
export function endRole(ctx: Context, personId: string, input: EndRoleInput): Promise<Result<null>> {
  return refusingLastAdministrator(
    ctx.transaction(async (writer) => {
      const { actor } = ctx;
      const assignment = await writer
        .selectFrom('role_assignment')
        .where('id', '=', input.assignment)
        .where('person_id', '=', personId)
        .select(['id', 'role', 'path', 'valid_from as from'])
        .forUpdate()
        .executeTakeFirst();
      if (!assignment) return refuse({ code: 'not-found' });
      if (actor === null || !mayGiveRole(actor, assignment.role as Role, assignment.path))
        return refuse({ code: 'forbidden' });
      const isTakenBack = input.lastDay < assignment.from;
      const ended = (one: Administration) =>
        one.id !== assignment.id ? one : isTakenBack ? null : { ...one, until: input.lastDay };
      if (assignment.role === 'administrator' && !(await staysAdministered(writer, ctx.clock.today(), ended)))
        return refuse({ code: 'administrator.last' });

      const basis = input.basis === '' ? null : input.basis;
      await journal(writer, actor, { deed: 'role.ended', path: assignment.path, basis });
      if (isTakenBack) await writer.deleteFrom('role_assignment').where('id', '=', assignment.id).execute();
      else
        await writer
          .updateTable('role_assignment')
          .set({ valid_until: input.lastDay })
          .where('id', '=', assignment.id)
          .execute();
      return done(null);
    }),
  );
}
