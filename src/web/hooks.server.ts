import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { needsSecondFactor, scopesOf } from '#domain/access/actor.ts';
import { signedIn } from '#features/accounts/acting.server.ts';
import { makeContext } from '#platform/context/context.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** What a person may open who has still to set up the second factor; addresses without a page end as they would. */
const OPEN_WITHOUT_SECOND_FACTOR: ReadonlySet<string> = new Set([
  '/(staff)/account/second-factor',
  '/sign-out',
  '/preferences',
  '',
]);

/** Makes the context of the request: who asks, in which language, how large the letters. */
export const handle: Handle = async ({ event, resolve }) => {
  const services = event.platform?.req.opora;
  if (!services) throw new Error('the pages run only inside the server of Opora (npm start)');
  // No address of ours has a NUL, and the database would refuse it as a defect.
  if (event.url.href.includes('%00')) return new Response(null, { status: 400 });
  const session = await signedIn(services, event.request.headers);
  const actor = session?.actor ?? null;
  const locale: Locale = event.cookies.get('locale') === 'en' ? 'en' : 'ru';
  const weakSight = event.cookies.get('sight') === 'weak';
  event.locals.services = services;
  event.locals.actor = actor;
  event.locals.mustSetSecondFactor =
    actor !== null &&
    services.config.mode === 'production' &&
    session?.hasSecondFactor !== true &&
    needsSecondFactor(actor);
  event.locals.locale = locale;
  event.locals.weakSight = weakSight;
  event.locals.ctx = makeContext(services.database, actor, actor ? scopesOf(actor) : [], services.clock);
  if (actor === null && (event.route.id ?? '').startsWith('/(staff)')) return ledToTheDoor(event);
  if (event.locals.mustSetSecondFactor && !OPEN_WITHOUT_SECOND_FACTOR.has(event.route.id ?? ''))
    return new Response(null, { status: 303, headers: { location: '/account/second-factor' } });
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%opora.locale%', locale).replace('%opora.sight%', weakSight ? 'weak' : 'normal'),
    preload: ({ type }) => type === 'css' || type === 'js',
  });
};

/** The workspace is for people who have signed in; everyone else is led to the door and back: pages and files alike. */
function ledToTheDoor({ request, url }: Parameters<Handle>[0]['event']): Response {
  const back = request.method === 'GET' ? `${url.pathname}${url.search}` : url.pathname;
  return new Response(null, { status: 303, headers: { location: `/sign-in?to=${encodeURIComponent(back)}` } });
}

/** Defects get a number that the person can tell the operator; what happened is in the log under it. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  const reference = randomUUID().slice(0, 8);
  event.platform?.req.opora.log.error({ reference, route: event.route.id, error }, 'defect');
  return { reference };
};
