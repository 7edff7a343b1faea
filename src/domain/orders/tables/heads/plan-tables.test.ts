import { describe, expect, test } from 'vitest';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { textOf } from '#domain/orders/tables/cells.ts';
import { planTables } from '#domain/orders/tables/heads/plan-tables.ts';
import { documentOf } from '#tests/support/source-documents.ts';
import type { RowText } from '#tests/support/source-documents.ts';

const judge: CellJudge = {
  deadline: (text) => (/^(?:март|май|октябрь)/iu.test(text) ? 1 : 0),
  executors: (text) => (/^(?:ЦОКО|ИРО)$/u.test(text) ? 1 : 0),
};

const HEAD: RowText = ['№', 'Мероприятие', 'Срок', 'Ответственные'];
const row = (number: string): RowText => [number, 'Анализ условий обучения', 'март 2025', 'ЦОКО'];
const section = (text: string): RowText => [{ text, span: 4 }];

/** What stands before each table as the title of a section; null where nothing does. */
function headings(...blocks: Parameters<typeof documentOf>): (string | null)[] {
  return planTables(documentOf(...blocks), judge).map((plan) =>
    plan.sectionBefore === null ? null : textOf(plan.sectionBefore),
  );
}

test('plans in annexes of their own are sections by their titles, the first one too', () => {
  expect(
    headings(
      'Приложение № 1\nПлан работы с вожатыми',
      [HEAD, row('1')],
      'Приложение № 2\nк приказу отдела\nот 03.02.2026 № 17\nПлан работы с семьями',
      [HEAD, row('1')],
    ),
  ).toEqual(['План работы с вожатыми', 'План работы с семьями']);
  expect(
    headings('Приложение № 1', 'План работы с вожатыми', [HEAD, row('1')], 'Приложение № 2', 'План игр', [
      HEAD,
      row('1'),
    ]),
  ).toEqual(['План работы с вожатыми', 'План игр']);
});

test('a heading before a later table of the plan names a section, the title of the plan does not', () => {
  expect(headings('План мероприятий на 2025 год', [HEAD, row('1')], 'Работа с семьями', [HEAD, row('2')])).toEqual([
    null,
    'Работа с семьями',
  ]);
});

test('a numbered heading before the only table is a section when a row of the table goes on with its count', () => {
  expect(headings('1. Работа с кадрами', [HEAD, row('1'), section('2. Контроль'), row('2')])).toEqual([
    '1. Работа с кадрами',
  ]);
  expect(headings('1. Работа с кадрами', [HEAD, row('1'), row('2')])).toEqual([null]);
});

test('a table of members is no table of the plan', () => {
  expect(
    headings([HEAD, row('1')], 'Состав рабочей группы', [
      ['№', 'Фамилия', 'Должность', 'Телефон'],
      ['1', 'Петрова', 'методист', '21-22-23'],
      ['2', 'Лугова', 'директор', '21-22-24'],
    ]),
  ).toEqual([null]);
});

describe('a table in another annex', () => {
  const plan = [HEAD, row('1'), row('2')];
  const tablesBehind = (...blocks: Parameters<typeof documentOf>): number =>
    planTables(documentOf('План мероприятий на 2026 год', plan, ...blocks), judge).length - 1;

  test.each([
    [
      'a schedule of webinars',
      [
        ['№', 'Тема вебинара', 'Дата', 'Ведущий'],
        ['1', 'Чтение на уроках', 'март', 'ИРО'],
      ],
    ],
    [
      'visits to schools',
      [
        ['Наименование ОО', 'Дата посещения', 'Ответственный'],
        ['МБОУ «Тихая СОШ»', 'март', 'ИРО'],
      ],
    ],
    [
      'hours of consultants',
      [
        ['Консультант', 'Время', 'Телефон', 'Тема'],
        ['Лапин О.О.', 'среда', '21-22', 'Чтение'],
      ],
    ],
    [
      'a list without titles',
      [
        ['1', 'Тихий район', 'МБОУ «Тихая СОШ»', 'март'],
        ['2', 'Дальний район', 'МБОУ «Дальняя СОШ»', 'май'],
      ],
    ],
  ])('is no plan when it is %s', (_, table) => {
    expect(tablesBehind('Приложение 2', 'График', table)).toBe(0);
  });

  test('is one when its head names measures', () => {
    const second = [
      ['№', 'Мероприятие', 'Дата', 'Ответственный'],
      ['1', 'Семинар', 'март', 'ИРО'],
    ];
    expect(tablesBehind('Приложение № 2', 'План методических мероприятий', second)).toBe(1);
  });

  test('a table behind plain text goes on with the plan', () => {
    expect(tablesBehind('Продолжение', [row('3'), row('4')])).toBe(1);
  });
});

test('two rows of titles are one head where a common title stands above an empty cell beside it', () => {
  const [plan] = planTables(
    documentOf([
      ['№', 'Мероприятие', 'Исполнение', '', 'Итог'],
      ['', '', 'срок', 'ответственный', ''],
      ['1', 'Анализ условий обучения', 'март 2025', 'ЦОКО', 'справка'],
    ]),
    judge,
  );
  expect(plan?.head.columns.map(({ role }) => role)).toEqual(['number', 'title', 'deadline', 'responsible', 'result']);
});
