import { expect, test } from 'vitest';
import { searchPatterns } from '#features/organizations/search-words.ts';

test('a short number is a word of its own, glued to an abbreviation or not', () => {
  expect(searchPatterns('СОШ №5')).toEqual(['% сош%', '% 5 %']);
  expect(searchPatterns('сош5')).toEqual(['% сош%', '% 5 %']);
});

test('a code is found by its first digits, a login as it is written', () => {
  expect(searchPatterns('961200')).toEqual(['% 961200%']);
  expect(searchPatterns('sch960012')).toEqual(['% sch960012%']);
});

test('the ending of a longer word does not matter, that of a short one does', () => {
  expect(searchPatterns('Заречной школы')).toEqual(['% заречн%', '% школ%']);
  expect(searchPatterns('Берёзовка')).toEqual(['% березовк%']);
  expect(searchPatterns('ИРО')).toEqual(['% иро%']);
});

test('signs alone seek nothing', () => {
  expect(searchPatterns(' «» % _ ')).toEqual([]);
});
