/**
 * The demonstration: `npm start` runs this after installing and building. Serves the demonstration region, loaded at the
 * first start, and prints how to sign in.
 */
import { DEMONSTRATION_PASSWORD, loadOnce } from '#demo/load-region.ts';
import { ROLES } from '#domain/access/roles.ts';
import { serve } from '#cli/serve.ts';
import { complain } from '#cli/terminal.ts';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { localeOf } from '#platform/i18n/locale.ts';
import path from 'node:path';

const locale = localeOf(process.env);

process.exitCode = await serve({
  root: path.dirname(import.meta.dirname),
  version: await ownVersion(),
  locale,
  demonstration: true,
  prepare: async ({ config, database }) => {
    if (config.mode !== 'demonstration') return;
    await loadOnce(database, () => {
      complain({ ru: 'Загружается демонстрационная область…', en: 'The demonstration region is loading…' }[locale]);
    });
  },
  announce: ({ config }) => Promise.resolve(config.mode === 'demonstration' ? logins() : []),
});

/** One line a role: its code, the e-mail and the password of the person who shows it. */
function logins(): string[] {
  const { exemplars, people } = demonstrationRegion();
  return ROLES.map((role) => {
    const person = people.find(({ key }) => key === exemplars[role]);
    return `LOGIN ${role} ${person?.email ?? ''} ${DEMONSTRATION_PASSWORD}`;
  });
}

async function ownVersion(): Promise<string> {
  const { default: manifest } = await import('../package.json', { with: { type: 'json' } });
  return manifest.version;
}
