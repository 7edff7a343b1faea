import { describe, expect, test } from 'vitest';

import { readAbbreviations } from '#domain/orders/prose/abbreviations.ts';
import { readRequisites } from '#domain/orders/requisites/read-requisites.ts';

import { ofText, requisitesOf } from '#tests/support/requisites-of.ts';
import { documentOf } from '#tests/support/source-documents.ts';

const order = `РОССИЙСКАЯ ФЕДЕРАЦИЯ
НОВОСЕЛЬСКАЯ ОБЛАСТЬ
АДМИНИСТРАЦИЯ ЗАРЕЧНОГО МУНИЦИПАЛЬНОГО РАЙОНА
УПРАВЛЕНИЕ ОБРАЗОВАНИЯ

П Р И К А З

от «15» марта 2024 г. № 34-од
г. Заречный

О реализации мер поддержки школ

Во исполнение распоряжения министерства п р и к а з ы в а ю:
1. Утвердить дорожную карту (приложение).
Начальник управления                 И.И. Петров`;

describe('the head of an order', () => {
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
    expect(requisitesOf(document)).toMatchObject({
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
    expect(requisitesOf(document)).toMatchObject({ number: '77', date: '2024-08-30', level: 'school' });
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
    expect(requisitesOf(document)).toMatchObject({ number: '256', date: '2023-09-11', territory: 'Степной район' });
    expect(readRequisites(document).planTitles.map(({ value }) => value)).toEqual([
      'План мероприятий по поддержке школ на 2023-2024 учебный год',
    ]);
    expect([...readAbbreviations(document).keys()]).toEqual(['ОО']);
  });

  test.each(['приказ от 29.08.2025 № 12/1-о', 'протокол № 3 от 01.09.2025'])(
    'a heading stands behind «%s»',
    (stamp) => {
      const document = documentOf(
        `УТВЕРЖДАЮ\nДиректор школы\n________ И.И. Петрова\n${stamp}`,
        'План-график семинаров\nна 2025-2026 учебный год',
      );
      expect(readRequisites(document).planTitles.map(({ value }) => value)).toEqual([
        'План-график семинаров на 2025-2026 учебный год',
      ]);
    },
  );

  test('a heading of unknown words is known by the years that close it', () => {
    const document = documentOf(
      'УТВЕРЖДЕНО\nприказом от 01.09.2025 № 31',
      'Вехи школьной жизни лицея «Исток»\nна 2025/2026 учебный год',
      [
        ['Мероприятие', 'Срок', 'Ответственный'],
        ['Квест', 'март', 'педагог'],
      ],
    );
    expect(readRequisites(document).planTitles.map(({ value }) => value)).toEqual([
      'Вехи школьной жизни лицея «Исток» на 2025/2026 учебный год',
    ]);
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
    expect(requisitesOf(document)).toMatchObject({ number: '12', title: 'Об утверждении плана мероприятий' });
  });

  test('every value points at its words in the source', () => {
    const document = ofText(order);
    const read = readRequisites(document);
    const wordsOf = (spans: readonly { from: number; to: number }[] = []): string =>
      spans.map(({ from, to }) => document.text.slice(from, to)).join('');
    expect(wordsOf(read.number?.spans)).toBe('№ 34-од');
    expect(wordsOf(read.date?.spans)).toContain('15» марта 2024');
    expect(wordsOf(read.title?.spans)).toBe('О реализации мер поддержки школ');
    expect(wordsOf(read.signatory?.spans)).toBe('И.И. Петров');
  });

  test('a measure «Приказ» in the running text is no order', () => {
    expect(requisitesOf(documentOf('План работы школы', 'Приказ', 'О создании группы'))).toMatchObject({
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
