import { describe, expect, test } from 'vitest';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { textOf } from '#domain/orders/tables/cells.ts';
import { findHead } from '#domain/orders/tables/heads/head.ts';
import { planTables } from '#domain/orders/tables/heads/plan-tables.ts';
import { readRows } from '#domain/orders/tables/rows/rows.ts';
import { documentOf, tableOf } from '#tests/support/source-documents.ts';
import type { RowText } from '#tests/support/source-documents.ts';

const judge: CellJudge = {
  deadline: (text) => (/^(?:срок|март|апрель|май|сентябрь|ежегодно|в течение года|20\d\d)/iu.test(text) ? 1 : 0),
  executors: (text) => (/^(?:ЦОКО|ИРО|МОУО|ОО)(?:, (?:ЦОКО|ИРО|МОУО|ОО))*$/u.test(text) ? 1 : 0.1),
};

const HEAD: RowText = ['№ п/п', 'Мероприятие', 'Срок', 'Исполнитель', 'Результат', 'Информационное сопровождение'];

/** Rows as «section: …» or as the texts of the columns in order. */
function read(...rows: RowText[]): (string | string[])[] {
  const table = tableOf(...rows);
  const head = findHead(table, judge);
  if (head === null) throw new Error('the table has no head');
  return readRows(table, head, judge).map((row) =>
    row.kind === 'section'
      ? `section: ${textOf(row.lines)}`
      : head.columns.map((_, column) => textOf(row.cells.get(column))),
  );
}

const FIRST = ['1', 'Анализ условий обучения', 'март 2025', 'ЦОКО', 'Подготовлена справка', 'Ссылка на сайт ЦОКО'];

describe('rows of a plan', () => {
  test('stand under the columns their head names', () => {
    expect(read(HEAD, FIRST)).toEqual([FIRST]);
  });

  test('a row «1 | 2 | 3» and repeated heads are no measures', () => {
    expect(read(HEAD, ['1', '2', '3', '4', '5', '6'], FIRST, HEAD)).toEqual([FIRST]);
  });

  test('a row that only sums is no measure', () => {
    expect(read(HEAD, FIRST, ['Итого по плану', '', '', '', '12', ''])).toEqual([FIRST]);
    const measure = ['', 'Всего класса поход', '', '', '1 день', ''];
    expect(read(HEAD, FIRST, measure)).toHaveLength(2);
  });

  test('a row that counts the measures is none', () => {
    expect(read(HEAD, FIRST, ['Итого', '', '', '', '4 мероприятия', ''])).toEqual([FIRST]);
  });

  test('«то же» and its signs say what the cell above says', () => {
    const [second, third] = [
      ['2', 'Смотр тетрадей', 'май', 'то же', '-//-', '"'],
      ['3', 'Показ уроков', '–"–', 'Те же', 'Отчёт', '-'],
    ];
    expect(read(HEAD, FIRST, second, third)).toEqual([
      FIRST,
      ['2', 'Смотр тетрадей', 'май', FIRST[3], FIRST[4], FIRST[5]],
      ['3', 'Показ уроков', 'май', FIRST[3], 'Отчёт', '-'],
    ]);
  });

  test('a row cut by a page goes on in the next one', () => {
    const rows = read(
      HEAD,
      ['7', 'Проведение семинара по подведению', 'май', 'МОУО', 'Проведён семинар по подведению', 'Ссылка на сайт'],
      { cells: ['', 'итогов года', '2025', 'ИРО', 'итогов', 'в сети «Интернет»'], afterBreak: true },
    );
    expect(rows).toEqual([
      [
        '7',
        'Проведение семинара по подведению итогов года',
        'май 2025',
        'МОУО ИРО',
        'Проведён семинар по подведению итогов',
        'Ссылка на сайт в сети «Интернет»',
      ],
    ]);
  });

  test('a measure that nobody numbered stays a measure', () => {
    const unnumbered = [
      '',
      'Проведение круглого стола',
      'апрель 2025',
      'ИРО',
      'Проведён круглый стол',
      'Ссылка на сайт ИРО',
    ];
    expect(read(HEAD, FIRST, unnumbered)).toEqual([FIRST, unnumbered]);
  });

  test('a lost cell does not move the others under wrong columns', () => {
    const rows = read(HEAD, FIRST, [
      '2',
      'Мониторинг работы консилиумов',
      'сентябрь 2025',
      'ИРО',
      'Ссылка на сайт ИРО',
    ]);
    expect(rows[1]).toEqual(['2', 'Мониторинг работы консилиумов', 'сентябрь 2025', 'ИРО', '', 'Ссылка на сайт ИРО']);
  });

  test('a doubled cell counts once', () => {
    const doubled = [
      '2',
      'Консультации для семей',
      'май',
      'ИРО',
      'ИРО',
      'Проведены консультации',
      'Ссылка на сайт',
      '',
    ];
    expect(read(HEAD, FIRST, doubled)[1]).toEqual([
      '2',
      'Консультации для семей',
      'май',
      'ИРО',
      'Проведены консультации',
      'Ссылка на сайт',
    ]);
  });

  test('a deadline merged over two rows is the deadline of both', () => {
    const rows = read(HEAD, FIRST, ['2', 'Вебинары для учителей', 'merged', 'ИРО', 'Проведены вебинары', '']);
    expect(rows[1]?.[2]).toBe('март 2025');
  });

  test('rows under a title merged over them belong to one measure', () => {
    const rows = read(HEAD, FIRST, ['merged', 'merged', 'сентябрь 2025', 'ИРО', 'Подготовлена вторая справка', '']);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.[2]).toBe('март 2025 сентябрь 2025');
  });
});

