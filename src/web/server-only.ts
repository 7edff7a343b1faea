import type { Transport } from '@sveltejs/kit/hooks';

const kept = new WeakSet();

/**
 * Marks what a page is rendered from and no script of it needs. Pages without scripts (`csr = false`) would otherwise write
 * all their data down as a script as well, only to throw it away: a tenth of the time of a list.
 */
export function serverOnly<T extends object>(value: T): T {
  kept.add(value);
  return value;
}

/** Part of the hooks: how marked values travel to scripts, namely not at all. */
export const transport: Transport = {
  serverOnly: {
    encode: (value: unknown) => typeof value === 'object' && value !== null && kept.has(value) && 'server-only',
    decode: () => {
      throw new Error('a script asks for data that its page keeps on the server (serverOnly)');
    },
  },
};
