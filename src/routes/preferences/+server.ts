import { redirect } from '@sveltejs/kit';
import { returnPath } from '#web/return-path.ts';
import type { RequestHandler } from './$types.d.ts';

const YEAR_S = 365 * 24 * 60 * 60;

/** Language and sight are cookies of the browser, so that they work before sign-in too. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const locale = form.get('locale');
  const sight = form.get('sight');
  if (locale === 'ru' || locale === 'en') cookies.set('locale', locale, { path: '/', maxAge: YEAR_S });
  if (sight === 'weak' || sight === 'normal') cookies.set('sight', sight, { path: '/', maxAge: YEAR_S });
  redirect(303, returnPath(form.get('returnTo'), url.origin));
};