describe('sections of a plan', () => {
  test('are rows with one cell over all columns', () => {
    expect(read(HEAD, [{ text: 'Раздел 1. Организация', span: 6 }], FIRST)).toEqual([
      'section: Раздел 1. Организация',
      FIRST,
    ]);
  });

  test('may stand in the first cell alone', () => {
    expect(read(HEAD, ['1. Правовое обеспечение', '', '', '', '', ''], FIRST)[0]).toBe(
      'section: 1. Правовое обеспечение',
    );
  });

  test('may have a Roman number in the column of numbers', () => {
    expect(read(HEAD, ['II', 'Кадровая работа', '', '', '', ''], FIRST)[0]).toBe('section: II Кадровая работа');
  });

  test('may be numbered as the measures «1.1» below them', () => {
    const below = ['1.1', ...FIRST.slice(1)];
    expect(read(HEAD, ['1', 'Кадровая работа', '', '', '', ''], below)).toEqual(['section: 1 Кадровая работа', below]);
  });

  test('a measure with nothing but a title keeps its place in the count', () => {
    const rows = read(HEAD, FIRST, ['2', 'Создание рабочей группы', '', '', '', ''], ['3', ...FIRST.slice(1)]);
    expect(rows[1]).toEqual(['2', 'Создание рабочей группы', '', '', '', '']);
  });

  test('the tail of a cut title is no section', () => {
    const tail: RowText = { cells: ['', 'школ с низкими результатами', '', '', '', ''], afterBreak: true };
    expect(read(HEAD, FIRST, tail)[0]?.[1]).toBe('Анализ условий обучения школ с низкими результатами');
  });
});

