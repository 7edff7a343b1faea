import type { Plan } from '#domain/orders/plan.ts';
import type { WrittenPlan } from '#domain/papers/written-plan.ts';
import type { PaperFormat } from '#features/papers/formats.ts';
import { PAPER_FORMATS } from '#features/papers/formats.ts';
import type { RenderedPlan } from '#features/papers/forms.ts';
import { rendered } from '#tests/documents/rendered.ts';
import { readOrder } from '#features/orders/read-order.server.ts';

/**
 * Where a plan read from a paper differs from the one that was put on it: «measures.3.title: one | read: other». Everything
 * the contract knows is compared but `file`, and places, confidences and warnings, which are of the paper itself.
 */
function paperDifferences(written: WrittenPlan, read: Plan): string[] {
  return differences('', plain(written), plain(read));
}

/** Formats that Opora reads as documents. */
export const FORMATS_READ: readonly PaperFormat[] = PAPER_FORMATS.filter((format) => format !== 'json');

/** Puts each plan on paper, reads it with Opora's own reader and tells where it differs, each line with the plan's name. */
export async function roundTripDifferences(format: PaperFormat, plans: readonly RenderedPlan[]): Promise<string[]> {
  const found: string[] = [];
  for (const plan of plans) {
    const reading = await readOrder(await rendered(plan, format), `plan.${format}`, {});
    const differing = reading.ok ? paperDifferences(plan, reading.plan) : [`refused: ${reading.error.code}`];
    found.push(...differing.map((difference) => `${plan.file}: ${difference}`));
  }
  return found;
}

function plain(plan: WrittenPlan): unknown {
  const { level, territory, kind, order, period, columns, abbreviations, people, goals, tasks, schools, basis } = plan;
  const { number, date, issuer, signatory, title } = order;
  return {
    level,
    territory,
    kind,
    order: { number, date, issuer, signatory, title },
    period,
    columns,
    sections: plan.sections.map((section) => ({ number: section.number, title: section.title })),
    measures: plan.measures.map((measure) => ({
      seq: measure.seq,
      number: measure.number,
      section: measure.section,
      title: measure.title,
      deadlineText: measure.deadlineText,
      deadline: { date: null, schoolYear: false, ...measure.deadline },
      responsible: measure.responsible,
      result: measure.result,
      targets: measure.targets.map(({ text, comparator, value, unit, kind: of }) => ({
        text,
        comparator,
        value,
        unit,
        of,
      })),
      publication: measure.publication,
      other: measure.other ?? {},
    })),
    indicators: plan.indicators.map(({ number: printed, name, source, target, value, unit, other }) => ({
      number: printed,
      name,
      source,
      target,
      value,
      unit,
      other: other ?? {},
    })),
    abbreviations,
    people,
    goals,
    tasks,
    schools,
    basis,
  };
}

function differences(place: string, one: unknown, other: unknown): string[] {
  if (isRecord(one) && isRecord(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].flatMap((key) => differences(place === '' ? key : `${place}.${key}`, one[key], other[key]));
  }
  const [written, read] = [JSON.stringify(one), JSON.stringify(other)];
  return written === read ? [] : [`${place}: ${written} | read: ${read}`];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
