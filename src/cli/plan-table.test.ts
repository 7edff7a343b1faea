import { expect, test } from 'vitest';
import { planTable } from '#cli/plan-table.ts';
import type { Measure, Plan } from '#domain/orders/plan.ts';

const visits: Measure = {
  seq: 1,
  number: '1.1',
  section: 0,
  title: 'Выезды методистов в сельские школы',
  deadlineText: 'март-май',
  deadline: { kind: 'range', from: '2025-03', to: '2025-05', months: [], onRequest: false, byAgreement: false },
  responsible: ['ЦОКО', 'МКУ «Заречный ИМЦ»'],
  result: 'Проведено не менее 5 выездов',
  targets: [{ text: 'не менее 5 выездов', comparator: '>=', value: 5, unit: 'выезд', kind: 'count', in: 'result' }],
  publication: null,
  source: {},
  confidence: { responsible: 0.4 },
};

const plan: Plan = {
  file: 'приказ.docx',
  level: 'municipal',
  territory: 'Заречный район',
  kind: 'roadmap',
  order: { number: '17-од', date: '2025-02-03', issuer: 'Управление образования', signatory: null, title: 'О плане' },
  period: { from: '2025-01-01', to: '2025-12-31' },
  columns: [],
  sections: [{ number: 'I', title: 'Поддержка школ' }],
  measures: [visits],
  indicators: [{ number: '1', name: 'Доля школ с планом', source: null, target: '100%', value: 100, unit: '%' }],
  abbreviations: {},
  people: [],
  goals: [],
  tasks: [],
  schools: [],
  basis: [],
  warnings: [{ measure: 1, code: 'unplaced-text', words: 'до особого' }],
};

test('a plan is printed with requisites, sections, deadlines and targets as they were understood', () => {
  const table = planTable(plan, 'ru', 120);
  expect(table).toContain('№ 17-од · 03.02.2025 · Управление образования');
  expect(table).toContain('дорожная карта · уровень муниципалитета · Заречный район · 01.01.2025 – 31.12.2025');
  expect(table).toContain('I. Поддержка школ');
  expect(table).toMatch(/^1\.1 +│ Выезды методистов .*│ март – май 2025 /mu);
  expect(table).toContain('→ ≥ 5 выезд');
  expect(table).toMatch(/Доля школ с планом +│ 100%/u);
  expect(table).toContain('! № 1.1: Слова таблицы не отнесены ни к одному полю: «до особого»');
});

test('a value understood with doubt is marked, and the mark is explained', () => {
  expect(planTable(plan, 'ru', 120)).toMatch(/\(\?\) ЦОКО[^]*\(\?\) — понято неуверенно/u);
  const certain = { ...plan, measures: [{ ...visits, confidence: { responsible: 0.9 } }] };
  expect(planTable(certain, 'ru', 120)).not.toContain('(?)');
});

test.each([70, 100, 200])('no line of the table is wider than a terminal of %i characters', (width) => {
  const lines = planTable(plan, 'en', width).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
});

test('where the public reads about a measure is printed below its result', () => {
  const told = { ...plan, measures: [{ ...visits, publication: 'Сайт управления' }] };
  expect(planTable(told, 'ru', 200)).toMatch(/→ ≥ 5 выезд\n.*│ Информация: Сайт управления\n/u);
  expect(planTable(told, 'en', 200)).toContain('│ Information: Сайт управления');
  expect(planTable(plan, 'ru', 200)).not.toContain('Информация');
});

test('text of a document cannot steer the terminal', () => {
  const hostile = { ...plan, measures: [{ ...visits, title: 'Выезды \u001b[2J\u0007\nв школы' }] };
  expect(planTable(hostile, 'ru', 200)).toContain('Выезды [2J в школы');
});
