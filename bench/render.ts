/**
 * Part of `npm run bench:parse`: how long a plan of 300 measures takes on its way out, beside reading the same file. Only
 * printed: the aim is a second for each format.
 */
import { median, timesOf } from '#bench/measuring.ts';
import { inventWholePlan } from '#demo/orders/whole-plan.ts';
import { PAPER_FORMATS } from '#features/papers/formats.ts';
import { renderPlan } from '#features/papers/render-plan.server.ts';
import { readOrder } from '#features/orders/read-order.server.ts';

const MEASURES = 300;
const AIMED_AT = 1000;

export async function measureRendering(print: (line: string) => void): Promise<void> {
  const plan = inventWholePlan(1, { measures: MEASURES });
  print(`a plan of ${MEASURES} measures put on paper (aimed at: ≤ ${AIMED_AT} ms, the first one too)`);
  print('format  first ms  its CPU  warm ms  kB  × reading it');
  for (const format of PAPER_FORMATS) {
    const used = process.cpuUsage();
    const started = performance.now();
    const rendering = await renderPlan(plan, format);
    const first = performance.now() - started;
    const { user, system } = process.cpuUsage(used);
    if (!rendering.ok) {
      print(`${format.padEnd(6)}  left out: ${rendering.error.code}`);
      continue;
    }
    const warm = median(await timesOf(5, () => renderPlan(plan, format)));
    const { bytes } = rendering;
    // JSON is no document: Opora reads it back with its form, in no time.
    const read = format === 'json' ? null : median(await timesOf(3, () => readOrder(bytes, `plan.${format}`, {})));
    print(
      [
        format.padEnd(6),
        first.toFixed(0).padStart(9),
        ((user + system) / 1000).toFixed(0).padStart(8),
        warm.toFixed(0).padStart(8),
        (bytes.length / 1024).toFixed(0).padStart(4),
        (read === null ? '–' : (warm / read).toFixed(2)).padStart(12),
      ].join(' '),
    );
  }
}
