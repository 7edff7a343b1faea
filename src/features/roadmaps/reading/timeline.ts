import type { MonthCount } from '#domain/calendar/months.ts';
import { countOf, lastDay } from '#domain/calendar/months.ts';
import type { YearMonth } from '#domain/deadlines/deadline.ts';
import type { Occurrence } from '#domain/occurrences/occurrence.ts';

/** Twelve months side by side, named by the first of them. */
export type Stretch = { readonly from: MonthCount };

/** Where a row lies in a stretch, in per cent of its width; null: nothing of it lies there. */
export type Track = {
  readonly span: { readonly x: number; readonly width: number } | null;
  readonly ticks: readonly number[];
};

const MONTHS = 12;

/** The stretches of twelve months that the days of a plan take. */
export function stretchesOf(plan: { readonly from: string; readonly to: string }): Stretch[] {
  const first = monthOf(plan.from);
  const count = Math.max(1, Math.ceil((monthOf(plan.to) - first + 1) / MONTHS));
  return Array.from({ length: count }, (_, place) => ({ from: first + place * MONTHS }));
}

/** The number (from 0) of the stretch with the day; the first one where none has it. */
export function stretchWith(stretches: readonly Stretch[], day: string): number {
  return Math.max(
    0,
    stretches.findIndex(({ from }) => monthOf(day) >= from && monthOf(day) < from + MONTHS),
  );
}

/** The bar from the first day to the last, and a tick at the end of each occurrence. */
export function trackOf(list: readonly Occurrence[], stretch: Stretch): Track {
  const starts = list.map(({ from }) => placeOf(from, stretch, 'begin'));
  const ends = list.map(({ to }) => placeOf(to, stretch, 'end'));
  const x = Math.max(0, Math.min(...starts));
  const end = Math.min(100, Math.max(...ends));
  return {
    span: list.length === 0 || end <= x ? null : { x, width: rounded(end - x) },
    ticks: ends.filter((place) => place > 0 && place <= 100),
  };
}

/** Where a day lies in a stretch, in per cent; null: outside of it. */
export function dayIn(stretch: Stretch, day: string): number | null {
  const place = placeOf(day, stretch, 'end');
  return place > 0 && place <= 100 ? place : null;
}

/** All months are alike wide. */
function placeOf(day: string, { from }: Stretch, side: 'begin' | 'end'): number {
  const month = monthOf(day);
  const days = Number(lastDay(month).slice(8));
  const passed = Number(day.slice(8)) - (side === 'begin' ? 1 : 0);
  return rounded(((month - from + passed / days) / MONTHS) * 100);
}

function monthOf(day: string): MonthCount {
  return countOf(day.slice(0, 7) as YearMonth);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
