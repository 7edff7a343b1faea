import { describe, expect, test } from 'vitest';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { findHead } from '#domain/orders/tables/heads/head.ts';
import { nameUnknownColumns } from '#domain/orders/tables/by-content/unnamed-columns.ts';
import { tableOf } from '#tests/support/source-documents.ts';

const judge: CellJudge = {
  deadline: (text) => (/^(?:март|май|июнь|постоянно)$/u.test(text) ? 1 : 0),
  executors: (text) => (/^(?:ИРО|РЦОИ|школа)$/u.test(text) ? 1 : 0),
};

const rolesOf = (...rows: Parameters<typeof tableOf>): string[] => {
  const table = tableOf(...rows);
  const head = findHead(table, judge);
  return head === null ? [] : nameUnknownColumns(head, table, judge).columns.map((column) => column.role);
};

describe('columns whose titles say nothing known', () => {
  test('hold the deadlines that no other column holds', () => {
    const head = ['Мероприятие', 'От и до', 'Ответственный'];
    expect(rolesOf(head, ['Семинар', 'март', 'ИРО'], ['Квест', 'май', 'РЦОИ'])).toEqual([
      'title',
      'deadline',
      'responsible',
    ]);
    expect(rolesOf(head, ['Семинар', 'зал', 'ИРО'], ['Квест', 'двор', 'РЦОИ'])).toEqual([
      'title',
      'other',
      'responsible',
    ]);
  });

  test('hold the results that no other column holds', () => {
    const rows = [
      ['Семинар', 'март', 'ИРО', 'Приказ об итогах', 'зал'],
      ['Квест', 'май', 'РЦОИ', 'не менее 40 гостей', 'двор'],
    ];
    const head = ['Мероприятие', 'Срок', 'Ответственный', 'Финал', 'Антураж'];
    expect(rolesOf(head, ...rows)).toEqual(['title', 'deadline', 'responsible', 'result', 'other']);
    const named = ['Мероприятие', 'Срок', 'Ответственный', 'Антураж', 'Результат'];
    expect(rolesOf(named, ...rows)).toEqual(['title', 'deadline', 'responsible', 'other', 'result']);
  });

  test('hold the measures beside a column of directions', () => {
    const roles = rolesOf(
      ['Направление', 'Веха', 'Сроки', 'Ответственный'],
      ['Качество', 'Диагностика готовности', 'март', 'школа'],
      ['', 'Групповая защита проектов', 'май', 'школа'],
      ['', 'Опрос родителей лицея', 'июнь', 'школа'],
    );
    expect(roles).toEqual(['section', 'title', 'deadline', 'responsible']);
  });
});
