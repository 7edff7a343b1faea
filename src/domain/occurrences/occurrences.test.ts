import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekdayOf } from '#domain/calendar/days.ts';
import { monthCount, yearMonth } from '#domain/calendar/months.ts';
import { NATIONAL_YEARS } from '#domain/calendar/national-years.ts';
import { isWorkingDay, workCalendar } from '#domain/calendar/work-calendar.ts';
import type { Deadline, DeadlineKind, PlainDate, YearMonth } from '#domain/deadlines/deadline.ts';
import type { DeadlineDetails } from '#domain/occurrences/deadline-details.ts';
import { deadlineDetails } from '#domain/occurrences/deadline-details.ts';
import type { Occurrence } from '#domain/occurrences/occurrence.ts';
import type { Setting } from '#domain/occurrences/occurrences.ts';
import { dueAfterEvent, occurrencesOf } from '#domain/occurrences/occurrences.ts';
import { inShort } from '#domain/occurrences/testing/in-short.ts';

const calendar = workCalendar(NATIONAL_YEARS);

function aDeadline(deadline: Partial<Deadline> & { readonly kind: DeadlineKind }): Deadline {
  return { from: null, to: null, months: [], onRequest: false, byAgreement: false, ...deadline };
}

function aSetting(setting: Partial<Setting> = {}): Setting {
  return {
    plan: { from: '2026-01-01', to: '2026-12-31', schoolYear: false },
    calendar,
    startedOn: null,
    ...setting,
  };
}

function datedOf(deadline: Deadline, setting = aSetting(), details: DeadlineDetails = {}): readonly Occurrence[] {
  const found = occurrencesOf(deadline, details, setting);
  if (!found.dated) throw new Error(found.reason.code);
  return found.list;
}

const schoolYear2026 = {
  year: 2026,
  terms: [
    { from: '2026-09-01', to: '2026-10-23' },
    { from: '2026-11-02', to: '2026-12-29' },
    { from: '2027-01-11', to: '2027-03-26' },
    { from: '2027-04-05', to: '2027-05-28' },
  ],
  breaks: [{ from: '2026-10-24', to: '2026-11-01' }],
} as const;

describe('school calendars of a territory', () => {
  const setting = aSetting({
    plan: { from: '2026-08-01', to: '2027-06-30', schoolYear: true },
    calendar: workCalendar(NATIONAL_YEARS, [], [schoolYear2026]),
  });
  const months = { from: '2026-09', to: '2027-05' } as const;

  test('«по итогам четверти» ends with each term', () => {
    const terms = datedOf(aDeadline({ kind: 'quarterly', ...months }), setting, { every: 'term' });
    expect(terms.map(({ to }) => to)).toEqual(['2026-10-23', '2026-12-29', '2027-03-26', '2027-05-28']);
    expect(terms[1]?.label).toEqual({ unit: 'term', schoolYear: 2026, number: 2 });
  });

  test('a weekly duty of a school-year plan rests in the holidays', () => {
    const starts = datedOf(aDeadline({ kind: 'weekly', ...months }), setting).map(({ from }) => from);
    expect(starts).toContain('2026-10-19');
    expect(starts).not.toContain('2026-10-26');
    expect(starts).toContain('2026-11-02');
  });
});

describe('what a deadline has no dates for is said', () => {
  test.each([
    [aDeadline({ kind: 'none' }), {}, { code: 'no-deadline' }],
    [aDeadline({ kind: 'on-request', onRequest: true }), {}, { code: 'by-request' }],
    [aDeadline({ kind: 'on-request', byAgreement: true }), {}, { code: 'by-agreement' }],
    [aDeadline({ kind: 'schedule' }), {}, { code: 'by-schedule' }],
    [
      aDeadline({ kind: 'schedule' }),
      { after: { count: 5, unit: 'working-day' } },
      { code: 'after-event', after: { count: 5, unit: 'working-day' } },
    ],
    [aDeadline({ kind: 'monthly' }), {}, { code: 'no-years' }],
    [aDeadline({ kind: 'by-date' }), {}, { code: 'no-years' }],
    [aDeadline({ kind: 'range', from: '2026-05', to: '2026-03' }), {}, { code: 'reversed' }],
    [aDeadline({ kind: 'weekly', from: '2026-01', to: '2096-12' }), {}, { code: 'too-long' }],
    [
      aDeadline({ kind: 'quarterly', from: '2026-01', to: '2026-12' }),
      { every: 'term' },
      { code: 'no-school-terms', schoolYear: 2025 },
    ],
  ] as const)('%o', (deadline, details, reason) => {
    expect(occurrencesOf(deadline, details, aSetting())).toEqual({ dated: false, reason });
  });
});

