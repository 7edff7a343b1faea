import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PlanSpan } from '#domain/deadlines/deadline.ts';
import { readDeadline } from '#domain/deadlines/read-deadline.ts';
import { inShort } from '#domain/deadlines/testing/in-short.ts';
import { writeDeadline } from '#domain/deadlines/write-deadline.ts';

const YEAR: PlanSpan = { from: '2024-01', to: '2024-12', schoolYear: false };
const TWO_YEARS: PlanSpan = { from: '2022-07', to: '2023-12', schoolYear: false };
const SCHOOL_YEAR: PlanSpan = { from: '2025-09', to: '2026-05', schoolYear: true };

/** The wordings of the guide, each with the span of its table. */
const guide = readFileSync(new URL('../../../docs/guides/sroki.md', import.meta.url), 'utf8');
const examples = [YEAR, TWO_YEARS, SCHOOL_YEAR].flatMap((span) => {
  const table = guide.split(`Сроки читаются с ${span.from} по ${span.to}`)[1]?.split('\n#')[0] ?? '';
  return Array.from(table.matchAll(/^\| (.+?) +\| .+ \| `.+` *\|$/gmu), ([, written = '']) => ({ span, written }));
});

describe('a deadline that was read is written so that it is read again', () => {
  test('the guide gives examples', () => expect(examples.length).toBeGreaterThan(40));

  test.each(examples)('«$written»', ({ span, written }) => {
    const { deadline } = readDeadline(written, span);
    const text = writeDeadline(deadline, span);
    expect(inShort(readDeadline(text ?? '', span).deadline)).toBe(inShort(deadline));
  });
});

describe('a deadline is written as people write it', () => {
  test.each([
    ['март 2024 г.', YEAR, 'март 2024 года'],
    ['Октябрь Декабрь Март Май', TWO_YEARS, 'октябрь, декабрь 2022 года, март, май 2023 года'],
    ['03-05.2024', YEAR, 'март – май 2024 года'],
    ['сентябрь 2024 – май 2025', YEAR, 'сентябрь 2024 года – май 2025 года'],
    ['2025-2027 годы', YEAR, '2025–2027 годы'],
    ['до 15.02.2024', YEAR, 'до 15 февраля 2024 года'],
    ['к декабрю', YEAR, 'к декабрю 2024 года'],
    ['весь год по заявкам', YEAR, 'в течение года (по запросу)'],
    ['Ежегодно, сентябрь', TWO_YEARS, 'ежегодно, сентябрь'],
    ['ежемесячно, сентябрь-май', SCHOOL_YEAR, 'ежемесячно'],
    ['по согласованию', YEAR, 'по согласованию'],
  ] as const)('«%s» becomes «%3$s»', (written, span, expected) => {
    expect(writeDeadline(readDeadline(written, span).deadline, span)).toBe(expected);
  });

  test('no deadline has no words', () => expect(writeDeadline(readDeadline('', YEAR).deadline, YEAR)).toBeNull());
});
