// Measures how well tables without borders are laid out again: node bench/undivided.ts [plans] [loss] [--show]
import { chanceOf } from '#demo/orders/chance.ts';
import { flowText, LOSSES } from '#demo/orders/flow-text.ts';
import { inventPlan } from '#demo/orders/plans.ts';
import { recallOfTable } from '#demo/orders/table-recall.ts';
import { layOutUndivided } from '#domain/orders/layout/flow/lay-out-undivided.ts';
import { layOutText } from '#domain/orders/layout/lay-out-text.ts';

const [plans = '30', only, ...rest] = process.argv.slice(2);
for (const loss of LOSSES.filter((name) => only === undefined || only === name)) {
  let rows = 0;
  let cells = 0;
  let milliseconds = 0;
  const worst: string[] = [];
  for (let seed = 1; seed <= Number(plans); seed += 1) {
    const plan = inventPlan(seed);
    const text = flowText(plan, loss, chanceOf(seed + 1000));
    const begun = performance.now();
    const document = layOutUndivided(layOutText(text));
    milliseconds += performance.now() - begun;
    const recall = recallOfTable(plan, document);
    rows += recall.rows;
    cells += recall.cells;
    if (recall.cells < 0.97) worst.push(`${seed}:${(100 * recall.cells).toFixed(0)}`);
    if (rest.includes('--show')) for (const miss of recall.missed) process.stdout.write(`  ${seed} ${miss}\n`);
  }
  const per = (sum: number) => `${((100 * sum) / Number(plans)).toFixed(1)}%`;
  process.stdout.write(
    `${loss}: rows ${per(rows)}, cells ${per(cells)}, ${(milliseconds / Number(plans)).toFixed(0)} ms a plan; below 97%: ${worst.join(' ')}\n`,
  );
}
