import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { NATIONAL_YEARS } from '#domain/calendar/national-years.ts';
import { workCalendar } from '#domain/calendar/work-calendar.ts';
import { deadlineDetails } from '#domain/occurrences/deadline-details.ts';
import type { Occurrences } from '#domain/occurrences/occurrence.ts';
import { occurrencesOf, planFrame } from '#domain/occurrences/occurrences.ts';
import type { Measure, Plan } from '#domain/orders/plan.ts';
import { readOrder } from '#features/orders/read-order.server.ts';

const corpus = path.resolve(process.env['OPORA_CORPUS'] ?? '../shared/corpus');
const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.txt')) : [];
const calendar = workCalendar(NATIONAL_YEARS);
/** A measure a week over two years is the most that an order asks for. */
const MOST = 110;

describe.skipIf(files.length === 0)(
  `real orders (${files.length === 0 ? `no corpus in ${corpus}` : String(files.length)})`,
  () => {
    test.each(files)('every deadline of %s falls due, or it is said why it does not', async (name) => {
      const plan = await read(name);
      const found = plan.measures.map((measure) => ({ measure, due: dueOf(plan, measure) }));
      const dated = found.filter(({ due }) => due.dated);
      for (const { measure, due } of found) {
        if (due.dated)
          expect([due.list.length > 0, due.list.length <= MOST], String(measure.seq)).toEqual([true, true]);
        else expect(reasonsFor(measure), `${String(measure.seq)}: ${due.reason.code}`).toContain(due.reason.code);
      }
      if (found.length > 0) expect(dated.length).toBeGreaterThan(0);
    });
  },
);

async function read(name: string): Promise<Plan> {
  const reading = await readOrder(readFileSync(path.join(corpus, name)), name, {});
  if (!reading.ok) throw new Error(reading.error.code);
  return reading.plan;
}

function dueOf(plan: Plan, measure: Measure): Occurrences {
  const frame = planFrame(plan.period);
  if (!frame) return { dated: false, reason: { code: 'no-years' } };
  const details = deadlineDetails(measure.deadline, measure.deadlineText);
  return occurrencesOf(measure.deadline, details, { plan: frame, calendar, startedOn: null });
}

/** The reasons that suit a deadline as it was read. */
function reasonsFor({ deadline }: Measure): string[] {
  if (deadline.kind === 'none') return ['no-deadline'];
  if (deadline.kind === 'on-request') return ['by-request', 'by-agreement'];
  if (deadline.kind === 'schedule') return ['by-schedule', 'after-event'];
  return deadline.kind === 'quarterly' ? ['no-school-terms'] : [];
}
