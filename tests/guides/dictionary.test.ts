import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseDictionary } from '#features/orders/forms.ts';
import { pipeIntoOpora } from '../support/run-opora.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DICTIONARY = path.join(ROOT, 'tests/fixtures/example/dictionary.json');
const guide = readFileSync(path.join(ROOT, 'docs/guides/dictionary.md'), 'utf8');

const ORDER = `План мероприятий на 2025 год

| № | Мероприятие | Срок | Ответственные | Результат |
| 1 | Педагогическая олимпиада | май | ИМЦ РЦПО | Приказ |
| 2 | Встреча наставников | март | Дом учителя
| | | | Опорная площадка «Исток» | Справка |
`;

type Read = { readonly territory: string | null; readonly measures: readonly { readonly responsible: string[] }[] };

async function executors(...words: string[]): Promise<{ territory: string | null; responsible: string[][] }> {
  const { stdout, stderr } = await pipeIntoOpora(['parse', '-', ...words], ORDER);
  expect(stderr).toBe('');
  const { territory, measures } = JSON.parse(stdout) as Read;
  return { territory, responsible: measures.map(({ responsible }) => responsible) };
}

test('the dictionary shown in the guide is the example file, and the command takes it', () => {
  const shown = /```json\n([^]*?)```/u.exec(guide)?.[1] ?? '';
  expect(shown).toBe(readFileSync(DICTIONARY, 'utf8'));
  expect(parseDictionary(shown)).toMatchObject({ ok: true, dictionary: { territory: 'Заречный район' } });
});

test('the guide explains every key of the example', () => {
  const keys = Array.from(guide.matchAll(/^\| `([a-z]+)`/gmu), ([, key]) => key);
  expect(keys).toEqual(Object.keys(JSON.parse(readFileSync(DICTIONARY, 'utf8')) as object));
});

test('with the dictionary of the guide executors are told apart and the territory is known', async () => {
  expect(await executors('--dictionary', DICTIONARY)).toEqual({
    territory: 'Заречный район',
    responsible: [
      ['ИМЦ', 'РЦПО'],
      ['Дом учителя', 'Опорная площадка «Исток»'],
    ],
  });
  expect(await executors()).toMatchObject({ territory: null, responsible: [['ИМЦ РЦПО'], expect.anything()] });
});
