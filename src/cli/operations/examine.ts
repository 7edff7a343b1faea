import { failureMessage } from '#cli/operations/failure-message.ts';
import { doctorMessages } from '#cli/operations/doctor-messages.ts';
import type { Program } from '#cli/operations/with-settings.ts';
import { withSettings } from '#cli/operations/with-settings.ts';
import { onOneLine, print } from '#cli/terminal.ts';
import { examineInstallation } from '#features/installation/doctor.server.ts';

const SIGNS = { fine: '✓', doubtful: '!', wrong: '✗' } as const;

/** `opora doctor`: a line for each thing looked at, with what to do about it; 1 when something is wrong. */
export function examine(program: Program): Promise<number> {
  return withSettings(program, async (config) => {
    const words = doctorMessages(program.locale);
    const diagnoses = await examineInstallation(config, program.root);
    for (const { check, state, details, cause } of diagnoses) {
      const { title, remedy } = words[check];
      const advice =
        cause === undefined ? remedy(onOneLine(details)) : onOneLine(failureMessage(program.locale, cause));
      await print(`${SIGNS[state]} ${title}${state === 'fine' ? '' : ` — ${advice}`}\n`);
    }
    return diagnoses.some(({ state }) => state === 'wrong') ? 1 : 0;
  });
}
