import type { Deadline, YearMonth } from '#domain/deadlines/deadline.ts';
import type { Indicator, Measure, Plan } from '#domain/orders/plan.ts';
import { chanceOf } from '#demo/orders/chance.ts';
import type { Chance } from '#demo/orders/chance.ts';
import { inventDeadline } from '#demo/orders/deadlines.ts';
import { inventResult } from '#demo/orders/results.ts';
import * as words from '#demo/orders/words.ts';

export type PlanColumnRole = 'number' | 'title' | 'deadline' | 'responsible' | 'result' | 'publication';

export type InventedColumn = { readonly role: PlanColumnRole; readonly title: string };

export type InventedRow =
  | { readonly kind: 'section'; readonly text: string }
  /** One text for each column; a line break inside a cell is a paragraph end. */
  | { readonly kind: 'measure'; readonly cells: readonly string[] };

export type PlanTruth = Omit<Plan, 'measures' | 'warnings' | 'basis' | 'order' | 'indicators'> & {
  readonly order: { readonly [Key in 'number' | 'date' | 'issuer' | 'signatory' | 'title']: string | null };
  readonly measures: readonly Omit<Measure, 'source' | 'confidence'>[];
  readonly indicators: readonly Omit<Indicator, 'place'>[];
};

/** An invented official plan: what is printed, piece by piece, and what a careful person reads in it (the contract's fields). */
export type InventedPlan = {
  readonly seed: number;
  /** Paragraphs before the table, those after it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly columns: readonly InventedColumn[];
  readonly rows: readonly InventedRow[];
  readonly truth: PlanTruth;
};

export type PlanOptions = {
  /** Roles of the columns in order; chosen by chance when not given. */
  readonly columns?: readonly PlanColumnRole[];
  readonly measures?: number;
  /** Number of sections; 0 for none. */
  readonly sections?: number;
  readonly schoolYear?: boolean;
  readonly year?: number;
  /** Share of empty cells among deadlines, executors, results and publications; 0.03 when not given. */
  readonly gaps?: number;
};

const COLUMN_ORDERS: readonly (readonly PlanColumnRole[])[] = [
  ['number', 'title', 'deadline', 'responsible', 'result', 'publication'],
  ['number', 'title', 'deadline', 'responsible', 'result'],
  ['number', 'title', 'deadline', 'responsible'],
  ['number', 'title', 'result', 'deadline', 'responsible'],
  ['number', 'title', 'responsible', 'deadline', 'result'],
  ['number', 'title', 'responsible', 'deadline'],
  ['title', 'deadline', 'responsible', 'result'],
  ['title', 'deadline', 'responsible'],
  ['number', 'title', 'deadline', 'result', 'responsible'],
  ['number', 'deadline', 'title', 'responsible', 'result'],
];

