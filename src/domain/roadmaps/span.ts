import type { PlanSpan, YearMonth } from '#domain/deadlines/deadline.ts';

/**
 * The months against which deadlines of a road map are read, by the contract of road maps: of one calendar year its January
 * to its December; of a school year (August to June) September to May; of several years from the later of the first January
 * and the month of the order.
 *
 * @param from first day of the period, `2026-01-01`
 * @param to last day of the period
 * @param orderedOn day of the order, where there is one
 */
export function spanOfPeriod(from: string | null, to: string | null, orderedOn: string | null): PlanSpan | null {
  if (from === null || to === null) return null;
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)] as [YearMonth, YearMonth];
  if (first.endsWith('-08') && last.endsWith('-06'))
    return { from: `${yearOf(first)}-09`, to: `${yearOf(last)}-05`, schoolYear: true };
  const ordered = orderedOn?.slice(0, 7) as YearMonth | undefined;
  const begins = ordered !== undefined && yearOf(first) !== yearOf(last) && ordered > first ? ordered : first;
  return { from: begins, to: last, schoolYear: false };
}

function yearOf(month: YearMonth): `${number}` {
  return month.slice(0, 4) as `${number}`;
}
