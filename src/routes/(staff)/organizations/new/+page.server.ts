import { createOrganization } from '#features/organizations/edit/create-organization.server.ts';
import { getBeginning } from '#features/organizations/edit/editing.server.ts';
import { newForm } from '#features/organizations/edit/forms.ts';
import { recordId } from '#features/organizations/record-id.ts';
import { answerForm } from '#web/answer-form.ts';
import { notFound } from '#web/refusal.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => ({
  beginning: (await getBeginning(locals.ctx, recordId(url.searchParams.get('in') ?? '') ?? notFound())) ?? notFound(),
});

export const actions = {
  default: (event) =>
    answerForm(
      event,
      'new',
      newForm,
      (input) => createOrganization(event.locals.ctx, input),
      (id) => `/organizations/${id}`,
    ),
} satisfies Actions;
