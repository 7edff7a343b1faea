import { type MonthCount, monthCount, countOf, nextOccurrence, yearOf, monthOfYear } from '#domain/calendar/months.ts';
import type { PlanSpan } from '#domain/deadlines/deadline.ts';
import type { HalfYearEnd, HalfYearPart, Moment, TimePart, YearEnd } from '#domain/deadlines/grammar/parts.ts';

/** Months from … to, both included, as counts. */
export type Stretch = { readonly from: MonthCount; readonly to: MonthCount };

/** Against what printed months are read; null in a plan whose years are not known. */
export type Frame = {
  /** The span of the plan. */
  readonly span: Stretch | null;
  /** From where the first occurrence of a month without a year is looked for. */
  readonly base: MonthCount | null;
  readonly schoolYear: boolean;
};

const AUGUST = 8;
const SEPTEMBER = 9;
const MAY = 5;

/** A school-year plan counts from August on: what is due before the first bell belongs to it. */
export function frameOf(span: PlanSpan | null): Frame {
  if (!span) return { span: null, base: null, schoolYear: false };
  const stretch = { from: countOf(span.from), to: countOf(span.to) };
  const isFromSeptember = span.schoolYear && monthOfYear(stretch.from) === SEPTEMBER;
  return { span: stretch, base: isFromSeptember ? stretch.from - 1 : stretch.from, schoolYear: span.schoolYear };
}

/** The frame with the years that a phrase of the same deadline prints. */
export function frameWithin(frame: Frame, years: Stretch): Frame {
  return { ...frame, base: years.from };
}

/** From September to May of the school year that begins in `first`, or of the first one of the span. */
export function schoolYearOf(frame: Frame, first: number | null = null, last: number | null = null): Stretch | null {
  const start = first ?? firstSchoolYear(frame);
  if (start === null) return null;
  return { from: monthCount(start, SEPTEMBER), to: monthCount(last ?? start + 1, MAY) };
}

function firstSchoolYear({ span }: Frame): number | null {
  if (!span) return null;
  const year = yearOf(span.from);
  return monthCount(year, SEPTEMBER) > span.to ? year - 1 : year;
}

/** The stretches that the printed times mean, in the order printed; null where years are neither printed nor known. */
export function resolveTimes(times: readonly TimePart[], frame: Frame): (Stretch | null)[] {
  const dated = withNeighbouringYears(times, frame);
  let previous: MonthCount | null = null;
  return dated.map((time) => {
    const stretch = resolveTime(time, frame, previous);
    // Only a printed year is carried on to the months behind it: without one each month is its first occurrence.
    if (time.to.year !== null || previous !== null) previous = stretch?.to ?? previous;
    return stretch;
  });
}

/** «март, апрель 2024»: the year stands once, behind the last month; «декабрь, январь 2025» turns the year between. */
function withNeighbouringYears(times: readonly TimePart[], frame: Frame): TimePart[] {
  const dated: TimePart[] = [];
  let next: Moment | null = null;
  for (const time of times.toReversed()) {
    const withYear: TimePart = time.from === time.to ? datedMoment(time, next, frame) : datedRange(time, next, frame);
    dated.unshift(withYear);
    next = withYear.from.year === null ? null : withYear.from;
  }
  return dated;
}

function datedMoment(time: TimePart, next: Moment | null, frame: Frame): TimePart {
  const { from: moment } = time;
  if (moment.year !== null || next === null || next.year === null) return time;
  const turnsYear = moment.month > next.month;
  const year = turnsYear && !isOutOfOrder(moment, next.year, frame) ? next.year - 1 : next.year;
  const at = { ...moment, year };
  return { ...time, from: at, to: at };
}

/** «сентябрь, март 2024» of a plan for 2024 is a list out of order: the year before is not of the plan, this one is. */
function isOutOfOrder(moment: Moment, year: number, { span }: Frame): boolean {
  if (!span) return false;
  const month = monthCount(year, moment.month);
  return month - 12 < span.from && month >= span.from && month <= span.to;
}

