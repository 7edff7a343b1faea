import { expect, test } from 'vitest';

import { nominativeBody, nominativeSurname, surnameFromDative } from '#domain/orders/requisites/naming/declension.ts';
import { municipalUnitsIn, regionsIn } from '#domain/orders/requisites/naming/territory.ts';
import { unglued } from '#domain/orders/requisites/naming/unglued.ts';

test.each([
  ['в школах Заречного района', 'Заречный район'],
  ['в Заречном районе', 'Заречный район'],
  ['МО Приозёрный район', 'Приозёрный район'],
  ['на территории Лесного муниципального округа', 'Лесной муниципальный округ'],
  ['Усть-Заречского городского округа', 'Усть-Заречский городской округ'],
  ['городского округа «Заречный»', 'городской округ Заречный'],
  ['городского округа город Новосельск', 'город Новосельск'],
  ['муниципального образования «город Новосельск»', 'город Новосельск'],
  ['в городе Новосельске', 'город Новосельск'],
  ['города Новограда', 'город Новоград'],
  ['г. Заречный', 'город Заречный'],
  ['Нижнего района', 'Нижний район'],
])('«%s» names «%s»', (text, name) => {
  expect(municipalUnitsIn(text).map((place) => place.name)).toEqual([name]);
});

test.each(['муниципального района', 'Ханты-Мансийского автономного округа', 'Приволжского федерального округа'])(
  '«%s» names no municipality',
  (text) => {
    expect(municipalUnitsIn(text)).toEqual([]);
  },
);

test.each([
  ['Новосельской области', 'Новосельская область'],
  ['в Приозёрном крае', 'Приозёрный край'],
  ['Республики Татарстан', 'Республика Татарстан'],
  ['в Удмуртской Республике', 'Удмуртская Республика'],
  ['Ханты-Мансийского автономного округа – Югры', 'Ханты-Мансийский автономный округ – Югра'],
  ['Республике Саха (Якутия)', 'Республика Саха (Якутия)'],
])('«%s» names the region «%s»', (text, name) => {
  expect(regionsIn(text).map((place) => place.name)).toEqual([name]);
});

test.each([
  ['Петрову', 'Петрова'],
  ['Ильину', 'Ильина'],
  ['Заречную', 'Заречная'],
  ['Петрова', 'Петров'],
  ['Заречного', 'Заречной'],
  ['Мельника', 'Мельник'],
  ['Бойко', 'Бойко'],
])('the accusative «%s» is of «%s»', (surname, nominative) => {
  expect(nominativeSurname(surname)).toBe(nominative);
});

test.each([
  ['Петровой', 'Петрова'],
  ['Петрову', 'Петров'],
  ['Луганской', 'Луганская'],
  ['Мельнику', 'Мельник'],
])('the dative «%s» is of «%s»', (surname, nominative) => {
  expect(surnameFromDative(surname)).toBe(nominative);
});

test.each([
  ['Управления образования района', 'Управление образования района'],
  ['министерством образования', 'министерство образования'],
  ['директора Гимназии № 1', 'Гимназия № 1'],
])('«%s» is «%s» in the nominative', (genitive, nominative) => {
  expect(nominativeBody(genitive)).toBe(nominative);
});

test.each([
  ['в Заречном районев2024году', 'в Заречном районе в 2024 году'],
  ['на2023-2025 годы', 'на 2023-2025 годы'],
  ['школ в 2024году', 'школ в 2024 году'],
  ['план 2024 года', 'план 2024 года'],
])('the glued «%s» reads «%s»', (glued, text) => {
  expect(unglued(glued)).toBe(text);
});
