import { expect, test } from 'vitest';
import { readPlan } from '#domain/orders/assembly/read-plan.ts';
import { documentOf } from '#tests/support/source-documents.ts';

test('marks in a grid of months say when, with or without a common title', () => {
  const months = ['янв', 'фев', 'мар', 'апр'];
  const under = documentOf('План работы методической службы на 2027 год', [
    ['№', 'Мероприятие', { text: 'Сроки', span: 4 }, 'Ответственный', 'Результат'],
    ['merged', 'merged', ...months, 'merged', 'merged'],
    ['1', 'Слёт юных краеведов', '', '', '+', '', 'Музей', 'Сборник работ'],
    ['2', 'Заседания совета наставников', '', 'х', '', 'х', 'ИМЦ', 'Протоколы'],
  ]);
  const beside = documentOf('План работы методической службы на 2027 год', [
    ['№', 'Мероприятие', ...months, 'Ответственный', 'Результат'],
    ['1', 'Слёт юных краеведов', '', '', '+', '', 'Музей', 'Сборник работ'],
    ['2', 'Заседания совета наставников', '', 'х', '', 'х', 'ИМЦ', 'Протоколы'],
  ]);
  for (const document of [under, beside]) {
    const read = readPlan(document, { file: 'plan.xlsx' }).measures.map((measure) => [
      measure.deadlineText,
      measure.deadline.kind,
      measure.deadline.from,
      measure.deadline.to,
      measure.responsible.join(),
      measure.result,
    ]);
    expect(read).toEqual([
      ['мар', 'month', '2027-03', '2027-03', 'Музей', 'Сборник работ'],
      ['фев, апр', 'months', '2027-02', '2027-04', 'ИМЦ', 'Протоколы'],
    ]);
  }
});

test('marks in columns of years say when; a row without marks has no deadline', () => {
  const plan = readPlan(
    documentOf('План работы методической службы на 2027-2029 годы', [
      ['№', 'Мероприятие', '2027', '2028 г.', '2029 год', 'Ответственный'],
      ['1', 'Слёт юных краеведов', '', '+', '', 'Музей'],
      ['2', 'Заседания совета наставников', '+', '+', '', 'ИМЦ'],
      ['3', 'Ремонт читального зала', '12', '', '14', 'ИМЦ'],
    ]),
    { file: 'plan.xlsx' },
  );
  expect(plan.measures.map(({ deadlineText, deadline }) => [deadlineText, deadline.from, deadline.to])).toEqual([
    ['2028', '2028-01', '2028-12'],
    ['2027, 2028', '2027-01', '2028-12'],
    [null, null, null],
  ]);
  expect(plan.warnings.map(({ measure, code }) => [measure, code])).toContainEqual([3, 'deadline-missing']);
});

test('a measure that begins and ends on one day is due on it; a full stop is no part of a deadline', () => {
  const plan = readPlan(
    documentOf('План работы методической службы на 2027 год', [
      ['№', 'Мероприятие', 'Дата начала', 'Дата окончания', 'Ответственный'],
      ['1', 'Слёт юных краеведов', '2027-03-10', '2027-03-10', 'Музей'],
      ['2', 'Смотр тетрадей', '', 'до 15 мая 2027 года.', 'ИМЦ'],
    ]),
    { file: 'plan.xlsx' },
  );
  expect(plan.measures.map(({ deadline }) => deadline.date)).toEqual(['2027-03-10', '2027-05-15']);
  expect(plan.measures[1]?.deadlineText).toBe('до 15 мая 2027 года');
});