describe('details that the text adds', () => {
  const yearly = aDeadline({ kind: 'annual', from: '2026-01', to: '2026-12' });
  const monthly = aDeadline({ kind: 'monthly', from: '2026-01', to: '2026-12' });
  const schedule = aDeadline({ kind: 'schedule' });
  test.each([
    [monthly, 'ежемесячно, до 15-го числа', { day: 15 }],
    [monthly, 'до 5 числа месяца, следующего за отчётным', { day: 5, afterPeriod: true }],
    [monthly, 'ежемесячно до 12.2026', {}],
    [monthly, 'ежемесячно до 15 мая', {}],
    [monthly, null, {}],
    [yearly, 'один раз в полгода', { every: 'half-year' }],
    [yearly, '2 раза в год', { every: 'half-year' }],
    [{ ...yearly, months: ['2026-10'] }, 'ежегодно до 01.10', { day: 1 }],
    [{ ...yearly, kind: 'quarterly' }, 'раз в четверть', { every: 'term' }],
    [schedule, 'в течение пяти рабочих дней со дня поступления', { after: { count: 5, unit: 'working-day' } }],
    [schedule, 'не позднее 10 календарных дней после события', { after: { count: 10, unit: 'day' } }],
    [schedule, 'через две недели после диагностики', { after: { count: 2, unit: 'week' } }],
    [schedule, 'через 2 недели после диагностики', { after: { count: 2, unit: 'week' } }],
    [schedule, 'в течение рабочего дня', { after: { count: 1, unit: 'working-day' } }],
    [schedule, 'по графику школы', {}],
  ] as const)('%#: %o, «%s»', (deadline, text, details) => {
    expect(deadlineDetails(deadline, text)).toEqual(details);
  });
});

test.each([
  [{ count: 5, unit: 'working-day' }, '2026-04-30', '2026-05-08'],
  [{ count: 10, unit: 'day' }, '2026-04-30', '2026-05-12'],
  [{ count: 2, unit: 'week' }, '2026-03-02', '2026-03-16'],
  [{ count: 1, unit: 'month' }, '2026-01-31', '2026-03-02'],
] as const)('%o after %s is until %s', (after, event, due) => {
  expect(dueAfterEvent(after, event, calendar)).toBe(due);
});

test('a duty of which one could report only before the plan came to Opora is before Opora, not late', () => {
  const monthly = aDeadline({ kind: 'monthly', from: '2026-01', to: '2026-12' });
  const inOctober = datedOf(monthly, aSetting({ startedOn: '2026-10-12' }));
  expect(inOctober.filter(({ beforeOpora }) => beforeOpora).map(({ index }) => index)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
  // 31 January is a Saturday: on 2 February it could still be reported.
  expect(datedOf(monthly, aSetting({ startedOn: '2026-02-02' })).some(({ beforeOpora }) => beforeOpora)).toBe(false);
  expect(datedOf(monthly).some(({ beforeOpora }) => beforeOpora)).toBe(false);
});

const aMonth = fc
  .integer({ min: monthCount(2024, 1), max: monthCount(2028, 12) })
  .map((count): YearMonth => yearMonth(count));
const KINDS = [
  'month',
  'months',
  'range',
  'by-date',
  'year',
  'throughout-year',
  'annual',
  'monthly',
  'quarterly',
  'weekly',
  'whole-period',
] as const;
const anyDeadline = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    ends: fc.tuple(aMonth, aMonth),
    months: fc.array(aMonth, { minLength: 1, maxLength: 6 }),
    onRequest: fc.boolean(),
    schoolYear: fc.boolean(),
  })
  .map(({ kind, ends, months, onRequest, schoolYear }): Deadline => {
    const [from, to] = ends.toSorted() as [YearMonth, YearMonth];
    return aDeadline({
      ...{ kind, from, to: kind === 'month' ? from : to, onRequest },
      months: kind === 'months' || (kind === 'annual' && !schoolYear) ? months : [],
      ...(schoolYear && (kind === 'annual' || kind === 'throughout-year') ? { schoolYear } : {}),
    });
  });
