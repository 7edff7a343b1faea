import type { Identity } from '#platform/identity/identity.ts';

/** Cookies remembered at a time; whoever comes after that is asked about once more. */
const REMEMBERED = 10_000;

/**
 * Reads the token of a session from the cookie of a visitor; null: not signed by us, or no cookie at all. Says nothing of
 * whether the session still holds: that is asked of the database at every request.
 */
export type SessionTokens = (headers: Headers) => Promise<string | null>;

/**
 * The library checks the signature of each cookie once, together with the session it opens; the same cookie has the same
 * signature for ever, so it is remembered with its token. A cookie that opens nothing is not remembered.
 */
export function sessionTokens(identity: Identity): SessionTokens {
  const known = new Map<string, string>();
  return async (headers) => {
    const { authCookies } = await identity.$context;
    const cookie = cookieNamed(headers.get('cookie') ?? '', authCookies.sessionToken.name);
    if (cookie === null) return null;
    const remembered = known.get(cookie);
    if (remembered !== undefined) return remembered;
    const token = (await identity.api.getSession({ headers }))?.session.token ?? null;
    if (token === null) return null;
    const [oldest] = known.keys();
    if (known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest);
    known.set(cookie, token);
    return token;
  };
}

/** The value as it was sent: it is only compared. One that stands twice is left to the library. */
function cookieNamed(header: string, name: string): string | null {
  const values = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  return values.length === 0 ? null : values.join(';');
}
