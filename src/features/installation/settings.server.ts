import path from 'node:path';
import type { Config } from '#platform/config/config.ts';
import { readConfig } from '#platform/config/config.ts';
import { configFaultMessage } from '#platform/config/messages.ts';
import type { Locale } from '#platform/i18n/locale.ts';

export type Settings =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly sentences: (locale: Locale) => readonly string[] };

/** The settings of this installation; its data live in the folder `data` of the program unless said otherwise. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  { root, demonstration }: { readonly root: string; readonly demonstration: boolean },
): Settings {
  const read = readConfig(environment, { dataFolder: path.join(root, 'data'), demonstration });
  if (read.ok) return read;
  return { ok: false, sentences: (locale) => read.faults.map((fault) => configFaultMessage(locale, fault)) };
}
