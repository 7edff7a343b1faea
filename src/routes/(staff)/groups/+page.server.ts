import { createGroup } from '#features/organizations/groups/change-groups.server.ts';
import { groupForm } from '#features/organizations/groups/forms.ts';
import { listGroups } from '#features/organizations/groups/groups.server.ts';
import { answerForm } from '#web/answer-form.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = ({ locals }) => listGroups(locals.ctx);

export const actions = {
  default: (event) =>
    answerForm(
      event,
      'new',
      groupForm,
      (input) => createGroup(event.locals.ctx, input),
      (id) => `/groups/${id}`,
    ),
} satisfies Actions;
