import fc from 'fast-check';
import { expect } from 'vitest';
import { chanceOf } from '#demo/orders/chance.ts';
import { flowText } from '#demo/orders/flow-text.ts';
import type { Loss } from '#demo/orders/flow-text.ts';
import { inventPlan } from '#demo/orders/plans.ts';
import { readOrder } from '#features/orders/read-order.server.ts';
import { damaged, DAMAGE_NAMES, gridOf, wordsOfBody } from '#tests/properties/printed-grid.ts';
import type { Writer } from '#tests/properties/printed-grid.ts';
import { lostWords, printedWords } from '#tests/properties/printed-words.ts';

/** The seed makes the runs of a property the same on every machine. */
const SEED = 20_260_101;

/** The words of the body that the plan of these bytes does not print; none where there is no plan. */
async function lostIn(file: ReturnType<Writer>, body: readonly string[]): Promise<string[]> {
  const reading = await readOrder(file.bytes, file.name, {});
  return reading.ok ? lostWords(body, printedWords(reading.plan)) : [];
}

/** Every word of invented tables whose rows were damaged by chance is in a field or a warning. */
export async function keepsWordsOfDamagedTables(write: Writer, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 5_000 }),
      fc.subarray(DAMAGE_NAMES, { maxLength: 4 }),
      fc.nat({ max: 5_000 }),
      async (plan, damages, seed) => {
        const chance = chanceOf(seed);
        const grid = damaged(gridOf(inventPlan(plan, { measures: 6 })), damages, chance);
        expect(await lostIn(write(grid, chance), wordsOfBody(grid))).toEqual([]);
      },
    ),
    { numRuns, seed: SEED },
  );
}

/** Every word of invented tables that lost their borders is in a field or a warning. */
export async function keepsWordsWithoutBorders(loss: Loss, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 5_000 }), fc.nat({ max: 5_000 }), async (seed, setting) => {
      const plan = inventPlan(seed, { measures: 6 });
      const text = flowText(plan, loss, chanceOf(setting));
      const file = { name: 'plan.txt', bytes: new TextEncoder().encode(text) };
      expect(await lostIn(file, wordsOfBody(gridOf(plan)))).toEqual([]);
    }),
    { numRuns, seed: SEED },
  );
}
