import { expect, test } from 'vitest';
import { EDITABLE, stateAfter } from '#domain/roadmaps/states.ts';
import type { VersionMove, VersionState } from '#domain/roadmaps/states.ts';

const MOVES: VersionMove[] = ['submit', 'return', 'approve', 'withdraw'];

test('a draft goes to the one who approves, comes back with remarks, goes again and is approved', () => {
  let state: VersionState | null = 'draft';
  for (const move of ['submit', 'return', 'submit', 'approve'] as const) state = state && stateAfter(state, move);
  expect(state).toBe('approved');
});

test('what is approved or withdrawn stays so', () => {
  for (const move of MOVES) {
    expect(stateAfter('approved', move)).toBeNull();
    expect(stateAfter('withdrawn', move)).toBeNull();
  }
});

test('an order that is still being read can only be withdrawn', () => {
  expect(MOVES.filter((move) => stateAfter('reading', move) !== null)).toEqual(['withdraw']);
});

test('rows change only while nobody else has to decide on them', () => {
  expect([...EDITABLE]).toEqual(['draft', 'returned']);
});
