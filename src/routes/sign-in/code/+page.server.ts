import { fail, redirect } from '@sveltejs/kit';
import { codeForm } from '#features/accounts/forms.ts';
import { parseForm } from '#web/form.ts';
import { refused } from '#web/refusal.ts';
import { returnPath } from '#web/return-path.ts';
import { enterCode } from '#web/sign-in.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.actor) redirect(303, returnPath(url.searchParams.get('to'), url.origin));
};

export const actions = {
  default: async (event) => {
    const form = parseForm(codeForm, await event.request.formData());
    if (!form.ok) return fail(400, form);
    const entered = await enterCode(event, form.input.code);
    if (!entered.ok) return refused(entered.refusal);
    redirect(303, returnPath(event.url.searchParams.get('to'), event.url.origin));
  },
} satisfies Actions;
