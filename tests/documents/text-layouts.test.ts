import { describe, expect, test } from 'vitest';
import { layOutText } from '#domain/orders/layout/lay-out-text.ts';
import { readOrder } from '#features/orders/read-order.server.ts';
import { growsLinearly } from '#tests/support/growth.ts';

/** The measures of a text as «number | title | deadline | executors | result». */
async function measuresOf(lines: readonly string[]): Promise<string[]> {
  const reading = await readOrder(new TextEncoder().encode(lines.join('\n')), 'plan.txt', {});
  if (!reading.ok) return [reading.error.code];
  return reading.plan.measures.map(({ number, title, deadlineText, responsible, result }) =>
    [number, title, deadlineText, responsible.join(' + '), result].map((value) => value ?? '—').join(' | '),
  );
}

const HEAD = ['ПРИКАЗ', 'от 14.01.2025 № 17', 'Об утверждении плана работы на 2025 год', ''];

const THREE_MEASURES = [
  '1 | Обучение наставников | март 2025 | ИРО | Сертификаты',
  '2 | Обмен опытом учителей химии | октябрь 2025 | ЦОКО | Сборник уроков',
  '3 | Проверка журналов | май 2025 | ИРО | Справка',
];

describe('tables of converters', () => {
  test('with a ruler below the head, a line for each row', async () => {
    const table = [
      '№    Мероприятие                   Срок           Ответственные   Результат',
      '---  ----------------------------  -------------  --------------  --------------',
      '1    Обучение наставников          март 2025      ИРО             Сертификаты',
      '2    Обмен опытом учителей химии   октябрь 2025   ЦОКО            Сборник уроков',
      '3    Проверка журналов             май 2025       ИРО             Справка',
    ];
    expect(await measuresOf([...HEAD, ...table])).toEqual(THREE_MEASURES);
  });

  test('between rules of dashes, rows of several lines parted by blank lines', async () => {
    const table = [
      '  ------------------------------------------------------------------------',
      '  №    Мероприятие           Срок           Ответственные   Результат',
      '  ---- --------------------- -------------- --------------- --------------',
      '  1    Обучение              март 2025      ИРО             Сертификаты',
      '       наставников',
      '',
      '  2    Обмен опытом учителей октябрь 2025   ЦОКО            Сборник',
      '       химии                                                уроков',
      '',
      '  3    Проверка журналов     май 2025       ИРО             Справка',
      '  ------------------------------------------------------------------------',
    ];
    expect(await measuresOf([...HEAD, ...table])).toEqual(THREE_MEASURES);
  });

  test('of bars, with headings, bold marks and backslashes of Markdown', async () => {
    const table = [
      '# План работы',
      '',
      '| **№** | **Мероприятие** | **Срок** | **Ответственные** | **Результат** |',
      '|:--|---|:-:|---|---|',
      '| 1\\. | Обучение наставников | март 2025 | ИРО | Сертификаты |',
      '| 2\\. | Обмен опытом учителей химии | октябрь 2025 | ЦОКО | Сборник уроков |',
      '| 3\\. | **Проверка журналов** | май 2025 | ИРО | Справка |',
    ];
    const measures = await measuresOf([...HEAD, ...table]);
    expect(measures.map((measure) => measure.replace(/^(\d)\./u, '$1'))).toEqual(THREE_MEASURES);
  });

  test('of an Org file, with a rule that crosses bars by a plus', async () => {
    const table = [
      '| № | Мероприятие | Срок | Ответственные | Результат |',
      '|---+-------------+------+---------------+-----------|',
      '| 1 | Обучение наставников | март 2025 | ИРО | Сертификаты |',
      '| 2 | Обмен опытом учителей химии | октябрь 2025 | ЦОКО | Сборник уроков |',
      '| 3 | Проверка журналов | май 2025 | ИРО | Справка |',
    ];
    expect(await measuresOf([...HEAD, ...table])).toEqual(THREE_MEASURES);
  });
});

