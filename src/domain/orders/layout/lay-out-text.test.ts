import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutText } from '#domain/orders/layout/lay-out-text.ts';
import type { SourceDocument, Table } from '#domain/orders/source-document.ts';

const tablesOf = (text: string): Table[] => layOutText(text).blocks.filter((block) => block.kind === 'table');

/** Cells as text, lines joined by « / », merged cells as «^». */
const cellsOf = (table: Table | undefined): string[][] =>
  (table?.rows ?? []).map((row) =>
    row.cells.map((cell) => (cell.merged ? '^' : cell.lines.map((line) => line.text.trim()).join(' / '))),
  );

const allWords = (document: SourceDocument): string =>
  [
    ...document.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.lines : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines)),
    ),
  ]
    .map((line) => line.text)
    .concat(document.repairs.map((repair) => repair.words ?? ''))
    .join('\n');

describe('a table separated by tabs', () => {
  test('goes on where its rows are counted «№1», «№2»: only titles begin another one', () => {
    const rows = ['№\tДело\tСрок', '№1\tСлёт\tмай', '№2\tСмотр\tиюнь', '№3\tСбор\tиюль'];
    expect(tablesOf(rows.join('\n')).map(({ rows }) => rows.length)).toEqual([4]);
  });

  const plan = [
    '№\tМероприятие\tСроки\tОтветственные',
    '1. Организация работы\t\t\t',
    '1\tСеминар для школ\tмарт\tИРО',
    '2\tМониторинг реализации\tсентябрь-\tИРО',
    '',
    '\tшкольных программ\tоктябрь\t',
    '',
    '2. Контроль',
    '',
    '3\t<p>Отчёты:</p> <ul> <li>школ;</li><li>центров</li></ul>\tмай\tЦОКО',
  ].join('\n');

  test('keeps rows cut by a page, titles between rows and lines of cells', () => {
    const [table] = tablesOf(plan);
    expect(cellsOf(table)).toEqual([
      ['№', 'Мероприятие', 'Сроки', 'Ответственные'],
      ['1. Организация работы', '', '', ''],
      ['1', 'Семинар для школ', 'март', 'ИРО'],
      ['2', 'Мониторинг реализации', 'сентябрь-', 'ИРО'],
      ['', 'школьных программ', 'октябрь', ''],
      ['2. Контроль'],
      ['3', 'Отчёты: / школ; / центров', 'май', 'ЦОКО'],
    ]);
    expect(table?.rows[4]?.afterBreak).toBe(true);
    expect(table?.rows[5]?.cells[0]?.span).toBe(4);
  });

  test('puts a row together that paragraphs inside of cells cut', () => {
    const text = '№\tМероприятие\tСрок\tКто\n1\tСеминар\nдля школ\tмарт\tИРО\nЦОКО\n2\tВебинар\tмай\tРЦОИ';
    expect(cellsOf(tablesOf(text)[0])).toEqual([
      ['№', 'Мероприятие', 'Срок', 'Кто'],
      ['1', 'Семинар / для школ', 'март', 'ИРО / ЦОКО'],
      ['2', 'Вебинар', 'май', 'РЦОИ'],
    ]);
  });

  test('takes lines between whole rows for titles where one stands behind the head, or names a month', () => {
    const head = '№\tМероприятие\tСрок\tКто\n';
    const titled = `${head}Работа с кадрами\n1\tСеминар\tмарт\tИРО\nРабота с семьёй\n2\tСобрание\tмай\tОО`;
    const rows = cellsOf(tablesOf(titled)[0]);
    expect(rows.filter((row) => row.length === 1)).toEqual([['Работа с кадрами'], ['Работа с семьёй']]);
    const months = `${head}1\tСеминар\t2 неделя\tИРО\nОктябрь\n2\tСобрание\tдо 5\tОО\nРодители\n3\tКвест\t\tОО`;
    expect(cellsOf(tablesOf(months)[0]).slice(2, 4)).toEqual([['Октябрь'], ['2', 'Собрание', 'до 5', 'ОО / Родители']]);
  });

  test('is not seen in lists and signatures with tabs', () => {
    expect(tablesOf('1.\tУтвердить план.\n2.\tОпубликовать план.\n3.\tКонтроль оставляю за собой.')).toEqual([]);
    expect(tablesOf('12.03.2025\t\t№ 45\n\nДиректор\t\tИ. И. Иванова')).toEqual([]);
  });

  test('ends where another head begins', () => {
    const text = '№\tМероприятие\tСрок\n1\tСеминар\tмарт\n\nСостав группы\n\n№\tФИО\tДолжность\n1\tИванова\tдиректор';
    expect(tablesOf(text)).toHaveLength(2);
  });
});

