import type { CalendarYear } from '#domain/calendar/work-calendar.ts';

/**
 * The national production calendar as the Government has decreed it: five-day week, transfers of days off included. A year
 * is added here when its decree is published; until then the calendar keeps to the holidays of the Labour Code alone.
 */
export const NATIONAL_YEARS: readonly CalendarYear[] = [
  {
    year: 2025,
    // 247 working days. Transfers: 4 January → 2 May, 5 January → 31 December, 23 February → 8 May, 8 March → 13 June,
    // 1 November → 3 November.
    source: 'Постановление Правительства Российской Федерации от 04.10.2024 № 1335',
    daysOff: [
      ...['2025-01-01', '2025-01-02', '2025-01-03', '2025-01-06', '2025-01-07', '2025-01-08'],
      ...['2025-05-01', '2025-05-02', '2025-05-08', '2025-05-09', '2025-06-12', '2025-06-13'],
      ...['2025-11-03', '2025-11-04', '2025-12-31'],
    ],
    workingDays: ['2025-11-01'],
  },
  {
    year: 2026,
    // 247 working days. Transfers: 3 January → 9 January, 4 January → 31 December; 8 March and 9 May by the Labour Code.
    source: 'Постановление Правительства Российской Федерации от 24.09.2025 № 1466',
    daysOff: [
      ...['2026-01-01', '2026-01-02', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09'],
      ...['2026-02-23', '2026-03-09', '2026-05-01', '2026-05-11', '2026-06-12', '2026-11-04', '2026-12-31'],
    ],
    workingDays: [],
  },
];
