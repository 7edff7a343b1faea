import { isDeadlineText } from '#domain/deadlines/read-deadline.ts';
import { vocabularyOf } from '#domain/language/hyphens.ts';
import type { Span } from '#domain/language/passage.ts';
import { planConfidence, planPlaces } from '#domain/orders/assembly/plan-places.ts';
import { readBody } from '#domain/orders/assembly/read-body.ts';
import { wordsLeft } from '#domain/orders/assembly/words-left.ts';
import { buildLexicon } from '#domain/orders/build-lexicon.ts';
import { looksLikeExecutors } from '#domain/orders/executors.ts';
import { layOutCards, layOutListed } from '#domain/orders/layout/listed/lay-out-listed.ts';
import type { Lexicon, TerritoryDictionary } from '#domain/orders/lexicon.ts';
import { readPeriod } from '#domain/orders/period/read-period.ts';
import { placesIn } from '#domain/orders/places.ts';
import type { Places } from '#domain/orders/places.ts';
import type { Indicator, OrderRequisites, Place, Plan, PlanPlaces, Warning } from '#domain/orders/plan.ts';
import { readAbbreviations } from '#domain/orders/prose/abbreviations.ts';
import type { Found } from '#domain/orders/prose/found.ts';
import type { ListedIndicator } from '#domain/orders/prose/indicator-lists.ts';
import { readProse } from '#domain/orders/prose/read-prose.ts';
import { readRequisites } from '#domain/orders/requisites/read-requisites.ts';
import type { Requisites } from '#domain/orders/requisites/requisites.ts';
import type { Repair, SourceDocument } from '#domain/orders/source-document.ts';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { textOf } from '#domain/orders/tables/cells.ts';
import { columnTitles, planTables } from '#domain/orders/tables/heads/plan-tables.ts';
import type { PlanTable } from '#domain/orders/tables/heads/plan-tables.ts';

export type ReadOptions = { readonly file: string; readonly dictionary?: TerritoryDictionary };

/**
 * Reads a laid out document as a structured plan; one without a table of measures is searched for a list or cards of them.
 * @returns whatever was found; a document without measures and indicators gives a plan without them
 */
export function readPlan(document: SourceDocument, options: ReadOptions): Plan {
  const abbreviations = readAbbreviations(document);
  const lexicon = buildLexicon(abbreviations, options.dictionary);
  const judge = judgeWith(lexicon);
  const words = { abbreviations, lexicon, judge };
  const cards = layOutCards(document, judge);
  if (cards !== null) return readTables(cards, options, words);
  const plan = readTables(document, options, words);
  if (plan.measures.length > 0) return plan;
  const listed = layOutListed(document, judge);
  return listed === null ? plan : readTables(listed, options, words);
}

type Words = {
  readonly abbreviations: ReturnType<typeof readAbbreviations>;
  readonly lexicon: Lexicon;
  readonly judge: CellJudge;
};

function readTables(document: SourceDocument, options: ReadOptions, { abbreviations, lexicon, judge }: Words): Plan {
  const requisites = readRequisites(document);
  const prose = readProse(document);
  const places = placesIn(document);
  const tables = planTables(document, judge);
  const { period, span, confidence, printed } = readPeriod({
    orderTitle: requisites.title?.value ?? '',
    annexTitle: valuesOf(requisites.planTitles),
    goals: valuesOf(prose.goals),
    stages: valuesOf(prose.stages),
    measuresText: wordsOfTables(tables),
    orderDate: requisites.date?.value ?? null,
  });
  const body = readBody(tables, { span, lexicon, vocabulary: vocabularyOf(document.text), places, judge });
  const ofDocument = planPlaces({ requisites, abbreviations, prose, tables, printedPeriod: printed }, places);
  const indicators = [...body.indicators, ...prose.indicators.map((listed) => indicatorOf(listed, places))];
  const summary = {
    level: requisites.level,
    territory: requisites.territory?.value ?? options.dictionary?.territory ?? null,
    order: orderOf(requisites, places),
    period,
  };
  return {
    file: options.file,
    ...summary,
    kind: requisites.kind,
    columns: columnTitles(tables),
    sections: body.sections,
    measures: body.measures,
    indicators,
    abbreviations: Object.fromEntries([...abbreviations].map(([short, { expansion }]) => [short, expansion])),
    people: prose.people.map(({ name, role }) => ({ name, role })),
    goals: prose.goals.map((goal) => goal.value),
    tasks: prose.tasks.map((task) => task.value),
    schools: prose.schools.map((school) => school.value),
    basis: requisites.basis.map(({ number, date, issuer, title }) => ({ number, date, issuer, title })),
    places: ofDocument,
    confidence: planConfidence(summary, requisites, confidence),
    warnings: [
      ...body.warnings,
      ...wordsLeft(document, tables, [...body.used, ...placesOf(ofDocument, indicators)], places),
      ...document.repairs.map((repair) => leftOut(repair, places)),
    ],
  };
}