describe('a table separated by bars', () => {
  test('is read with and without frame, cells over several lines', () => {
    const rows = [
      ['№', 'Мероприятие', 'Срок'],
      ['1', 'Семинар / для школ', 'март'],
      ['2', 'Вебинар', 'май'],
    ];
    const framed =
      '| № | Мероприятие | Срок |\n|---|---|---|\n| 1 | Семинар | март |\n|   | для школ | |\n| 2 | Вебинар | май |';
    const open = '№ | Мероприятие | Срок\n1 | Семинар | март\n  | для школ |\n2 | Вебинар | май';
    // Without separator rows a second row of numbers is what tells rows from lines.
    expect(cellsOf(tablesOf(framed)[0])).toEqual(rows);
    expect(cellsOf(tablesOf(open)[0])).toEqual(rows);
  });

  test('is not seen in stray bars of a recognised scan', () => {
    const scan =
      '1. | Разработка плана | декабрь Управление Приказ\nадресной поддержки\nшкол | ноябрь\nкарт в школах\nна два года\n2. | Создание групп по| декабрь, | Управление';
    expect(tablesOf(scan)).toEqual([]);
  });
});

describe('a drawn table', () => {
  test('keeps cells merged across and down', () => {
    const text = [
      '+-----+--------------+---------+------------+',
      '| №   | Мероприятие  | Сроки   | Кто        |',
      '| п/п |              |         |            |',
      '+=====+==============+=========+============+',
      '| Раздел 1. Кадры                            |',
      '+-----+--------------+---------+------------+',
      '| 1   | Семинар      | март    | Управление |',
      '+-----+--------------+---------+ образования|',
      '| 2   | Вебинар      | май     |            |',
      '+-----+--------------+---------+------------+',
    ].join('\n');
    const [table] = tablesOf(text);
    expect(cellsOf(table)).toEqual([
      ['№ / п/п', 'Мероприятие', 'Сроки', 'Кто'],
      ['Раздел 1. Кадры'],
      ['1', 'Семинар', 'март', 'Управление / образования'],
      ['2', 'Вебинар', 'май', '^'],
    ]);
    expect(table?.rows[1]?.cells[0]?.span).toBe(4);
  });

  test('without rules between rows begins a row at each number', () => {
    const text =
      '┌───┬──────────┬──────┐\n│ № │ Дело     │ Срок │\n├───┼──────────┼──────┤\n│ 1 │ Семинар  │ март │\n│   │ для школ │      │\n│ 2 │ Вебинар  │ май  │\n└───┴──────────┴──────┘';
    expect(cellsOf(tablesOf(text)[0])).toEqual([
      ['№', 'Дело', 'Срок'],
      ['1', 'Семинар / для школ', 'март'],
      ['2', 'Вебинар', 'май'],
    ]);
  });
});

test('a table exported by a spreadsheet keeps quoted cells whole', () => {
  const text = '№;Мероприятие;Срок\n1;"Семинар ""Школа; учитель""\nдля педагогов";март\n2;Вебинар;май';
  expect(cellsOf(tablesOf(text)[0])).toEqual([
    ['№', 'Мероприятие', 'Срок'],
    ['1', 'Семинар "Школа; учитель" / для педагогов', 'март'],
    ['2', 'Вебинар', 'май'],
  ]);
});

