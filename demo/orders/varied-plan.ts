import type { Chance } from '#demo/orders/chance.ts';
import type { InventedPlan } from '#demo/orders/plans.ts';
import * as words from '#demo/orders/words.ts';

/** The plan with lists inside some cells of measures, as programs write them; the title is the whole text of the cell. */
export function withLists(plan: InventedPlan, chance: Chance): InventedPlan {
  const column = plan.columns.findIndex(({ role }) => role === 'title');
  return changeMeasures(plan, (measure, cells) => {
    if (!chance.happens(0.25)) return { measure, cells };
    const items = chance.shuffled(words.LIST_ITEMS).slice(0, chance.whole(2, 3));
    const nested = chance.happens(0.3) ? [`• ${chance.pick(words.NESTED_ITEMS)};`] : [];
    const lines = [
      `${measure.title}:`,
      ...items.slice(0, -1).map((item) => `– ${item};`),
      ...nested,
      `– ${items.at(-1) ?? ''}`,
    ];
    return {
      measure: { ...measure, title: lines.join(' ') },
      cells: cells.map((cell, index) => (index === column ? lines.join('\n') : cell)),
    };
  });
}

/** The plan with some executors answering for several measures in a row. */
export function withSharedExecutors(plan: InventedPlan, chance: Chance): InventedPlan {
  const column = plan.columns.findIndex(({ role }) => role === 'responsible');
  let last: { readonly section: number | null; readonly names: readonly string[]; readonly text: string } | null = null;
  return changeMeasures(plan, (measure, cells) => {
    if (last !== null && last.text !== '' && last.section === measure.section && chance.happens(0.35)) {
      const { names, text } = last;
      return {
        measure: { ...measure, responsible: names },
        cells: cells.map((cell, index) => (index === column ? text : cell)),
      };
    }
    last = { section: measure.section, names: measure.responsible, text: cells[column] ?? '' };
    return { measure, cells };
  });
}

type Measure = InventedPlan['truth']['measures'][number];
type Printed = { readonly measure: Measure; readonly cells: readonly string[] };

function changeMeasures(
  plan: InventedPlan,
  change: (measure: Measure, cells: readonly string[]) => Printed,
): InventedPlan {
  const measures: Measure[] = [];
  const rows = plan.rows.map((row) => {
    const measure = plan.truth.measures[measures.length];
    if (row.kind === 'section' || measure === undefined) return row;
    const changed = change(measure, row.cells);
    measures.push(changed.measure);
    return { ...row, cells: changed.cells };
  });
  return { ...plan, rows, truth: { ...plan.truth, measures } };
}
