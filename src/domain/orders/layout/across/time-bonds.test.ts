import { expect, test } from 'vitest';
import { timeBonds } from '#domain/orders/layout/across/time-bonds.ts';
import { passageAt } from '#domain/language/passage.ts';
import { flowWords } from '#domain/orders/layout/flow/words/flow-words.ts';

/** The line with «|» where a border of cells would cost nothing. */
function borders(line: string): string {
  const words = flowWords([{ passage: passageAt(line, 0), blanksBefore: 0, pageBefore: false }], new Set());
  const { bonds } = timeBonds(words);
  return words.map(({ text }, index) => `${index > 0 && bonds[index] === 0 ? '| ' : ''}${text}`).join(' ');
}

test.each([
  ['закрепление до 10 февраля управление', 'закрепление | до 10 февраля | управление'],
  ['представления 20-28 декабря театр', 'представления | 20-28 декабря | театр'],
  ['акция III квартал 2025 г. отдел', 'акция | III квартал 2025 г. | отдел'],
  ['сбор один раз в четверть школы', 'сбор | один раз в четверть | школы'],
  ['обзор по мере необходимости центр', 'обзор | по мере необходимости | центр'],
  ['курсы в течение всего учебного года завуч', 'курсы | в течение всего учебного года | завуч'],
])('a deadline is not torn: %s', (line, parted) => {
  expect(borders(line)).toBe(parted);
});

test.each([
  ['встречи с Сентябрь', 'встречи | с | Сентябрь'],
  ['отчет по октябрь', 'отчет | по | октябрь'],
])('a link of the cell before does not hold on to a month in another case: %s', (line, parted) => {
  expect(borders(line)).toBe(parted);
});