test('prose with semicolons is not a table', () => {
  expect(tablesOf('- школы; центры; дома\n- районы; города; сёла\n- дети; взрослые; учителя')).toEqual([]);
});

describe('columns aligned with spaces', () => {
  test('a number in the middle of its row takes lines above and below', () => {
    const text = [
      '№ п/п   Наименование мероприятия    Срок исполнения   Ответственные',
      '                                                      Методический',
      '        Проведение семинара для',
      '1                                   март 2025         центр, школьные',
      '        руководителей школ',
      '                                                      команды',
      '                                                      Управление',
      '2       Подготовка справки          в течение года    образования,',
      '                                                      школы',
      '3       Родительские собрания       апрель 2025       Школы',
    ].join('\n');
    expect(cellsOf(tablesOf(text)[0])).toEqual([
      ['№ п/п', 'Наименование мероприятия', 'Срок исполнения', 'Ответственные'],
      ['1', 'Проведение семинара для / руководителей школ', 'март 2025', 'Методический / центр, школьные / команды'],
      ['2', 'Подготовка справки', 'в течение года', 'Управление / образования, / школы'],
      ['3', 'Родительские собрания', 'апрель 2025', 'Школы'],
    ]);
  });

  test('titles go on below, rows without numbers begin below blank lines', () => {
    const text = [
      'Мероприятие                    Срок          Информационная',
      '                                             поддержка',
      '',
      'Курсы для педагогов            Март-май      Сайт ИРО',
      '«Оценивание сегодня»           2026',
      '',
      'Семинар для завучей            Апрель        Сайт ЦОКО',
      '',
      'Справка по итогам года         Май           Сайт ЦОКО',
    ].join('\n');
    expect(cellsOf(tablesOf(text)[0])).toEqual([
      ['Мероприятие', 'Срок', 'Информационная / поддержка'],
      ['Курсы для педагогов / «Оценивание сегодня»', 'Март-май / 2026', 'Сайт ИРО'],
      ['Семинар для завучей', 'Апрель', 'Сайт ЦОКО'],
      ['Справка по итогам года', 'Май', 'Сайт ЦОКО'],
    ]);
  });

  test('one space between full columns, a title across them, a page end with the head repeated', () => {
    const inColumns = (...cells: string[]): string =>
      cells.map((cell, index) => cell.padEnd([5, 39, 20, 20][index] ?? 0)).join('');
    const text = [
      inColumns('№', '   Наименование мероприятия', 'Срок исполнения', 'Ответственные'),
      '                       1. Организационные мероприятия',
      inColumns('1', 'Организация консультаций для педагогов', 'в течение года', 'ИРО, ЦОКО'),
      inColumns('2', 'Разработка и утверждение плана', 'март 2025', 'Управление'),
      inColumns('', 'мероприятий по поддержке школ', '', 'образования'),
      `\f${inColumns('№', '   Наименование мероприятия', 'Срок исполнения', 'Ответственные')}`,
      inColumns('', 'Заречного района', '', ''),
      inColumns('3', 'Организация стажировок для педагогов', 'по отдельному', 'Методический'),
      inColumns('', '', 'графику', 'центр'),
      '',
      'Используемые сокращения: ИРО – институт развития образования.',
    ].join('\n');
    const [table] = tablesOf(text);
    expect(cellsOf(table)).toEqual([
      ['№', 'Наименование мероприятия', 'Срок исполнения', 'Ответственные'],
      ['1. Организационные мероприятия'],
      ['1', 'Организация консультаций для педагогов', 'в течение года', 'ИРО, ЦОКО'],
      ['2', 'Разработка и утверждение плана / мероприятий по поддержке школ', 'март 2025', 'Управление / образования'],
      ['№', 'Наименование мероприятия', 'Срок исполнения', 'Ответственные'],
      ['', 'Заречного района', '', ''],
      ['3', 'Организация стажировок для педагогов', 'по отдельному / графику', 'Методический / центр'],
    ]);
    expect(table?.rows[4]).toMatchObject({ header: true, afterBreak: true });
  });
});

