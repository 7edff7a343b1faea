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
