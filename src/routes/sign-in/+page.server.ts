import { fail, redirect } from '@sveltejs/kit';
import { signInForm } from '#features/accounts/forms.ts';
import { parseForm } from '#web/form.ts';
import { refused } from '#web/refusal.ts';
import { returnPath } from '#web/return-path.ts';
import { signIn } from '#web/sign-in.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.actor) redirect(303, returnPath(url.searchParams.get('to'), url.origin));
  return { isPasswordSet: url.searchParams.has('set') };
};

export const actions = {
  default: async (event) => {
    const form = parseForm(signInForm, await event.request.formData());
    if (!form.ok) return fail(400, form);
    const entered = await signIn(event, form.input);
    if (!entered.ok) return refused(entered.refusal, { email: form.input.email });
    const to = returnPath(event.url.searchParams.get('to'), event.url.origin);
    redirect(303, entered.value === 'second-factor' ? `/sign-in/code?to=${encodeURIComponent(to)}` : to);
  },
} satisfies Actions;
