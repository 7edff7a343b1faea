import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SourceDocument } from '#domain/orders/source-document.ts';
import { readDocx } from '#platform/documents/docx/read-docx.ts';
import { readOdt } from '#platform/documents/odt/read-odt.ts';
import { misplaced, shortly, tablesOf } from '#platform/documents/testing/packages.ts';
import { readXlsx } from '#platform/documents/xlsx/read-xlsx.ts';

/** Orders with invented contents, made by `tests/fixtures/documents/make-documents.ts`; some went through LibreOffice. */
function read(name: string): SourceDocument {
  const bytes = readFileSync(new URL(`../../../../tests/fixtures/documents/${name}`, import.meta.url));
  const reader = name.endsWith('.docx') ? readDocx : name.endsWith('.odt') ? readOdt : readXlsx;
  const document = reader(bytes);
  expect(misplaced(document)).toEqual([]);
  return document;
}

describe.each(['regional-order.docx', 'regional-order-libreoffice.odt'])('%s', (name) => {
  test('has its clauses with numbers, and requisites on lines of the text', () => {
    const document = read(name);
    expect(shortly(document)).toContain('от 14.02.2027\t№ 118-осн');
    expect(shortly(document)).toContain('2.1.|обеспечить методическое сопровождение школ;');
    expect(document.text).toContain('\n3. Контроль за исполнением приказа оставляю за собой.\n');
  });

  test('numbers its rows and sections, and keeps lists of cells', () => {
    const rows = shortly(read(name)).at(-1);
    expect(rows?.[0]).toBe('0:№ п/п 1:Мероприятие 2:Срок исполнения 3:Ответственные исполнители 4:Ожидаемый результат');
    expect(rows?.[1]).toBe('0+5:I. Организационные мероприятия');
    expect(rows?.[3]).toBe(
      '0:2. 1:Проведение обучающих семинаров: / – для директоров школ; / – для школьных управленческих команд ' +
        '2:март – май 2027 3:ИРО / ЦОКО / МОУО 4:Проведено не менее 4 семинаров, / не менее 85 % директоров обучены',
    );
    expect(rows?.[4]).toBe('0+5:II. Работа с педагогами');
    expect(rows).toHaveLength(7);
  });
});

describe.each(['municipal-plan.docx', 'municipal-plan-libreoffice.odt'])('%s', (name) => {
  test('has a header of two rows, a row of numbers, and executors merged over rows', () => {
    const document = read(name);
    expect(shortly(document)[1]).toMatch(/^#План мероприятий/u);
    const [table] = tablesOf(document);
    expect(table?.rows.slice(0, 3).every((row) => row.header)).toBe(true);
    expect(shortly(document)[2]).toEqual([
      '0:№ 1:Наименование мероприятия 2+2:Сроки 4:Исполнители 5:Показатель',
      '0:^ 1:^ 2:начало 3:окончание 4:^ 5:^',
      '0:1 1:2 2:3 3:4 4:5 5:6',
      '0+6:1. Нормативное обеспечение',
      '0:1.1 1:Разработка муниципальной программы 2:сентябрь 3:октябрь 4:Отдел образования 5:Программа утверждена',
      '0:1.2 1:Заключение соглашений со школами 2:октябрь 3:ноябрь 4:^ 5:5 соглашений',
      '0+6:2. Методическая работа',
      '0:2.1 1:Работа методических объединений: / а) русского языка; / б) математики. 2:октябрь 3:май 4:Методический кабинет 5:Не менее 8 заседаний',
      '0:2.2 1:Взаимопосещение уроков 2+2:ежемесячно 4:Директора школ 5:Не менее 2 уроков в месяц',
    ]);
  });
});

describe.each(['school-programme.docx', 'school-programme-libreoffice.docx'])('%s', (name) => {
  test('has three tables with headings between, and lists before them', () => {
    const document = read(name);
    const kinds = shortly(document).filter((block) => typeof block !== 'string' || /^[#–]/u.test(block));
    expect(kinds.map((block) => (typeof block === 'string' ? block : block.length))).toEqual([
      '–|устранить учебные дефициты;',
      '–|вовлечь родителей.',
      '##Раздел 1. Управление',
      3,
      '##Раздел 2. Работа с обучающимися',
      2,
      3,
    ]);
    expect(tablesOf(document).map(({ width }) => width)).toEqual([5, 5, 4]);
  });
});

describe.each(['regional-plan.xlsx', 'regional-plan-libreoffice.xlsx'])('%s', (name) => {
  test('has text around the table, and values as a person sees them', () => {
    const document = read(name);
    expect(shortly(document)).toEqual([
      'Утверждено приказом департамента образования',
      'Приозёрной области от 11.03.2027 № 56',
      'Дорожная карта повышения качества образования на 2027 год',
      [
        '0:№ п/п 1:Мероприятие 2:Срок 3:Ответственные 4:Результат 5:Доля',
        '0+6:1. Кадры',
        '0:1 1:Курсы повышения квалификации 2:март 2027 3:ИРО, / МОУО 4:Обучено не менее 120 учителей 5:80%',
        '0:2 1:Наставничество 2:май 2027 3:^ 4:Не менее 15 пар 5:50%',
        '0+6:2. Результаты',
        '0:3 1:Тренировочные экзамены 2:октябрь 2027 3:РЦОИ 4:2 экзамена 5:100%',
      ],
      'Директор департамента\tО. И. Тальникова',
    ]);
    expect(document.repairs).toEqual([{ code: 'hidden-sheet-left-out', at: null, words: 'Черновик' }]);
  });
});
