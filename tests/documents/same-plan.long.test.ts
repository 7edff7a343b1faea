import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { comparisonOf } from '#tests/support/plan-differences.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import {
  STRUCTURED_FORMATS,
  structuredOrder,
  TEXT_LAYOUTS,
  textOrder,
  UNDIVIDED_LAYOUTS,
  undividedOrder,
} from '#tests/support/written-orders.ts';
import type { WrittenOrder } from '#tests/support/written-orders.ts';

const seeds = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

async function meanOf(orders: readonly (WrittenOrder | Promise<WrittenOrder>)[]) {
  let fields = 0;
  let measures = 0;
  let lost = 0;
  const differences: string[] = [];
  for (const order of orders) {
    const { name, plan, bytes } = await order;
    const comparison = await comparisonOf(bytes, name, plan.truth);
    fields += comparison.fields / orders.length;
    measures += plan.truth.measures.length;
    lost += comparison.lost;
    differences.push(...comparison.differences.map((difference) => `${name}: ${difference}`));
  }
  return { fields, found: 1 - lost / measures, differences };
}

/** What is reached where borders of cells are guessed from words: share of fields read rightly, of measures found. */
const UNDIVIDED = { fields: 0.955, found: 0.975 };
const ACROSS = { fields: 0.88, found: 0.97 };

describe('forty plans', () => {
  test.each(STRUCTURED_FORMATS)('are read from %s as they were invented', async (format) => {
    const { differences } = await meanOf(seeds(40).map((seed) => structuredOrder(format, seed)));
    expect(differences).toEqual([]);
  });

  test.each(TEXT_LAYOUTS)('are read from text with %s', async (layout) => {
    const { differences } = await meanOf(seeds(40).map((seed) => textOrder(layout, seed)));
    expect(differences).toEqual([]);
  });

  test.each(UNDIVIDED_LAYOUTS)('are nearly all read from text laid out as %s', async (layout) => {
    const { fields, found } = await meanOf(seeds(40).map((seed) => undividedOrder(layout, seed)));
    const least = layout === 'across' ? ACROSS : UNDIVIDED;
    expect(fields).toBeGreaterThanOrEqual(least.fields);
    expect(found).toBeGreaterThanOrEqual(least.found);
  });
});

const office = spawnSync('soffice', ['--version']).status === 0;

describe.skipIf(!office)('LibreOffice, where it is installed,', () => {
  test.each(['odt', 'pdf'])('writes %s files that hold the same measures', async (format) => {
    const folder = (await temporaryFolder()).path;
    for (const seed of [2, 5, 12]) {
      const { plan, bytes } = await structuredOrder('docx', seed);
      writeFileSync(path.join(folder, 'plan.docx'), bytes);
      execFileSync(
        'soffice',
        ['--headless', '--convert-to', format, '--outdir', folder, path.join(folder, 'plan.docx')],
        {
          stdio: 'ignore',
        },
      );
      const written = readFileSync(path.join(folder, `plan.${format}`));
      expect((await comparisonOf(written, `plan.${format}`, plan.truth)).differences).toEqual([]);
    }
  });
});
