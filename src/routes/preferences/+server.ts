import { redirect } from '@sveltejs/kit';
import { keepLanguage } from '#features/accounts/own/own-account.server.ts';
import { returnPath } from '#web/return-path.ts';
import type { RequestHandler } from './$types.d.ts';

const YEAR_S = 365 * 24 * 60 * 60;

/** Language and sight are cookies of the browser, so that they work before sign-in too; a person's language is kept. */
export const POST: RequestHandler = async ({ request, cookies, url, locals }) => {
  const form = await request.formData();
  const locale = form.get('locale');
  const sight = form.get('sight');
  if (locale === 'ru' || locale === 'en') {
    cookies.set('locale', locale, { path: '/', maxAge: YEAR_S });
    if (locals.actor) await keepLanguage(locals.ctx, locale);
  }
  if (sight === 'weak' || sight === 'normal') cookies.set('sight', sight, { path: '/', maxAge: YEAR_S });
  redirect(303, returnPath(form.get('returnTo'), url.origin));
};
