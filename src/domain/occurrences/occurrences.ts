/**
 * The rules by which a deadline becomes dated duties. One file on purpose: what is not written here does not happen.
 * The guide docs/guides/nastupleniya.md tells the same to coordinators; its table is checked against these rules.
 */
import { dayAt, dayCount, daysLater, earlier, later, weekdayOf } from '#domain/calendar/days.ts';
import type { MonthCount } from '#domain/calendar/months.ts';
import {
  countOf,
  dayOfMonth,
  firstDay,
  lastDay,
  monthCount,
  monthOfYear,
  yearMonth,
  yearOf,
} from '#domain/calendar/months.ts';
import type { DayStretch, WorkCalendar } from '#domain/calendar/work-calendar.ts';
import { isDecreed, lastWorkingDay, nextWorkingDay, workingDaysLater } from '#domain/calendar/work-calendar.ts';
import type { Deadline, PlainDate } from '#domain/deadlines/deadline.ts';
import type { AfterEvent, DeadlineDetails } from '#domain/occurrences/deadline-details.ts';
import type { NoDates, Occurrence, OccurrenceLabel, Occurrences } from '#domain/occurrences/occurrence.ts';

/** Where occurrences are counted. */
export type Setting = {
  /** The years of the plan, as printed; `schoolYear`: a plan for school years. */
  readonly plan: DayStretch & { readonly schoolYear: boolean };
  readonly calendar: WorkCalendar;
  /** The day from which the plan is kept in Opora; null while it is a draft. */
  readonly startedOn: PlainDate | null;
};

/** The years of a plan as its document gives them; null where it gives none. From August to June is a plan for school years. */
export function planFrame(period: DayStretch | null): Setting['plan'] | null {
  if (period === null) return null;
  return { ...period, schoolYear: period.from.slice(5, 7) === '08' && period.to.slice(5, 7) === '06' };
}

type Months = { readonly from: MonthCount; readonly to: MonthCount };
type Piece = DayStretch & { readonly label: OccurrenceLabel; readonly due?: PlainDate };
type Pieces = { readonly kind: Occurrence['kind']; readonly pieces: readonly Piece[] };

const AUGUST = 8;
const SEPTEMBER = 9;
const MAY = 5;
/** No plan is made for longer: such years are a misprint, and weeks of them would be thousands. */
const LONGEST_MONTHS = 20 * 12;

/** The dated duties of a deadline, by date; or why there are none. */
export function occurrencesOf(deadline: Deadline, details: DeadlineDetails, setting: Setting): Occurrences {
  const found = piecesOf(deadline, details, setting);
  if ('code' in found) return { dated: false, reason: found };
  const { plan, calendar, startedOn } = setting;
  const list = found.pieces
    .toSorted((one, other) => compare(one.to, other.to) || compare(one.from, other.from))
    .map(({ label, from, to, due = nextWorkingDay(calendar, to) }, place): Occurrence => ({
      ...{ index: place + 1, kind: found.kind, label, from, to, due },
      outside: to < plan.from ? 'before' : to > plan.to ? 'after' : null,
      beforeOpora: startedOn !== null && due < startedOn,
      whenAsked: deadline.onRequest,
      calendarUnknown: !isDecreed(calendar, due),
    }));
  return { dated: true, list };
}

/** The day until which one may report after an event, once it has happened. */
export function dueAfterEvent({ count, unit }: AfterEvent, event: PlainDate, calendar: WorkCalendar): PlainDate {
  switch (unit) {
    case 'working-day':
      return workingDaysLater(calendar, event, count);
    case 'day':
      return nextWorkingDay(calendar, daysLater(event, count));
    case 'week':
      return nextWorkingDay(calendar, daysLater(event, 7 * count));
    case 'month': {
      // The same number of the month; its last day where there is no such day (Civil Code, article 192).
      const month = monthCount(Number(event.slice(0, 4)), Number(event.slice(5, 7))) + count;
      return nextWorkingDay(calendar, dayOfMonth(month, Number(event.slice(8))));
    }
    default:
      return unit satisfies never;
  }
}

