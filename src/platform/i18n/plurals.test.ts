import { expect, test } from 'vitest';
import { counted, plural } from '#platform/i18n/plurals.ts';

const MEASURES = { one: 'мероприятие', few: 'мероприятия', other: 'мероприятий' };
/** After «у», «для», «из»: the genitive. */
const OF_SCHOOLS = { one: 'школы', other: 'школ' };

test.each([
  [0, '0 мероприятий'],
  [1, '1 мероприятие'],
  [3, '3 мероприятия'],
  [5, '5 мероприятий'],
  [11, '11 мероприятий'],
  [21, '21 мероприятие'],
  [112, '112 мероприятий'],
  [1.5, '1,5 мероприятия'],
  [1240, '1 240 мероприятий'],
])('%d measures are «%s»', (count, words) => {
  expect(counted('ru', count, MEASURES).replaceAll('\u00A0', ' ')).toBe(words);
});

test('the word agrees in the genitive too', () => {
  expect(`у ${counted('ru', 21, OF_SCHOOLS)}`).toBe('у 21\u00A0школы');
  expect(plural('ru', 3, OF_SCHOOLS)).toBe('школ');
});

test('English has two forms', () => {
  expect(counted('en', 1, { one: 'school', other: 'schools' })).toBe('1\u00A0school');
  expect(counted('en', 900, { one: 'school', other: 'schools' })).toBe('900\u00A0schools');
});
