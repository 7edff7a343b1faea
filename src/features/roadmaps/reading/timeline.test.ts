import { describe, expect, test } from 'vitest';
import { monthCount } from '#domain/calendar/months.ts';
import { readDeadline } from '#domain/deadlines/read-deadline.ts';
import { occurrencesIn } from '#features/roadmaps/occurrences/dated-rows.ts';
import { dayIn, stretchesOf, stretchWith, trackOf } from '#features/roadmaps/reading/timeline.ts';

const PLAN = { from: '2026-01-01', to: '2026-12-31', schoolYear: false } as const;
const YEAR = { from: monthCount(2026, 1) };

function track(text: string, stretch = YEAR) {
  const { deadline } = readDeadline(text, { from: '2026-01', to: '2026-12', schoolYear: false });
  const dates = occurrencesIn(PLAN, { deadline, deadlineText: text });
  return trackOf(dates.dated ? dates.list : [], stretch);
}

describe('the track of a measure', () => {
  test('goes from the first day of its time to the last, and is ticked at its end', () => {
    expect(track('март–июнь 2026 года')).toEqual({ span: { x: 16.67, width: 33.33 }, ticks: [50] });
  });

  test('is ticked at the end of each month of a monthly measure', () => {
    const { span, ticks } = track('ежемесячно');
    expect(span).toEqual({ x: 0, width: 100 });
    expect(ticks).toEqual([8.33, 16.67, 25, 33.33, 41.67, 50, 58.33, 66.67, 75, 83.33, 91.67, 100]);
  });

  test('is cut at the ends of the shown months', () => {
    const { span, ticks } = track('весь год', { from: monthCount(2026, 7) });
    expect(span).toEqual({ x: 0, width: 50 });
    expect(ticks).toEqual([50]);
  });

  test('is not there where the measure lies in other months', () => {
    expect(track('март 2026 года', { from: monthCount(2027, 1) })).toEqual({ span: null, ticks: [] });
  });
});

describe('the months of a plan', () => {
  test('are twelve for a year, and so many twelves for more', () => {
    expect(stretchesOf(PLAN)).toEqual([YEAR]);
    expect(stretchesOf({ from: '2025-09-01', to: '2027-08-31' })).toEqual([
      { from: monthCount(2025, 9) },
      { from: monthCount(2026, 9) },
    ]);
  });

  test('begin with those that hold the present day, else with the first', () => {
    const stretches = stretchesOf({ from: '2025-01-01', to: '2026-12-31' });
    expect(stretchWith(stretches, '2026-10-12')).toBe(1);
    expect(stretchWith(stretches, '2030-01-01')).toBe(0);
  });

  test('hold the line of the present day where it lies in them', () => {
    expect(dayIn(YEAR, '2026-06-30')).toBe(50);
    expect(dayIn(YEAR, '2027-01-01')).toBeNull();
  });
});
