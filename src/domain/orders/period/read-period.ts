import { countOf, monthCount, monthOfYear, plainDate, yearMonth, yearOf } from '#domain/calendar/months.ts';
import type { PlainDate, PlanSpan } from '#domain/deadlines/deadline.ts';
import { type PrintedPeriod, printedPeriods, type Years, yearsNamed } from '#domain/orders/period/period-phrases.ts';

/** The places of an order in which the years of its plan are looked for, each as plain text ('' where there is none). */
export type PeriodEvidence = {
  readonly orderTitle: string;
  readonly annexTitle: string;
  readonly goals: string;
  readonly stages: string;
  /** The text of the table: titles and deadlines of the measures. */
  readonly measuresText: string;
  readonly orderDate: PlainDate | null;
};

export type PeriodReading = {
  /** The printed years; null where neither the text nor the date of the order gives any. */
  readonly period: { readonly from: PlainDate; readonly to: PlainDate } | null;
  /** The months that deadlines are read against. */
  readonly span: PlanSpan | null;
  /** 0…1 */
  readonly confidence: number;
  /** Where the years are printed: the place, and the characters of its text. */
  readonly printed: { readonly where: (typeof PLACES)[number]; readonly from: number; readonly to: number } | null;
};

/** The order of the contract: what stands further up is stronger. */
const PLACES = ['orderTitle', 'annexTitle', 'goals', 'stages'] as const;

/** Reads the period of a plan and the span of its deadlines (contract, «Period and span»). Never throws. */
export function readPeriod(evidence: PeriodEvidence): PeriodReading {
  const { orderDate } = evidence;
  const best = bestPrinted(evidence);
  if (best) return reading(best.printed, best.where, best.sure, orderDate);
  const fromMeasures = yearsOfMeasures(yearsNamed(evidence.measuresText), orderDate);
  if (fromMeasures) return { ...periodOf(fromMeasures, orderDate), confidence: 0.6, printed: null };
  if (!orderDate) return { period: null, span: null, confidence: 0, printed: null };
  const year = yearOfDate(orderDate);
  return { ...periodOf({ kind: 'years', from: year, to: year }, orderDate), confidence: 0.4, printed: null };
}

type Candidate = { readonly where: (typeof PLACES)[number]; readonly printed: PrintedPeriod; readonly sure: number };

/** The first place with years that are surely the plan's; without such, the surest years of any place. */
function bestPrinted(evidence: PeriodEvidence): Candidate | null {
  const ofPlaces = PLACES.map((where) => bestOf(where, evidence[where], evidence.orderDate));
  const found = ofPlaces.filter((candidate) => candidate !== null);
  const surest = found.toSorted((one, other) => other.sure - one.sure)[0];
  return found.find(({ sure }) => sure >= CERTAIN) ?? (surest && surest.sure >= DOUBTFUL ? surest : null);
}

/** Below it years are those of something else (past results, another document). */
const DOUBTFUL = 0.35;

/** The surest naming of years in one place; of equal ones the last, since a plan's own years close its title. */
function bestOf(where: Candidate['where'], text: string, orderDate: PlainDate | null): Candidate | null {
  const all = printedPeriods(text).map((printed) => {
    const isPast = orderDate !== null && lastYear(printed) < yearOfDate(orderDate);
    return { where, printed, sure: printed.sure * SURE_OF_PLACE[where] * (isPast ? 0.4 : 1) };
  });
  const best = all.reduce<Candidate | null>((kept, next) => (kept && kept.sure > next.sure ? kept : next), null);
  if (!best || where !== 'stages') return best;
  // Stages together make the period: «I этап – 2024 год, II этап – 2025-2026 годы».
  const sameKind = all.filter(({ printed, sure }) => printed.kind === best.printed.kind && sure >= best.sure / 2);
  const from = Math.min(...sameKind.map(({ printed }) => printed.from));
  const to = Math.max(...sameKind.map(({ printed }) => printed.to));
  return { ...best, printed: { ...best.printed, from, to } };
}

function lastYear({ kind, to }: Years): number {
  return kind === 'months' ? yearOf(to) : to;
}

