import { describe, expect, it } from 'vitest';
import { passageAt } from '#domain/language/passage.ts';
import { readPlan } from '#domain/orders/assembly/read-plan.ts';
import type { Plan } from '#domain/orders/plan.ts';
import type { Block, SourceDocument, Table } from '#domain/orders/source-document.ts';

/** A document of tables, each given by the words of its cells. */
function documentOf(tables: readonly (readonly (readonly string[])[])[]): SourceDocument {
  let text = '';
  const blocks = tables.map((rows): Block => {
    const table: Table = {
      kind: 'table',
      origin: 'structure',
      width: Math.max(...rows.map((row) => row.length)),
      rows: rows.map((row) => ({
        cells: row.map((words, column) => {
          const lines = words === '' ? [] : [passageAt(words, text.length)];
          text += `${words}\n`;
          return { column, span: 1, lines };
        }),
      })),
    };
    return table;
  });
  return { text, pages: null, blocks, repairs: [] };
}

const read = (...tables: readonly (readonly (readonly string[])[])[]): Plan =>
  readPlan(documentOf(tables), { file: 'план.docx' });

const briefly = (plan: Plan): unknown[] =>
  plan.measures.map(({ number, title, deadlineText, responsible }) => [number, title, deadlineText, responsible]);

describe('Measures on cards', () => {
  it('are read when each has a table of labels and values', () => {
    const card = (title: string, deadline: string): string[][] => [
      ['Мероприятие', title],
      ['Срок исполнения', deadline],
      ['Ответственные', 'ЦРО, школы'],
      ['Ожидаемый результат', 'справка'],
    ];
    const plan = read(card('Описать фонды музеев', 'март 2027 г.'), card('Обновить витрины', 'май 2027 г.'));
    expect(briefly(plan)).toEqual([
      [null, 'Описать фонды музеев', 'март 2027 г.', ['ЦРО', 'школы']],
      [null, 'Обновить витрины', 'май 2027 г.', ['ЦРО', 'школы']],
    ]);
    expect(plan.measures[1]?.result).toBe('справка');
  });

  it('are read below one another, a number beside each title', () => {
    const plan = read([
      ['1', 'Описать фонды музеев'],
      ['Срок', 'март 2027 г.'],
      ['Ответственный', 'ЦРО'],
      ['2', 'Обновить витрины'],
      ['Срок', 'май 2027 г.'],
      ['Ответственный', 'школы'],
    ]);
    expect(briefly(plan)).toEqual([
      ['1', 'Описать фонды музеев', 'март 2027 г.', ['ЦРО']],
      ['2', 'Обновить витрины', 'май 2027 г.', ['школы']],
    ]);
  });

  it('are read side by side', () => {
    const plan = read([
      ['№', '1', '2'],
      ['Мероприятие', 'Описать фонды музеев', 'Обновить витрины'],
      ['Срок', 'март 2027 г.', 'май 2027 г.'],
      ['Ответственный', 'ЦРО', 'школы'],
    ]);
    expect(briefly(plan)).toEqual([
      ['1', 'Описать фонды музеев', 'март 2027 г.', ['ЦРО']],
      ['2', 'Обновить витрины', 'май 2027 г.', ['школы']],
    ]);
  });

  it('are no passports of programmes', () => {
    const passport = (name: string): string[][] => [
      ['Наименование подпрограммы', name],
      ['Исполнители', 'ЦРО'],
      ['Сроки реализации', '2027 год'],
      ['Ожидаемые результаты', 'обновлённые музеи'],
    ];
    expect(read(passport('Музеи'), passport('Архивы')).measures).toEqual([]);
  });
});