describe('the head of a plan', () => {
  test('may take two rows', () => {
    const table = tableOf(
      ['№', 'Мероприятие', { text: 'Срок', span: 2 }, 'Исполнитель'],
      ['merged', 'merged', 'начало', 'окончание', 'merged'],
      ['1', 'Анализ условий', 'март', 'май', 'ЦОКО'],
    );
    const head = findHead(table, judge);
    expect(head?.columns.map((column) => column.role)).toEqual([
      'number',
      'title',
      'deadline',
      'deadline',
      'responsible',
    ]);
    expect(head?.bodyFrom).toBe(2);
  });

  test('lets a common title speak for its parts, but not for a deadline and an executor', () => {
    const parts = tableOf(
      ['№', 'Мероприятие', 'Срок', { text: 'Результат', span: 2 }],
      ['merged', 'merged', 'merged', 'Описание', 'Плановое значение'],
      ['1', 'Анализ условий', 'март', 'Доля школ с анализом', '80 %'],
    );
    expect(
      findHead(parts, judge)
        ?.columns.map((column) => column.role)
        .slice(3),
    ).toEqual(['result', 'result']);
    const different = tableOf(
      ['№', 'Мероприятие', { text: 'Организация выполнения', span: 2 }],
      ['merged', 'merged', 'Срок', 'Исполнитель'],
      ['1', 'Анализ условий', 'март', 'ЦОКО'],
    );
    expect(
      findHead(different, judge)
        ?.columns.map((column) => column.role)
        .slice(2),
    ).toEqual(['deadline', 'responsible']);
  });

  test('takes the kind of work beside the measures for their group', () => {
    const table = tableOf(
      ['Вид деятельности', 'Мероприятия', 'Сроки', 'Исполнитель'],
      ['Работа с родителями', 'Лекторий', 'март', 'ЦОКО'],
    );
    const roles = findHead(table, judge)?.columns.map((column) => column.role);
    expect(roles).toEqual(['section', 'title', 'deadline', 'responsible']);
  });

  test('may name two things in one column', () => {
    const table = tableOf(['№', 'Мероприятие', 'Сроки и ответственные'], ['1', 'Анализ условий', 'март\nЦОКО']);
    const head = findHead(table, judge);
    expect(head?.columns.at(-1)).toMatchObject({ role: 'deadline', secondRole: 'responsible' });
  });

  test('is found below a caption', () => {
    const table = tableOf([{ text: 'План мероприятий на 2025 год', span: 6 }], HEAD, FIRST);
    expect(findHead(table, judge)?.headFrom).toBe(1);
  });

  test('is not taken from a list of members', () => {
    expect(findHead(tableOf(['№', 'ФИО', 'Должность'], ['1', 'Петрова А. А.', 'методист']), judge)).toBeNull();
  });

  test('is no measure that speaks of plans, results and sites', () => {
    const measure = ['8.', 'Подготовка плана', 'в течение года', 'ЦОКО', 'Утверждены мероприятия', 'Сайт ЦОКО'];
    expect(findHead(tableOf(measure, FIRST), judge)).toBeNull();
    expect(findHead(tableOf(measure.slice(1), FIRST.slice(1)), judge)).toBeNull();
  });
});

describe('a heading before a table', () => {
  const sections = (...tables: RowText[][]): (string | null)[] =>
    planTables(
      documentOf('План школы\nРаздел 1. Диагностика', ...tables.flatMap((rows) => [rows, 'Примечание'])),
      judge,
    ).map(({ sectionBefore }) => (sectionBefore === null ? null : textOf(sectionBefore)));

  test('is the last line of what stands there when it is numbered, and other tables or rows count on', () => {
    expect(sections([HEAD, FIRST], [HEAD, FIRST])).toEqual(['Раздел 1. Диагностика', 'Примечание']);
    expect(sections([HEAD, FIRST, [{ text: 'Раздел 2. Кадры', span: 6 }], FIRST])).toEqual(['Раздел 1. Диагностика']);
  });

  test('is no «Продолжение таблицы» and no number of a page', () => {
    for (const between of ['Продолжение таблицы', '– 2 –', 'Таблица 2', '3']) {
      const tables = planTables(documentOf('План школы', [HEAD, FIRST], between, [HEAD, FIRST]), judge);
      expect(tables.map(({ sectionBefore }) => sectionBefore)).toEqual([null, null]);
    }
  });

  test('names no section of the only table without others', () => {
    expect(sections([HEAD, FIRST])).toEqual([null]);
  });
});

test('a numbered text alone in the first cell is a section, whatever the first column holds', () => {
  const head: RowText = ['Исполнитель', 'Мероприятие', 'Срок'];
  expect(
    read(head, ['1. Учителя', '', ''], ['ЦОКО', 'Уроки', 'март'], ['2. Ученики', '', ''], ['ИРО', 'Игры', 'май']),
  ).toEqual(['section: 1. Учителя', ['ЦОКО', 'Уроки', 'март'], 'section: 2. Ученики', ['ИРО', 'Игры', 'май']]);
  expect(read(head, ['ЦОКО', 'Уроки', 'март'], ['ИРО', '', ''])).toEqual([['ЦОКО ИРО', 'Уроки', 'март']]);
});
