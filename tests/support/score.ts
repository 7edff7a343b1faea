/** The deadline of a measure, as far as the score compares it. */
export type ScoredDeadline = {
  readonly kind: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly months: readonly string[];
  readonly onRequest: boolean;
  readonly byAgreement: boolean;
};

export type ScoredMeasure = {
  readonly number: string | null;
  readonly section: number | null;
  readonly title: string;
  readonly deadline: ScoredDeadline;
  readonly responsible: readonly string[];
  readonly result: string | null;
  readonly targets: readonly { readonly comparator: string; readonly value: number; readonly kind: string }[];
  readonly publication: string | null;
  /** Fields of a truth that only a person could restore: they are not scored. */
  readonly humanOnly?: readonly string[];
};

/** What of a plan is scored; a truth file and what `opora parse` gives both have this shape. */
export type ScoredPlan = {
  readonly order: { readonly number: string | null; readonly date: string | null };
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly sections: readonly { readonly title: string }[];
  readonly measures: readonly ScoredMeasure[];
  readonly indicators: readonly {
    readonly name: string;
    readonly value: number | null;
    readonly unit: string | null;
  }[];
};

/** A field that was read otherwise than by a person: the measure by its place in the truth, from 1. */
export type Difference = { readonly measure: number | null; readonly field: string; readonly score: number };
export type Score = { readonly score: number; readonly differences: readonly Difference[] };

/**
 * The score of the contract: 0.45 × min(recall, precision) of measures + 0.45 × mean of the fields over all expected
 * measures + 0.10 × mean of order number, order date, sections, indicators, period. Measures are paired in their order by
 * the likeness of their titles.
 * @returns 0…1, and where the plan differs
 */
export function scorePlan(truth: ScoredPlan, read: ScoredPlan): Score {
  const differences: Difference[] = [];
  const pairs = pairsOf(truth.measures, read.measures);
  const found = pairs.filter((pair) => pair.likeness >= 0.8).length;
  let fields = 0;
  for (const { expected, given } of pairs) {
    const want = truth.measures[expected];
    const got = read.measures[given];
    if (want === undefined || got === undefined) continue;
    const scores = Object.entries(fieldScores(truth, want, read, got));
    for (const [field, score] of scores) {
      const counted = want.humanOnly?.includes(field) === true ? 1 : score;
      if (counted < 1) differences.push({ measure: expected + 1, field, score: counted });
      fields += counted / scores.length;
    }
  }
  const documents = Object.entries(documentScores(truth, read));
  for (const [field, score] of documents) if (score < 1) differences.push({ measure: null, field, score });
  const expected = Math.max(truth.measures.length, 1);
  const precision = read.measures.length === 0 ? 0 : found / read.measures.length;
  const document = documents.reduce((sum, [, score]) => sum + score, 0) / documents.length;
  const score = 0.45 * Math.min(found / expected, precision) + 0.45 * (fields / expected) + 0.1 * document;
  return { score, differences };
}

function fieldScores(truth: ScoredPlan, want: ScoredMeasure, read: ScoredPlan, got: ScoredMeasure) {
  const section = ({ sections }: ScoredPlan, { section: index }: ScoredMeasure): string =>
    index === null ? '' : (sections[index]?.title ?? '');
  return {
    title: full(textLikeness(want.title, got.title), 0.93),
    number: want.number === got.number ? 1 : 0,
    section: wordLikeness(section(truth, want), section(read, got)) >= 0.8 ? 1 : 0,
    deadline: deadlineKey(want.deadline) === deadlineKey(got.deadline) ? 1 : 0,
    responsible: agreement(namesOf(want.responsible), namesOf(got.responsible)),
    result: full(textLikeness(want.result ?? '', got.result ?? ''), 0.93),
    targets: agreement(targetsOf(want), targetsOf(got)),
    publication: full(wordLikeness(want.publication ?? '', got.publication ?? ''), 0.9),
  };
}

