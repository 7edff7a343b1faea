import { fail, redirect } from '@sveltejs/kit';
import { newPasswordForm } from '#features/accounts/forms.ts';
import { parseForm } from '#web/form.ts';
import { refused } from '#web/refusal.ts';
import { isPasswordLinkGood, setPassword } from '#web/sign-in.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // The address is a secret: no page that is opened from here may learn it, and no browser keeps it.
  setHeaders({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
  return { isGood: await isPasswordLinkGood(locals.services, params.token) };
};

export const actions = {
  default: async (event) => {
    const form = parseForm(newPasswordForm, await event.request.formData());
    if (!form.ok) return fail(400, form);
    const set = await setPassword(event, event.params.token, form.input.newPassword);
    if (!set.ok) return refused(set.refusal);
    redirect(303, '/sign-in?set');
  },
} satisfies Actions;