function piecesOf(deadline: Deadline, details: DeadlineDetails, setting: Setting): Pieces | NoDates {
  switch (deadline.kind) {
    case 'none':
      return { code: 'no-deadline' };
    case 'on-request':
      return { code: deadline.onRequest ? 'by-request' : 'by-agreement' };
    case 'schedule':
      return details.after ? { code: 'after-event', after: details.after } : { code: 'by-schedule' };
    case 'by-date':
      return byDate(deadline, setting);
    case 'months':
      return { kind: 'repeated', pieces: [...new Set(deadline.months)].map((month) => monthPiece(countOf(month))) };
    case 'month':
    case 'range':
    case 'year':
    case 'throughout-year':
    case 'whole-period':
    case 'annual':
    case 'monthly':
    case 'quarterly':
    case 'weekly': {
      const { kind, from, to } = deadline;
      if (from === null || to === null) return { code: 'no-years' };
      const months = { from: countOf(from), to: countOf(to) };
      if (months.from > months.to) return { code: 'reversed' };
      if (months.to - months.from > LONGEST_MONTHS) return { code: 'too-long' };
      return piecesWithin({ ...deadline, kind }, months, details, setting);
    }
    default:
      return deadline.kind satisfies never;
  }
}

type Lasting = Exclude<Deadline['kind'], 'none' | 'on-request' | 'schedule' | 'by-date' | 'months'>;

function piecesWithin(
  deadline: Deadline & { readonly kind: Lasting },
  months: Months,
  details: DeadlineDetails,
  setting: Setting,
): Pieces | NoDates {
  const bySchoolYears = deadline.schoolYear === true || setting.plan.schoolYear;
  switch (deadline.kind) {
    case 'month':
      return { kind: 'once', pieces: [monthPiece(months.from)] };
    case 'range':
    case 'year':
      return { kind: 'once', pieces: [monthsPiece(months)] };
    case 'throughout-year':
    case 'whole-period':
      // Work that goes on is told of once a year: a report after three years controls nothing.
      return { kind: 'lasting', pieces: bySchoolYears ? schoolYears(months, AUGUST, AUGUST - 1) : years(months) };
    case 'annual':
      if (deadline.months.length > 0)
        return {
          kind: 'repeated',
          pieces: [...new Set(deadline.months)].map((month) =>
            withDay(monthPiece(countOf(month)), details, setting.calendar),
          ),
        };
      return { kind: 'repeated', pieces: annual(deadline, months, details, setting) };
    case 'monthly':
      return {
        kind: 'repeated',
        pieces: each(months, 1).map(({ from }) => withDay(monthPiece(from), details, setting.calendar)),
      };
    case 'quarterly':
      return details.every === 'term'
        ? schoolTerms(months, setting.calendar)
        : {
            kind: 'repeated',
            pieces: each(months, 3).map((part) => withDay(partPiece('quarter', part, 3), details, setting.calendar)),
          };
    case 'weekly':
      return { kind: 'repeated', pieces: weeks(months, bySchoolYears, setting.calendar) };
    default:
      return deadline.kind satisfies never;
  }
}

/** «до 15 мая»: from the beginning of the plan to that day; «к декабрю» is the last day of the month. */
function byDate({ date, to }: Deadline, { plan }: Setting): Pieces | NoDates {
  const last = date ?? (to === null ? null : lastDay(countOf(to)));
  if (last === null) return { code: 'no-years' };
  const from = plan.from <= last ? plan.from : (`${last.slice(0, 7)}-01` as PlainDate);
  return { kind: 'once', pieces: [{ label: { unit: 'day', day: last }, from, to: last }] };
}

function annual(deadline: Deadline, months: Months, details: DeadlineDetails, { plan, calendar }: Setting): Piece[] {
  // «Ежегодно в течение учебного года» is read as the first school year of the plan; the others follow it.
  if (deadline.schoolYear === true) return schoolYears({ from: months.from, to: endOf(plan, months) }, SEPTEMBER, MAY);
  if (details.every === 'half-year')
    return (
      plan.schoolYear ? schoolHalfYears(months) : each(months, 6).map((part) => partPiece('half-year', part, 6))
    ).map((piece) => withDay(piece, details, calendar));
  return plan.schoolYear ? schoolYears(months, AUGUST, AUGUST - 1) : years(months);
}

function endOf({ to }: DayStretch, months: Months): MonthCount {
  return Math.max(months.to, monthCount(Number(to.slice(0, 4)), Number(to.slice(5, 7))));
}

/** Weeks from Monday to Sunday, due on their last working day: the next one belongs to the next week. */
function weeks(months: Months, bySchoolYears: boolean, calendar: WorkCalendar): Piece[] {
  const [first, last] = [firstDay(months.from), lastDay(months.to)];
  const breaks = bySchoolYears ? calendar.schoolYears.flatMap((year) => year.breaks) : [];
  const pieces: Piece[] = [];
  for (let monday = dayCount(first) - weekdayOf(first) + 1; monday <= dayCount(last); monday += 7) {
    const week = { from: later(dayAt(monday), first), to: earlier(dayAt(monday + 6), last) };
    // Nothing is due in a week of holidays, of the country or, for lessons, of the school.
    const due = lastWorkingDay(calendar, week);
    if (due === null || breaks.some(({ from, to }) => from <= week.from && due <= to)) continue;
    pieces.push({ ...week, due, label: { unit: 'week', monday: dayAt(monday) } });
  }
  return pieces;
}

