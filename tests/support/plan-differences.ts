import type { Plan } from '#domain/orders/plan.ts';
import { readOrder } from '#features/orders/read-order.server.ts';
import type { PlanTruth } from '#demo/orders/plans.ts';

const FIELDS = ['number', 'section', 'title', 'deadline', 'responsible', 'result', 'targets', 'publication'] as const;
type Field = (typeof FIELDS)[number];
type Truth = PlanTruth['measures'][number];

export type Comparison = {
  /** Share of fields, over all invented measures, that were read as they were invented. */
  readonly fields: number;
  /** Invented measures that no measure with nearly the same title stands for, and those read beside. */
  readonly lost: number;
  readonly invented: number;
  /** One line for each field that differs. */
  readonly differences: readonly string[];
};

/** Reads a file and compares it with what was invented for it; a file that is refused has lost every measure. */
export async function comparisonOf(bytes: Uint8Array, name: string, truth: PlanTruth): Promise<Comparison> {
  const reading = await readOrder(bytes, name, {});
  if (reading.ok) return comparePlans(truth, reading.plan);
  return { fields: 0, lost: truth.measures.length, invented: 0, differences: [`refused: ${reading.error.code}`] };
}

/** Compares the measures that were read with those that were invented; they are matched in order by the words of their titles. */
export function comparePlans(truth: PlanTruth, plan: Plan): Comparison {
  const read = plan.measures.map((measure) => ({ measure, fields: fieldsOf(measure, plan.sections) }));
  const differences: string[] = [];
  let same = 0;
  let next = 0;
  let lost = 0;
  for (const wanted of truth.measures) {
    const found = read.findIndex(({ measure }, index) => index >= next && similar(wanted.title, measure.title));
    const match = read[found];
    if (match === undefined) {
      lost += 1;
      differences.push(`${wanted.seq} is lost: ${wanted.title}`);
      continue;
    }
    next = found + 1;
    const fields = fieldsOf(wanted, truth.sections);
    for (const field of FIELDS) {
      if (fields[field] === match.fields[field]) same += 1;
      else differences.push(`${wanted.seq} ${field}: ${fields[field]} | read: ${match.fields[field]}`);
    }
  }
  const all = truth.measures.length;
  return { fields: same / (FIELDS.length * all), lost, invented: read.length - (all - lost), differences };
}

type Compared = Omit<Truth, 'seq' | 'deadlineText'>;

function fieldsOf(measure: Compared, sections: readonly { readonly title: string }[]): Record<Field, string> {
  const { kind, from, to, months, onRequest, byAgreement } = measure.deadline;
  return {
    number: measure.number ?? '',
    section: measure.section === null ? '' : (sections[measure.section]?.title ?? ''),
    title: measure.title,
    deadline: [kind, from, to, ...months, onRequest && 'on request', byAgreement && 'by agreement']
      .filter(Boolean)
      .join(' '),
    responsible: measure.responsible.join('; '),
    result: measure.result ?? '',
    targets: measure.targets.map((target) => `${target.comparator}${target.value} ${target.unit}`).join('; '),
    publication: measure.publication ?? '',
  };
}

/** Two of three words are shared. */
function similar(one: string, other: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const left = words(one);
  const right = new Set(words(other));
  const shared = left.filter((word) => right.has(word)).length;
  return shared >= (2 / 3) * Math.max(left.length, right.size);
}
