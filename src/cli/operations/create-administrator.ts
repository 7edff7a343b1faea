import { operationMessages } from '#cli/operations/messages.ts';
import type { Program } from '#cli/operations/with-settings.ts';
import { withSettings } from '#cli/operations/with-settings.ts';
import { complain, print } from '#cli/terminal.ts';
import { createAdministrator as create } from '#features/accounts/first-administrator.server.ts';
import { openInstallation } from '#features/installation/open.server.ts';

type Asked = { readonly email: string; readonly name: string; readonly region: string | null };

/** `opora admin create`: makes an administrator of the region and prints the one-time link to set a password. */
export function createAdministrator(asked: Asked, program: Program): Promise<number> {
  return withSettings(program, async (config) => {
    const installation = await openInstallation(config, program.root, program.version);
    try {
      const made = await create(installation, asked);
      const words = operationMessages(program.locale);
      if (!made.ok) {
        complain(words.notMade[made.fault](asked.email));
        return 1;
      }
      await print(words.administrator(made.link));
      return 0;
    } finally {
      await installation.close();
    }
  });
}
