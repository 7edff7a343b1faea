import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readAbbreviations } from '#domain/orders/prose/abbreviations.ts';
import type { Prose } from '#domain/orders/prose/read-prose.ts';
import { readProse } from '#domain/orders/prose/read-prose.ts';
import { readRequisites } from '#domain/orders/requisites/read-requisites.ts';

import { ofText } from '#tests/support/requisites-of.ts';
import { documentOf } from '#tests/support/source-documents.ts';
import { growsLinearly } from '#tests/support/growth.ts';

const valuesOf = (found: readonly { value: string }[]): string[] => found.map(({ value }) => value);
const peopleOf = (prose: Prose): [string, string][] => prose.people.map(({ name, role }) => [name, role]);

describe('goals', () => {
  test.each([
    [
      'Цель: повысить качество\n\nобразования в школах района.\n\nЗадачи:',
      ['повысить качество образования в школах района.'],
    ],
    ['Цель — создание условий для школ;\nЗадачи:', ['создание условий для школ']],
    ['Целью программы развития школ\nявляется рост грамотности.', ['рост грамотности.']],
    ['Цель программы:\n\nповышение результатов школ.', ['повышение результатов школ.']],
    ['ЦЕЛЬ: поддержка школ', ['поддержка школ']],
    [
      'Цель:\n\n1. сокращение разрыва между школами округа и города\n\nМероприятия',
      ['сокращение разрыва между школами округа и города'],
    ],
    ['Цели:\n- поддержать школы;\n- обучить педагогов.', ['поддержать школы', 'обучить педагогов.']],
    ['Основная цель дорожной карты – рост результатов.', ['рост результатов.']],
    ['1. Цель плана\n\nРост результатов школ района.', ['Рост результатов школ района.']],
    ['Целевая группа: педагоги', []],
  ])('%j', (text, goals) => {
    expect(valuesOf(readProse(ofText(text)).goals)).toEqual(goals);
  });

  test('are the purposes of the preamble when none are named', () => {
    const order = `УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЗАРЕЧНОГО РАЙОНА
ПРИКАЗ
01.02.2024 № 5
О плане
В соответствии с приказом министерства, в целях поддержки школ района и повышения
результатов ПРИКАЗЫВАЮ:
1. Утвердить план.
Начальник И.И. Петров`;
    expect(valuesOf(readProse(ofText(order)).goals)).toEqual(['поддержки школ района и повышения результатов']);
    expect(valuesOf(readProse(ofText(`${order}\n\nПлан мероприятий\n\nЦель: рост.`)).goals)).toEqual(['рост.']);
  });

  test('stand in the passport of a programme', () => {
    const document = documentOf([
      ['Наименование программы', 'Программа поддержки школ'],
      ['Цель программы', 'Повышение качества образования'],
      ['Задачи программы', '1. Обучить педагогов.\n2. Обновить\nоборудование.'],
      ['Сроки реализации', '2024-2026 годы'],
      ['Исполнители', 'Управление образования'],
      ['Целевые индикаторы', '- доля школ – 80 %;\n- доля педагогов – 100 %.'],
      ['Ожидаемые результаты', 'Рост'],
    ]);
    const prose = readProse(document);
    expect(valuesOf(prose.goals)).toEqual(['Повышение качества образования']);
    expect(valuesOf(prose.tasks)).toEqual(['Обучить педагогов.', 'Обновить оборудование.']);
    expect(valuesOf(prose.stages)).toEqual(['2024-2026 годы']);
    expect(prose.indicators.map(({ value, unit }) => [value, unit])).toEqual([
      [80, '%'],
      [100, '%'],
    ]);
  });
});

