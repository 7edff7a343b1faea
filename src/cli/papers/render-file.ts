import type { Request } from '#cli/arguments.ts';
import { readInput } from '#cli/input-file.ts';
import { commandMessages } from '#cli/messages.ts';
import { renderMessages } from '#cli/papers/messages.ts';
import { writeOutput } from '#cli/papers/output-file.ts';
import { shownName } from '#cli/read-plan.ts';
import { isStandardInput } from '#cli/standard-input.ts';
import { complain } from '#cli/terminal.ts';
import type { PlanFault } from '#features/papers/forms.ts';
import { parsePlan } from '#features/papers/forms.ts';
import { renderPlan } from '#features/papers/render-plan.server.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** `opora render`: puts a plan on paper; 0 when the file is written, 1 when there is no plan or no place for it. */
export async function renderFile(request: Extract<Request, { kind: 'render' }>, locale: Locale): Promise<number> {
  const messages = renderMessages(locale);
  const refuse = (name: string, reason: string): number => {
    complain(`${name}: ${reason}`);
    return 1;
  };
  const source = shownName(request.file, locale);
  const input = await readInput(request.file);
  if (input.kind === 'failure') return refuse(source, commandMessages(locale).inputs[input.failure]);
  if (input.kind === 'too-large') return refuse(source, messages.tooLarge(Math.floor(input.limit / 1024 ** 2)));
  const form = parsePlan(new TextDecoder().decode(input.bytes));
  if (!form.ok) return refuse(source, sentence(form.fault, locale));
  const rendering = await renderPlan(form.plan, request.format);
  if (!rendering.ok) return refuse(request.output, messages.refusals[rendering.error.code]);
  const { bytes } = rendering;
  if (isStandardInput(request.output)) {
    await new Promise<void>((resolve) => process.stdout.write(bytes, () => resolve()));
    return 0;
  }
  const failure = await writeOutput(request.output, bytes);
  return failure === null ? 0 : refuse(request.output, messages.outputs[failure]);
}

function sentence(fault: PlanFault, locale: Locale): string {
  const { faults } = renderMessages(locale);
  switch (fault.code) {
    case 'not-json':
      return faults['not-json'](fault);
    case 'no-plan':
      return faults['no-plan'](fault);
    case 'missing':
      return faults.missing(fault);
    case 'wrong-shape':
      return faults['wrong-shape'](fault);
    default:
      return fault satisfies never;
  }
}
