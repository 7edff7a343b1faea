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

const ROWS = `1. Создание рабочей группы по март Управление Приказ о создании
сопровождению молодых учителей образования группы
2. Проведение семинаров для в течение Методический Повышение уровня
заместителей директоров школ года центр знаний
3. Разработка рекомендаций для май Методический Рекомендации
учителей физики центр
4. Анализ результатов диагностики июнь Управление Аналитическая
первоклассников образования справка
`;

test('titles of columns are known though a recognizer of scans damaged some of their words', () => {
  const rows = rowsOf(`п/п Перечень мероприятий Перио Ответственные Резульtат
выполнения испо.лнители
${ROWS}`);
  expect(rows[0]?.[0]).toBe('п/п');
  expect(rows.slice(1).map((cells) => cells[0])).toEqual(['1.', '2.', '3.', '4.']);
  expect(rows[3]?.slice(1, 3)).toEqual(['Разработка рекомендаций для учителей физики', 'май']);
});

test('titles damaged on a later page are no row', () => {
  const half = ROWS.split('\n');
  const rows = rowsOf(`№ Мероприятие Сроки Ответственные Результат
исполнения
${half.slice(0, 4).join('\n')}
№ Мероприятие Сроки Ответственные Результат
исполнения а
${half.slice(4).join('\n')}`);
  expect(rows.map((cells) => cells[0])).toEqual(['№', '1.', '2.', '3.', '4.']);
});

test('a dash that was read in the border behind a number is no word of the title', () => {
  const rows = rowsOf(`№ Мероприятие Сроки Ответственные Результат\n${ROWS.replace('3. ', '3. — ')}`);
  expect(rows[3]?.[1]).toBe('Разработка рекомендаций для учителей физики');
});

test('cells that stand in the middle of higher rows come to their row', () => {
  const rows = rowsOf(`№ Мероприятие Срок Ответственный Результат
Назначение школьных
координаторов конкурса,
1 сентябрь Директор Приказ о назначении
ознакомление их с
порядком проведения
Обучение экспертов,
2 проверяющих работы по октябрь Методист Обучено 6 экспертов
математике
Составление графика
3 контрольных работ на декабрь Завуч График работ
учебный год
Выборочная проверка
4 соблюдения порядка в март Методист Справка по итогам
школах района
Сравнение результатов
5 работ с отметками за май Завуч Таблицы соответствия
четверть
`);
  expect(rows.slice(1).map((cells) => cells[0])).toEqual(['1', '2', '3', '4', '5']);
  expect(rows[2]?.[1]).toBe('Обучение экспертов, проверяющих работы по математике');
});