function documentScores(truth: ScoredPlan, read: ScoredPlan) {
  const [sections, given] = [truth.sections.length, read.sections.length];
  const sameIndicator = (want: ScoredPlan['indicators'][number]): boolean =>
    read.indicators.some(
      (got) => wordLikeness(want.name, got.name) >= 0.8 && want.value === got.value && want.unit === got.unit,
    );
  const noneInvented = read.indicators.length === 0 ? 1 : 0;
  return {
    orderNumber: truth.order.number === read.order.number ? 1 : 0,
    orderDate: truth.order.date === read.order.date ? 1 : 0,
    sections: sections === given ? 1 : Math.min(sections, given) / Math.max(sections, given),
    indicators:
      truth.indicators.length === 0
        ? noneInvented
        : truth.indicators.filter(sameIndicator).length / truth.indicators.length,
    period: truth.period?.from === read.period?.from && truth.period?.to === read.period?.to ? 1 : 0,
  };
}

type Pair = { readonly expected: number; readonly given: number; readonly likeness: number };

/** The pairs in order whose likenesses sum up to most; titles less than half alike are never paired. */
function pairsOf(truth: readonly ScoredMeasure[], read: readonly ScoredMeasure[]): Pair[] {
  const likeness = truth.map((want) => read.map((got) => wordLikeness(want.title, got.title)));
  const at = (expected: number, given: number): number => likeness[expected]?.[given] ?? 0;
  const best = Array.from({ length: truth.length + 1 }, () => new Array<number>(read.length + 1).fill(0));
  const sum = (expected: number, given: number): number => best[expected]?.[given] ?? 0;
  const paired = (expected: number, given: number): number =>
    at(expected, given) >= 0.5 ? at(expected, given) + sum(expected + 1, given + 1) : 0;
  for (let expected = truth.length - 1; expected >= 0; expected -= 1) {
    const row = best[expected];
    for (let given = read.length - 1; row !== undefined && given >= 0; given -= 1)
      row[given] = Math.max(sum(expected + 1, given), sum(expected, given + 1), paired(expected, given));
  }
  const pairs: Pair[] = [];
  for (let expected = 0, given = 0; expected < truth.length && given < read.length;) {
    if (at(expected, given) >= 0.5 && Math.abs(sum(expected, given) - paired(expected, given)) < 1e-9) {
      pairs.push({ expected, given, likeness: at(expected, given) });
      expected += 1;
      given += 1;
    } else if (sum(expected + 1, given) >= sum(expected, given + 1)) expected += 1;
    else given += 1;
  }
  return pairs;
}

const full = (likeness: number, enough: number): number => (likeness >= enough ? 1 : likeness);

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}%+]+/u)
    .filter((word) => word !== '');

const wordLikeness = (one: string, other: string): number => overlap(wordsOf(one), wordsOf(other));

/** The mean over words and over neighbouring pairs of words, so that mixed columns do not pass. */
const textLikeness = (one: string, other: string): number =>
  (wordLikeness(one, other) + overlap(neighboursOf(wordsOf(one)), neighboursOf(wordsOf(other)))) / 2;

const neighboursOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);

/** Dice overlap of two bags: 1 for the same, also for two empty ones. */
function overlap(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of one) {
    const times = left.get(word) ?? 0;
    if (times === 0) continue;
    shared += 1;
    left.set(word, times - 1);
  }
  return (2 * shared) / (one.length + other.length);
}

/** F1 of two sets; 1 where both are empty. */
const agreement = (want: ReadonlySet<string>, got: ReadonlySet<string>): number =>
  want.size + got.size === 0 ? 1 : (2 * [...want].filter((each) => got.has(each)).length) / (want.size + got.size);

const namesOf = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => wordsOf(name).join(' ')).filter((name) => name !== ''));

const targetsOf = ({ targets }: ScoredMeasure): ReadonlySet<string> =>
  new Set(targets.map((target) => `${target.comparator}${String(target.value)}${target.kind}`));

const deadlineKey = ({ kind, from, to, months, onRequest, byAgreement }: ScoredDeadline): string =>
  JSON.stringify([kind, from, to, months.toSorted(), onRequest, byAgreement]);
