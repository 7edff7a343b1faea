import type { Request } from '#cli/arguments.ts';
import type { PlanReading } from '#cli/read-plan.ts';
import { readDictionary, readPlan, shownName } from '#cli/read-plan.ts';
import { complain, print, terminalWidth } from '#cli/terminal.ts';
import type { Plan } from '#domain/orders/plan.ts';
import { warningMessage } from '#features/orders/messages.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** `opora parse`: prints each plan as soon as it is read; 0 when every file gave one. */
export async function parseOrders(request: Extract<Request, { kind: 'parse' }>, locale: Locale): Promise<number> {
  const dictionary = await readDictionary(request.dictionary, locale);
  if (dictionary === false) return 2;
  const printer = request.output === 'table' ? await tablePrinter(locale) : jsonPrinter(request.files.length, locale);
  let status = 0;
  await print(printer.opening);
  for (const [index, file] of request.files.entries()) {
    const reading = await readPlan(file, dictionary, locale);
    if (!reading.ok) {
      complain(`${shownName(file, locale)}: ${reading.reason}`);
      status = 1;
    }
    await print(printer.one(reading, index === 0));
  }
  await print(printer.closing);
  return status;
}

type Printer = {
  readonly opening: string;
  readonly one: (reading: PlanReading, isFirst: boolean) => string;
  readonly closing: string;
};

/** One plan is an object, several files are an array with `{ file, error }` in the place of a bad one. */
function jsonPrinter(files: number, locale: Locale): Printer {
  if (files === 1) {
    return {
      opening: '',
      one: (reading) => (reading.ok ? `${json(published(reading.plan, locale))}\n` : ''),
      closing: '',
    };
  }
  const entry = (reading: PlanReading) =>
    reading.ok ? published(reading.plan, locale) : { file: reading.file, error: reading.reason, code: reading.code };
  return {
    opening: '[\n',
    one: (reading, isFirst) => `${isFirst ? '' : ',\n'}${json(entry(reading))}`,
    closing: '\n]\n',
  };
}

async function tablePrinter(locale: Locale): Promise<Printer> {
  const { planTable } = await import('#cli/plan-table.ts');
  const width = terminalWidth();
  return {
    opening: '',
    one: (reading, isFirst) => (reading.ok ? `${isFirst ? '' : '\n'}${planTable(reading.plan, locale, width)}` : ''),
    closing: '',
  };
}

/** The plan as the contract prints it: warnings speak in sentences. */
function published(plan: Plan, locale: Locale): object {
  const warnings = plan.warnings.map((warning) => ({ ...warning, message: warningMessage(locale, warning) }));
  return { ...plan, warnings };
}

function json(value: object): string {
  return JSON.stringify(value, null, 2);
}
