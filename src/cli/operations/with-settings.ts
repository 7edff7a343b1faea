import { failureMessage } from '#cli/operations/failure-message.ts';
import { complain } from '#cli/terminal.ts';
import { readSettings } from '#features/installation/settings.server.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** The program that runs a command. */
export type Program = { readonly root: string; readonly version: string; readonly locale: Locale };

export type Config = Extract<ReturnType<typeof readSettings>, { ok: true }>['config'];

/**
 * Runs a command with the settings of the installation. Wrong settings are told in sentences and end with 2, a failure
 * with 1.
 */
export async function withSettings(
  { root, locale }: Program,
  work: (config: Config) => Promise<number>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const read = readSettings(environment, { root, demonstration: false });
  if (!read.ok) {
    for (const sentence of read.sentences(locale)) complain(sentence);
    return 2;
  }
  try {
    return await work(read.config);
  } catch (error) {
    complain(failureMessage(locale, error));
    return 1;
  }
}
