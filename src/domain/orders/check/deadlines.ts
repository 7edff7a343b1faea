import { isNoSuchDay } from '#domain/deadlines/read-deadline.ts';
import { finding } from '#domain/orders/check/finding.ts';
import type { Finding } from '#domain/orders/check/finding.ts';
import type { Measure, Plan } from '#domain/orders/plan.ts';

const DATED = new Set<Measure['deadline']['kind']>(['month', 'months', 'range', 'by-date', 'year']);

/**
 * Days that no calendar has; deadlines that ended before the order was signed (of a printed list of months also when the first of them did), and
 * deadlines outside of the period that the plan names; a deadline is told once.
 */
export function deadlineFindings(plan: Plan): Finding[] {
  return plan.measures.flatMap((measure) => {
    const { deadline, deadlineText } = measure;
    if (deadlineText !== null && isNoSuchDay(deadlineText)) return [finding(measure.seq, 'no-such-day', deadlineText)];
    if (!DATED.has(deadline.kind) || deadlineText === null) return [];
    if (isBefore(deadline, plan.order.date)) return [finding(measure.seq, 'before-order', deadlineText)];
    return isOutside(deadline, plan.period) ? [finding(measure.seq, 'outside-period', deadlineText)] : [];
  });
}

function isBefore({ kind, months, to, date }: Measure['deadline'], signed: Plan['order']['date']): boolean {
  const month = kind === 'months' ? (months[0] ?? to) : to;
  if (signed === null || month === null) return false;
  return date === undefined ? month < signed.slice(0, 7) : date < signed;
}

function isOutside({ from, to }: Measure['deadline'], period: Plan['period']): boolean {
  if (period === null || to === null) return false;
  return to > period.to.slice(0, 7) || (from ?? to) < period.from.slice(0, 7);
}
