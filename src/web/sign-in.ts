import type { RequestEvent } from '@sveltejs/kit';
import type { Refusal, Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import { languageOf } from '#features/accounts/acting.server.ts';
import { countTry } from '#platform/identity/attempts.ts';
import { ACCOUNT_CLOSED } from '#platform/identity/identity.ts';
import { personOfPasswordLink } from '#platform/identity/password-links.ts';
import type { Services } from '#platform/services.ts';
import { askIdentity } from '#web/identity.ts';

const YEAR_S = 365 * 24 * 60 * 60;

/** Signs the visitor in, or asks for the second factor; a refusal does not tell whether there is such a person. */
export async function signIn(
  event: RequestEvent,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Result<'signed-in' | 'second-factor'>> {
  const seconds = await countTry(event.locals.services.database, {
    address: event.getClientAddress(),
    account: email,
  });
  if (seconds !== null) return refuse({ code: 'sign-in.too-often', seconds });
  const response = await askIdentity(event, '/sign-in/email', { email, password });
  const body = await bodyOf(response);
  if (!response.ok) {
    if (body['code'] === ACCOUNT_CLOSED) return refuse({ code: 'account.closed' });
    return refuse(refusalOf(response, 'sign-in.refused'));
  }
  if ('twoFactorRedirect' in body) return done('second-factor');
  await speakTheirLanguage(event, body);
  return done('signed-in');
}

/** Ends a sign-in that waits for the second factor: six figures of the app, or one of the recovery codes. */
export async function enterCode(event: RequestEvent, code: string): Promise<Result<null>> {
  const isOfApp = /^\d{6}$/u.test(code.replaceAll(/\s/gu, ''));
  const response = isOfApp
    ? await askIdentity(event, '/two-factor/verify-totp', { code: code.replaceAll(/\s/gu, '') })
    : await askIdentity(event, '/two-factor/verify-backup-code', { code: code.trim() });
  const body = await bodyOf(response);
  if (response.ok) {
    await speakTheirLanguage(event, body);
    return done(null);
  }
  const { code: reason } = body;
  if (reason === ACCOUNT_CLOSED) return refuse({ code: 'account.closed' });
  // The library counts wrong codes of an account; only those who know the password come so far.
  if (reason === 'ACCOUNT_TEMPORARILY_LOCKED') return refuse({ code: 'sign-in.too-often', seconds: 15 * 60 });
  return refuse(refusalOf(response, 'second-factor.refused'));
}

/** Asks for a letter with a link to set a password. What it comes to is the same whether there is such a person or not. */
export async function askForPassword(event: RequestEvent, email: string): Promise<Result<null>> {
  const response = await askIdentity(event, '/request-password-reset', { email });
  return response.status === 429 ? refuse(refusalOf(response, 'sign-in.refused')) : done(null);
}

/** Whether a link to set a password may still be used. */
export async function isPasswordLinkGood({ identity }: Services, token: string): Promise<boolean> {
  return (await personOfPasswordLink(identity, token)) !== null;
}

/** Sets the password by a one-time link; all sessions of the person end. */
export async function setPassword(event: RequestEvent, token: string, newPassword: string): Promise<Result<null>> {
  const response = await askIdentity(event, '/reset-password', { token, newPassword });
  return response.ok ? done(null) : refuse(refusalOf(response, 'link.void'));
}

/** Whoever has signed in reads pages in the language that they once chose, on whichever device. */
async function speakTheirLanguage({ locals, cookies }: RequestEvent, { user }: Answered): Promise<void> {
  const id = typeof user === 'object' && user !== null && 'id' in user ? user.id : null;
  const locale = typeof id === 'string' ? await languageOf(locals.services.database, id) : null;
  if (locale !== null) cookies.set('locale', locale, { path: '/', maxAge: YEAR_S });
}

type Answered = Readonly<Record<string, unknown>>;

/** What the library answers, as far as it is an object. */
export async function bodyOf(response: Response): Promise<Answered> {
  const body: unknown = await response.json().catch(() => null);
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

/** The refusal of the library: too many requests, or the one that the deed is refused with. */
export function refusalOf(
  response: Response,
  otherwise: 'sign-in.refused' | 'second-factor.refused' | 'link.void' | 'password.refused',
): Refusal {
  if (response.status !== 429) return { code: otherwise };
  return { code: 'sign-in.too-often', seconds: Number(response.headers.get('x-retry-after') ?? 60) };
}
