import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readOrder } from '#features/orders/read-order.server.ts';
import { scorePlan, type ScoredPlan } from '#tests/support/score.ts';

/** Invented orders of regions, districts and schools, each with what a person reads in it. */
const folder = new URL('../fixtures/orders/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));

const truthOf = (name: string): ScoredPlan =>
  JSON.parse(readFileSync(new URL(name.replace('.txt', '.truth.json'), folder), 'utf8')) as ScoredPlan;

describe('an order in the words of another region', () => {
  test('there are orders of regions, districts and schools', () => expect(names.length).toBeGreaterThanOrEqual(4));

  test.each(names)('%s is read as a person reads it', async (name) => {
    const reading = await readOrder(readFileSync(new URL(name, folder)), name, {});
    if (!reading.ok) throw new Error(`${name}: ${reading.error.code}`);
    const { score, differences } = scorePlan(truthOf(name), reading.plan);
    expect(score, JSON.stringify(differences)).toBeGreaterThanOrEqual(0.95);
  });

  test.each(names)('%s scores less with a measure lost, one invented, or the deadlines gone', (name) => {
    const truth = truthOf(name);
    const [first] = truth.measures;
    const none = { kind: 'none', from: null, to: null, months: [], onRequest: false, byAgreement: false };
    const measures = truth.measures.map((measure) => ({ ...measure, deadline: none }));
    expect(scorePlan(truth, truth)).toEqual({ score: expect.closeTo(1) as number, differences: [] });
    expect(scorePlan(truth, { ...truth, measures: truth.measures.slice(1) }).score).toBeLessThan(0.95);
    expect(scorePlan(truth, { ...truth, measures: first ? [...truth.measures, first] : [] }).score).toBeLessThan(0.97);
    expect(scorePlan(truth, { ...truth, measures }).score).toBeLessThan(0.97);
  });
});
