import { readDeadline } from '#domain/deadlines/read-deadline.ts';
import type { PlanSpan } from '#domain/deadlines/deadline.ts';
import type { Indicator, Measure, Plan } from '#domain/orders/plan.ts';
import { readTargets } from '#domain/targets/read-targets.ts';

const SPAN: PlanSpan = { from: '2025-01', to: '2025-12', schoolYear: false };

/** What a test tells of a measure: texts; deadline and targets are read from them as from a document. */
export type MeasureText = Partial<
  Pick<Measure, 'number' | 'title' | 'deadlineText' | 'responsible' | 'result' | 'publication'>
>;

/** A measure with nothing to find fault with, but for what the test changes; its `seq` is given by `aPlan`. */
export function aMeasure(text: MeasureText = {}): Measure {
  const measure = {
    number: null,
    title: 'Обучение наставников молодых учителей',
    deadlineText: 'май 2025',
    responsible: ['МКУ «Заречный ИМЦ»'],
    result: 'Обучено не менее 4 наставников',
    publication: null,
    ...text,
  };
  return {
    ...measure,
    seq: 1,
    section: null,
    deadline: readDeadline(measure.deadlineText ?? '', SPAN).deadline,
    targets: [...readTargets(measure.title, 'title'), ...readTargets(measure.result ?? '', 'result')],
    source: {},
    confidence: {},
  };
}

/** An indicator of which only the name matters, unless told otherwise. */
export function anIndicator(indicator: Partial<Indicator> & Pick<Indicator, 'name'>): Indicator {
  return { number: null, source: null, target: null, value: null, unit: null, ...indicator };
}

/** A municipal plan of 2025, signed in January, that explains what it abbreviates. */
export function aPlan(plan: Partial<Plan> = {}): Plan {
  const { measures = [aMeasure()] } = plan;
  return {
    file: 'plan.docx',
    level: 'municipal',
    territory: 'Заречный район Новосельской области',
    kind: 'order',
    order: { number: '12-п', date: '2025-01-20', issuer: null, signatory: null, title: null },
    period: { from: '2025-01-01', to: '2025-12-31' },
    columns: [],
    sections: [],
    indicators: [],
    abbreviations: {
      ИМЦ: 'информационно-методический центр',
      МКУ: 'муниципальное казённое учреждение',
      ИРО: 'институт развития образования Новосельской области',
      ШНОР: 'школы с низкими результатами',
      ШНСУ: 'школы в неблагоприятных условиях',
    },
    people: [],
    goals: [],
    tasks: [],
    schools: [],
    basis: [],
    warnings: [],
    ...plan,
    measures: measures.map((measure, index) => ({ ...measure, seq: index + 1 })),
  };
}
