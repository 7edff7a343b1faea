import { findBarTables } from '#domain/orders/layout/delimited/delimited-bars.ts';
import { findCsvTables } from '#domain/orders/layout/delimited/delimited-csv.ts';
import { findTabbedTables } from '#domain/orders/layout/delimited/delimited.ts';
import { findDrawnTables } from '#domain/orders/layout/drawn.ts';
import { findRuledTables } from '#domain/orders/layout/spaced-ruled.ts';
import { findSpacedTables } from '#domain/orders/layout/spaced.ts';
import { linesOf, pagesOf, paragraphsOf, type TableRegion, type TextLine } from '#domain/orders/layout/text-blocks.ts';
import type { Block, Repair, SourceDocument } from '#domain/orders/source-document.ts';

/** The exact layouts, surest first; each looks only at lines that no earlier one has taken. */
const FINDERS: readonly ((lines: readonly TextLine[]) => TableRegion[])[] = [
  findDrawnTables,
  findTabbedTables,
  findBarTables,
  findRuledTables,
  findSpacedTables,
  findCsvTables,
];

/**
 * Plain text as paragraphs and tables. Found are the layouts in which the borders of cells can be seen: tabs, bars, drawn
 * frames, columns of spaces, CSV. What is none of them (cells one after another, columns read across by OCR) stays
 * paragraphs of physical lines. `text` has `\n` line ends; form feeds begin pages.
 */
export function layOutText(text: string): SourceDocument {
  const lines = linesOf(text);
  const regions = FINDERS.reduce<TableRegion[]>((found, find) => merged(found, findInGaps(lines, found, find)), []);
  const blocks: Block[] = [];
  const repairs: Repair[] = [];
  let from = 0;
  for (const region of regions) {
    blocks.push(...paragraphsOf(lines.slice(from, region.first)), region.table);
    repairs.push(...region.repairs);
    from = region.end;
  }
  blocks.push(...paragraphsOf(lines.slice(from)));
  return { text, pages: pagesOf(text), blocks, repairs };
}

function findInGaps(
  lines: readonly TextLine[],
  regions: readonly TableRegion[],
  find: (lines: readonly TextLine[]) => TableRegion[],
): TableRegion[] {
  const found: TableRegion[] = [];
  let from = 0;
  for (const end of [...regions, undefined]) {
    const to = end?.first ?? lines.length;
    const gap = lines.slice(from, to);
    for (const region of find(gap)) {
      const whole = withAllWords(region, gap);
      if (whole !== undefined) found.push({ ...whole, first: region.first + from, end: region.end + from });
    }
    from = end?.end ?? to;
  }
  return found;
}

const merged = (one: readonly TableRegion[], other: readonly TableRegion[]): TableRegion[] =>
  [...one, ...other].sort((a, b) => a.first - b.first);

/** Share of a table's letters that may stand outside of its cells: more means that it is no table. */
const MOST_OUTSIDE = 0.05;

/** The table with what stands in none of its cells told as repairs; undefined when that is too much. */
function withAllWords(region: TableRegion, lines: readonly TextLine[]): TableRegion | undefined {
  const own = lines.slice(region.first, region.end);
  const start = own[0]?.from ?? 0;
  const last = own.at(-1);
  const placed = new Uint8Array((last === undefined ? start : last.from + last.text.length) - start);
  for (const row of region.table.rows) {
    for (const line of row.cells.flatMap((cell) => cell.lines))
      for (const offset of line.at) placed[offset - start] = 1;
  }
  for (const { at } of region.repairs) if (at !== null) placed.fill(1, at.from - start, at.to - start);
  const lost: Repair[] = [];
  let letters = 0;
  let outside = 0;
  for (const line of own) {
    for (const match of line.text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const from = line.from + match.index;
      const to = from + match[0].length;
      letters += match[0].length;
      if (placed.subarray(from - start, to - start).every((mark) => mark === 1)) continue;
      outside += match[0].length;
      lost.push({ code: 'words-outside-cells', at: { from, to }, words: match[0] });
    }
  }
  if (outside > MOST_OUTSIDE * letters) return undefined;
  return lost.length === 0 ? region : { ...region, repairs: [...region.repairs, ...lost] };
}
