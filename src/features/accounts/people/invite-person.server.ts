import { may } from '#domain/access/actor.ts';
import { fitsPlace, mayGiveRole } from '#domain/access/giving-roles.ts';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import { findOrganization } from '#features/accounts/people/find-organization.server.ts';
import type { InviteInput } from '#features/accounts/people/forms.ts';
import type { Context } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';

/** Makes an account with a first role and queues the letter with the link to set a password; the value is the new id. */
export function invitePerson(ctx: Context, input: InviteInput): Promise<Result<string>> {
  return ctx.transaction(async (writer) => {
    const { actor } = ctx;
    const organization = await findOrganization(writer, input.organization);
    if (!organization.ok) return organization;
    const place = input.place === '' ? organization : await findOrganization(writer, input.place);
    if (!place.ok) return place;
    if (actor === null || !may(actor, 'person.invite', organization.value.path)) return refuse({ code: 'forbidden' });
    if (!fitsPlace(input.role, place.value.kind)) return refuse({ code: 'role.unfit' });
    if (!mayGiveRole(actor, input.role, place.value.path)) return refuse({ code: 'forbidden' });

    await journal(writer, actor, { deed: 'person.invited', path: organization.value.path });
    const person = await writer
      .insertInto('person')
      .values({
        email: input.email,
        full_name: input.name,
        position: input.position === '' ? null : input.position,
        organization_id: organization.value.id,
      })
      // Somebody with this address may work where the inviting person sees nothing.
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!person) return refuse({ code: 'already-there', field: 'email' });
    await writer
      .insertInto('role_assignment')
      .values({
        person_id: person.id,
        role: input.role,
        organization_id: place.value.id,
        valid_from: ctx.clock.today(),
      })
      .execute();
    await writer.insertInto('letter_outbox').values({ kind: 'invitation', person_id: person.id }).execute();
    return done(person.id);
  });
}
