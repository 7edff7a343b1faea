import { type MonthCount, monthCount, plainDate, yearMonth, yearOf } from '#domain/calendar/months.ts';
import type { Deadline, DeadlineKind } from '#domain/deadlines/deadline.ts';
import type { Frequency, HalfYearPart, Moment, Part, TimePart } from '#domain/deadlines/grammar/parts.ts';
import {
  everyYear,
  type Frame,
  frameWithin,
  resolveHalfYear,
  resolveSince,
  resolveTimes,
  resolveUntil,
  schoolYearOf,
  type Stretch,
} from '#domain/deadlines/resolve.ts';

type Of<Kind extends Part['is']> = Extract<Part, { is: Kind }>;

/** A deadline and how sure its reading is. */
export type Composed = { readonly deadline: Deadline; readonly sure: number };

export const noDeadline: Deadline = {
  kind: 'none',
  from: null,
  to: null,
  months: [],
  onRequest: false,
  byAgreement: false,
};

/** Puts together what the phrases of one deadline say: the more exact phrase gives the kind, the others narrow it. */
export function composeDeadline(parts: readonly Part[], frame: Frame): Composed {
  const said = new Said(withoutStartAsEnd(parts));
  const flags = { onRequest: said.has('on-request'), byAgreement: said.has('by-agreement') };
  const { deadline, sure } = mainDeadline(said, frame);
  const doubt = parts.some((part) => part.is === 'except') ? 0.75 : 1;
  return {
    deadline: { ...deadline, ...flags },
    sure: namesNoDay(said.parts) ? Math.min(sure, NO_SUCH_DAY) : sure * doubt,
  };
}

/** «31 июня»: the month is kept, a person should look at the day. */
const NO_SUCH_DAY = 0.5;
const LEAP_YEAR = 2024;

/** Whether a day is printed that its month does not have. */
export function namesNoDay(parts: readonly Part[]): boolean {
  return parts.some((part) => {
    if (part.is === 'time') return isNoDay(part.from) || isNoDay(part.to);
    return (part.is === 'until' || part.is === 'since') && 'month' in part.at && isNoDay(part.at);
  });
}

function isNoDay({ year, month, day }: Moment): boolean {
  return day !== null && plainDate(year ?? LEAP_YEAR, month, day) === null;
}

/** «до 1 декабря 2026 года, далее ежегодно»: the first time of a duty that goes on is not its end. */
function withoutStartAsEnd(parts: readonly Part[]): readonly Part[] {
  const onwards = parts.findIndex((part) => part.is === 'every' && part.onwards === true);
  return parts.map((part, index) =>
    index < onwards && part.is === 'until' && 'month' in part.at ? { is: 'time', from: part.at, to: part.at } : part,
  );
}

class Said {
  readonly parts: readonly Part[];
  constructor(parts: readonly Part[]) {
    this.parts = parts.flatMap((part): readonly Part[] => (part.is === 'times' ? part.times : [part]));
  }
  all<Kind extends Part['is']>(kind: Kind): Of<Kind>[] {
    return this.parts.filter((part): part is Of<Kind> => part.is === kind);
  }
  first<Kind extends Part['is']>(kind: Kind): Of<Kind> | undefined {
    return this.all(kind)[0];
  }
  has(kind: Part['is']): boolean {
    return this.parts.some((part) => part.is === kind);
  }
}

const KIND_OF_FREQUENCY = {
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  year: 'annual',
} as const satisfies Record<Frequency, DeadlineKind>;
const FREQUENCIES: readonly Frequency[] = ['week', 'month', 'quarter', 'year'];

