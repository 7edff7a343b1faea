import { expect, test } from 'vitest';
import { passageAt } from '#domain/language/passage.ts';
import { readSectionTitle } from '#domain/orders/assembly/section-title.ts';

const read = (text: string, before = 0) => {
  const { number, title } = readSectionTitle(passageAt(text, 0), before);
  return [number, title];
};

test('a section gives its number and its title', () => {
  expect(read('II. Кадровая работа')).toEqual(['II', 'Кадровая работа']);
  expect(read('Раздел 3. Работа с семьями')).toEqual(['3', 'Работа с семьями']);
  expect(read('1. Правовое обеспечение')).toEqual(['1', 'Правовое обеспечение']);
  expect(read('Работа с одарёнными детьми')).toEqual([null, 'Работа с одарёнными детьми']);
  expect(read('Блок Б. Работа с семьями')).toEqual(['Б', 'Работа с семьями']);
  expect(read('Б. Работа с семьями')).toEqual([null, 'Б. Работа с семьями']);
});

test('a Roman number that recognition misread is believed in its turn only', () => {
  expect(read('Т.Правовое обеспечение', 0)).toEqual(['I', 'Правовое обеспечение']);
  expect(read('Ш. Кадровая работа', 2)).toEqual(['III', 'Кадровая работа']);
  expect(read('Ш. Кадровая работа', 5)).toEqual([null, 'Ш. Кадровая работа']);
});

test('a quarter and a year count nothing', () => {
  expect(read('3 квартал')).toEqual([null, '3 квартал']);
  expect(read('2026 год')).toEqual([null, '2026 год']);
});
