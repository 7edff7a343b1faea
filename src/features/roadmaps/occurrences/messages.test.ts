import { describe, expect, test } from 'vitest';
import type { NoDates, OccurrenceLabel } from '#domain/occurrences/occurrence.ts';
import { readDeadline } from '#domain/deadlines/read-deadline.ts';
import { occurrencesIn } from '#features/roadmaps/occurrences/dated-rows.ts';
import { labelInWords, noDatesInWords, occurrencesInWords } from '#features/roadmaps/occurrences/messages.ts';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');

test.each<[OccurrenceLabel, string, string]>([
  [{ unit: 'day', day: '2026-03-15' }, '15 марта 2026', '15 March 2026'],
  [{ unit: 'week', monday: '2026-10-12' }, 'неделя с 12 октября 2026', 'week of 12 October 2026'],
  [{ unit: 'month', month: '2026-03' }, 'март 2026', 'March 2026'],
  [{ unit: 'months', from: '2026-03', to: '2026-05' }, 'март – май 2026', 'March – May 2026'],
  [{ unit: 'months', from: '2025-11', to: '2026-02' }, 'ноябрь 2025 – февраль 2026', 'November 2025 – February 2026'],
  [{ unit: 'quarter', year: 2026, number: 4 }, 'IV квартал 2026', 'quarter IV of 2026'],
  [{ unit: 'half-year', year: 2026, number: 1 }, 'I полугодие 2026', 'half-year I of 2026'],
  [{ unit: 'school-year', schoolYear: 2099 }, '2099/00 учебный год', 'school year 2099/00'],
])('an occurrence is called %j', (label, russian, english) => {
  expect(plain(labelInWords('ru', label))).toBe(russian);
  expect(plain(labelInWords('en', label))).toBe(english);
});

describe('a deadline without dates', () => {
  test.each<[NoDates, string]>([
    [{ code: 'no-deadline' }, 'срок не указан'],
    [{ code: 'by-request' }, 'по запросу'],
    [{ code: 'after-event', after: { count: 5, unit: 'working-day' } }, 'в течение 5 рабочих дней после события'],
    [{ code: 'after-event', after: { count: 21, unit: 'day' } }, 'в течение 21 дня после события'],
    [{ code: 'no-school-terms', schoolYear: 2026 }, 'нужен школьный календарь территории на 2026/27 учебный год'],
  ])('says why: %j', (reason, words) => {
    expect(plain(noDatesInWords('ru', reason))).toBe(words);
  });
});

test('many occurrences are told by their number, the first and the last', () => {
  const { deadline } = readDeadline('ежемесячно', { from: '2026-01', to: '2026-12', schoolYear: false });
  const plan = { from: '2026-01-01', to: '2026-12-31', schoolYear: false } as const;
  const dates = occurrencesIn(plan, { deadline, deadlineText: 'ежемесячно' });
  expect(plain(occurrencesInWords('ru', dates.dated ? dates.list : []))).toBe(
    '12 сроков: от «январь 2026» до «декабрь 2026»',
  );
});
