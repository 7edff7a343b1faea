import { fail, redirect } from '@sveltejs/kit';
import { changePasswordForm, ownDataForm, sessionForm } from '#features/accounts/forms.ts';
import { ownAccount, saveOwnData } from '#features/accounts/own/own-account.server.ts';
import { parseForm } from '#web/form.ts';
import { changePassword, endAllSessions, endSession, ownSessions } from '#web/own-sign-in.ts';
import { notFound, refused } from '#web/refusal.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

const YEAR_S = 365 * 24 * 60 * 60;

export const load: PageServerLoad = async (event) => {
  const account = (await ownAccount(event.locals.ctx)) ?? notFound();
  const { timeZone, mode } = event.locals.services.config;
  const did = (['saved', 'password', 'ended'] as const).find((deed) => event.url.searchParams.get('did') === deed);
  return { account, sessions: await ownSessions(event), timeZone, isDemonstration: mode === 'demonstration', did };
};

export const actions = {
  save: async ({ locals, request, cookies }) => {
    const form = parseForm(ownDataForm, await request.formData());
    if (!form.ok) return fail(400, form);
    const saved = await saveOwnData(locals.ctx, form.input);
    if (!saved.ok) return refused(saved.refusal);
    cookies.set('locale', form.input.locale, { path: '/', maxAge: YEAR_S });
    redirect(303, '/account?did=saved');
  },
  password: async (event) => {
    const form = parseForm(changePasswordForm, await event.request.formData());
    if (!form.ok) return fail(400, form);
    const changed = await changePassword(event, form.input);
    return changed.ok ? redirect(303, '/account?did=password') : refused(changed.refusal);
  },
  end: async (event) => {
    const form = parseForm(sessionForm, await event.request.formData());
    if (!form.ok) return fail(400, form);
    const ended = await endSession(event, form.input.session);
    return ended.ok ? redirect(303, '/account?did=ended') : refused(ended.refusal);
  },
  endAll: async (event) => {
    const ended = await endAllSessions(event);
    return ended.ok ? redirect(303, '/sign-in') : refused(ended.refusal);
  },
} satisfies Actions;
