import { expect, test } from 'vitest';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { textOf } from '#domain/orders/tables/cells.ts';
import { planTables } from '#domain/orders/tables/plan-tables.ts';
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
