import { fail } from '@sveltejs/kit';
import { forgottenForm } from '#features/accounts/forms.ts';
import { parseForm } from '#web/form.ts';
import { refused } from '#web/refusal.ts';
import { askForPassword } from '#web/sign-in.ts';
import type { Actions } from './$types.d.ts';

export const actions = {
  default: async (event) => {
    const form = parseForm(forgottenForm, await event.request.formData());
    if (!form.ok) return fail(400, form);
    const asked = await askForPassword(event, form.input.email);
    return asked.ok ? { isAsked: true as const } : refused(asked.refusal, { email: form.input.email });
  },
} satisfies Actions;