/** Places of people, schools, abbreviations and other values that tables besides the plan's may hold. */
function placesOf(places: PlanPlaces, indicators: readonly Indicator[]): Place[] {
  const { people, schools, goals, tasks, basis, abbreviations } = places;
  const listed = [...people, ...schools, ...goals, ...tasks, ...basis, ...Object.values(abbreviations)];
  return [...listed, ...indicators.map(({ place }) => place ?? null)].filter((place) => place !== null);
}

/** Grammars asked by the tables; the same texts recur in columns, so answers are remembered. */
function judgeWith(lexicon: Lexicon): CellJudge {
  const remembered = (judgement: (text: string) => number): ((text: string) => number) => {
    const answers = new Map<string, number>();
    return (text) => {
      const known = answers.get(text);
      if (known !== undefined) return known;
      const answer = judgement(text);
      answers.set(text, answer);
      return answer;
    };
  };
  return {
    deadline: remembered((text) => (text.length > 300 ? 0 : isDeadlineText(text))),
    executors: remembered((text) => (text.length > 600 ? 0 : looksLikeExecutors(text, lexicon))),
  };
}

function valuesOf(found: readonly Found[]): string {
  return found.map((each) => each.value).join('\n');
}

function wordsOfTables(tables: readonly PlanTable[]): string {
  return tables
    .filter((plan) => plan.head.kind === 'measures')
    .flatMap((plan) => plan.table.rows.flatMap((row) => row.cells.map((cell) => textOf(cell.lines))))
    .join('\n')
    .slice(0, LONGEST_EVIDENCE);
}

/** The years of a plan are printed often enough: a hundred pages tell them as well as a thousand. */
const LONGEST_EVIDENCE = 200_000;

function orderOf(requisites: Requisites, places: Places): OrderRequisites {
  const source: Record<string, Place> = {};
  const put = (field: string, found: { readonly spans: readonly Span[] } | null): void => {
    const place = found === null ? null : places.ofSpans(found.spans);
    if (place !== null) source[field] = place;
  };
  put('number', requisites.number);
  put('date', requisites.date);
  put('issuer', requisites.issuer);
  put('signatory', requisites.signatory);
  put('title', requisites.title);
  return {
    number: requisites.number?.value ?? null,
    date: requisites.date?.value ?? null,
    issuer: requisites.issuer?.value ?? null,
    signatory: requisites.signatory?.value ?? null,
    title: requisites.title?.value ?? null,
    source,
  };
}

/** Indicators in running text have no columns that tell what is what. */
const LISTED = 0.8;

function indicatorOf(listed: ListedIndicator, places: Places): Indicator {
  const place = places.ofSpans(listed.name.spans);
  return {
    number: listed.number,
    name: listed.name.value,
    source: null,
    target: listed.target,
    value: listed.value,
    unit: listed.unit,
    ...(place === null ? {} : { place }),
    confidence: LISTED,
  };
}

function leftOut(repair: Repair, places: Places): Warning {
  const source = repair.at === null ? null : places.ofSpans([repair.at]);
  return {
    measure: null,
    code: 'left-out',
    words: repair.words ?? repair.code,
    ...(source === null ? {} : { source }),
  };
}
