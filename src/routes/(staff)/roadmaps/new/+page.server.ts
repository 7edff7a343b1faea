import { handInForm } from '#features/roadmaps/import/forms.ts';
import { handIn, possibleOwners } from '#features/roadmaps/import/hand-in.server.ts';
import { roadmapWords } from '#features/roadmaps/messages.ts';
import { mayHandIn } from '#features/roadmaps/rights.ts';
import { answerForm } from '#web/answer-form.ts';
import { notFound } from '#web/refusal.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals }) => {
  if (!mayHandIn(locals.actor)) notFound();
  return { owners: await possibleOwners(locals.ctx) };
};

export const actions = {
  default: (event) => {
    const { ctx, services } = event.locals;
    return answerForm(
      event,
      'hand-in',
      handInForm,
      (input) => handIn(ctx, services.config.dataFolder, input, roadmapWords('ru').pasted),
      (id: number) => `/roadmaps/${String(id)}`,
    );
  },
} satisfies Actions;