describe('tables of spreadsheets', () => {
  test('exported with semicolons, with the words of the order in the same columns', async () => {
    const sheet = [
      'ПРИКАЗ;;;;',
      'от 14.01.2025 № 17;;;;',
      '"Об утверждении плана работы на 2025 год";;;;',
      '№;Мероприятие;Срок;Ответственные;Результат',
      '1;Обучение наставников;март 2025;ИРО;Сертификаты',
      '2;"Обмен опытом учителей химии";октябрь 2025;ЦОКО;"Сборник\nуроков"',
      '3;Проверка журналов;май 2025;ИРО;Справка',
      ';;;;',
      'Директор центра;;;Н.П. Ольхина;',
    ];
    expect(await measuresOf(sheet)).toEqual(THREE_MEASURES);
  });

  test('exported with semicolons, whose last row has a number and a title only', async () => {
    expect(
      await measuresOf([
        '№;Мероприятие;Срок;Ответственные;Результат',
        '1;Разработка положения;март 2026;Завуч;Положение',
        '2;Семинар для учителей;май 2026;Завуч;2 семинара',
        '3;Проведение диагностики;;;',
      ]),
    ).toHaveLength(3);
  });

  test('copied with tabs, cells of several lines in quotation marks, the first of a row among them', async () => {
    const table = [
      'Мероприятие\tСрок\tОтветственные\tРезультат',
      '"Обучение\nнаставников"\tмарт 2025\tИРО\tСертификаты',
      'Обмен опытом учителей химии\tоктябрь 2025\t"ИРО,\nЦОКО"\t"Сборник ""Лучшие уроки"""',
    ];
    expect(await measuresOf([...HEAD, ...table])).toEqual([
      '— | Обучение наставников | март 2025 | ИРО | Сертификаты',
      '— | Обмен опытом учителей химии | октябрь 2025 | ИРО + ЦОКО | Сборник "Лучшие уроки"',
    ]);
  });
});

test('rows with tabs that paragraphs of a cell cut are one row again', async () => {
  const table = [
    '№\tМероприятие\tСрок\tОтветственные\tРезультат',
    '1\tОбучение наставников\tмарт 2025\tИРО,',
    'ЦОКО\tСертификаты',
    '2\tПроверка журналов\tмай 2025\tИРО\tСправка',
  ];
  expect(await measuresOf([...HEAD, ...table])).toEqual([
    '1 | Обучение наставников | март 2025 | ИРО + ЦОКО | Сертификаты',
    '2 | Проверка журналов | май 2025 | ИРО | Справка',
  ]);
});

test('cells that a page prints a single blank apart are cut where their columns begin', async () => {
  const table = [
    '№    Мероприятие                 Срок            Ответственные   Результат',
    '1    Обучение наставников        март 2025       ИРО             Сертификаты',
    '2    Обмен опытом учителей химии октябрь 2025    ЦОКО            Сборник уроков',
    '3    Проверка журналов           май 2025        ИРО             Справка',
    '4    Сбор заявок на обучение     январь - февраль Школы          Реестр',
  ];
  expect(await measuresOf([...HEAD, ...table])).toEqual([
    ...THREE_MEASURES,
    '4 | Сбор заявок на обучение | январь - февраль | Школы | Реестр',
  ]);
});

test('a head of two lines that every page repeats is no measure', async () => {
  const head = [
    '   №          Мероприятие             Срок          Ответственный   Результат',
    ' п.п.                                                исполнитель',
  ];
  const table = [
    ...head,
    '1.    Обучение наставников       март 2025       ИРО             Сертификаты',
    '2.    Обмен опытом учителей      октябрь 2025    ЦОКО            Сборник уроков',
    '      химии',
    `\f${head[0] ?? ''}`,
    ...head.slice(1),
    '3.    Проверка журналов          май 2025        ИРО             Справка',
  ];
  const measures = await measuresOf([...HEAD, ...table]);
  expect(measures.map((measure) => measure.replace(/^(\d)\./u, '$1'))).toEqual(THREE_MEASURES);
});

test.each([
  ['prose with semicolons', 'проведение; учёт; сбор\n'],
  ['prose with commas', 'проведение, учёт, сбор, хранение\n'],
  ['pairs of words with tabs', 'слово\tдело\n\n'],
  ['heads without a table', '№   Мероприятие    Срок   Ответственные\n'],
])('the work of laying out %s grows with its length', (_, line) => {
  expect(growsLinearly((length) => void layOutText(line.repeat(length)), 1_600)).toBe(true);
});