test('paragraphs are cut at blank lines, lines stay lines, pages are known', () => {
  const document = layOutText('ПРИКАЗ\n\nОб утверждении\nплана\n\fПриложение');
  expect(document.pages).toEqual([0, 30]);
  expect(
    document.blocks.map((block) => (block.kind === 'paragraph' ? block.lines.map((line) => line.text) : [])),
  ).toEqual([['ПРИКАЗ'], ['Об утверждении', 'плана'], ['Приложение']]);
});

test('whatever the text, no word is lost and every word knows its place', () => {
  const piece = fc.constantFrom(
    ...[
      '№',
      'Мероприятие',
      'Сроки',
      'Ответственные',
      '1',
      '2.',
      'Семинар',
      'март 2025',
      '\t',
      '\t',
      '\n',
      '\n',
      '\n\n',
      '   ',
      ' ',
    ],
    ...[
      '|',
      ' | ',
      '+---+---+',
      '|---|---|',
      '\f',
      ';',
      ',',
      '"',
      '<p>',
      '</li>',
      '&amp;',
      '│',
      '├──┼──┤',
      '        ',
      '**',
      'Раздел 1. Кадры',
    ],
  );
  const letters = (text: string): string[] =>
    (
      text
        .replaceAll('**', '')
        .replace(/<\/?(?:p|li)>|&amp;/gu, ' ')
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).sort();
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      const text = pieces.join('');
      const document = layOutText(text);
      expect(letters(allWords(document))).toEqual(letters(text));
      for (const block of document.blocks) {
        const lines =
          block.kind === 'paragraph'
            ? block.lines
            : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines));
        for (const line of lines) {
          line.at.forEach((offset, index) => {
            if (/[\p{L}\p{N}]/u.test(line.text.charAt(index))) expect(text[offset]).toBe(line.text[index]);
          });
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('any text at all is laid out', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void layOutText(text)));
});

describe('a long count of rows', () => {
  const numbers = [997, 998, 999, 1000, 1001, 1002, 1999, 2000, 2001, 2002];
  const table = (separate: (cells: string[]) => string): string =>
    [['№', 'Мероприятие', 'Срок', 'Кто'], ...numbers.map((number) => [`${number}.`, 'Обход классов', 'март', 'ЦОКО'])]
      .map(separate)
      .join('\n');

  test.each([
    [
      'spaces',
      table((cells) =>
        cells
          .map((cell) => cell.padEnd(18))
          .join('')
          .trimEnd(),
      ),
    ],
    ['tabs', table((cells) => cells.join('\t'))],
    ['bars', table((cells) => `| ${cells.join(' | ')} |`)],
  ])('goes on beyond 999 and over years between %s', (_, text) => {
    const [, ...rows] = cellsOf(tablesOf(text)[0]);
    expect(rows.map(([first]) => first)).toEqual(numbers.map((number) => `${number}.`));
  });
});

test('tables of bars with an annex or another number of cells between them are two', () => {
  const plan = ['| № | Мероприятие | Срок |', '| 1 | Семинар | март |', '| 2 | Квест | май |'].join('\n');
  const visits = ['| Школа | Дата |', '| Лицей | июнь |', '| Гимназия | июль |'].join('\n');
  expect(tablesOf(`${plan}\n\nПриложение 2\n\nГрафик\n\n${plan.replace('№', 'N')}`)).toHaveLength(2);
  expect(tablesOf(`${plan}\n\nПосещения\n\n${visits}`).map((table) => table.width)).toEqual([3, 2]);
  expect(tablesOf(`${plan}\n\n3. Контроль\n\n| 3 | Отчёт | июнь |`)).toHaveLength(1);
});
