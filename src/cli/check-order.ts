import type { Request } from '#cli/arguments.ts';
import { commandMessages } from '#cli/messages.ts';
import { readDictionary, readPlan, shownName } from '#cli/read-plan.ts';
import { complain, onOneLine, print } from '#cli/terminal.ts';
import { checkPlan } from '#domain/orders/check/check-plan.ts';
import type { Plan } from '#domain/orders/plan.ts';
import { findingMessage } from '#features/orders/messages.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** `opora check`: prints the findings; 0 with or without them, 1 when there is no plan to look at. */
export async function checkOrder(request: Extract<Request, { kind: 'check' }>, locale: Locale): Promise<number> {
  const dictionary = await readDictionary(request.dictionary, locale);
  if (dictionary === false) return 2;
  const reading = await readPlan(request.file, dictionary, locale);
  if (!reading.ok) {
    complain(`${shownName(request.file, locale)}: ${reading.reason}`);
    return 1;
  }
  const { plan } = reading;
  const findings = checkPlan(plan).map((finding) => ({ ...finding, message: findingMessage(locale, finding) }));
  if (request.output === 'json') {
    await print(`${JSON.stringify({ file: plan.file, findings }, null, 2)}\n`);
    return 0;
  }
  const messages = commandMessages(locale);
  const lines = findings.map(({ measure, code, message }) => {
    const about = measure === null ? '' : `${messages.finding(printedNumber(plan, measure))}: `;
    return `${about}${onOneLine(message)} [${code}]`;
  });
  await print(`${lines.length === 0 ? messages.noFindings : lines.join('\n')}\n`);
  return 0;
}

/**
 * The number that the reader of the document sees, else the place in the order of the document; where numbers begin anew
 * in each section, with the number or the title of the section.
 */
function printedNumber(plan: Plan, seq: number): string {
  const measure = plan.measures.find((candidate) => candidate.seq === seq);
  if (measure === undefined || measure.number === null) return `#${seq}`;
  const { number, section } = measure;
  const isAlone = plan.measures.filter((other) => other.number === number).length === 1;
  const { number: sectionNumber = null, title = '' } = plan.sections[section ?? -1] ?? {};
  const name = sectionNumber ?? `«${title.length > LONGEST_SECTION ? `${title.slice(0, LONGEST_SECTION)}…` : title}»`;
  return isAlone || section === null ? number : `${number} (${name})`;
}

const LONGEST_SECTION = 60;
