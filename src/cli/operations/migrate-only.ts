import { operationMessages } from '#cli/operations/messages.ts';
import type { Program } from '#cli/operations/with-settings.ts';
import { withSettings } from '#cli/operations/with-settings.ts';
import { print } from '#cli/terminal.ts';
import { openInstallation } from '#features/installation/open.server.ts';

/** `opora migrate`: brings the schema to this version and prints what was applied. */
export function migrateOnly(program: Program): Promise<number> {
  return withSettings(program, async (config) => {
    const installation = await openInstallation(config, program.root, program.version);
    await installation.close();
    await print(operationMessages(program.locale).migrated(installation.migrated));
    return 0;
  });
}
