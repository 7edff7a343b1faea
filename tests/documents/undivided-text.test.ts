import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Measure } from '#domain/orders/plan.ts';
import { readOrder } from '#features/orders/read-order.server.ts';

/** What is printed in the plan, as its author wrote it. */
type PrintedPlan = {
  readonly producer: string;
  readonly sections: readonly string[];
  readonly measures: readonly {
    readonly number: string | null;
    readonly title: string;
    readonly deadline: string | null;
    readonly responsible: readonly string[];
    readonly result: string | null;
  }[];
};

const folder = path.join(import.meta.dirname, '../fixtures/undivided');

const letters = (text: string | null): string => (text ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The share of printed cells that some measure gives back letter by letter, in the order of the plan. */
function shareGivenBack(printed: PrintedPlan, measures: readonly Measure[]): number {
  let right = 0;
  printed.measures.forEach((wanted) => {
    const found = measures.find((measure) => letters(measure.title) === letters(wanted.title));
    if (found === undefined) return;
    right += 1;
    if (letters(found.deadlineText) === letters(wanted.deadline)) right += 1;
    if (found.responsible.map(letters).join() === wanted.responsible.map(letters).join()) right += 1;
    if (letters(found.result) === letters(wanted.result)) right += 1;
  });
  return right / (4 * printed.measures.length);
}

test.each([
  ['school-year-cells', 0.97],
  ['deadline-first-cells', 0.93],
  ['numbered-sections-paragraphs', 0.95],
  ['justified-lines', 0.55],
  ['recognized-lines', 0.5],
])('the plan %s, converted to plain text, gives back its cells', async (name, least) => {
  const printed = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as PrintedPlan;
  const reading = await readOrder(readFileSync(path.join(folder, `${name}.txt`)), `${name}.txt`, {});
  if (!reading.ok) throw new Error(reading.error.code);
  expect(reading.plan.sections.map((section) => letters(section.title))).toEqual(printed.sections.map(letters));
  expect(shareGivenBack(printed, reading.plan.measures)).toBeGreaterThanOrEqual(least);
});
