import { describe, expect, test } from 'vitest';
import { requisitesOf } from '#tests/support/requisites-of.ts';
import type { ExpectedRequisites } from '#tests/support/requisites-of.ts';

const PLAN = '\n\nПлан мероприятий на 2026 год';

const OPENINGS: readonly (readonly [string, string, ExpectedRequisites])[] = [
  [
    'an order whose heading is not in capitals and that has no «приказываю»',
    'Управление образования администрации Заречного муниципального района\n\nПриказ\n\n12.03.2026 № 45-од\n\nОб утверждении плана\n\n1. Утвердить план.\n\nНачальник управления      О.П. Ковалёва',
    {
      number: '45-од',
      date: '2026-03-12',
      title: 'Об утверждении плана',
      issuer: 'Управление образования администрации Заречного муниципального района',
      signatory: 'О.П. Ковалёва',
      kind: 'order',
    },
  ],
  [
    'points without numbers behind the title',
    'МБОУ «Лесная СОШ»\n\nПриказ\n\n№ 55 от 29.08.2025 г.\n\nО плане работы школы\n\nУтвердить план работы.\n\nДиректор школы: Белова А.А.',
    { number: '55', date: '2025-08-29', title: 'О плане работы школы', signatory: 'Белова А.А.', level: 'school' },
  ],
  [
    'the heading in small letters',
    'Министерство образования и молодёжной политики Лесного края\n\nприказ\n\n№ 47-12 от 03.02.2026\n\nО проведении мероприятий\n\nп р и к а з ы в а ю:\n\n1. Утвердить план.\n\nМинистр      Е.В. Сорокина',
    { number: '47-12', issuer: 'Министерство образования и молодёжной политики Лесного края', level: 'regional' },
  ],
  [
    'number and date above the heading, another number in the preamble',
    'Министерство просвещения Тихой области\n\nот 12.03.2026 № 145\n\nПРИКАЗ\n\nОб организации работы\n\nНа основании протокола от 01.02.2026 № 3\n\nПриказываю\n\nУтвердить план\n\nМинистр Г.Г. Лосева',
    { number: '145', date: '2026-03-12' },
  ],
  [
    'a decision of a board',
    'Комитет по образованию Администрации города Приморска\n\nРЕШЕНИЕ КОЛЛЕГИИ\n\nот 25.12.2025 № 4/2\n\nО задачах на 2026 год\n\nКоллегия решила:\n\n1. Утвердить план.\n\nПредседатель коллегии Ф.Ф. Ильин',
    { number: '4/2', date: '2025-12-25', title: 'О задачах на 2026 год', signatory: 'Ф.Ф. Ильин' },
  ],
  [
    'a letter that sends the plan',
    'Министерство образования Новосельской области\n\nРуководителям муниципальных органов управления образованием\n\n15.01.2026 № 01-12/345\n\nНа № 17 от 11.01.2026\n\nО направлении плана\n\nУважаемые коллеги!\n\nНаправляем план.\n\nПервый заместитель министра      О.О. Орлова',
    {
      number: '01-12/345',
      date: '2026-01-15',
      issuer: 'Министерство образования Новосельской области',
      signatory: 'О.О. Орлова',
      title: 'О направлении плана',
      kind: 'roadmap',
    },
  ],
  [
    'one line that names the order and its title',
    'Приказ управления образования Озёрного муниципального округа от 17.01.2026 № 9 «Об утверждении плана»',
    { number: '9', date: '2026-01-17', title: 'Об утверждении плана', kind: 'roadmap' },
  ],
  [
    'three lines that do',
    'Приказ Министерства просвещения Тихой области\nот 05.03.2026 № 12/300\n«О плане»',
    { number: '12/300', date: '2026-03-05', title: 'О плане', issuer: 'Министерство просвещения Тихой области' },
  ],
  [
    'the stamp of an annex without its order',
    'Приложение\n\nУТВЕРЖДЕНО\nприказом управления образования администрации Речного района\nот 12.03.2026 № 45',
    { number: '45', date: '2026-03-12', title: null, territory: 'Речной район', level: 'municipal' },
  ],
  [
    'a director who approves with a numbered order',
    'УТВЕРЖДАЮ\nДиректор МБОУ «Лесная СОШ»\n____________ Н.В. Орлова\nПриказ № 12-о от 01.09.2025',
    { number: '12-о', issuer: 'МБОУ «Лесная СОШ»', signatory: 'Н.В. Орлова', level: 'school' },
  ],
  [
    'a head of an administration beside another stamp',
    'УТВЕРЖДАЮ      СОГЛАСОВАНО\nНачальник отдела образования      Директор ИРО\nадминистрации Северного района\n_____ Р.Р. Гусев      _____ Н.Н. Котова',
    { signatory: 'Р.Р. Гусев', level: 'municipal' },
  ],
  [
    'an order by a school, which the line below names',
    'ПРИКАЗ\nпо МБОУ «Верхнеярская ООШ»\nот 01.09.2025 г. № 101-ОД\n«Об утверждении программы»\n\nПРИКАЗЫВАЮ:\n1. Утвердить.\n\nДиректор школы: ______ /Дроздова Л.Л./',
    { number: '101-ОД', issuer: 'МБОУ «Верхнеярская ООШ»', title: 'Об утверждении программы' },
  ],
  [
    'an institute of a region',
    'Государственное автономное учреждение «Институт развития образования Озёрной области»\n\nПриказ\n\nот 10 января 2026 года № 3/01\n\nг. Озёрск\n\nОб утверждении плана\n\n1. Утвердить план.\n\nРектор Щукина М.М.',
    { level: 'regional', territory: 'Озёрная область', signatory: 'Щукина М.М.' },
  ],
];

describe('requisites of', () => {
  test.each(OPENINGS)('%s', (_, opening, expected) => {
    expect(requisitesOf(opening + PLAN)).toMatchObject(expected);
  });

  test('a list of schools of several districts tells neither level nor territory', () => {
    const schools = 'МБОУ «СОШ № 1» Заречного района, МБОУ «СОШ № 2» Лесного района';
    expect(requisitesOf(`Разработано: ИРО Новосельской области\n\nШколы: ${schools}${PLAN}`)).toMatchObject({
      level: null,
      territory: 'Новосельская область',
    });
  });

  test('a plan that follows its order closely is no part of it', () => {
    const text =
      'Отдел образования Южного района\n\nПРИКАЗ\n\nОб утверждении плана\n\nПРИКАЗЫВАЮ:\n\n1. Утвердить план.';
    expect(requisitesOf(`${text}\n\nЗаведующий отделом Ж.Ж. Быков\n\nПлан на 2026 год`).title).toBe(
      'Об утверждении плана',
    );
  });

  test('«Приказ» in a result of a plan heads no order', () => {
    const text = 'Дорожная карта на 2026 год\n\nНазначение координаторов\n\nИРО\n\nПриказ\n\nО назначении\n\nмарт';
    expect(requisitesOf(text)).toMatchObject({ title: null, kind: 'roadmap' });
  });
});
