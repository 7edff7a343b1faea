import type { RequestEvent } from '@sveltejs/kit';
import { VISITOR_HEADER } from '#platform/identity/identity.ts';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';

/**
 * Asks the sign-in library as its own clients do, so that its throttling and its checks of origin work; cookies that it
 * sets go to the visitor.
 *
 * @param endpoint below `/api/sign-in`, such as `/sign-in/email`
 */
export async function askIdentity(event: RequestEvent, endpoint: string, body: object): Promise<Response> {
  const { identity, config } = event.locals.services;
  const headers = new Headers({
    'content-type': 'application/json',
    origin: config.origin,
    cookie: event.request.headers.get('cookie') ?? '',
    'user-agent': event.request.headers.get('user-agent') ?? '',
    [VISITOR_HEADER]: event.getClientAddress(),
  });
  const response = await identity.handler(
    new Request(`${config.origin}/api/sign-in${endpoint}`, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
  for (const line of response.headers.getSetCookie()) {
    for (const [name, cookie] of parseSetCookieHeader(line)) {
      const options = Object.entries(toCookieOptions(cookie)).filter(([, value]) => value !== undefined);
      event.cookies.set(name, cookie.value, { ...Object.fromEntries(options), path: '/' });
    }
  }
  return response;
}
