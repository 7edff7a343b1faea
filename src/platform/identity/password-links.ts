import { randomBytes } from 'node:crypto';
import type { Identity } from '#platform/identity/identity.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const identifierOf = (token: string): string => `reset-password:${token}`;

/**
 * A one-time link to set a password, as the library makes them itself; earlier ones of the person stay valid until one
 * is used or time takes them.
 */
export async function makePasswordLink(identity: Identity, personId: string, days: number): Promise<string> {
  const { internalAdapter, adapter } = await identity.$context;
  // The newest link is the only one: whoever asks anew may have lost the older one to somebody.
  await adapter.deleteMany({ model: 'verification', where: [{ field: 'value', value: personId }] });
  const token = randomBytes(24).toString('base64url');
  await internalAdapter.createVerificationValue({
    identifier: identifierOf(token),
    value: personId,
    expiresAt: new Date(Date.now() + days * DAY_MS),
  });
  return token;
}

/** Whose password the link sets; null when it was used, is too old or never was. */
export async function personOfPasswordLink(identity: Identity, token: string): Promise<string | null> {
  const { internalAdapter } = await identity.$context;
  const link = await internalAdapter.findVerificationValue(identifierOf(token));
  return link && link.expiresAt > new Date() ? link.value : null;
}
