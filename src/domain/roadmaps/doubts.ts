import type { MeasureField, Place, Plan, WarningCode } from '#domain/orders/plan.ts';

/** Why a person should look at a row: what the reader repaired or guessed, and in which field. */
export type Doubt = {
  /** A code of a warning, or `unsure`: the field was read without confidence. */
  readonly code: WarningCode | 'unsure';
  readonly field: MeasureField | null;
  /** The source words concerned. */
  readonly words?: string;
  readonly source?: Place;
};

/** Below this a value is a guess: the same mark that `opora parse --table` puts (?) at. */
const SURE_FROM = 0.7;

/** From this share of the rows on, the column is in doubt and not its cells. */
const WHOLE_COLUMN = 0.5;

/** Warnings about which nothing is to be decided: the row says the same, or it is as it should be. */
const NO_QUESTION: ReadonlySet<WarningCode> = new Set<WarningCode>(['numbers-skipped', 'title-mended']);

const FIELD_OF: Readonly<Partial<Record<WarningCode, MeasureField>>> = {
  'cell-repeated': 'responsible',
  'number-missing': 'number',
  'number-repeated': 'number',
  'deadline-missing': 'deadline',
  'deadline-unclear': 'deadline',
  'responsible-missing': 'responsible',
  'result-missing': 'result',
};

/** What is doubtful in each measure of a plan, by its `seq`; measures without doubts are not in it. */
export function doubtsOf(plan: Pick<Plan, 'measures' | 'warnings'>): ReadonlyMap<number, readonly Doubt[]> {
  const doubts = new Map<number, Doubt[]>();
  const add = (seq: number, doubt: Doubt) => doubts.set(seq, [...(doubts.get(seq) ?? []), doubt]);
  for (const { measure, code, words, source } of plan.warnings) {
    if (measure === null || NO_QUESTION.has(code)) continue;
    add(measure, {
      code,
      field: FIELD_OF[code] ?? null,
      ...(words === undefined ? {} : { words }),
      ...(source === undefined ? {} : { source }),
    });
  }
  const unsure = plan.measures.flatMap(({ seq, confidence }) =>
    (Object.entries(confidence) as [MeasureField, number][]).flatMap(([field, sure]) =>
      sure < SURE_FROM ? [{ seq, field }] : [],
    ),
  );
  for (const { seq, field } of unsure) {
    // A whole column read without certainty is one question about the table, not one about each row.
    const share = unsure.filter((one) => one.field === field).length / plan.measures.length;
    if (share <= WHOLE_COLUMN && doubts.get(seq)?.some((doubt) => doubt.field === field) !== true)
      add(seq, { code: 'unsure', field });
  }
  return doubts;
}
