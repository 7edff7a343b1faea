import { findBarTables } from '#domain/orders/layout/delimited-bars.ts';
import { findTabbedTables } from '#domain/orders/layout/delimited.ts';
import { findDrawnTables } from '#domain/orders/layout/drawn.ts';
import { findSpacedTables } from '#domain/orders/layout/spaced.ts';
import { linesOf, pagesOf, paragraphsOf, type TableRegion, type TextLine } from '#domain/orders/layout/text-blocks.ts';
import type { Block, Repair, SourceDocument } from '#domain/orders/source-document.ts';

/** The exact layouts, surest first; each looks only at lines that no earlier one has taken. */
const FINDERS: readonly ((lines: readonly TextLine[]) => TableRegion[])[] = [
  findDrawnTables,
  findTabbedTables,
  findBarTables,
  findSpacedTables,
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
    for (const region of find(lines.slice(from, to))) {
      found.push({ ...region, first: region.first + from, end: region.end + from });
    }
    from = end?.end ?? to;
  }
  return found;
}

const merged = (one: readonly TableRegion[], other: readonly TableRegion[]): TableRegion[] =>
  [...one, ...other].sort((a, b) => a.first - b.first);