describe('tasks', () => {
  test.each([
    [
      'Задачи:\n1. Обучить педагогов школ\nрайона.\n2. Провести мониторинг.\n\nДорожная карта',
      ['Обучить педагогов школ района.', 'Провести мониторинг.'],
    ],
    [
      'Задачи:\nГ)Организовать диагностику;\n2) Провести\n\nмониторинг.',
      ['Организовать диагностику', 'Провести мониторинг.'],
    ],
    ['Задачи программы поддержки:\n\n- обучить педагогов;\n- создать центр.', ['обучить педагогов', 'создать центр.']],
    ['Для достижения цели необходимо решить следующие задачи:\n1) обучить;\n2) проверить.', ['обучить', 'проверить.']],
    [
      'Задачи: обучить педагогов школ;\n\nсоздать ресурсный центр.\n\nИные слова.',
      ['обучить педагогов школ', 'создать ресурсный центр.'],
    ],
    [
      'Задачи:\n1. Создать условия:\n- для детей;\n- для педагогов.\n2. Проверить.',
      ['Создать условия: - для детей; - для педагогов.', 'Проверить.'],
    ],
  ])('%j', (text, tasks) => {
    expect(valuesOf(readProse(ofText(text)).tasks)).toEqual(tasks);
  });

  test('keep automatic numbering apart from their words', () => {
    const document = documentOf('Задачи:', 'Обучить педагогов', 'Создать центр', 'План мероприятий');
    const blocks = document.blocks.map((block, index) =>
      block.kind === 'paragraph' && (index === 1 || index === 2) ? { ...block, label: `${index}.` } : block,
    );
    expect(valuesOf(readProse({ ...document, blocks }).tasks)).toEqual(['Обучить педагогов', 'Создать центр']);
  });
});

describe('people', () => {
  const order = (points: string): string => `УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЗАРЕЧНОГО РАЙОНА

ПРИКАЗ

01.02.2024 № 5

О плане

В целях поддержки школ ПРИКАЗЫВАЮ:

${points}

Начальник управления образования
И.И. Петров

Орлова В.Г.
2-34-56`;

  test('are listed with a body whose name begins with its legal form', () => {
    const prose = readProse(
      ofText('Ответственные лица:\n\n1. Белова А.А. – ГКУ «Институт»;\n\n2. Серова Н.Н. – директор школы'),
    );
    expect(peopleOf(prose)).toEqual([
      ['Белова А.А.', 'ГКУ «Институт»'],
      ['Серова Н.Н.', 'директор школы'],
    ]);
  });

  test('are who signed, who is named in the points, and who prepared the order', () => {
    const prose = readProse(
      ofText(
        order(`1. Отделу общего образования (Белова А.А.) во взаимодействии с методическим центром /Серова Н.Н./ исполнить план.
2. Контроль возложить на Громову П.П., заместителя начальника управления.`),
      ),
    );
    expect(peopleOf(prose)).toEqual([
      ['И.И. Петров', 'Начальник управления образования'],
      ['Белова А.А.', 'Отдел общего образования'],
      ['Серова Н.Н.', 'методическим центром'],
      ['Громова П.П.', 'заместитель начальника управления'],
      ['Орлова В.Г.', 'исполнитель документа (тел. 2-34-56)'],
    ]);
  });

  test('of a list are named once, in the nominative', () => {
    const prose = readProse(
      ofText(`${order('1. Контроль возложить на Белову А.А.')}

Состав рабочей группы

1. Белова А.А. - заместитель начальника управления, начальник
отдела.
2. Серова Н.Н. – методист.
3. Ким Анна Олеговна, директор школы`),
    );
    expect(peopleOf(prose).slice(1)).toEqual([
      ['Белова А.А.', 'заместитель начальника управления, начальник отдела'],
      ['Орлова В.Г.', 'исполнитель документа (тел. 2-34-56)'],
      ['Серова Н.Н.', 'методист'],
      ['Ким Анна Олеговна', 'директор школы'],
    ]);
  });

  test('may be a table of names and positions', () => {
    const document = documentOf([
      ['№', 'ФИО', 'Должность'],
      ['1', 'Белова А.А.', 'методист'],
      ['2', 'Серова Н.Н.', 'директор школы'],
    ]);
    expect(peopleOf(readProse(document))).toEqual([
      ['Белова А.А.', 'методист'],
      ['Серова Н.Н.', 'директор школы'],
    ]);
  });

  test('are none whose names schools bear, and no Roman numerals', () => {
    expect(
      readProse(ofText('1. Школа имени А.А. Белова – базовая.\n2. I.I. Материально - техническое')).people,
    ).toEqual([]);
  });
});

test.each([
  ['школы района – МКОУ Заречная СОШ, МКОУ Лесная ООШ.', ['МКОУ Заречная СОШ', 'МКОУ Лесная ООШ']],
  ['МБОУ «СОШ № 3», МАОУ «Лицей № 4»', ['МБОУ «СОШ № 3»', 'МАОУ «Лицей № 4»']],
  ['МБОУ СОШ № 1, 3 и 7 участвуют', ['МБОУ СОШ № 1', 'МБОУ СОШ № 3', 'МБОУ СОШ № 7']],
  ['участники (СОШ с. Заречное, СОШ № 2 р.п. Лесной)', ['СОШ с. Заречное', 'СОШ № 2 р.п. Лесной']],
  ['«Школа Минпросвещения», клуб «Школа – наставник»', []],
  ['Гимназия № 8, Заречная СОШ № 2', ['Гимназия № 8', 'Заречная СОШ № 2']],
])('schools named in «%s»', (text, schools) => {
  expect(valuesOf(readProse(documentOf(text)).schools)).toEqual(schools);
});

