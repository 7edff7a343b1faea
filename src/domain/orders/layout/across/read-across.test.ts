import { expect, test } from 'vitest';
import { chanceOf } from '#demo/orders/chance.ts';
import { flowText } from '#demo/orders/flow-text.ts';
import { inventPlan } from '#demo/orders/plans.ts';
import { recallOfTable } from '#demo/orders/table-recall.ts';
import { passageAt } from '#domain/language/passage.ts';
import { layOutUndivided } from '#domain/orders/layout/flow/lay-out-undivided.ts';
import type { SourceDocument } from '#domain/orders/source-document.ts';

function linesOnly(text: string): SourceDocument {
  let offset = 0;
  const blocks = text.split('\n').flatMap((line) => {
    const block = { kind: 'paragraph' as const, lines: [passageAt(line, offset)] };
    offset += line.length + 1;
    return line.trim() === '' ? [] : [block];
  });
  return { text, pages: null, blocks, repairs: [] };
}

test('lines that hold pieces of several cells are divided among the columns', () => {
  const text = `№ Мероприятие Сроки Ответственные Результат
исполнения

Т.Организация работы школ

1. | Создание рабочей группы по | март, Управление Приказы по созданию
сопровождению школ, улучшающих апрель образования, групп
обучение ОО

2. | Проведение семинаров для | в течение | Управление Повышение уровня
руководителей школ по вопросам года образования профессиональных
воспитания знаний

3. | Разработка рекомендаций для май | Управление Рекомендации
учителей образования

4. | Анализ результатов диагностики | в течение Управление | Аналитическая
обучающихся года образования, ОО справка
`;
  const document = layOutUndivided(linesOnly(text));
  const rows = document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.cells.map((cell) => cell.lines.map((line) => line.text.trim()).join(' ')))
      : [],
  );
  expect(rows).toEqual([
    ['№', 'Мероприятие', 'Сроки исполнения', 'Ответственные', 'Результат'],
    ['Т.Организация работы школ'],
    [
      '1.',
      'Создание рабочей группы по сопровождению школ, улучшающих обучение',
      'март, апрель',
      'Управление образования, ОО',
      'Приказы по созданию групп',
    ],
    [
      '2.',
      'Проведение семинаров для руководителей школ по вопросам воспитания',
      'в течение года',
      'Управление образования',
      'Повышение уровня профессиональных знаний',
    ],
    ['3.', 'Разработка рекомендаций для учителей', 'май', 'Управление образования', 'Рекомендации'],
    [
      '4.',
      'Анализ результатов диагностики обучающихся',
      'в течение года',
      'Управление образования, ОО',
      'Аналитическая справка',
    ],
  ]);
  expect(document.repairs.map((repair) => repair.code)).toEqual(['bars-as-borders']);
});

test('invented plans read across give back most of their cells', () => {
  const shares = [2, 3, 4, 5, 7, 8, 9].map((seed) => {
    const plan = inventPlan(seed);
    return recallOfTable(plan, layOutUndivided(linesOnly(flowText(plan, 'across', chanceOf(seed + 1000))))).cells;
  });
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.75);
}, 60_000);
