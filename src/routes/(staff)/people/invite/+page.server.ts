import { placesFor } from '#domain/access/actor.ts';
import { rolesToGiveAnywhere } from '#domain/access/giving-roles.ts';
import { inviteForm } from '#features/accounts/people/forms.ts';
import { invitePerson } from '#features/accounts/people/invite-person.server.ts';
import { answerForm } from '#web/answer-form.ts';
import { notFound } from '#web/refusal.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = ({ locals: { actor }, url }) => {
  if (!actor || placesFor(actor, 'person.invite').length === 0) notFound();
  const organization = /^\d{1,9}$/u.exec(url.searchParams.get('organization') ?? '')?.[0];
  return { roles: rolesToGiveAnywhere(actor), organization: organization === undefined ? '' : `#${organization}` };
};

export const actions = {
  default: (event) =>
    answerForm(
      event,
      'invite',
      inviteForm,
      (input) => invitePerson(event.locals.ctx, input),
      (id) => `/people/${id}?did=invited`,
    ),
} satisfies Actions;
