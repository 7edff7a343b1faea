import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '#domain/orders/plan.ts';
import { readOrder } from '#features/orders/read-order.server.ts';

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/documents');

/** What of a plan a person wrote down beside the file: sections by title, targets in short, indicators without their place. */
function inShort(plan: Plan): unknown {
  const section = (index: number | null): string | null => plan.sections[index ?? -1]?.title ?? null;
  return {
    order: { number: plan.order.number, date: plan.order.date },
    period: plan.period,
    sections: plan.sections.map(({ title }) => title),
    measures: plan.measures.map((measure) => ({
      number: measure.number,
      section: section(measure.section),
      title: measure.title,
      deadline: {
        kind: measure.deadline.kind,
        from: measure.deadline.from,
        to: measure.deadline.to,
        months: measure.deadline.months,
        onRequest: measure.deadline.onRequest,
        byAgreement: measure.deadline.byAgreement,
      },
      responsible: measure.responsible,
      result: measure.result,
      targets: measure.targets.map(
        ({ comparator, value, kind }) => `${comparator} ${value} ${kind === 'percent' ? '%' : 'count'}`,
      ),
      publication: measure.publication,
    })),
    indicators: plan.indicators.map(({ name, value, unit }) => ({ name, value, unit })),
  };
}

test.each([
  ['district-road-map.docx', 'a stamp in a text box, a table for each section, indicators by year'],
  ['tracked-order.odt', 'tracked changes, content controls, footnotes, a table in a cell, sections beside a number'],
  ['literacy-plan.xlsx', 'a plan on the second sheet and the second column, dates and shares as numbers, «1,1»'],
  ['two-dates.xlsx', 'a column for the first day and one for the last, directions merged over rows'],
  ['word-page.doc', 'a page of Word in windows-1251 with cells over several rows and hand-made lists'],
])('%s is read as a person reads it: %s', async (name) => {
  const bytes = await readFile(path.join(FOLDER, name));
  const truth: unknown = JSON.parse(await readFile(path.join(FOLDER, name.replace(/\.\w+$/u, '.truth.json')), 'utf8'));
  const reading = await readOrder(bytes, name, {});
  expect(reading.ok && inShort(reading.plan)).toEqual(truth);
});
