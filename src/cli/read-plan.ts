import path from 'node:path';
import type { TerritoryDictionary } from '#domain/orders/lexicon.ts';
import type { Plan } from '#domain/orders/plan.ts';
import { unreadableMessage } from '#features/orders/refusals.ts';
import { readOrder } from '#features/orders/read-order.server.ts';
import { readInput } from '#cli/input-file.ts';
import { isStandardInput } from '#cli/standard-input.ts';
import { commandMessages } from '#cli/messages.ts';
import { complain } from '#cli/terminal.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** The plan of one file, or the reason in one line why there is none. */
export type PlanReading =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly file: string; readonly code: string; readonly reason: string };

/** Reads one file; whatever goes wrong with it is a reason, so that the next file still gets its turn. */
export async function readPlan(
  file: string,
  dictionary: TerritoryDictionary | null,
  locale: Locale,
): Promise<PlanReading> {
  const name = isStandardInput(file) ? 'stdin' : path.basename(file);
  const failed = (code: string, reason: string) => ({ ok: false, file: name, code, reason }) as const;
  const input = await readInput(file);
  if (input.kind === 'failure') return failed(input.failure, commandMessages(locale).inputs[input.failure]);
  if (input.kind === 'too-large')
    return failed('too-large', unreadableMessage(locale, 'too-large', { limit: input.limit }));
  try {
    const reading = await readOrder(input.bytes, name, dictionary === null ? {} : { dictionary });
    if (reading.ok) return reading;
    return failed(reading.error.code, unreadableMessage(locale, reading.error.code, reading.error.details));
  } catch (error) {
    if (process.env['OPORA_DEBUG'] !== undefined) console.error(error);
    return failed('defect', commandMessages(locale).defect(String(error)));
  }
}

/** The dictionary named on the command line; false when there is none to be had from it (the reason is printed). */
export async function readDictionary(file: string | null, locale: Locale): Promise<TerritoryDictionary | null | false> {
  if (file === null) return null;
  const input = await readInput(file);
  const messages = commandMessages(locale);
  const refuse = (reason: string): false => {
    complain(`${shownName(file, locale)}: ${reason}`);
    return false;
  };
  if (input.kind === 'failure') return refuse(messages.inputs[input.failure]);
  if (input.kind === 'too-large') return refuse(messages.dictionaryTooLarge(Math.floor(input.limit / 1024 ** 2)));
  const { parseDictionary } = await import('#features/orders/forms.ts');
  const reading = parseDictionary(new TextDecoder().decode(input.bytes));
  return reading.ok ? reading.dictionary : refuse(messages.wrongDictionary(reading.place));
}

/** What a file is called in a complaint. */
export function shownName(file: string, locale: Locale): string {
  return isStandardInput(file) ? commandMessages(locale).standardInput : file;
}
