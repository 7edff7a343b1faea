import { fail, redirect } from '@sveltejs/kit';
import { codeForm, confirmedForm } from '#features/accounts/forms.ts';
import { ownAccount } from '#features/accounts/own/own-account.server.ts';
import { parseForm } from '#web/form.ts';
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, renewRecoveryCodes } from '#web/own-sign-in.ts';
import { notFound, refused } from '#web/refusal.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const { hasSecondFactor } = (await ownAccount(locals.ctx)) ?? notFound();
  const isDemonstration = locals.services.config.mode === 'demonstration';
  return {
    hasSecondFactor,
    isDemonstration,
    mustSetUp: locals.mustSetSecondFactor,
    isSet: url.searchParams.has('set'),
  };
};

export const actions = {
  begin: async (event) => {
    const form = parseForm(confirmedForm, await event.request.formData());
    if (!form.ok) return fail(400, form);
    if (event.locals.services.config.mode === 'demonstration') return refused({ code: 'forbidden' });
    const keys = await beginSecondFactor(event, form.input.password);
    return keys.ok ? { keys: keys.value } : refused(keys.refusal);
  },
  confirm: async (event) => {
    const form = parseForm(codeForm, await event.request.formData());
    if (!form.ok) return fail(400, { ...form, isConfirming: true as const });
    const confirmed = await confirmSecondFactor(event, form.input.code);
    if (confirmed.ok) redirect(303, '/account/second-factor?set');
    return fail(401, { refusal: confirmed.refusal, isConfirming: true as const });
  },
  renew: async (event) => {
    const form = parseForm(confirmedForm, await event.request.formData());
    if (!form.ok) return fail(400, form);
    const renewed = await renewRecoveryCodes(event, form.input.password);
    return renewed.ok ? { codes: renewed.value } : refused(renewed.refusal);
  },
  remove: async (event) => {
    const form = parseForm(confirmedForm, await event.request.formData());
    if (!form.ok) return fail(400, form);
    const removed = await removeSecondFactor(event, form.input.password);
    return removed.ok ? redirect(303, '/account/second-factor') : refused(removed.refusal);
  },
} satisfies Actions;
