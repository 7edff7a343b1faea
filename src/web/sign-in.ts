import type { RequestEvent } from '@sveltejs/kit';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import { askIdentity } from '#web/identity.ts';

/** Signs the visitor in, or asks for the second factor; a refusal does not tell whether there is such a person. */
export async function signIn(
  event: RequestEvent,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Result<'signed-in' | 'second-factor'>> {
  const response = await askIdentity(event, '/sign-in/email', { email, password });
  if (response.status === 429)
    return refuse({ code: 'sign-in.too-often', seconds: Number(response.headers.get('x-retry-after') ?? 60) });
  if (!response.ok) return refuse({ code: 'sign-in.refused' });
  const body: unknown = await response.json();
  const asksMore = typeof body === 'object' && body !== null && 'twoFactorRedirect' in body;
  return done(asksMore ? 'second-factor' : 'signed-in');
}
