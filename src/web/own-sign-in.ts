import type { RequestEvent } from '@sveltejs/kit';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import type { SignInDeed } from '#platform/identity/journal-sign-in.ts';
import { journalSignIn } from '#platform/identity/journal-sign-in.ts';
import { askIdentity } from '#web/identity.ts';
import { bodyOf, refusalOf } from '#web/sign-in.ts';

/** A place where the person is signed in. */
export type OwnSession = {
  readonly id: string;
  readonly userAgent: string;
  readonly address: string;
  readonly since: Date;
  readonly isCurrent: boolean;
};

/** What a person must take down when they set up the second factor: both are shown once. */
export type SecondFactorKeys = { readonly address: string; readonly recoveryCodes: readonly string[] };

/** Where the person is signed in, the newest first. */
export async function ownSessions(event: Pick<RequestEvent, 'locals' | 'request'>): Promise<OwnSession[]> {
  const { api } = event.locals.services.identity;
  const { headers } = event.request;
  const [present, sessions] = await Promise.all([api.getSession({ headers }), api.listSessions({ headers })]);
  return sessions
    .map((session) => ({
      id: session.id,
      userAgent: session.userAgent ?? '',
      address: session.ipAddress ?? '',
      since: session.createdAt,
      isCurrent: session.id === present?.session.id,
    }))
    .toSorted((one, other) => other.since.getTime() - one.since.getTime());
}

/** Ends one of the person's own sessions. */
export async function endSession(event: RequestEvent, id: string): Promise<Result<null>> {
  const sessions = await event.locals.services.identity.api.listSessions({ headers: event.request.headers });
  const token = sessions.find((session) => session.id === id)?.token;
  if (token === undefined) return refuse({ code: 'not-found' });
  return ownDeed(event, 'sessions.ended', await askIdentity(event, '/revoke-session', { token }));
}

/** Ends all sessions of the person, the present one too. */
export async function endAllSessions(event: RequestEvent): Promise<Result<null>> {
  return ownDeed(event, 'sessions.ended', await askIdentity(event, '/revoke-sessions', {}));
}

/** Changes the password; the person stays signed in here and nowhere else. */
export async function changePassword(
  event: RequestEvent,
  { password, newPassword }: { readonly password: string; readonly newPassword: string },
): Promise<Result<null>> {
  const body = { currentPassword: password, newPassword, revokeOtherSessions: true };
  return ownDeed(event, 'password.changed', await askIdentity(event, '/change-password', body));
}

/** Makes a secret and recovery codes; they hold from the first code of the app on. */
export async function beginSecondFactor(event: RequestEvent, password: string): Promise<Result<SecondFactorKeys>> {
  const response = await askIdentity(event, '/two-factor/enable', { password });
  const body = await bodyOf(response);
  if (!response.ok) return refuse(refusalOf(response, 'password.refused'));
  return done({ address: String(body['totpURI']), recoveryCodes: codesOf(body) });
}

/** Ends the setting up with a code of the app. */
export async function confirmSecondFactor(event: RequestEvent, code: string): Promise<Result<null>> {
  const response = await askIdentity(event, '/two-factor/verify-totp', { code });
  if (!response.ok) return refuse(refusalOf(response, 'second-factor.refused'));
  return ownDeed(event, 'second-factor.set', response);
}

/** New recovery codes in place of the old ones. */
export async function renewRecoveryCodes(event: RequestEvent, password: string): Promise<Result<readonly string[]>> {
  const response = await askIdentity(event, '/two-factor/generate-backup-codes', { password });
  const body = await bodyOf(response);
  if (!response.ok) return refuse(refusalOf(response, 'password.refused'));
  await ownDeed(event, 'recovery-codes.renewed', response);
  return done(codesOf(body));
}

/** Takes the second factor away, from those whose roles do not ask for it or who set up another device. */
export async function removeSecondFactor(event: RequestEvent, password: string): Promise<Result<null>> {
  return ownDeed(event, 'second-factor.removed', await askIdentity(event, '/two-factor/disable', { password }));
}

async function ownDeed(event: RequestEvent, deed: SignInDeed, response: Response): Promise<Result<null>> {
  if (!response.ok) return refuse(refusalOf(response, 'password.refused'));
  const { actor, services } = event.locals;
  if (actor) await journalSignIn(services.database, actor.personId, deed);
  return done(null);
}

function codesOf(body: Readonly<Record<string, unknown>>): string[] {
  const codes = body['backupCodes'];
  return Array.isArray(codes) ? codes.map(String) : [];
}
