import { fail, redirect } from '@sveltejs/kit';
import { signInForm } from '#features/accounts/forms.ts';
import { parseForm } from '#web/form.ts';
import { signIn } from '#web/sign-in.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';
import { refused } from '#web/refusal.ts';

export const load: PageServerLoad = ({ locals }) => {
  if (locals.actor) redirect(303, '/');
};

export const actions = {
  default: async (event) => {
    const form = parseForm(signInForm, await event.request.formData());
    if (!form.ok) return fail(400, form);
    const entered = await signIn(event, form.input);
    if (!entered.ok) return refused(entered.refusal, { email: form.input.email });
    redirect(303, entered.value === 'second-factor' ? '/sign-in/code' : '/');
  },
} satisfies Actions;
