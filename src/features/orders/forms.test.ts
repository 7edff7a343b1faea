import { expect, test } from 'vitest';
import { parseDictionary } from '#features/orders/forms.ts';

test('a dictionary holds abbreviations and names of organisations', () => {
  const text =
    '\ufeff{ "territory": "Заречный район", "abbreviations": { "УО": " управление образования " }, "organizations": ["ЦОКО"] }';
  expect(parseDictionary(text)).toEqual({
    ok: true,
    dictionary: {
      territory: 'Заречный район',
      abbreviations: { УО: 'управление образования' },
      organizations: ['ЦОКО'],
    },
  });
});

test('every list of a dictionary may be left out', () => {
  expect(parseDictionary('{}')).toEqual({ ok: true, dictionary: { abbreviations: {}, organizations: [] } });
});

test.each([
  ['not json', null],
  ['[]', null],
  ['{ "organisations": [] }', 'organisations'],
  ['{ "organizations": ["ЦОКО", 7] }', 'organizations.1'],
  ['{ "abbreviations": { "УО": "" } }', 'abbreviations.УО'],
])('%s is no dictionary, and the wrong place is named', (text, place) => {
  expect(parseDictionary(text)).toEqual({ ok: false, place });
});