/** Invents a plan; the same seed and options give the same plan. Columns, wordings, sections and gaps differ from seed to seed. */
export function inventPlan(seed: number, options: PlanOptions = {}): InventedPlan {
  const chance = chanceOf(seed);
  const territory = chance.pick(words.TERRITORIES);
  const schoolYear = options.schoolYear ?? chance.happens(0.25);
  const year = options.year ?? chance.whole(2021, 2026);
  const span = schoolYear
    ? { from: `${year}-09` as YearMonth, to: `${year + 1}-05` as YearMonth, schoolYear }
    : { from: `${year}-01` as YearMonth, to: `${year}-12` as YearMonth, schoolYear };
  const roles = options.columns ?? chance.pick(COLUMN_ORDERS);
  const columns = roles.map((role) => ({ role, title: chance.pick<string>(words.COLUMN_TITLES[role]) }));
  const years = schoolYear ? `${year}-${year + 1} учебный год` : `${year} год`;
  const title = `Об утверждении плана мероприятий («дорожной карты») по повышению качества образования в ${territory.locative} на ${years}`;
  const number = `${chance.whole(3, 940)}${chance.happens(0.2) ? '-од' : ''}`;
  const date = { day: chance.whole(1, 28), month: schoolYear ? 8 : 1, year };
  const signatory = chance.pick(['Е.В. Ромашова', 'П.С. Лугов', 'М.А. Ясенева']);
  const issuer = `Управление образования ${territory.genitive}`;

  const deeds = chance.shuffled(words.DEEDS);
  const count = options.measures ?? chance.whole(8, 24);
  const sectionCount = options.sections ?? chance.pick([0, 0, 2, 3, 4]);
  const perSection = sectionCount > 0 ? Math.ceil(count / sectionCount) : count;
  const sectionTitles = chance.shuffled(words.SECTIONS).slice(0, sectionCount > 0 ? Math.ceil(count / perSection) : 0);
  const numbering = { perSection: sectionCount > 0 && chance.happens(0.3), dot: chance.pick(['', '.', '.', ')']) };
  const sectionStyle = chance.pick(['roman', 'roman', 'words']);
  const executorStyle = chance.pick(['short', 'short', 'words', 'mixed'] as const);
  const publication = chance.pick(words.PUBLICATIONS);
  const gaps = options.gaps ?? 0.03;
  const lowerDeadlines = chance.happens(0.4);

  const rows: InventedRow[] = [];
  const measures: PlanTruth['measures'][number][] = [];
  let inSection = 0;
  for (let index = 0; index < count; index += 1) {
    const section = sectionCount > 0 ? Math.floor(index / perSection) : null;
    if (section !== null && index % perSection === 0) {
      inSection = 0;
      rows.push({ kind: 'section', text: `${sectionMark(section, sectionStyle)} ${sectionTitles[section] ?? ''}` });
    }
    inSection += 1;
    const printed = numbering.perSection && section !== null ? `${section + 1}.${inSection}` : `${index + 1}`;
    const has = (role: PlanColumnRole) =>
      roles.includes(role) && !(role !== 'title' && role !== 'number' && chance.happens(gaps));
    const measureTitle = inventTitle(chance, deeds[index % deeds.length] ?? '', index >= deeds.length);
    const due = has('deadline') ? inventDeadline(chance, span, lowerDeadlines) : null;
    const executors = has('responsible') ? inventExecutors(chance, executorStyle) : [];
    const outcome = has('result') ? inventResult(chance) : null;
    const published = has('publication') ? publication : null;
    const measure = {
      seq: index + 1,
      number: roles.includes('number') ? printed : null,
      section,
      title: measureTitle,
      deadlineText: due?.text ?? null,
      deadline: due?.deadline ?? NO_DEADLINE,
      responsible: executors,
      result: outcome?.text ?? null,
      targets: outcome?.targets ?? [],
      publication: published,
    };
    measures.push(measure);
    const cellOf: Record<PlanColumnRole, string> = {
      number: `${printed}${numbering.dot}`,
      title: measureTitle,
      deadline: measure.deadlineText ?? '',
      responsible: executors.join(', '),
      result: measure.result ?? '',
      publication: published ?? '',
    };
    rows.push({ kind: 'measure', cells: roles.map((role) => cellOf[role]) });
  }

  const used = Object.entries(words.ABBREVIATIONS).filter(([short]) =>
    rows.some((row) => row.kind === 'measure' && row.cells.some((cell) => cell.split(/[^\p{L}]+/u).includes(short))),
  );
  const planTitle = `План мероприятий («дорожная карта») по повышению качества образования в ${territory.locative} на ${years}`;
  const pad = (value: number) => String(value).padStart(2, '0');
  return {
    seed,
    before: [
      issuer.toUpperCase(),
      'ПРИКАЗ',
      `${pad(date.day)}.${pad(date.month)}.${date.year} № ${number}`,
      title,
      'В целях повышения качества общего образования и адресной поддержки школ',
      'ПРИКАЗЫВАЮ:',
      '1. Утвердить прилагаемый план мероприятий.',
      '2. Руководителям образовательных организаций обеспечить его исполнение.',
      '3. Контроль за исполнением приказа оставляю за собой.',
      `Начальник управления образования ${signatory}`,
      planTitle,
    ],
    after: used.length > 0 ? ['Используемые сокращения:', ...used.map(([short, long]) => `${short} – ${long};`)] : [],
    columns,
    rows,
    truth: {
      file: `invented-${seed}`,
      level: territory.name.endsWith('область') ? 'regional' : 'municipal',
      territory: territory.name,
      kind: 'order',
      order: { number, date: `${date.year}-${pad(date.month)}-${pad(date.day)}`, issuer, signatory, title },
      period: schoolYear
        ? { from: `${year}-08-01`, to: `${year + 1}-06-30` }
        : { from: `${year}-01-01`, to: `${year}-12-31` },
      columns: columns.map((column) => column.title),
      sections: sectionTitles.map((name, index) => ({ number: sectionNumber(index, sectionStyle), title: name })),
      measures,
      indicators: [],
      abbreviations: Object.fromEntries(used),
      people: [],
      goals: [],
      tasks: [],
      schools: [],
    },
  };
}

const NO_DEADLINE: Deadline = { kind: 'none', from: null, to: null, months: [], onRequest: false, byAgreement: false };
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'];

function sectionNumber(index: number, style: string): string {
  return style === 'roman' ? (ROMAN[index] ?? '') : String(index + 1);
}

function sectionMark(index: number, style: string): string {
  return style === 'roman' ? `${ROMAN[index] ?? ''}.` : `Раздел ${index + 1}.`;
}

function inventTitle(chance: Chance, deed: string, again: boolean): string {
  const ending = [chance.pick(words.FOR_WHOM), chance.pick(words.HOW), again ? `(этап ${chance.whole(2, 9)})` : ''];
  return [deed, ...ending].filter((part) => part !== '').join(' ');
}

function inventExecutors(chance: Chance, style: 'short' | 'words' | 'mixed'): string[] {
  const pool: readonly string[] =
    style === 'mixed'
      ? [...words.EXECUTORS.quoted, ...words.EXECUTORS.words, ...words.EXECUTORS.short]
      : words.EXECUTORS[style];
  return chance.shuffled(pool).slice(0, chance.pick([1, 1, 2, 2, 3]));
}
