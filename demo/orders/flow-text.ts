import type { Chance } from '#demo/orders/chance.ts';
import type { InventedPlan } from '#demo/orders/plans.ts';
import type { PrintedLine } from '#demo/orders/typeset-plan.ts';
import { chooseTypesetting, typesetPlan, wrap } from '#demo/orders/typeset-plan.ts';

/**
 * How a table's borders get lost on the way from a page to plain text:
 * - `paragraphs`: text in the order of the file; an empty line where the next line begins elsewhere (extractors of Java make that)
 * - `raw`: text in the order of the file, lines only, cells of one height share a line
 * - `lines`: each physical line alone
 * - `cells`: each cell a line of its own
 * - `spaced-cells`: the same with an empty line behind each row
 * - `across`: lines of all cells that stand side by side, with one space between
 */
export const LOSSES = ['paragraphs', 'raw', 'lines', 'cells', 'spaced-cells', 'across'] as const;
export type Loss = (typeof LOSSES)[number];

/**
 * The plan as plain text without borders of cells.
 * @param alignment `top` keeps cells from standing in the middle of their rows
 */
export function flowText(plan: InventedPlan, loss: Loss, chance: Chance, alignment: 'any' | 'top' = 'any'): string {
  const chosen = chooseTypesetting(plan, chance);
  const setting = alignment === 'top' ? { ...chosen, middle: new Set<number>() } : chosen;
  const before = plan.before.flatMap((paragraph) => wrap(paragraph, 90)).join('\n');
  const after = plan.after.join('\n');
  const lines = typesetPlan(plan, setting);
  return `${before}\n\n${TABLE[loss](lines, plan, chance)}\n\n${after}\n`;
}

const TABLE: Readonly<Record<Loss, (lines: readonly PrintedLine[], plan: InventedPlan, chance: Chance) => string>> = {
  paragraphs: asParagraphs,
  raw: asRaw,
  lines: (lines) => lines.map((line) => line.text).join('\n'),
  cells: (_, plan) =>
    cellLines(plan)
      .map((cells) => cells.join('\n'))
      .join('\n'),
  'spaced-cells': (_, plan) =>
    cellLines(plan)
      .map((cells) => cells.join('\n'))
      .join('\n\n'),
  across: asAcross,
};

function cellLines(plan: InventedPlan): string[][] {
  const rows = plan.rows.map((row) => (row.kind === 'section' ? [row.text] : row.cells.filter((cell) => cell !== '')));
  return [plan.columns.map((column) => column.title), ...rows];
}

const FAR_DOWN = 2.5;
const INDENT = 2;

/** PDFBox: a paragraph ends where the next line stands far off, or begins at another x and the last line began none. */
function asParagraphs(lines: readonly PrintedLine[]): string {
  let text = '';
  let last: PrintedLine | undefined;
  let start = { x: 0, paragraph: true };
  for (const line of lines) {
    if (last === undefined) text += line.text;
    else if (last.page !== line.page) {
      text += ` \n\n\n\n${line.text}`;
      start = { x: line.x, paragraph: true };
    } else if (Math.abs(last.y - line.y) < 0.3) text += ` ${line.text}`;
    else {
      const moved = line.x - start.x;
      const parts = Math.abs(line.y - last.y) > FAR_DOWN || (!start.paragraph && (moved > INDENT || moved < -1));
      text += `${parts ? ' \n\n' : ' \n'}${line.text}`;
      start = { x: line.x, paragraph: parts };
    }
    last = line;
  }
  return text;
}

function asRaw(lines: readonly PrintedLine[]): string {
  let text = '';
  let last: PrintedLine | undefined;
  for (const line of lines) {
    if (last === undefined) text += line.text;
    else if (last.page !== line.page) text += `\n\f${line.text}`;
    else text += `${Math.abs(last.y - line.y) < 0.3 ? ' ' : '\n'}${line.text}`;
    last = line;
  }
  return `${text}\n`;
}

function asAcross(lines: readonly PrintedLine[]): string {
  const byPlace = new Map<string, PrintedLine[]>();
  for (const line of lines) {
    const place = `${line.page}:${Math.round(line.y * 2) / 2}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), line]);
  }
  const sorted = [...byPlace.values()].sort(
    (a, b) => (a[0]?.page ?? 0) - (b[0]?.page ?? 0) || (a[0]?.y ?? 0) - (b[0]?.y ?? 0),
  );
  let page = 0;
  return sorted
    .map((pieces) => {
      const first = pieces[0];
      const turned = first !== undefined && first.page !== page;
      page = first?.page ?? page;
      const text = [...pieces]
        .sort((a, b) => a.x - b.x)
        .map((piece) => piece.text)
        .join(' ');
      return turned ? `\n\n${text}` : text;
    })
    .join('\n');
}
