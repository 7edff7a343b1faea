import { fail, redirect } from '@sveltejs/kit';
import { placesFor } from '#domain/access/actor.ts';
import { keepList } from '#features/accounts/invitations/invite-list.server.ts';
import { listForm } from '#features/accounts/people/forms.ts';
import { parseForm } from '#web/form.ts';
import { notFound, refused } from '#web/refusal.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = ({ locals: { actor } }) => {
  if (!actor || placesFor(actor, 'person.invite').length === 0) notFound();
};

export const actions = {
  default: async ({ locals, request }) => {
    const form = parseForm(listForm, await request.formData());
    if (!form.ok) return fail(400, form);
    const { file } = form.input;
    const kept = await keepList(locals.ctx, new Uint8Array(await file.arrayBuffer()), file.name);
    if (!kept.ok) return refused(kept.refusal);
    redirect(303, `/people/invite-list/${kept.value}`);
  },
} satisfies Actions;
