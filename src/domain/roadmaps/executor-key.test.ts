import { expect, test } from 'vitest';
import { executorKey, whoIsMeant } from '#domain/roadmaps/executor-key.ts';

const school = (id: number, distance: number, ...names: string[]) => ({
  organizationId: id,
  groupId: null,
  names,
  distance,
});

test.each([
  ['МБОУ «СОШ № 5»', 'мбоу сош №5'],
  ['Центр-мониторинг', 'Центр мониторинг'],
  ['Учёба', 'учеба'],
  ['СОШ5', 'СОШ 5'],
  ['Все ОО', 'ОО'],
])('%s and %s are one name', (one, other) => {
  expect(executorKey(one)).toBe(executorKey(other));
});

test('schools 5 and 15 are two', () => {
  expect(executorKey('СОШ № 5')).not.toBe(executorKey('СОШ № 15'));
});

test('a name of the own territory goes before the same name of the region', () => {
  const meant = whoIsMeant('УМЦ', [school(1, 2, 'УМЦ'), school(2, 0, 'УМЦ', 'Учебный центр')]);
  expect(meant?.organizationId).toBe(2);
});

test('a name that two bear is left to a person', () => {
  expect(whoIsMeant('УМЦ', [school(1, 0, 'УМЦ'), school(2, 0, 'УМЦ')])).toBeNull();
});

test('words without a letter mean nobody', () => {
  expect(whoIsMeant(' «» ', [school(1, 0, '«»')])).toBeNull();
});
