import { expect, test } from 'vitest';
import type { Warning } from '#domain/orders/plan.ts';
import { doubtsOf } from '#domain/roadmaps/doubts.ts';
import { aMeasure } from '#tests/support/plans.ts';

const measures = (confidence: readonly number[]) =>
  confidence.map((deadline, index) => ({ ...aMeasure(), seq: index + 1, confidence: { deadline } }));
const warning = (measure: number | null, code: Warning['code']): Warning => ({ measure, code });

test('a repaired row and an unsure cell are looked at, sure rows are not', () => {
  const doubts = doubtsOf({ measures: measures([0.9, 0.5, 0.9]), warnings: [warning(3, 'rows-joined')] });
  expect([...doubts]).toEqual([
    [3, [{ code: 'rows-joined', field: null }]],
    [2, [{ code: 'unsure', field: 'deadline' }]],
  ]);
});

test('a missing deadline is one question, not two', () => {
  const doubts = doubtsOf({ measures: measures([0.9, 0.2, 0.9]), warnings: [warning(2, 'deadline-missing')] });
  expect(doubts.get(2)).toEqual([{ code: 'deadline-missing', field: 'deadline' }]);
});

test('a column that was read without certainty makes no question of every row', () => {
  expect(doubtsOf({ measures: measures([0.5, 0.5, 0.5, 0.9]), warnings: [] }).size).toBe(0);
});

test('warnings about the whole document ask nothing of a row', () => {
  const doubts = doubtsOf({ measures: measures([0.9]), warnings: [warning(null, 'layout-guessed')] });
  expect(doubts.size).toBe(0);
});
