import { expect, test } from 'vitest';
import { spanOfPeriod } from '#domain/roadmaps/span.ts';

test('a calendar year is read from January, whenever its order was signed', () => {
  expect(spanOfPeriod('2026-01-01', '2026-12-31', '2026-03-26')).toEqual({
    from: '2026-01',
    to: '2026-12',
    schoolYear: false,
  });
});

test('a school year is read from September to May', () => {
  expect(spanOfPeriod('2025-08-01', '2026-06-30', '2025-07-20')).toEqual({
    from: '2025-09',
    to: '2026-05',
    schoolYear: true,
  });
});

test('several years are read from the month of the order', () => {
  expect(spanOfPeriod('2025-01-01', '2027-12-31', '2025-03-11')?.from).toBe('2025-03');
  expect(spanOfPeriod('2025-01-01', '2027-12-31', '2024-12-11')?.from).toBe('2025-01');
});

test('without a period nothing is known of the months', () => {
  expect(spanOfPeriod(null, null, '2025-03-11')).toBeNull();
});