function datedRange(time: TimePart, next: Moment | null, frame: Frame): TimePart {
  const { from, to } = time;
  const toYear = to.year ?? (from.year === null && next !== null && to.month <= next.month ? next.year : null);
  if (toYear === null || from.year !== null) return { ...time, to: { ...to, year: toYear } };
  if (from.month <= to.month) return { ...time, from: { ...from, year: toYear }, to: { ...to, year: toYear } };
  // «сентябрь-май 2024» of a plan that begins in 2024 names the year of its September.
  const year = isOutOfOrder(from, toYear, frame) ? toYear : toYear - 1;
  return { ...time, from: { ...from, year }, to: { ...to, year: year + 1 } };
}

function resolveTime(time: TimePart, frame: Frame, previous: MonthCount | null): Stretch | null {
  const { from, to } = time;
  const base = previous ?? frame.base;
  if (from.year === null && base === null) return null;
  if (time.block && from.year === null && base !== null) return resolveBlock(time, base);
  const start = from.year === null ? nextOccurrence(from.month, base ?? 0) : monthCount(from.year, from.month);
  const end = to.year === null ? nextOccurrence(to.month, start) : monthCount(to.year, to.month);
  return end < start ? { from: end, to: start } : { from: start, to: end };
}

/** The first such quarter or season that is not over at `base`, without the months before it. */
function resolveBlock({ from, to }: TimePart, base: MonthCount): Stretch {
  const end = nextOccurrence(to.month, base);
  const start = end - ((to.month - from.month + 12) % 12);
  return { from: Math.max(start, base), to: end };
}

export function resolveHalfYear(part: HalfYearPart, frame: Frame): Stretch | null {
  const stretch = wholeHalfYear(part, frame);
  return stretch && part.atEnd ? { from: stretch.to, to: stretch.to } : stretch;
}

function wholeHalfYear(part: HalfYearPart, frame: Frame): Stretch | null {
  if (part.ofSchoolYear || (frame.schoolYear && part.year === null)) {
    const school = schoolYearOf(frame, part.ofSchoolYear?.first ?? null);
    if (!school) return null;
    const newYear = monthCount(yearOf(school.from) + 1, 1);
    return { from: part.first === 1 ? school.from : newYear, to: part.last === 1 ? newYear - 1 : school.to };
  }
  const [from, to] = [part.first === 1 ? 1 : 7, part.last === 1 ? 6 : 12];
  if (part.year !== null) return { from: monthCount(part.year, from), to: monthCount(part.year, to) };
  const time: TimePart = {
    is: 'time',
    from: { month: from, year: null, day: null },
    to: { month: to, year: null, day: null },
    block: true,
  };
  return frame.base === null ? null : resolveBlock(time, frame.base);
}

/** The month by which a duty is due. */
export function resolveUntil(at: Moment | YearEnd | HalfYearEnd, frame: Frame): MonthCount | null {
  if ('month' in at) {
    if (at.year !== null) return monthCount(at.year, at.month);
    return frame.base === null ? null : nextOccurrence(at.month, frame.base);
  }
  if (at.end === 'half-year') return resolveHalfYear(at.half, frame)?.to ?? null;
  if (at.end === 'year') {
    const year = at.year ?? (frame.span && yearOf(frame.span.from));
    return year === null ? null : monthCount(year, 12);
  }
  if (at.end === 'school-year-start') {
    if (at.year !== null) return monthCount(at.year, SEPTEMBER);
    return frame.base === null ? null : nextOccurrence(SEPTEMBER, frame.base);
  }
  if (at.year !== null) return monthCount(at.year, MAY);
  return frame.base === null ? null : nextOccurrence(MAY, frame.base);
}

export function resolveSince(at: Moment | { readonly year: number }, frame: Frame): MonthCount | null {
  if (!('month' in at)) return monthCount(at.year, frame.schoolYear ? AUGUST : 1);
  return resolveUntil(at, frame);
}

/** Every occurrence of the months of `stretch` within the frame's years. */
export function everyYear(stretch: Stretch, within: Stretch): MonthCount[] {
  const months = new Set<number>();
  for (let month = stretch.from; month <= stretch.to && months.size < 12; month += 1) months.add(monthOfYear(month));
  const all: MonthCount[] = [];
  for (let month = within.from; month <= within.to && all.length < MOST_MONTHS; month += 1) {
    if (months.has(monthOfYear(month))) all.push(month);
  }
  return all;
}

/** No plan is longer than a hundred years. */
const MOST_MONTHS = 1200;
