import { describe, expect, test } from 'vitest';
import type { PlanSpan } from '#domain/deadlines/deadline.ts';
import { inShort } from '#domain/deadlines/testing/in-short.ts';
import { readDeadlineUnder } from '#domain/deadlines/under-heading.ts';

const schoolYear: PlanSpan = { from: '2025-09', to: '2026-05', schoolYear: true };
const read = (text: string, heading: string | null): string =>
  inShort(readDeadlineUnder(text, heading, schoolYear).deadline);

describe('a deadline under the name of a month', () => {
  test.each([
    ['', 'Сентябрь', 'month 2025-09'],
    ['—', 'ОКТЯБРЬ 2025', 'month 2025-10'],
    ['2 неделя', 'Сентябрь', 'month 2025-09'],
    ['вторая декада', 'Январь', 'month 2026-01'],
    ['последняя пятница', 'Март', 'month 2026-03'],
    ['5-9', 'Апрель', 'month 2026-04'],
    ['с 10 по 14 числа', 'Февраль', 'month 2026-02'],
    ['в течение месяца', 'Октябрь', 'month 2025-10'],
    ['до 15', 'Декабрь', 'by-date …2025-12 @2025-12-15'],
    ['к 20 числу', 'Май', 'by-date …2026-05 @2026-05-20'],
    ['', 'В течение года', 'throughout-year 2025-09…2026-05'],
    ['ноябрь', 'Сентябрь', 'month 2025-11'],
    ['до 10 октября', 'Сентябрь', 'by-date …2025-10 @2025-10-10'],
    ['по графику', 'Апрель', 'schedule'],
  ])('«%s» under «%s»', (text, heading, expected) => expect(read(text, heading)).toBe(expected));

  test('other headings say nothing of when', () => {
    expect(read('', 'Работа с родителями в сентябре')).toBe('none');
    expect(read('2 неделя', null)).toBe('none');
    expect(read('', 'Кадровые условия')).toBe('none');
  });

  test('an empty cell is told from one that says a part of the month', () => {
    expect(readDeadlineUnder('', 'Сентябрь', schoolYear).isOfHeading).toBe(true);
    expect(readDeadlineUnder('3 неделя', 'Сентябрь', schoolYear).isOfHeading).toBe(false);
  });
});