function yearOfDate(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

const CERTAIN = 0.8;
const SURE_OF_PLACE = { orderTitle: 1, annexTitle: 1, goals: 0.85, stages: 0.9 } as const;

function reading(
  printed: PrintedPeriod,
  where: Candidate['where'],
  confidence: number,
  orderDate: PlainDate | null,
): PeriodReading {
  const { from, to } = printed.at;
  return { ...periodOf(printed, orderDate), confidence, printed: { where, from, to } };
}

const SCHOOL_YEAR_MONTHS = { august: 8, june: 6, september: 9, may: 5 } as const;

function periodOf(printed: Years, orderDate: PlainDate | null): Pick<PeriodReading, 'period' | 'span'> {
  const { from, to } = printed;
  const { august, june, september, may } = SCHOOL_YEAR_MONTHS;
  switch (printed.kind) {
    case 'school-years':
      return {
        period: between(monthCount(from, august), monthCount(to, june)),
        span: spanOf(monthCount(from, september), monthCount(to, may), true),
      };
    case 'years': {
      const whole = { from: monthCount(from, 1), to: monthCount(to, 12) };
      const start = from === to ? whole.from : laterStart(whole.from, whole.to, orderDate);
      return { period: between(whole.from, whole.to), span: spanOf(start, whole.to, false) };
    }
    case 'until-year': {
      // «на период до 2027 года» begins with the order, where its date is known.
      const first = orderDate ? Math.min(yearOfDate(orderDate), to) : to;
      const start = laterStart(monthCount(first, 1), monthCount(to, 12), first === to ? null : orderDate);
      return {
        period: between(monthCount(first, 1), monthCount(to, 12)),
        span: spanOf(start, monthCount(to, 12), false),
      };
    }
    case 'months':
      return { period: between(from, to), span: spanOf(from, to, false) };
    default:
      return printed.kind satisfies never;
  }
}

/** A plan of several years begins with the month of its order when that is later than the first January. */
function laterStart(from: number, to: number, orderDate: PlainDate | null): number {
  if (!orderDate) return from;
  const signed = countOf(orderDate.slice(0, 7) as `${number}-${number}`);
  return signed > from && signed <= to ? signed : from;
}

function between(from: number, to: number): PeriodReading['period'] {
  const first = plainDate(yearOf(from), monthOfYear(from), 1);
  const last = lastDay(to);
  return first && last ? { from: first, to: last } : null;
}

function lastDay(month: number): PlainDate | null {
  for (const day of [31, 30, 29, 28]) {
    const date = plainDate(yearOf(month), monthOfYear(month), day);
    if (date) return date;
  }
  return null;
}

function spanOf(from: number, to: number, schoolYear: boolean): PlanSpan {
  return { from: yearMonth(from), to: yearMonth(Math.max(from, to)), schoolYear };
}

/** Years further from the order than this are those of other documents. */
const WIDEST_DISTANCE = 6;

/** From the first year named in the table to the last; one school year where all its months lie in it. */
function yearsOfMeasures(named: readonly Years[], orderDate: PlainDate | null): Years | null {
  const orderYear = orderDate && yearOfDate(orderDate);
  const near = named.filter((years) => {
    return orderYear === null || (lastYear(years) >= orderYear && lastYear(years) <= orderYear + WIDEST_DISTANCE);
  });
  if (near.length === 0) return null;
  const months = near.map(monthsIn);
  const from = Math.min(...months.map((stretch) => stretch.from));
  const to = Math.max(...months.map((stretch) => stretch.to));
  const { august, june } = SCHOOL_YEAR_MONTHS;
  const isSchoolYear = from >= monthCount(yearOf(from), august) && to <= monthCount(yearOf(from) + 1, june);
  if (isSchoolYear && yearOf(to) > yearOf(from)) return { kind: 'school-years', from: yearOf(from), to: yearOf(to) };
  return { kind: 'years', from: Math.max(yearOf(from), orderYear ?? 0), to: yearOf(to) };
}

function monthsIn({ kind, from, to }: Years): { from: number; to: number } {
  if (kind === 'months') return { from, to };
  if (kind === 'years' || kind === 'until-year') return { from: monthCount(from, 1), to: monthCount(to, 12) };
  return { from: monthCount(from, SCHOOL_YEAR_MONTHS.september), to: monthCount(to, SCHOOL_YEAR_MONTHS.may) };
}
