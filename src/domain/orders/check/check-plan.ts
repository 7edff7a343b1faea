import { undefinedAbbreviations } from '#domain/orders/check/abbreviations.ts';
import { duplicateMeasures } from '#domain/orders/check/duplicates.ts';
import { foreignExecutors } from '#domain/orders/check/executors.ts';
import { missingFields } from '#domain/orders/check/fields.ts';
import type { Finding } from '#domain/orders/check/finding.ts';
import { emptyPhrases } from '#domain/orders/check/phrases.ts';
import { copiedTargets, countPercentConflicts } from '#domain/orders/check/shares.ts';
import { twoValues } from '#domain/orders/check/quantities.ts';
import { deadlineFindings } from '#domain/orders/check/deadlines.ts';
import type { Plan } from '#domain/orders/plan.ts';

/** Reads a plan as a careful reader would; findings in the order of measures, those of the whole plan first. */
export function checkPlan(plan: Plan): Finding[] {
  const findings = [
    ...missingFields(plan),
    ...deadlineFindings(plan),
    ...foreignExecutors(plan),
    ...countPercentConflicts(plan),
    ...copiedTargets(plan),
    ...twoValues(plan),
    ...duplicateMeasures(plan),
    ...emptyPhrases(plan),
    ...undefinedAbbreviations(plan),
  ];
  return findings.sort((a, b) => (a.measure ?? 0) - (b.measure ?? 0));
}
