import type { Deadline, PlanSpan } from '#domain/deadlines/deadline.ts';
import { isDeadlineText, readDeadline, type DeadlineReading } from '#domain/deadlines/read-deadline.ts';

export type DeadlineUnderHeading = DeadlineReading & {
  /** The cell is empty and the heading alone says when. */
  readonly isOfHeading: boolean;
};

/** Of what is printed in a cell under the name of a month: «до 15», «к 20 числу», «10», «5-9», «с 3 по 7 числа». */
const DAY_BY = /^(?:до|к|не позднее)\s+(\d{1,2})(?:-?(?:го|му))?(?:\s+числ[ау])?$/iu;
const DAYS =
  /^(?:с\s+)?\d{1,2}(?:-?(?:го|е|ое))?(?:\s*(?:[-–—,]|и|по)\s*\d{1,2}(?:-?(?:го|е|ое))?)*(?:\s+числ[ао])?$/iu;
/** The month named above as a whole: «в течение месяца», «весь месяц». */
const WHOLE_MONTH = /^(?:(?:в\s*течени[еи]|на протяжении)(?:\s+всего)?\s+месяца|весь месяц|(?:за|в) месяц)$/iu;
/** A part of the month named above. */
const PART_OF_MONTH =
  /(?<!\p{L})(?:недел|декад|половин|числ[оа]|конец|конц[еау]|начал[оеау]|середин|понедельник|вторник|сред[аыу]|четверг|пятниц|суббот)/iu;

/** How surely a heading must be a deadline as a whole. */
const HEADING = 0.9;
const LONGEST_CELL = 80;

/**
 * Reads a deadline cell of a plan whose sections are months («Сентябрь», «Октябрь 2025», «В течение года»): an empty cell
 * is due when the heading says, and «до 15», «2 неделя», «вторая декада» are counted within its month.
 * @param heading title of the section of the measure, null where it has none
 */
export function readDeadlineUnder(text: string, heading: string | null, span: PlanSpan | null): DeadlineUnderHeading {
  const own = { ...readDeadline(text, span), isOfHeading: false };
  const above = heading === null ? null : readHeading(heading, span);
  if (above === null) return own;
  const cell = text.trim().replace(/[.;,]$/u, '');
  if (/^[-–—\s]*$/u.test(cell)) return { ...above, isOfHeading: true };
  if (cell.length > LONGEST_CELL || above.deadline.kind !== 'month' || above.deadline.from === null) return own;
  const day = DAY_BY.exec(cell)?.[1];
  if (day !== undefined) {
    const [year, month] = above.deadline.from.split('-');
    return { ...readDeadline(`до ${day.padStart(2, '0')}.${month ?? ''}.${year ?? ''}`, span), isOfHeading: false };
  }
  const isPart =
    DAYS.test(cell) || WHOLE_MONTH.test(cell) || (PART_OF_MONTH.test(cell) && own.deadline.kind === 'none');
  return isPart ? { ...above, isOfHeading: false } : own;
}

function readHeading(heading: string, span: PlanSpan | null): DeadlineReading | null {
  if (isDeadlineText(heading) < HEADING) return null;
  const reading = readDeadline(heading, span);
  return reading.rest.length === 0 && SAYS_WHEN.has(reading.deadline.kind) ? reading : null;
}

const SAYS_WHEN: ReadonlySet<Deadline['kind']> = new Set([
  'month',
  'months',
  'range',
  'year',
  'throughout-year',
  'whole-period',
  'monthly',
  'annual',
]);
