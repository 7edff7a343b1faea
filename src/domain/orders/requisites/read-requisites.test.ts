import { describe, expect, test } from 'vitest';

import { readAbbreviations } from '#domain/orders/prose/abbreviations.ts';
import { readRequisites } from '#domain/orders/requisites/read-requisites.ts';
import type { SourceDocument } from '#domain/orders/source-document.ts';

import { documentOf } from '../../../../tests/support/source-documents.ts';

type Expected = {
  number?: string | null;
  date?: string | null;
  issuer?: string | null;
  signatory?: string | null;
  title?: string | null;
  level?: string | null;
  territory?: string | null;
  kind?: string;
};

/** Blank lines divide paragraphs. */
const ofText = (text: string): SourceDocument => documentOf(...text.split(/\n[ \t]*\n+/u));

function valuesOf(document: SourceDocument): Required<Expected> {
  const read = readRequisites(document);
  return {
    number: read.number?.value ?? null,
    date: read.date?.value ?? null,
    issuer: read.issuer?.value ?? null,
    signatory: read.signatory?.value ?? null,
    title: read.title?.value ?? null,
    level: read.level,
    territory: read.territory?.value ?? null,
    kind: read.kind,
  };
}

const heads: readonly (readonly [string, string, Expected])[] = [
  [
    'a ministry of a region, each requisite on a line',
    `МИНИСТЕРСТВО ОБРАЗОВАНИЯ НОВОСЕЛЬСКОЙ ОБЛАСТИ

ПРИКАЗ

15.03.2024

№ 345

г. Новосельск

Об утверждении Плана мероприятий («дорожной карты») по поддержке школ с низкими образовательными результатами в Новосельской области в 2024 году

В соответствии с приказом министерства от 12.01.2024 № 7 «О мониторинге», в целях повышения качества образования приказываю:

1. Утвердить прилагаемый План.
2. Контроль за исполнением приказа оставляю за собой.

Министр

А.Б. Соколова

Орлов В.Г.
123-45-67

УТВЕРЖДЕН
приказом министерства образования
Новосельской области
от 15.03.2024 № 345

ПЛАН МЕРОПРИЯТИЙ`,
    {
      number: '345',
      date: '2024-03-15',
      issuer: 'Министерство образования Новосельской области',
      signatory: 'А.Б. Соколова',
      title:
        'Об утверждении Плана мероприятий («дорожной карты») по поддержке школ с низкими образовательными результатами в Новосельской области в 2024 году',
      level: 'regional',
      territory: 'Новосельская область',
      kind: 'order',
    },
  ],
  [
    'a municipal institution, date and number far apart on one line, a title of short lines with glued words',
    `МУНИЦИПАЛЬНОЕ КАЗЁННОЕ УЧРЕЖДЕНИЕ
«УПРАВЛЕНИЕ ОБРАЗОВАНИЕМ ЗАРЕЧНОГО РАЙОНА»

ПРИКАЗ
с. Заречное

05.04.2023                                                        №57-а

Об утверждении Плана мероприятий
по сопровождению школ

с рисками снижения результатов
в Заречном районев2023году

На основании приказа министерства образования Новосельской области от 01.03.2023 № 12
ПРИКАЗЫВАЮ:
1. Утвердить План.
2. Контроль оставляю за собой.

Руководитель МКУ «Управление
образованием Заречного района»                       АБ. Соколова
`,
    {
      number: '57-а',
      date: '2023-04-05',
      issuer: 'МКУ «Управление образованием Заречного района»',
      signatory: 'А.Б. Соколова',
      title:
        'Об утверждении Плана мероприятий по сопровождению школ с рисками снижения результатов в Заречном районе в 2023 году',
      level: 'municipal',
      territory: 'Заречный район Новосельской области',
    },
  ],
  [
    'an administration with its unit, the date in words with a quoted day',
    `РОССИЙСКАЯ ФЕДЕРАЦИЯ
НОВОСЕЛЬСКАЯ ОБЛАСТЬ
АДМИНИСТРАЦИЯ ЗАРЕЧНОГО МУНИЦИПАЛЬНОГО РАЙОНА
УПРАВЛЕНИЕ ОБРАЗОВАНИЯ

П Р И К А З

от «15» марта 2024 г. № 34-од
г. Заречный

О реализации мер поддержки школ

Во исполнение распоряжения министерства п р и к а з ы в а ю:
1. Утвердить дорожную карту (приложение).
Начальник управления                 И.И. Петров`,
    {
      number: '34-од',
      date: '2024-03-15',
      issuer: 'Управление образования администрации Заречного муниципального района',
      signatory: 'И.И. Петров',
      title: 'О реализации мер поддержки школ',
      level: 'municipal',
    },
  ],
  [
    'lines to write on',
    `ОТДЕЛ ОБРАЗОВАНИЯ АДМИНИСТРАЦИИ СЕВЕРНОГО РАЙОНА
ПРИКАЗ
от _12.02.2025_ № _01-05/123_
«О внесении изменений в План мероприятий»
В целях приведения в соответствие
ПРИКАЗЫВАЮ:
1. Внести изменения.
Начальник отдела ______________ Н.П. Громова`,
    {
      number: '01-05/123',
      date: '2025-02-12',
      issuer: 'Отдел образования администрации Северного района',
      signatory: 'Н.П. Громова',
      title: 'О внесении изменений в План мероприятий',
      territory: 'Северный район',
    },
  ],
  [
    'requisites that nobody filled in',
    `УПРАВЛЕНИЕ ОБРАЗОВАНИЯ АДМИНИСТРАЦИИ ГОРОДА ЗАРЕЧНЫЙ
ПРИКАЗ
«___» ____________ 2024 г.                     № _____
Об утверждении плана
В соответствии с планом работы
ПРИКАЗЫВАЮ:
1. Утвердить план.
Начальник управления                             С.С. Белова`,
    {
      number: null,
      date: null,
      issuer: 'Управление образования администрации города Заречный',
      signatory: 'С.С. Белова',
    },
  ],
  [
    'kind word, number and date on one line; the letter N for the sign',
    `Комитет по образованию администрации города Новосельска
ПРИКАЗ N 12 от 5 сентября 2023 года
Об организации работы со школами
В рамках реализации проекта приказываю:
1. Организовать работу.
Председатель комитета М.М. Лисин`,
    {
      number: '12',
      date: '2023-09-05',
      issuer: 'Комитет по образованию администрации города Новосельска',
      signatory: 'М.М. Лисин',
      territory: 'город Новосельск',
      level: 'municipal',
    },
  ],
  [
    'a school: its own number is not that of the order',
    `МУНИЦИПАЛЬНОЕ БЮДЖЕТНОЕ ОБЩЕОБРАЗОВАТЕЛЬНОЕ УЧРЕЖДЕНИЕ
«СРЕДНЯЯ ОБЩЕОБРАЗОВАТЕЛЬНАЯ ШКОЛА № 5» ГОРОДА ЗАРЕЧНЫЙ
ПРИКАЗ
30.08.2024 г.                № 112/1
Об утверждении программы повышения качества образования
В целях повышения качества образования
ПРИКАЗЫВАЮ:
1. Утвердить программу.
Директор школы:                    О.В. Кузнецова
С приказом ознакомлены: Попова А.А., Сидоров Б.Б.`,
    {
      number: '112/1',
      date: '2024-08-30',
      issuer: 'МБОУ «Средняя общеобразовательная школа № 5» города Заречный',
      signatory: 'О.В. Кузнецова',
      level: 'school',
    },
  ],
  [
    'a resolution with the body in the genitive and a title in capitals',
    `ПОСТАНОВЛЕНИЕ АДМИНИСТРАЦИИ ЗАРЕЧНОГО РАЙОНА НОВОСЕЛЬСКОЙ ОБЛАСТИ
от 20 июня 2024 г. N 512-п
ОБ УТВЕРЖДЕНИИ МУНИЦИПАЛЬНОЙ ПРОГРАММЫ ПОДДЕРЖКИ ШКОЛ ЗАРЕЧНОГО РАЙОНА
В соответствии с законом администрация района ПОСТАНОВЛЯЕТ:
1. Утвердить программу.
Глава района                       Д.Д. Яшин`,
    {
      number: '512-п',
      date: '2024-06-20',
      issuer: 'Администрация Заречного района Новосельской области',
      signatory: 'Д.Д. Яшин',
      title: 'Об утверждении муниципальной программы поддержки школ Заречного района',
      level: 'municipal',
      territory: 'Заречный район Новосельской области',
    },
  ],
  [
    'a disposal of a regional department in Markdown marks',
    `**ДЕПАРТАМЕНТ ОБРАЗОВАНИЯ И НАУКИ
НОВОСЕЛЬСКОГО КРАЯ**

**РАСПОРЯЖЕНИЕ**

№ 1234-р   «7» 02 2023

**Об утверждении региональной программы
поддержки школ**

На основании плана работы **обязываю:**
1. Утвердить программу.
Заместитель руководителя департамента

К.К. Новиков`,
    {
      number: '1234-р',
      date: '2023-02-07',
      issuer: 'Департамент образования и науки Новосельского края',
      signatory: 'К.К. Новиков',
      title: 'Об утверждении региональной программы поддержки школ',
      level: 'regional',
      territory: 'Новосельский край',
    },
  ],
  [
    'a recognised annex without the head of the order',
    `Приложение № 2

к приказу Управления образования
МО Приозёрный район
„№318 от «З1»января 2022 г

Дорожная карта поддержки школ на территории
Приозёрного района
Цель — поддержка школ.`,
    {
      number: '318',
      date: '2022-01-31',
      issuer: 'Управление образования МО Приозёрный район',
      title: null,
      signatory: null,
      level: 'municipal',
      territory: 'Приозёрный район',
      kind: 'roadmap',
    },
  ],
  [
    'a plan approved with a stamp of the head teacher',
    `УТВЕРЖДАЮ
Директор МКОУ «Заречная СОШ»
______________ А.А. Петрова
«30» августа 2024 г.

План мероприятий
по повышению качества образования
на 2024-2025 учебный год`,
    { number: null, date: '2024-08-30', signatory: 'А.А. Петрова', title: null, level: 'school', kind: 'roadmap' },
  ],
  [
    'a stamp that nobody dated',
    `«УТВЕРЖДАЮ»
Директор школы ____ Петрова А.А.
«__» ____ 2024 г.

Программа повышения качества образования МБОУ СОШ № 5`,
    { number: null, date: null, signatory: 'Петрова А.А.', level: 'school', kind: 'programme' },
  ],
  [
    'three stamps read across: the number of the record is not that of the order',
    `Рассмотрено                     Согласовано                  Утверждено
на заседании педсовета          Управляющим советом          приказом директора МБОУ «СОШ № 7»
протокол № 1 от 29.08.2023      протокол № 2 от 30.08.2023   от 31.08.2023 № 145-од

ДОРОЖНАЯ КАРТА
по переходу школы в эффективный режим`,
    { number: '145-од', date: '2023-08-31', level: 'school' },
  ],
  [
    'a programme with no order',
    `Муниципальная программа
«Поддержка школ Заречного городского округа на 2024-2026 годы»

Цель: повысить качество образования в муниципальных школах.`,
    {
      number: null,
      date: null,
      issuer: null,
      title: null,
      level: 'municipal',
      territory: 'Заречный городской округ',
      kind: 'programme',
    },
  ],
  [
    'a head without the kind word',
    `Управление образования Горного района
от 03.10.2024 № 88-у
О проведении мероприятий
В целях поддержки школ приказываю:
1. Провести мероприятия.
И.о. начальника управления                 Т.Т. Серова`,
    {
      number: '88-у',
      date: '2024-10-03',
      title: 'О проведении мероприятий',
      signatory: 'Т.Т. Серова',
      territory: 'Горный район',
    },
  ],
  [
    'numbers with letters first and a year of two digits',
    `МИНИСТЕРСТВО ПРОСВЕЩЕНИЯ РЕСПУБЛИКИ ТАТАРСТАН
ПРИКАЗ
12.05.23 г.  № СЭД-26-01-06-123
О мерах по поддержке школ
Руководствуясь планом, приказываю:
1. Принять меры.
Первый заместитель министра В.В. Ким`,
    {
      number: 'СЭД-26-01-06-123',
      date: '2023-05-12',
      issuer: 'Министерство просвещения Республики Татарстан',
      signatory: 'В.В. Ким',
      level: 'regional',
      territory: 'Республика Татарстан',
    },
  ],
  [
    'an order named in a line above the plan',
    `Приказ Управления образования г. Новосельска от 12.10.2024 № 512

Комплекс мер по поддержке школ`,
    {
      number: '512',
      date: '2024-10-12',
      title: null,
      territory: 'город Новосельск',
      level: 'municipal',
      kind: 'roadmap',
    },
  ],
  [
    'a letter for a suffix, spaces around the dash, a year written apart',
    `УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ПРИОЗЁРНОГО КРАЯ
ПРИКАЗ
« 29 » декабря 20 23 г.        № 7 - О
О плане
В целях поддержки п р и к а з ы в а ю :
1. Утвердить план.
И. о. начальника управления
образования Приозёрного края                       Э. В. Соколова`,
    { number: '7-О', date: '2023-12-29', signatory: 'Э. В. Соколова', level: 'regional', territory: 'Приозёрный край' },
  ],
  [
    'approval and consent read across: the right column is the order',
    `СОГЛАСОВАНО                                          УТВЕРЖДАЮ
Начальник управления образования          Директор МБОУ «Лесная СОШ»
___________ А.А. Белов                               ___________ Б.Б. Чернов
«28» августа 2024 г.                                   «30» августа 2024 г.

План мероприятий МБОУ «Лесная СОШ» по повышению качества образования`,
    { number: null, date: '2024-08-30', signatory: 'Б.Б. Чернов', level: 'school', kind: 'roadmap' },
  ],
  [
    'an electronic signature instead of a written one',
    `УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЛЕСНОГО РАЙОНА
ПРИКАЗ
от 01.02.2024 № 9
О плане
В связи с проверкой ПРИКАЗЫВАЮ:
1. Утвердить план.

ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ
Сертификат 00A1B2
Владелец Зимина Анна Петровна
Действителен с 10.01.2023 по 10.04.2024`,
    { number: '9', date: '2024-02-01', signatory: 'Зимина Анна Петровна' },
  ],
];

