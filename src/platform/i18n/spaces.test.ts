import { expect, test } from 'vitest';
import { holdTogether } from '#platform/i18n/spaces.ts';

test.each([
  ['Работа в школе и с родителями', 'Работа в_школе и_с_родителями'],
  ['приказ № 41 от 16 января', 'приказ №_41 от 16 января'],
  ['А. Б. Веденеева', 'А._Б._Веденеева'],
  ['Опора – рабочая система', 'Опора_– рабочая система'],
  ['Школа 3 а', 'Школа 3 а'],
  ['класс 5-а работает', 'класс 5-а_работает'],
])('«%s» holds its short words to the next', (text, held) => {
  expect(holdTogether(text).replaceAll('\u00A0', '_')).toBe(held);
});