test('a table of schools lists schools', () => {
  const document = documentOf([
    ['№', 'Наименование школы', 'Координатор'],
    ['1', 'МКОУ «Заречная СОШ»', 'методист'],
    ['2', 'Лесная ООШ', 'методист'],
  ]);
  expect(valuesOf(readProse(document).schools)).toEqual(['МКОУ «Заречная СОШ»', 'Лесная ООШ']);
});

test('a list headed as target indicators gives indicators, a value where one number is printed', () => {
  const text = `Главные целевые индикаторы
К концу 2026 года намечено достичь таких значений главных

целевых индикаторов:
- Повышение результатов не ниже среднего по району.
- Подготовка кадров
(90% педагогов округа).
- Рост мотивации учащихся

Дорожная карта на 2023-2025 годы`;
  expect(readProse(ofText(text)).indicators.map(({ name, value, unit }) => [name.value, value, unit])).toEqual([
    ['Повышение результатов не ниже среднего по району.', null, null],
    ['Подготовка кадров (90% педагогов округа).', 90, '%'],
    ['Рост мотивации учащихся', null, null],
  ]);
});

test('stages give the years of the plan', () => {
  expect(
    valuesOf(readProse(ofText('Этапы выполнения дорожной карты:  2024-2026 годы:\nежегодный мониторинг.')).stages),
  ).toEqual(['Этапы выполнения дорожной карты: 2024-2026 годы: ежегодный мониторинг.']);
});

const words = fc.constantFrom(
  'ПРИКАЗ', 'приказываю:', '№', '12-од', 'от', '«15»', 'марта', '2024', 'г.', '15.03.2024', 'Об утверждении', 'УТВЕРЖДЕН', 'Приложение', '\n', '\n\n',
  'Цель:', 'Задачи:', '1.', '-', '–', 'ОО', 'Сокращения:', '(далее – ШНОР)', '«', '»', 'Петров И.И.', 'И.И. Петров', 'Директор', 'МБОУ', 'СОШ', 'района', 'области', '/', ';', '___', 'целевые индикаторы',
); // prettier-ignore

test('any text is read without an error, and values stand where they say', () => {
  const texts = fc.array(fc.oneof({ weight: 6, arbitrary: words }, fc.string({ unit: 'grapheme', maxLength: 8 })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(texts, (parts) => {
      const document = ofText(parts.join(' '));
      const requisites = readRequisites(document);
      const prose = readProse(document);
      const abbreviations = readAbbreviations(document);
      const spans = [
        requisites.number,
        requisites.date,
        requisites.title,
        ...prose.goals,
        ...prose.tasks,
        ...prose.people,
        ...abbreviations.values(),
      ].flatMap((found) => found?.spans ?? []);
      for (const { from, to } of spans) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(document.text.length);
      }
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['no spaces', 'а'.repeat(100_000)],
  ['open quotes', '«'.repeat(50_000)],
  ['names', 'Петров И.И. '.repeat(8000)],
  ['brackets', 'качество образования (КО) '.repeat(4000)],
  ['kind words', 'ПРИКАЗ\n\n'.repeat(10_000)],
  ['verbs', 'ПРИКАЗ\nприказываю:\n\n'.repeat(5000)],
  ['headings of lists', 'Сокращения:\nОО – школа\n\n'.repeat(4000)],
  ['tasks', 'Задачи:\n- дело;\n\n'.repeat(5000)],
  ['numbers', '№ 1-2-3-4-5/6 '.repeat(8000)],
  ['dates', '«15» марта 2024 '.repeat(6000)],
  ['capitals', 'МИНИСТЕРСТВО ОБРАЗОВАНИЯ '.repeat(4000)],
  ['stamps', 'УТВЕРЖДЕН приказом\n'.repeat(5000)],
])('a long hostile text of %s is read in linear time', (_, text) => {
  const read = (length: number) => {
    const document = ofText(text.slice(0, length));
    readRequisites(document);
    readProse(document);
    readAbbreviations(document);
  };
  expect(growsLinearly(read, text.length)).toBe(true);
});
