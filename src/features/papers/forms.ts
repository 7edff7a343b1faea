import * as v from 'valibot';
import type { PlainDate, YearMonth } from '#domain/deadlines/deadline.ts';
import type { WrittenPlan } from '#domain/papers/written-plan.ts';

/** As many rows as a plan that is read may have. */
const MOST_ROWS = 5000;

const text = v.pipe(v.string(), v.maxLength(20_000));
const words = v.pipe(text, v.trim(), v.nonEmpty());
/** What is blank is not there. */
const line = v.pipe(
  v.nullish(v.pipe(text, v.trim()), null),
  v.transform((value) => (value === '' ? null : value)),
);
const texts = v.optional(v.pipe(v.array(text), v.maxLength(MOST_ROWS)), []);
const month = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u),
  v.transform((month) => month as YearMonth),
);
const day = v.pipe(
  v.string(),
  v.isoDate(),
  v.transform((date) => date as PlainDate),
);
const optionalMonth = v.nullish(month, null);

const NO_DEADLINE = { kind: 'none', from: null, to: null, months: [], onRequest: false, byAgreement: false } as const;

const deadlineForm = v.pipe(
  v.object({
    kind: v.picklist([
      'month',
      'months',
      'range',
      'by-date',
      'year',
      'throughout-year',
      'annual',
      'monthly',
      'quarterly',
      'weekly',
      'schedule',
      'on-request',
      'whole-period',
      'none',
    ]),
    from: optionalMonth,
    to: optionalMonth,
    months: v.optional(v.array(month), []),
    date: v.optional(day),
    onRequest: v.optional(v.boolean(), false),
    byAgreement: v.optional(v.boolean(), false),
    schoolYear: v.optional(v.boolean()),
  }),
  v.transform(({ date, schoolYear, ...deadline }) => ({
    ...deadline,
    ...(date === undefined ? {} : { date }),
    ...(schoolYear === undefined ? {} : { schoolYear }),
  })),
);

const targetForm = v.object({
  text,
  comparator: v.picklist(['>=', '>', '<=', '<', '=']),
  value: v.number(),
  unit: text,
  kind: v.picklist(['count', 'percent']),
  of: v.optional(text),
  in: v.optional(v.picklist(['result', 'title'])),
});

const measureForm = v.object({
  seq: v.optional(v.pipe(v.number(), v.integer())),
  number: line,
  section: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0)), null),
  title: words,
  deadlineText: line,
  deadline: v.optional(deadlineForm, NO_DEADLINE),
  responsible: texts,
  responsibleText: v.optional(text),
  result: line,
  targets: v.optional(v.array(targetForm), []),
  publication: line,
  other: v.optional(v.record(v.string(), text)),
});

const indicatorForm = v.object({
  number: line,
  name: words,
  source: line,
  target: line,
  value: v.nullish(v.number(), null),
  unit: line,
  other: v.optional(v.record(v.string(), text)),
});

const orderForm = v.object({
  number: line,
  date: v.nullish(day, null),
  issuer: line,
  signatory: line,
  title: line,
  place: v.nullish(text),
});

const NO_ORDER = { number: null, date: null, issuer: null, signatory: null, title: null };

/** The structured road map of the contract; keys it does not know (places, confidences, warnings) are passed over. */
const planForm = v.object({
  file: v.optional(text, ''),
  level: v.nullish(v.picklist(['regional', 'municipal', 'school']), null),
  territory: line,
  kind: v.optional(v.picklist(['order', 'programme', 'roadmap']), 'order'),
  order: v.optional(orderForm, NO_ORDER),
  period: v.nullish(v.object({ from: day, to: day }), null),
  columns: texts,
  sections: v.optional(v.array(v.object({ number: line, title: text, text: v.optional(text) })), []),
  measures: v.pipe(v.array(measureForm), v.maxLength(MOST_ROWS)),
  indicators: v.optional(v.pipe(v.array(indicatorForm), v.maxLength(MOST_ROWS)), []),
  abbreviations: v.optional(v.record(words, text), {}),
  people: v.optional(v.array(v.object({ name: words, role: v.optional(text, '') })), []),
  goals: texts,
  tasks: texts,
  schools: texts,
  basis: v.optional(v.array(v.object({ number: line, date: v.nullish(day, null), issuer: line, title: line })), []),
});

/** What is wrong with a text that should be a plan. */
export type PlanFault =
  | { readonly code: 'not-json' }
  /** JSON, but no object: several plans in an array, a number. */
  | { readonly code: 'no-plan' }
  /** What every plan has is not there. */
  | { readonly code: 'missing'; readonly place: string }
  /** `place` is the path of the value («measures.3.title»), `found` what stands there. */
  | { readonly code: 'wrong-shape'; readonly place: string; readonly found: string };

export type PlanForm =
  { readonly ok: true; readonly plan: RenderedPlan } | { readonly ok: false; readonly fault: PlanFault };

/** The plan with the name of the file it was read from, which the contract prints. */
export type RenderedPlan = WrittenPlan & { readonly file: string };

/** Reads a plan in the JSON of the contract. */
export function parsePlan(json: string): PlanForm {
  const value = fromJson(json);
  if (value === undefined) return { ok: false, fault: { code: 'not-json' } };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, fault: { code: 'no-plan' } };
  const parsed = v.safeParse(planForm, value);
  if (!parsed.success) return { ok: false, fault: shapeFault(parsed.issues[0]) };
  const { measures, sections, indicators, ...plan } = parsed.output;
  const lost = measures.find(({ section }) => section !== null && section >= sections.length);
  if (lost !== undefined)
    return {
      ok: false,
      fault: { code: 'wrong-shape', place: `measures.${measures.indexOf(lost)}.section`, found: `${lost.section}` },
    };
  return {
    ok: true,
    plan: {
      ...plan,
      sections: sections.map(({ text, ...section }) => (text === undefined ? section : { ...section, text })),
      measures: measures.map(numbered),
      indicators: indicators.map(asIndicator),
    },
  };
}

type ParsedMeasure = v.InferOutput<typeof measureForm>;

/** Keys that are absent stay absent: the same plan is the same object. */
function numbered(
  { seq, responsibleText, other, targets, ...measure }: ParsedMeasure,
  index: number,
): WrittenPlan['measures'][number] {
  return {
    seq: seq ?? index + 1,
    ...measure,
    targets: targets.map(({ of, in: where, ...target }) => ({
      ...target,
      ...(of === undefined ? {} : { of }),
      ...(where === undefined ? {} : { in: where }),
    })),
    ...(responsibleText === undefined ? {} : { responsibleText }),
    ...(other === undefined ? {} : { other }),
  };
}

function asIndicator({ other, ...indicator }: v.InferOutput<typeof indicatorForm>): WrittenPlan['indicators'][number] {
  return other === undefined ? indicator : { ...indicator, other };
}

function shapeFault(issue: v.BaseIssue<unknown>): PlanFault {
  const place = v.getDotPath(issue) ?? '';
  if (issue.received === 'undefined') return { code: 'missing', place };
  // Objects and arrays are told by their kind, what is short as it stands.
  const found = typeof issue.input === 'string' ? issue.input : issue.received;
  return { code: 'wrong-shape', place, found: found.slice(0, LONGEST_FOUND) };
}

const LONGEST_FOUND = 60;

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    return undefined;
  }
}