function mainDeadline(said: Said, frame: Frame): Composed {
  const every = said.all('every').map((part) => part.every);
  const frequency = FREQUENCIES.find((each) => every.includes(each));
  if (frequency) return repeated(said, frequency, frame);
  if (said.has('day-of-month') && !said.has('time') && !said.has('until')) {
    return { ...repeated(said, 'month', frame), sure: 0.6 };
  }
  const isLasting = said.has('whole-period');
  // «март; в течение года; июнь»: the whole span among months, or behind them, holds them all.
  if (said.parts.findIndex((part) => part.is === 'throughout-year') > 0 && said.parts[0]?.is === 'time') {
    return { ...lasting(said, 'throughout-year', frame), sure: 0.55 };
  }
  if (!isLasting && (said.has('time') || said.has('half-year'))) return atTimes(said, frame);
  if (!isLasting && said.has('until')) return byDate(said, frame);
  const since = said.first('since');
  if (since && !isLasting) return lasting(said, 'range', frame);
  if (isLasting) return sinceFirst(said, lasting(said, 'whole-period', frame), frame);
  if (said.has('school-year') || said.has('throughout-year')) return lasting(said, 'throughout-year', frame);
  const years = said.all('years');
  if (years.length > 0) return inYears(years, frame);
  if (said.has('schedule')) return { deadline: { ...noDeadline, kind: 'schedule' }, sure: 1 };
  // The contract knows no duty that follows an event; like a schedule it gives no months.
  if (said.has('event')) return { deadline: { ...noDeadline, kind: 'schedule' }, sure: 0.6 };
  if (said.has('except')) return { ...lasting(said, 'throughout-year', frame), sure: 0.55 };
  const isCondition = said.has('on-request') || said.has('by-agreement');
  return { deadline: { ...noDeadline, kind: isCondition ? 'on-request' : 'none' }, sure: isCondition ? 1 : 0 };
}

/** The months in which a lasting or repeated duty runs: the span, cut by the years, months and school year printed. */
function bounds(said: Said, frame: Frame): Stretch | null {
  const school = said.first('school-year');
  let stretch = school ? schoolYearOf(frame, school.first, school.last) : frame.span;
  const years = said.all('years');
  if (years.length > 0 && !school) {
    const from = monthCount(Math.min(...years.map((part) => part.from)), 1);
    const to = monthCount(Math.max(...years.map((part) => part.to)), 12);
    stretch = overlap(stretch, { from, to });
  }
  const since = said.first('since');
  const from = since ? resolveSince(since.at, frame) : null;
  if (stretch && from !== null) stretch = { from: Math.max(stretch.from, from), to: Math.max(stretch.to, from) };
  const to = printedEnd(said, frame);
  if (stretch && to !== null) stretch = { from: Math.min(stretch.from, to), to };
  const start = onwardsStart(said, frame);
  if (stretch && start !== null) stretch = { from: Math.max(stretch.from, start), to: Math.max(stretch.to, start) };
  return stretch;
}

/** «март 2026 года, далее ежегодно» begins in that March. */
function onwardsStart(said: Said, frame: Frame): MonthCount | null {
  const isOnwards = said.all('every').some((part) => part.onwards === true);
  const [first] = isOnwards && said.parts[0]?.is === 'time' ? resolveAll(said, frame) : [];
  return first?.from ?? null;
}

/** A printed end year cuts the span («ежегодно до 2024 года»); «до 1 октября» without one is a day of every year. */
function printedEnd(said: Said, frame: Frame): MonthCount | null {
  const ends = said.all('until').filter(({ at }) => at.year !== null);
  const end = ends.at(-1);
  return end ? resolveUntil(end.at, frame) : null;
}

