import { finding } from '#domain/orders/check/finding.ts';
import type { Finding } from '#domain/orders/check/finding.ts';
import type { Measure, Plan } from '#domain/orders/plan.ts';

const DATED = new Set<Measure['deadline']['kind']>(['month', 'months', 'range', 'by-date']);

/** Deadlines that ended before the order was signed, and deadlines outside of the period that the plan names. */
export function deadlineFindings(plan: Plan): Finding[] {
  const signed = plan.order.date;
  return plan.measures.flatMap((measure) => {
    const { deadline, deadlineText } = measure;
    if (!DATED.has(deadline.kind) || deadline.to === null || deadlineText === null) return [];
    const last = deadline.date ?? `${deadline.to}-31`;
    const findings: Finding[] = [];
    if (signed !== null && last < signed) findings.push(finding(measure.seq, 'before-order', deadlineText));
    if (
      plan.period !== null &&
      (deadline.to > plan.period.to.slice(0, 7) || (deadline.from ?? deadline.to) < plan.period.from.slice(0, 7))
    ) {
      findings.push(finding(measure.seq, 'outside-period', deadlineText));
    }
    return findings;
  });
}
