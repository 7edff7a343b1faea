import { expect, test } from 'vitest';

import { personsIn } from '#domain/orders/prose/names.ts';
import { requisitesOf } from '#tests/support/requisites-of.ts';
import type { ExpectedRequisites } from '#tests/support/requisites-of.ts';
import { documentOf } from '#tests/support/source-documents.ts';

const HEAD = 'Отдел образования Клюквенного района\nПРИКАЗ\n03.02.2026 № 17\nОб утверждении плана на 2026 год';
const TITLE = 'Об утверждении плана на 2026 год';
const PLAN = [
  ['№', 'Мероприятие', 'Срок', 'Ответственный'],
  ['1', 'Мастерские', 'март', 'ЦРО'],
  ['2', 'Открытые уроки', 'май', 'ЦРО'],
];

type Blocks = Parameters<typeof documentOf>;

const endings: readonly (readonly [string, Blocks, ExpectedRequisites])[] = [
  [
    'the table, the signature behind it',
    [HEAD, PLAN, 'Заведующий отделом            М.С. Ольхова', 'Рассылка: в дело, в школы'],
    { title: TITLE, signatory: 'М.С. Ольхова' },
  ],
  [
    'a table without a head',
    [
      HEAD,
      [
        ['1', 'Мастерские', 'март', 'ЦРО', 'Приказ'],
        ['2', 'Открытые уроки', 'май', 'ЦРО', 'Справка'],
      ],
    ],
    { title: TITLE },
  ],
  [
    'the table, a heading of indicators behind it',
    [HEAD, PLAN, 'Целевые показатели', [['1', 'Доля школ', '%', '12']]],
    { title: TITLE },
  ],
  ['the heading of the plan', [`${HEAD}\nДорожная карта`, PLAN], { title: TITLE }],
  ['the heading of a list', [`${HEAD}\nПлан мероприятий`, '1. Провести мастерские.'], { title: TITLE }],
  ['a numbered section', [HEAD, 'I. Работа с педагогами', '1. Мастерские.'], { title: TITLE }],
  [
    'the signature',
    [`${HEAD}\nНачальник Отдела      М.С. Ольхова`, 'Приложение', PLAN],
    { title: TITLE, signatory: 'М.С. Ольхова' },
  ],
  [
    'nothing while its sentence goes on',
    [
      'Отдел образования Клюквенного района\nПРИКАЗ\n03.02.2026 № 17\nОб утверждении на 2026 год\nплана мероприятий отдела',
      PLAN,
    ],
    { title: 'Об утверждении на 2026 год плана мероприятий отдела' },
  ],
];

test.each(endings)('the title of an order without points ends at %s', (_, blocks, expected) => {
  expect(requisitesOf(documentOf(...blocks))).toMatchObject(expected);
});

test.each([
  ['Начальник Управления        М.С. Ольхова', 'М.С. Ольхова'],
  ['Зав. отделом           ________ /Ольхова М.С./', 'Ольхова М.С.'],
  ['Председатель Комитета М.С. Ольхова', 'М.С. Ольхова'],
])('«%s» is signed by %s', (signature, signatory) => {
  const order = `УПРАВЛЕНИЕ ОБРАЗОВАНИЯ\nПРИКАЗ\n03.02.2026 № 17\nО плане\nПРИКАЗЫВАЮ:\n1. Утвердить план.\n${signature}`;
  expect(requisitesOf(order)).toMatchObject({ signatory });
});

test('a body with a capital letter before initials is no surname', () => {
  expect(personsIn('Начальник Управления М.С. Ольхова').map(({ surname }) => surname)).toEqual(['Ольхова']);
});
