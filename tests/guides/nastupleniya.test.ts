import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NATIONAL_YEARS } from '#domain/calendar/national-years.ts';
import { workCalendar } from '#domain/calendar/work-calendar.ts';
import type { PlainDate, PlanSpan, YearMonth } from '#domain/deadlines/deadline.ts';
import { readDeadline } from '#domain/deadlines/read-deadline.ts';
import { deadlineDetails } from '#domain/occurrences/deadline-details.ts';
import type { Setting } from '#domain/occurrences/occurrences.ts';
import { occurrencesOf } from '#domain/occurrences/occurrences.ts';
import { inShort } from '#domain/occurrences/testing/in-short.ts';

const guide = readFileSync(new URL('../../docs/guides/nastupleniya.md', import.meta.url), 'utf8');
const calendar = workCalendar(NATIONAL_YEARS);

type Told = { readonly span: PlanSpan; readonly setting: Setting };
type Example = Told & { readonly written: string; readonly meaning: string };

/** The plan that is told above a table. */
function planIn(line: string): Told | null {
  const told =
    /^План с (\S+) по (\S+), сроки читаются с (\S{7}) по (\S{7})(, учебный год)?(?:, в Опоре с (\S{10}))?\.$/u.exec(
      line,
    );
  if (!told) return null;
  const [, from, to, first, last, school, startedOn] = told;
  const schoolYear = school !== undefined;
  return {
    span: { from: first as YearMonth, to: last as YearMonth, schoolYear },
    setting: {
      plan: { from: from as PlainDate, to: to as PlainDate, schoolYear },
      calendar,
      startedOn: (startedOn as PlainDate | undefined) ?? null,
    },
  };
}

function examplesOf(text: string): Example[] {
  const examples: Example[] = [];
  let told: Told | null = null;
  for (const line of text.split('\n')) {
    told = planIn(line) ?? told;
    const row = /^\| (.+?) +\| .+ \| `(.+)` *\|$/u.exec(line);
    if (row && told) examples.push({ ...told, written: row[1] ?? '', meaning: row[2] ?? '' });
  }
  return examples;
}

describe('the guide to occurrences tells what the rules do', () => {
  const examples = examplesOf(guide);
  test('it has examples for a year, for a plan entered in autumn, for a school year and for several years', () => {
    expect(examples.length).toBeGreaterThan(40);
    expect(new Set(examples.map(({ setting }) => `${setting.plan.to} ${String(setting.startedOn)}`)).size).toBe(4);
  });

  test.each(examples)('«$written» falls due $meaning', ({ span, setting, written, meaning }) => {
    const { deadline } = readDeadline(written, span);
    expect(inShort(occurrencesOf(deadline, deadlineDetails(deadline, written), setting))).toBe(meaning);
  });
});

test.each(NATIONAL_YEARS)('the guide names the decree of $year', ({ source }) => {
  const [, date = '', number = ''] = /от (\S+) № (\d+)$/u.exec(source) ?? [];
  expect(guide).toContain(`от ${date} № ${number}`);
});
