import { finding } from '#domain/orders/check/finding.ts';
import type { Finding, FindingCode } from '#domain/orders/check/finding.ts';
import { isEmptyPhrase, namesDocument } from '#domain/orders/check/phrases.ts';
import type { Measure, Plan } from '#domain/orders/plan.ts';

/**
 * What measures lack. Where no measure has a field the plan has no such column: that is one finding about the plan.
 * Publication is missed only where most measures have it, because many plans do without.
 */
export function missingFields(plan: Plan): Finding[] {
  const published = plan.measures.filter((measure) => measure.publication !== null).length;
  return [
    ...missing(plan, 'no-deadline', (measure) => measure.deadlineText === null),
    ...missing(plan, 'no-responsible', (measure) => measure.responsible.length === 0),
    ...missing(plan, 'no-result', (measure) => measure.result === null || /^[-–—\s]*$/u.test(measure.result)),
    ...plan.measures.filter(lacksCountableResult).map((measure) => finding(measure.seq, 'no-countable-result')),
    ...(published * 2 > plan.measures.length
      ? missing(plan, 'no-publication', (measure) => measure.publication === null)
      : []),
  ];
}

function missing(plan: Plan, code: FindingCode, lacks: (measure: Measure) => boolean): Finding[] {
  const without = plan.measures.filter(lacks);
  if (without.length === plan.measures.length) return plan.measures.length === 0 ? [] : [finding(null, code)];
  return without.map((measure) => finding(measure.seq, code));
}

/** A result is countable when it promises a number, or a document that is there or is not. */
function lacksCountableResult({ result, targets }: Measure): boolean {
  if (result === null || targets.length > 0 || /^[-–—\s]*$/u.test(result)) return false;
  return isEmptyPhrase(result) || !namesDocument(result);
}
