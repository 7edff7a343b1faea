import { expect, test } from 'vitest';
import { passageAt } from '#domain/language/passage.ts';
import { layOutUndivided } from '#domain/orders/layout/flow/lay-out-undivided.ts';

function rowsOf(text: string): string[][] {
  let offset = 0;
  const blocks = text.split('\n').flatMap((line) => {
    const block = { kind: 'paragraph' as const, lines: [passageAt(line, offset)] };
    offset += line.length + 1;
    return line.trim() === '' ? [] : [block];
  });
  return layOutUndivided({ text, pages: null, blocks, repairs: [] }).blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.cells.map((cell) => cell.lines.map((line) => line.text.trim()).join(' ')))
      : [],
  );
}

const CLUBS = `№ Мероприятие Срок Ответственный Результат
ОРГАНИЗАЦИЯ КРУЖКОВ
1 Набор детей в шахматные до 10 сентября Педагоги Списки групп
кружки и секции
2 Ремонт оборудования для 20-28 октября Завхоз Акт о ремонте
мастерских
СОРЕВНОВАНИЯ
3 Турнир по шашкам среди III квартал 2026 г. Педагоги Не менее 40
младших школьников участников
4 Осенний кросс на стадионе один раз в год Учителя Протокол
«Восход» физкультуры
5 Встреча с мастером спорта по мере Директор Фотоотчет
готовности
`;

test('titles of sections in capital letters are no part of the rows around them', () => {
  const rows = rowsOf(CLUBS);
  expect(rows.filter((cells) => cells.length === 1)).toEqual([['ОРГАНИЗАЦИЯ КРУЖКОВ'], ['СОРЕВНОВАНИЯ']]);
  expect(rows.filter((cells) => cells.length > 1).map((cells) => cells[0])).toEqual(['№', '1', '2', '3', '4', '5']);
});

test('deadlines keep all of their words', () => {
  const deadlines = rowsOf(CLUBS).flatMap((cells) => (cells.length > 1 ? (cells[2] ?? '') : []));
  expect(deadlines.slice(1)).toEqual([
    'до 10 сентября',
    '20-28 октября',
    'III квартал 2026 г.',
    'один раз в год',
    'по мере готовности',
  ]);
});

test('a first section below complete titles is no title of a column', () => {
  const rows = rowsOf(`Мероприятие Сроки Ответственные Результаты
Организационные вопросы
Назначение кураторов в школах до 1 марта Руководители школ Приказы
района
Закупка игр для начальной апрель 2026 Управление Договоры
школы образования
Встреча с родителями май Классные Протокол
четвероклассников руководители
`);
  expect(rows[0]).toEqual(['Мероприятие', 'Сроки', 'Ответственные', 'Результаты']);
  expect(rows[1]).toEqual(['Организационные вопросы']);
});

test('a space at the end of a line tells that its last cell goes on', () => {
  const rows = rowsOf(`№ Мероприятие Срок Результат Ответственный
1 Создание районного совета январь Приказ о составе Управление${' '}
родителей при школах совета образования
2 Опрос семей о питании в май Справка Районный центр${' '}
школьных столовых «Опора»
3 Выставка поделок июнь Каталог Дом творчества
4 Праздник двора июль Фотоотчет Клуб «Родник»
5 Подготовка отчета о работе август Отчет Управление${' '}
совета за год образования
`);
  expect([rows[1]?.[4], rows[5]?.[4]]).toEqual(['Управление образования', 'Управление образования']);
  expect(rows[5]?.[1]).toBe('Подготовка отчета о работе совета за год');
});
