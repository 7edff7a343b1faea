import { chanceOf } from '#demo/orders/chance.ts';
import type { Chance } from '#demo/orders/chance.ts';
import { flowText, LOSSES } from '#demo/orders/flow-text.ts';
import { inventPlan } from '#demo/orders/plans.ts';
import type { InventedPlan } from '#demo/orders/plans.ts';
import { withLists, withSharedExecutors } from '#demo/orders/varied-plan.ts';
import { writeDocx } from '#demo/orders/writers/docx.ts';
import { writeHtml } from '#demo/orders/writers/html.ts';
import { writeOdt } from '#demo/orders/writers/odt.ts';
import { writePdf } from '#demo/orders/writers/pdf.ts';
import { arrangeOrder, chooseFashion, PLAIN_FASHION } from '#demo/orders/writers/printed-order.ts';
import type { PrintedBlock } from '#demo/orders/writers/printed-order.ts';
import { encodeText, ENCODINGS, TEXT_TABLES, writeText } from '#demo/orders/writers/text.ts';
import { writeXlsx } from '#demo/orders/writers/xlsx.ts';

export type WrittenOrder = { readonly name: string; readonly plan: InventedPlan; readonly bytes: Uint8Array };

/** Formats that keep the structure of a table: the plan may have lists, merged executors, several tables. */
const STRUCTURED = { docx: writeDocx, odt: writeOdt, xlsx: writeXlsx, html: writeHtml, pdf: writePdf } as const;

export const STRUCTURED_FORMATS = Object.keys(STRUCTURED) as (keyof typeof STRUCTURED)[];
export { LOSSES as UNDIVIDED_LAYOUTS, TEXT_TABLES as TEXT_LAYOUTS };

/** The plan of a seed and its table, the same for every format. */
export function printedOrder(
  seed: number,
  format: keyof typeof STRUCTURED,
): { readonly plan: InventedPlan; readonly blocks: PrintedBlock[] } {
  const chance = chanceOf(seed + 5000);
  const plan = withSharedExecutors(withLists(inventPlan(seed), chance), chance);
  const fashion = chooseFashion(chance);
  // On paper a title would be squeezed into the narrow first column.
  const printable = format === 'pdf' && fashion.sections === 'first-cell';
  return { plan, blocks: arrangeOrder(plan, printable ? { ...fashion, sections: 'across' } : fashion) };
}

export async function structuredOrder(format: keyof typeof STRUCTURED, seed: number): Promise<WrittenOrder> {
  const { plan, blocks } = printedOrder(seed, format);
  return { name: `plan-${seed}.${format}`, plan, bytes: await STRUCTURED[format](blocks) };
}

/** Tables of plain text whose cells are kept apart by signs or spaces; the encoding changes from seed to seed. */
export function textOrder(layout: (typeof TEXT_TABLES)[number], seed: number): WrittenOrder {
  const chance = chanceOf(seed + 6000);
  const plan = inventPlan(seed);
  const fashion = {
    ...PLAIN_FASHION,
    counting: chance.happens(0.3),
    sections: chance.pick(['across', 'between'] as const),
  };
  const text = writeText(arrangeOrder(plan, fashion), layout);
  return { name: `${layout}-${seed}.txt`, plan, bytes: encodeText(text, encodingFor(chance, layout)) };
}

/** Text from which the borders of cells are lost. */
export function undividedOrder(loss: (typeof LOSSES)[number], seed: number): WrittenOrder {
  const chance = chanceOf(seed + 7000);
  const plan = inventPlan(seed);
  // Read across, rows of cells in their middle have no beginning: their plans are refused, which the reader has to learn.
  const text = flowText(plan, loss, chance, loss === 'across' ? 'top' : 'any');
  return { name: `${loss}-${seed}.txt`, plan, bytes: encodeText(text, encodingFor(chance, loss)) };
}

function encodingFor(chance: Chance, layout: string) {
  // Windows-1251 has no characters for boxes.
  return chance.pick(ENCODINGS.filter((encoding) => layout !== 'boxes' || encoding !== 'windows-1251'));
}
