import { expect, test } from 'vitest';

import { requisitesOf } from '#tests/support/requisites-of.ts';
import type { ExpectedRequisites } from '#tests/support/requisites-of.ts';

const stamps: readonly (readonly [string, string, ExpectedRequisites])[] = [
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
    'a stamp written with ё',
    `Утверждён
приказом Департамента образования города Светлозёрска
от 15.01.2026 г. № 12-д

План-график проекта «Школа возможностей» на 2026 год`,
    { number: '12-д', date: '2026-01-15' },
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
    'approval and consent read across: the right column is the order',
    `СОГЛАСОВАНО                                          УТВЕРЖДАЮ
Начальник управления образования          Директор МБОУ «Лесная СОШ»
___________ А.А. Белов                               ___________ Б.Б. Чернов
«28» августа 2024 г.                                   «30» августа 2024 г.

План мероприятий МБОУ «Лесная СОШ» по повышению качества образования`,
    { number: null, date: '2024-08-30', signatory: 'Б.Б. Чернов', level: 'school', kind: 'roadmap' },
  ],
];

test.each(stamps)('a document without the head of an order: %s', (_, text, expected) => {
  expect(requisitesOf(text)).toMatchObject(expected);
});
