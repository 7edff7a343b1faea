import { expect, test } from 'vitest';
import { textOf } from '#domain/orders/tables/cells.ts';
import { findHead } from '#domain/orders/tables/heads/head.ts';
import { rowsInHead } from '#domain/orders/tables/heads/rows-in-head.ts';
import { tableOf } from '#tests/support/source-documents.ts';
import type { RowText } from '#tests/support/source-documents.ts';

const SECOND = ['2', 'Сбор отчётов', 'апрель', 'ЦОКО', 'Отчёт'];

function told(...rows: RowText[]): string[] {
  const table = tableOf(...rows);
  const head = findHead(table, { deadline: () => 0, executors: () => 0 });
  if (head === null) throw new Error('the table has no head');
  return rowsInHead(table, head).map((words) => textOf([words]));
}

test('a measure whose border to the head was lost is told with its words', () => {
  const head = ['№ 1', 'Мероприятие Вебинар', 'Срок март', 'Исполнитель ИРО', 'Результат Запись'];
  expect(told(head, SECOND)).toEqual(['№ 1 Мероприятие Вебинар Срок март Исполнитель ИРО Результат Запись']);
});

test.each([
  [['№', 'Мероприятие', 'Срок', 'Исполнитель', 'Результат']],
  [['№ п/п', 'Мероприятие 2025', 'Срок', 'Исполнитель', 'Результат']],
  [['№ п/п 1', 'Мероприятие 2', 'Срок 3', 'Исполнитель 4', 'Результат 5']],
])('titles are no measure: %j', (head) => {
  expect(told(head, SECOND)).toEqual([]);
});