/** School quarters are decided by the territory: without its calendar there is nothing to count from. */
function schoolTerms(months: Months, calendar: WorkCalendar): Pieces | NoDates {
  const [first, last] = [firstDay(months.from), lastDay(months.to)];
  const pieces: Piece[] = [];
  for (const schoolYear of schoolYearsOf(months)) {
    const known = calendar.schoolYears.find(({ year }) => year === schoolYear);
    if (!known) return { code: 'no-school-terms', schoolYear };
    known.terms.forEach(({ from, to }, place) => {
      if (to < first || from > last) return;
      pieces.push({ from, to, label: { unit: 'term', schoolYear, number: place + 1 } });
    });
  }
  return { kind: 'repeated', pieces };
}

function years(months: Months): Piece[] {
  return each(months, 12).map((part) => ({ ...daysOf(part), label: { unit: 'year', year: yearOf(part.from) } }));
}

/** The part of every school year, from one month to another, that lies within the months. */
function schoolYears(months: Months, firstMonth: number, lastMonth: number): Piece[] {
  return schoolYearsOf(months).flatMap((schoolYear) => {
    const part = {
      from: Math.max(months.from, monthCount(schoolYear, firstMonth)),
      to: Math.min(months.to, monthCount(schoolYear + 1, lastMonth)),
    };
    return part.from > part.to ? [] : [{ ...daysOf(part), label: { unit: 'school-year' as const, schoolYear } }];
  });
}

/** September to December, January to May: so schools sum up their half-years. */
function schoolHalfYears(months: Months): Piece[] {
  return schoolYearsOf(months).flatMap((schoolYear) =>
    [
      { from: monthCount(schoolYear, AUGUST), to: monthCount(schoolYear, 12) },
      { from: monthCount(schoolYear + 1, 1), to: monthCount(schoolYear + 1, AUGUST - 1) },
    ].flatMap((half, place) => {
      const part = { from: Math.max(half.from, months.from), to: Math.min(half.to, months.to) };
      const label = { unit: 'school-half-year' as const, schoolYear, number: place + 1 };
      return part.from > part.to ? [] : [{ ...daysOf(part), label }];
    }),
  );
}

/** School years that touch the months; August belongs to the one that begins after it. */
function schoolYearsOf({ from, to }: Months): number[] {
  const yearAt = (month: MonthCount) => (monthOfYear(month) >= AUGUST ? yearOf(month) : yearOf(month) - 1);
  return Array.from({ length: yearAt(to) - yearAt(from) + 1 }, (_, place) => yearAt(from) + place);
}

/** Parts of so many months counted from January, cut at the ends. */
function each(months: Months, size: number): Months[] {
  const parts: Months[] = [];
  for (let start = months.from - (months.from % size); start <= months.to; start += size)
    parts.push({ from: Math.max(start, months.from), to: Math.min(start + size - 1, months.to) });
  return parts;
}

function partPiece(unit: 'quarter' | 'half-year', part: Months, size: number): Piece {
  const number = Math.floor((monthOfYear(part.from) - 1) / size) + 1;
  return { ...daysOf(part), label: { unit, year: yearOf(part.from), number } };
}

function monthPiece(month: MonthCount): Piece {
  return { ...daysOf({ from: month, to: month }), label: { unit: 'month', month: yearMonth(month) } };
}

function monthsPiece({ from, to }: Months): Piece {
  if (monthOfYear(from) === 1 && to === from + 11)
    return { ...daysOf({ from, to }), label: { unit: 'year', year: yearOf(from) } };
  return { ...daysOf({ from, to }), label: { unit: 'months', from: yearMonth(from), to: yearMonth(to) } };
}

/**
 * «до 15 числа»: of the month itself, and then the duty ends on it. Of a longer part, and where the text says so, of the
 * month after: the part stays as it is, and the day is that of its report.
 */
function withDay(piece: Piece, { day, afterPeriod }: DeadlineDetails, calendar: WorkCalendar): Piece {
  if (day === undefined) return piece;
  const last = monthCount(Number(piece.to.slice(0, 4)), Number(piece.to.slice(5, 7)));
  if (afterPeriod !== true && piece.label.unit === 'month') return { ...piece, to: dayOfMonth(last, day) };
  return { ...piece, due: nextWorkingDay(calendar, dayOfMonth(last + 1, day)) };
}

function daysOf({ from, to }: Months): DayStretch {
  return { from: firstDay(from), to: lastDay(to) };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