/** What both have in common; years outside the span are believed as printed. */
function overlap(one: Stretch | null, other: Stretch): Stretch {
  if (!one || other.from > one.to || other.to < one.from) return other;
  return { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
}

function repeated(said: Said, frequency: Frequency, frame: Frame): Composed {
  const kind = KIND_OF_FREQUENCY[frequency];
  const within = bounds(said, frame);
  const times = resolveAll(said, frame);
  if (frequency === 'year') {
    const months = within ? monthsOfEveryYear(said, times, within, frame) : [];
    return { deadline: { ...lastingDeadline(said, kind, within), months: months.map(yearMonth) }, sure: 1 };
  }
  // «ежемесячно, сентябрь-май»: the range says when; a list of months («ежеквартально: март, июнь») only repeats the rule.
  const [only] = times.length === 1 ? times : [];
  const isRange = only && only.to > only.from;
  const start = said.parts[0];
  const isInside = only && within && only.from >= within.from && only.from <= within.to;
  const isStart = isInside && start?.is === 'time' && (start.block || !isRange);
  const narrowed = isStart ? { from: only.from, to: within.to } : isRange ? only : within;
  return { deadline: lastingDeadline(said, kind, narrowed), sure: times.length > 0 ? 0.8 : 1 };
}

function monthsOfEveryYear(said: Said, times: readonly Stretch[], within: Stretch, frame: Frame): MonthCount[] {
  const untilMonths = said.all('until').flatMap(({ at }) => {
    const month = 'month' in at && at.year === null ? resolveUntil(at, frame) : null;
    return month === null ? [] : [{ from: month, to: month }];
  });
  // A school-year plan is not over in May: «ежегодно в июне» means its June.
  const school = frame.schoolYear && frame.base !== null && !said.has('school-year');
  const years = school ? { from: frame.base, to: within.to + 2 } : within;
  // The first quarter of a plan that begins within it is cut; those of the later years are whole.
  const blocks = said.all('time').flatMap(({ from, to, block }) => {
    const first = monthCount(yearOf(within.from), from.month);
    return block && from.year === null && from.month <= to.month
      ? [{ from: first, to: first + to.month - from.month }]
      : [];
  });
  // Whole years are no months of a year.
  const parts = [...times, ...blocks, ...untilMonths].filter(({ from, to }) => to - from < 11);
  return ordered(parts.flatMap((stretch) => everyYear(stretch, years)));
}

function lasting(said: Said, kind: DeadlineKind, frame: Frame): Composed {
  return { deadline: lastingDeadline(said, kind, bounds(said, frame)), sure: 1 };
}

/** «октябрь, далее – постоянно»: from October on. */
function sinceFirst(said: Said, composed: Composed, frame: Frame): Composed {
  const { to } = composed.deadline;
  const [start] = said.parts[0]?.is === 'time' ? resolveAll(said, frame) : [];
  if (!start || to === null || yearMonth(start.from) > to) return composed;
  return { deadline: { ...composed.deadline, from: yearMonth(start.from) }, sure: 0.8 };
}

function lastingDeadline(said: Said, kind: DeadlineKind, within: Stretch | null): Deadline {
  const schoolYear = said.has('school-year') ? { schoolYear: true } : {};
  return { ...noDeadline, kind, ...printed(within), ...schoolYear };
}

/** Times in the frame that the same deadline prints: a school year, or years behind a comma. */
function resolveAll(said: Said, frame: Frame): Stretch[] {
  const school = said.first('school-year');
  const years = said.all('years');
  const schoolStretch = school ? schoolYearOf(frame, school.first) : null;
  const withinSchool = schoolStretch && {
    ...frameWithin(frame, { from: schoolStretch.from - 1, to: schoolStretch.to }),
  };
  const first = years[0];
  const own =
    first && !school ? frameWithin(frame, { from: monthCount(first.from, 1), to: 0 }) : (withinSchool ?? frame);
  const times = resolveTimes(said.all('time'), own).filter((stretch) => stretch !== null);
  const halves = said.all('half-year').map((part) => resolveHalfYear(withSchool(part, school), own));
  const all = [...times, ...halves.filter((stretch) => stretch !== null)];
  const repeatUntil = Math.max(
    0,
    ...said.all('time').map((part) => part.everyYearUntil ?? 0),
    ...years.map((part) => part.to),
  );
  return all.flatMap((stretch) => yearly(stretch, repeatUntil));
}

function withSchool(part: HalfYearPart, school: Of<'school-year'> | undefined): HalfYearPart {
  return school && part.year === null ? { ...part, ofSchoolYear: { first: school.first } } : part;
}

/** The stretch in each year up to `lastYear`. */
function yearly(stretch: Stretch, lastYear: number): Stretch[] {
  const all = [stretch];
  for (let shift = 12; yearOf(stretch.from + shift) <= lastYear; shift += 12) {
    all.push({ from: stretch.from + shift, to: stretch.to + shift });
  }
  return all;
}

function atTimes(said: Said, frame: Frame): Composed {
  const untils = said.all('until').map(({ at }) => resolveUntil(at, frame));
  const stretches = resolveAll(said, frame);
  for (const month of untils) if (month !== null) stretches.push({ from: month, to: month });
  const sure = untils.length > 0 ? 0.7 : said.has('half-year') ? 0.9 : 1;
  const isSeveral = said.all('time').length + said.all('half-year').length + untils.length > 1;
  const [only] = stretches;
  if (stretches.length > 1 || (isSeveral && stretches.length > 0)) return { deadline: listed(stretches), sure };
  if (!only) return { deadline: unresolved(said), sure: 0.6 };
  const day = onlyDay(said.all('time'));
  if (day && !isNoDay(day) && only.from === only.to) return { deadline: dueBy(only.to, day), sure: 0.9 };
  const kind = only.from === only.to ? 'month' : 'range';
  return { deadline: { ...noDeadline, kind, ...printed(only) }, sure };
}

/** The day of a deadline that is nothing but one day: it is due on it. */
function onlyDay(times: readonly TimePart[]): Moment | null {
  const [time] = times;
  return times.length === 1 && time && time.from === time.to && time.from.day !== null ? time.from : null;
}

function listed(stretches: readonly Stretch[]): Deadline {
  const months = ordered(stretches.flatMap((stretch) => everyYear(stretch, stretch)));
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return noDeadline;
  if (first === last) return { ...noDeadline, kind: 'month', ...printed({ from: first, to: last }) };
  return { ...noDeadline, kind: 'months', ...printed({ from: first, to: last }), months: months.map(yearMonth) };
}

/** Months are printed but the years of the plan are not known. */
function unresolved(said: Said): Deadline {
  const times = said.all('time');
  const [only] = times;
  const isOneMonth = times.length === 1 && only?.from === only?.to;
  return { ...noDeadline, kind: isOneMonth ? 'month' : times.length > 1 ? 'months' : 'range' };
}

function byDate(said: Said, frame: Frame): Composed {
  const untils = said.all('until');
  const months = untils.map(({ at }) => resolveUntil(at, frame)).filter((month) => month !== null);
  const since = said.first('since');
  const from = since ? resolveSince(since.at, frame) : null;
  const [last] = months.slice(-1);
  if (from !== null && last !== undefined) {
    return { deadline: { ...noDeadline, kind: 'range', ...printed({ from, to: Math.max(from, last) }) }, sure: 1 };
  }
  if (new Set(months).size > 1)
    return { deadline: listed(months.map((month) => ({ from: month, to: month }))), sure: 0.7 };
  if (last === undefined) return { deadline: { ...noDeadline, kind: 'by-date' }, sure: 0.6 };
  const at = untils.at(-1)?.at;
  return { deadline: dueBy(last, at && 'month' in at ? at : null), sure: 1 };
}

function dueBy(month: MonthCount, at: Moment | null): Deadline {
  const dayOfMonth = at?.day ?? null;
  const day = !at || dayOfMonth === null ? null : plainDate(yearOf(month), at.month, dayOfMonth);
  return { ...noDeadline, kind: 'by-date', to: yearMonth(month), ...(day === null ? {} : { date: day }) };
}

function inYears(years: readonly Of<'years'>[], frame: Frame): Composed {
  const from = Math.min(...years.map((part) => part.from));
  const to = Math.max(...years.map((part) => part.to));
  const stretch = { from: monthCount(from, 1), to: monthCount(to, 12) };
  const isThroughout = years.some((part) => part.throughout);
  if (from === to && isThroughout) {
    return { deadline: { ...noDeadline, kind: 'throughout-year', ...printed(overlap(frame.span, stretch)) }, sure: 1 };
  }
  return { deadline: { ...noDeadline, kind: from === to ? 'year' : 'range', ...printed(stretch) }, sure: 1 };
}

function printed(stretch: Stretch | null): Pick<Deadline, 'from' | 'to'> {
  return stretch ? { from: yearMonth(stretch.from), to: yearMonth(stretch.to) } : { from: null, to: null };
}

function ordered(months: readonly MonthCount[]): MonthCount[] {
  return [...new Set(months)].toSorted((one, other) => one - other);
}
