import { keepWorking } from '#cli/operations/background.ts';
import { operationMessages } from '#cli/operations/messages.ts';
import type { Program } from '#cli/operations/with-settings.ts';
import { withSettings } from '#cli/operations/with-settings.ts';
import { untilStopped } from '#cli/serve.ts';
import { complain } from '#cli/terminal.ts';
import { openInstallation } from '#features/installation/open.server.ts';

/** `opora worker`: the background work without pages, until told to stop. */
export function work(program: Program): Promise<number> {
  const stopped = untilStopped();
  const words = operationMessages(program.locale);
  return withSettings(program, async (config) => {
    const installation = await openInstallation(config, program.root, program.version);
    const stopWorking = keepWorking(installation);
    complain(words.working);
    await stopped;
    await stopWorking();
    await installation.close();
    return 0;
  });
}
