import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PlanSpan, YearMonth } from '#domain/deadlines/deadline.ts';
import { inShort } from '#domain/deadlines/testing/in-short.ts';
import { readDeadline } from '#domain/deadlines/read-deadline.ts';

const guide = readFileSync(new URL('../../docs/guides/sroki.md', import.meta.url), 'utf8');

type Example = { readonly span: PlanSpan; readonly written: string; readonly meaning: string };

/** The rows of the guide's tables, each with the span that is told above its table. */
function examplesOf(text: string): Example[] {
  const examples: Example[] = [];
  let span: PlanSpan | null = null;
  for (const line of text.split('\n')) {
    const months = /^Сроки читаются с (\d{4}-\d{2}) по (\d{4}-\d{2})(, учебный год)?\.$/u.exec(line);
    if (months)
      span = { from: months[1] as YearMonth, to: months[2] as YearMonth, schoolYear: months[3] !== undefined };
    const row = /^\| (.+?) +\| .+ \| `(.+)` *\|$/u.exec(line);
    if (row && span) examples.push({ span, written: row[1] ?? '', meaning: row[2] ?? '' });
  }
  return examples;
}

describe('the guide to deadlines tells what the grammar does', () => {
  const examples = examplesOf(guide);
  test('it has examples for plans of a year, of several years and of a school year', () => {
    expect(examples.length).toBeGreaterThan(40);
    expect(new Set(examples.map(({ span }) => `${span.from} ${span.to}`)).size).toBe(3);
  });
  test.each(examples)('«$written» is $meaning', ({ span, written, meaning }) => {
    expect(inShort(readDeadline(written, span).deadline)).toBe(meaning);
  });
  test.each([
    'сентабрь',
    'апрель 2024 – защита проектов',
    'после получения результатов',
    'до 20 числа',
    '1 раз в полугодие',
    '1 раз в 2 месяца',
    '31 июня',
    '30 февраля',
    'кроме июля и августа',
    'март; в течение года; июнь',
    '01.03',
  ])('«%s» is read with less confidence, as the guide says', (written) => {
    const span: PlanSpan = { from: '2024-01', to: '2024-12', schoolYear: false };
    expect(readDeadline(written, span).confidence).toBeLessThan(0.9);
  });
});