describe('the head of an order', () => {
  test.each(heads)('%s', (_, text, expected) => {
    expect(valuesOf(ofText(text))).toMatchObject(expected);
  });

  test('a borderless table holds the date and the number', () => {
    const document = documentOf(
      'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЗАРЕЧНОГО РАЙОНА',
      'ПРИКАЗ',
      [['от 15.03.2024', 'г. Заречный', '№', '34-од']],
      'Об утверждении плана',
      'В целях поддержки школ приказываю:',
      'Утвердить план.',
      [['Начальник управления\nобразования', '', 'И.И. Петров']],
    );
    expect(valuesOf(document)).toMatchObject({
      number: '34-од',
      date: '2024-03-15',
      issuer: 'Управление образования Заречного района',
      signatory: 'И.И. Петров',
    });
  });

  test('stamps stand in cells beside each other', () => {
    const document = documentOf(
      [
        [
          'СОГЛАСОВАНО\nпедагогическим советом\nпротокол № 1 от 29.08.2024',
          'УТВЕРЖДЕНО\nприказом МКОУ «Заречная СОШ»\nот 30.08.2024 № 77',
        ],
      ],
      'План мероприятий по повышению качества образования',
    );
    expect(valuesOf(document)).toMatchObject({ number: '77', date: '2024-08-30', level: 'school' });
  });

  test('a sheet of a workbook holds stamp, heading, plan and signature in one table', () => {
    const document = documentOf([
      ['', '', '', 'Приложение к приказу управления образования Степного района\nот 11.09.2023 № 256'],
      ['План мероприятий по поддержке школ', '', '', ''],
      ['на 2023-2024 учебный год', '', '', ''],
      ['№', 'Мероприятие', 'Срок', 'Ответственный'],
      ['1', 'Совещание', 'сентябрь', 'методист'],
      ['2', 'Семинар', 'октябрь', 'методист'],
      ['3', 'Мониторинг', 'ноябрь', 'методист'],
      ['4', 'Отчёт', 'май', 'методист'],
      ['Сокращения: ОО – образовательная организация', '', '', ''],
    ]);
    expect(valuesOf(document)).toMatchObject({ number: '256', date: '2023-09-11', territory: 'Степной район' });
    expect(readRequisites(document).planTitles.map(({ value }) => value)).toEqual([
      'План мероприятий по поддержке школ на 2023-2024 учебный год',
    ]);
    expect([...readAbbreviations(document).keys()]).toEqual(['ОО']);
  });

  test('of several orders in a file the one that the plan follows counts', () => {
    const order = (number: string, about: string): string[] => [
      'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЗАРЕЧНОГО РАЙОНА',
      'ПРИКАЗ',
      `от 01.02.2024 № ${number}`,
      about,
      'В целях поддержки школ приказываю:',
      '1. Исполнить.',
      'Начальник управления И.И. Петров',
    ];
    const plan = [
      ['№', 'Мероприятие', 'Срок', 'Ответственный'],
      ['1', 'Совещание', 'март', 'УО'],
    ];
    const document = documentOf(
      ...order('11', 'О назначении ответственных'),
      ...order('12', 'Об утверждении плана мероприятий'),
      'План мероприятий',
      plan,
      ...order('13', 'О комиссии'),
    );
    expect(valuesOf(document)).toMatchObject({ number: '12', title: 'Об утверждении плана мероприятий' });
  });

  test('every value points at its words in the source', () => {
    const document = ofText(heads[2]?.[1] ?? '');
    const read = readRequisites(document);
    const wordsOf = (spans: readonly { from: number; to: number }[] = []): string =>
      spans.map(({ from, to }) => document.text.slice(from, to)).join('');
    expect(wordsOf(read.number?.spans)).toBe('№ 34-од');
    expect(wordsOf(read.date?.spans)).toContain('15» марта 2024');
    expect(wordsOf(read.title?.spans)).toBe('О реализации мер поддержки школ');
    expect(wordsOf(read.signatory?.spans)).toBe('И.И. Петров');
  });

  test('a measure «Приказ» in the running text is no order', () => {
    expect(valuesOf(documentOf('План работы школы', 'Приказ', 'О создании группы'))).toMatchObject({
      title: null,
      kind: 'roadmap',
    });
  });
});

test('the preamble names the documents the order is based on', () => {
  const document = ofText(`МИНИСТЕРСТВО ОБРАЗОВАНИЯ НОВОСЕЛЬСКОЙ ОБЛАСТИ
ПРИКАЗ
01.04.2024 № 5
О плане
В соответствии с приказами министерства образования Новосельской области от 24.05.2022 № 10 «Об утверждении Концепции на 2022 год», от 09.02.2024 N: 21 «О перечне «школ»», письмом Рособрнадзора от 21. 06.23 г. № 66-03/25 приказываю:
1. Утвердить план.
Министр А.А. Белов`);
  expect(
    readRequisites(document).basis.map(({ number, date, issuer, title }) => ({ number, date, issuer, title })),
  ).toEqual([
    {
      number: '10',
      date: '2022-05-24',
      issuer: 'министерство образования Новосельской области',
      title: 'Об утверждении Концепции на 2022 год',
    },
    {
      number: '21',
      date: '2024-02-09',
      issuer: 'министерство образования Новосельской области',
      title: 'О перечне «школ»',
    },
    { number: '66-03/25', date: '2023-06-21', issuer: 'Рособрнадзора (письмо)', title: null },
  ]);
});
