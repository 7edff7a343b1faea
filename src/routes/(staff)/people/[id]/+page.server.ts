import { accountForm, emptyForm, endRoleForm, roleForm } from '#features/accounts/people/forms.ts';
import { closeAccount, openAccount, sendLinkAgain } from '#features/accounts/people/keep-account.server.ts';
import { getPersonCard } from '#features/accounts/people/person-card.server.ts';
import { assignRole, endRole } from '#features/accounts/people/roles.server.ts';
import { answerForm } from '#web/answer-form.ts';
import { notFound } from '#web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.d.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const card = (UUID.test(params.id) ? await getPersonCard(locals.ctx, params.id) : null) ?? notFound();
  const { config, clock } = locals.services;
  return { card, did: url.searchParams.get('did'), today: clock.today(), timeZone: config.timeZone };
};

const idOf = ({ params }: RequestEvent) => (UUID.test(params.id) ? params.id : notFound());
const next = ({ params }: RequestEvent, did: string) => `/people/${params.id}?did=${did}`;

export const actions = {
  assign: (event) =>
    answerForm(
      event,
      'assign',
      roleForm,
      (input) => assignRole(event.locals.ctx, idOf(event), input),
      () => next(event, 'assigned'),
    ),
  end: (event) =>
    answerForm(
      event,
      'end',
      endRoleForm,
      (input) => endRole(event.locals.ctx, idOf(event), input),
      () => next(event, 'ended'),
    ),
  close: (event) =>
    answerForm(
      event,
      'close',
      accountForm,
      ({ basis }) => closeAccount(event.locals.ctx, idOf(event), basis),
      () => next(event, 'closed'),
    ),
  open: (event) =>
    answerForm(
      event,
      'open',
      accountForm,
      ({ basis }) => openAccount(event.locals.ctx, idOf(event), basis),
      () => next(event, 'opened'),
    ),
  link: (event) =>
    answerForm(
      event,
      'link',
      emptyForm,
      () => sendLinkAgain(event.locals.ctx, idOf(event)),
      () => next(event, 'sent'),
    ),
} satisfies Actions;