const anySetting = fc
  .record({ schoolYear: fc.boolean(), startedOn: fc.constantFrom<PlainDate | null>(null, '2026-10-12', '2025-02-03') })
  .map(({ schoolYear, startedOn }) =>
    aSetting({
      plan: schoolYear
        ? { from: '2025-08-01', to: '2027-06-30', schoolYear }
        : { from: '2025-01-01', to: '2027-12-31', schoolYear },
      startedOn,
    }),
  );
const anyDetails = fc.constantFrom<DeadlineDetails>(
  {},
  { day: 15 },
  { day: 31 },
  { day: 5, afterPeriod: true },
  { every: 'half-year' },
);

describe('whatever the deadline', () => {
  test('its occurrences are ordered and numbered, begin before they end, and are inside the plan or told to be outside', () => {
    fc.assert(
      fc.property(anyDeadline, anyDetails, anySetting, (deadline, details, setting) => {
        const list = datedOf(deadline, setting, details);
        expect(list.map(({ index }) => index)).toEqual(list.map((_, place) => place + 1));
        expect(list.map(({ to }) => to)).toEqual(list.map(({ to }) => to).toSorted());
        for (const { from, to, outside } of list) {
          expect(from <= to).toBe(true);
          if (outside === null) expect(to >= setting.plan.from && to <= setting.plan.to).toBe(true);
          else expect(outside === 'before' ? to < setting.plan.from : to > setting.plan.to).toBe(true);
        }
      }),
    );
  });

  test('one may report until a working day, never before the duty ends unless it is a week', () => {
    fc.assert(
      fc.property(anyDeadline, anyDetails, anySetting, (deadline, details, setting) => {
        for (const { to, due, from, label } of datedOf(deadline, setting, details)) {
          expect(isWorkingDay(calendar, due)).toBe(true);
          if (label.unit === 'week') expect(due >= from && due <= to).toBe(true);
          else expect(due >= to).toBe(true);
        }
      }),
    );
  });

  test('the order in which its months are printed, and printing one twice, change nothing', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(aMonth, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('months', 'annual'),
        (months, kind) => {
          const ends = { kind, from: '2024-01', to: '2028-12' } as const;
          const one = datedOf(aDeadline({ ...ends, months }));
          expect(datedOf(aDeadline({ ...ends, months: [...months.toReversed(), ...months] }))).toEqual(one);
          expect(one).toHaveLength(months.length);
        },
      ),
    );
  });

  test('weeks and months cover every working day of their time, once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('weekly', 'monthly', 'quarterly', 'annual'),
        fc.tuple(aMonth, aMonth),
        (kind, ends) => {
          const [from, to] = ends.toSorted() as [YearMonth, YearMonth];
          const list = datedOf(aDeadline({ kind, from, to }));
          list.slice(1).forEach(({ from: start }, place) => expect(start > (list[place]?.to ?? '')).toBe(true));
          if (kind === 'weekly') list.slice(1).forEach(({ from: start }) => expect(weekdayOf(start)).toBe(1));
          else expect([list[0]?.from, list.at(-1)?.to.slice(0, 7)]).toEqual([`${from}-01`, to]);
        },
      ),
    );
  });
});

test('an example on one line tells all marks', () => {
  const deadline = aDeadline({ kind: 'range', from: '2025-11', to: '2025-12', onRequest: true });
  expect(inShort(occurrencesOf(deadline, {}, aSetting({ startedOn: '2026-10-12' })))).toBe(
    '2025-11-01…2025-12-31 → 2026-01-12 +before +before-opora +asked',
  );
});
