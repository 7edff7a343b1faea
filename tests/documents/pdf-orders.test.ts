import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '#domain/orders/plan.ts';
import { readOrder } from '#features/orders/read-order.server.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'tests/fixtures/pdf-orders');

/** What the writer of the file knew: sections by title, targets in short, indicators without their unit. */
function inShort(plan: Plan): unknown {
  return {
    order: { number: plan.order.number, date: plan.order.date },
    period: plan.period,
    sections: plan.sections.map(({ title }) => title),
    measures: plan.measures.map((measure) => ({
      number: measure.number,
      section: plan.sections[measure.section ?? -1]?.title ?? null,
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
    indicators: plan.indicators.map(({ name, value }) => ({ name, value })),
  };
}

test.each([
  ['web-page-with-two-tables', 'printed by a browser, horizontal lines only, the indicators below the plan'],
  ['distilled-headings-between-tables', 'written anew by Ghostscript, a table under each unnumbered heading'],
  ['filled-columns-without-borders', 'written anew by Ghostscript, justified cells that fill narrow-set columns'],
  ['narrow-deadlines', 'a deadline column that cuts dates and words, two rows of titles and a row of column numbers'],
])('%s.pdf is read as it was written: %s', async (name) => {
  const bytes = await readFile(path.join(FOLDER, `${name}.pdf`));
  const truth: unknown = JSON.parse(await readFile(path.join(FOLDER, `${name}.truth.json`), 'utf8'));
  const reading = await readOrder(bytes, `${name}.pdf`, {});
  expect(reading.ok && inShort(reading.plan)).toEqual(truth);
});

test('the command ends with its answer: the thread that reads PDF files keeps nothing waiting', async () => {
  const file = path.join(FOLDER, 'narrow-deadlines.pdf');
  const command = spawn(process.execPath, [path.join(ROOT, 'bin/opora'), 'parse', file]);
  let answered = 0;
  command.stdout.on('data', () => (answered = performance.now()));
  const [status] = (await once(command, 'close')) as [number | null];
  const waited = performance.now() - answered;
  expect(status).toBe(0);
  // An idle thread would be kept for twenty seconds.
  expect(waited).toBeLessThan(5000);
});
