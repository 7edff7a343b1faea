import { NATIONAL_YEARS } from '#domain/calendar/national-years.ts';
import type { DayStretch } from '#domain/calendar/work-calendar.ts';
import { workCalendar } from '#domain/calendar/work-calendar.ts';
import type { Deadline, PlainDate } from '#domain/deadlines/deadline.ts';
import { deadlineDetails } from '#domain/occurrences/deadline-details.ts';
import type { Occurrences } from '#domain/occurrences/occurrence.ts';
import type { Setting } from '#domain/occurrences/occurrences.ts';
import { occurrencesOf, planFrame } from '#domain/occurrences/occurrences.ts';

type Dated = { readonly deadline: Deadline; readonly deadlineText: string | null };

const CALENDAR = workCalendar(NATIONAL_YEARS);

/**
 * The years of a plan: its period; where none is printed, the years that its deadlines name, else the present one.
 *
 * @param period days as the database keeps them
 * @param today `YYYY-MM-DD`
 */
export function frameOfPlan(
  period: { readonly from: string | null; readonly to: string | null },
  deadlines: readonly Deadline[],
  today: string,
): Setting['plan'] {
  const named = deadlines.flatMap(({ from, to }) => [from, to].filter((month) => month !== null)).toSorted();
  const years: DayStretch = {
    from: (period.from ?? `${(named[0] ?? today).slice(0, 4)}-01-01`) as PlainDate,
    to: (period.to ?? `${(named.at(-1) ?? today).slice(0, 4)}-12-31`) as PlainDate,
  };
  return planFrame(years) ?? { ...years, schoolYear: false };
}

/** The dates of what a row of a plan asks, by the national calendar; or why there are none. */
export function occurrencesIn(plan: Setting['plan'], { deadline, deadlineText }: Dated): Occurrences {
  return occurrencesOf(deadline, deadlineDetails(deadline, deadlineText), {
    ...{ plan, calendar: CALENDAR, startedOn: null },
  });
}
