import { expect, test } from 'vitest';

import { buildLexicon } from '#domain/orders/build-lexicon.ts';

const own = new Map([['МО', { expansion: 'муниципальное образование' }]]);

test('the document explains an abbreviation before the dictionary, the dictionary before the nation', () => {
  const dictionary = {
    abbreviations: { МО: 'министерство образования', УО: 'управление округа' },
    organizations: ['Дом учителя'],
  };
  const { abbreviations } = buildLexicon(own, dictionary);
  expect(abbreviations.get('МО')).toBe('муниципальное образование');
  expect(abbreviations.get('УО')).toBe('управление округа');
  expect(abbreviations.get('ОГЭ')).toBe('основной государственный экзамен');
});

test('organisations are those of the dictionary and the abbreviations that name a body', () => {
  const { organizations } = buildLexicon(new Map([['ДУ', { expansion: 'центр «Дом учителя»' }]]), {
    abbreviations: {},
    organizations: ['Музей'],
  });
  expect(organizations).toEqual(expect.arrayContaining(['Музей', 'ДУ', 'центр «Дом учителя»', 'ИРО', 'МОУО']));
  expect(organizations).not.toContain('ЕГЭ');
});
