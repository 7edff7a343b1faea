import type { TextLine } from '#domain/orders/layout/pages/text-line.ts';
import {
  edgesOf,
  guttersOf,
  keepsFree,
  narrowed,
  tabularLines,
} from '#domain/orders/layout/pages/undrawn/gap-columns.ts';
import type { Gutter } from '#domain/orders/layout/pages/undrawn/gap-columns.ts';
import { withCountColumn } from '#domain/orders/layout/pages/undrawn/count-column.ts';
import type { BandHints } from '#domain/orders/layout/pages/undrawn/gap-rows.ts';
import { rowsOfZone, rulesWithin } from '#domain/orders/layout/pages/undrawn/gap-rows.ts';
import type { OpenPage } from '#domain/orders/layout/pages/undrawn/open-page.ts';
import {
  beginsAnother,
  beginsWithHeader,
  isHeaderLine,
  partsBetweenHeaders,
} from '#domain/orders/layout/pages/undrawn/second-tables.ts';
import type { PageTable } from '#domain/orders/layout/pages/page-table.ts';

export type FoundTables = { readonly tables: readonly PageTable[]; readonly rest: readonly TextLine[] };

/** Lines that cross the strips one after the other: so many are prose, fewer are a section's title. */
const PROSE = 4;

/**
 * Tables without vertical lines: by the strips between columns that stay free over the pages. For each page its tables
 * and the lines outside, or null where it has none.
 */
export function gapTables(pages: readonly OpenPage[]): (FoundTables | null)[] {
  const parts = pages.map(partsBetweenHeaders);
  const found = tablesOf(parts.flat());
  return parts.map((own, index) => {
    const tables = found.splice(0, own.length).flatMap((table) => (table === null ? [] : [table]));
    if (tables.length === 0) return null;
    const inside = new Set(tables.flatMap(({ lines }) => lines));
    const rest = (pages[index]?.lines ?? []).filter((line) => !inside.has(line));
    return { tables: tables.map(({ table }) => table), rest };
  });
}

type FoundTable = { readonly table: PageTable; readonly lines: readonly TextLine[] };

/** For each part of a page its table, or null. */
function tablesOf(pages: readonly OpenPage[]): (FoundTable | null)[] {
  const found: (FoundTable | null)[] = pages.map(() => null);
  let index = 0;
  while (index < pages.length) {
    const group = groupFrom(pages, index);
    if (group === null) {
      index += 1;
      continue;
    }
    // Cells that stand beside empty ones show how far their column reaches: lines of one or two pieces count as well.
    const inside = group.pages.flatMap(betweenTabular);
    const gutters = withCountColumn(inside.reduce<Gutter[]>(keepAll, [...group.gutters]), inside);
    const zones = group.pages.map((page, order) => zoneOf(page, gutters, order === 0));
    const all = zones.flatMap((zone) => zone.lines.filter((line) => keepsFree(line, gutters)));
    const edges = edgesOf(gutters, all);
    const hints: BandHints = { header: null };
    const rules = zones.map((zone, order) => rulesWithin(group.pages[order]?.across ?? [], zone.lines, edges));
    // One or two lines part the header from the rest; more part the rows.
    const isRuled = rules.some((own) => own.length > 2);
    zones.forEach((zone, order) => {
      const page = pages[index + order];
      if (page === undefined || zone.lines.length === 0) return;
      const rows = rowsOfZone(
        zone.lines,
        gutters,
        edges,
        isRuled ? (rules[order] ?? []) : null,
        page.taggedRows,
        hints,
      );
      const top = Math.min(...zone.lines.map((line) => line.top));
      const bottom = Math.max(...zone.lines.map((line) => line.bottom));
      const table: PageTable = { kind: 'table', top, bottom, edges, rows, origin: 'geometry' };
      found[index + order] = { table, lines: zone.lines };
    });
    index += group.pages.length;
  }
  return found;
}

/** The page and those after it that keep the same strips free. */
function groupFrom(pages: readonly OpenPage[], from: number): { gutters: Gutter[]; pages: OpenPage[] } | null {
  const first = pages[from];
  if (first === undefined || first.hasTable) return null;
  // Where a header begins the table, numbers may stand close to what they count.
  let lines = tabularLines(first.lines, first.begins === true || beginsWithHeader(first) ? 2 : 3);
  let gutters = guttersOf(lines);
  if (gutters === null) return null;
  const group = [first];
  for (const page of pages.slice(from + 1)) {
    if (page.hasTable || page.begins === true || beginsAnother(page, first)) break;
    if (Math.abs(page.width - first.width) > 5) break;
    const own = tabularLines(page.lines);
    if (own.length < 3) {
      const goesOn = zoneOf(page, gutters, false).lines.length > 0;
      if (!goesOn) break;
      group.push(page);
      continue;
    }
    const together = guttersOf([...lines, ...own]);
    const alone = guttersOf(own);
    if (together === null || together.length < Math.min(gutters.length, alone?.length ?? Infinity)) break;
    gutters = together;
    lines = [...lines, ...own];
    group.push(page);
  }
  return { gutters, pages: group };
}

function keepAll(gutters: Gutter[], line: TextLine): Gutter[] {
  const next = narrowed(gutters, line);
  return next.length < gutters.length ? gutters : next;
}

/** Lines from the first tabular one to the last. */
function betweenTabular(page: OpenPage): readonly TextLine[] {
  const tabular = tabularLines(page.lines);
  const [top, bottom] = [tabular[0]?.top ?? Infinity, tabular.at(-1)?.bottom ?? -Infinity];
  return page.lines.filter((line) => line.top >= top && line.bottom <= bottom);
}

/** The lines of the page that belong to the table: from the first row in columns to the last, titles of sections between. */
function zoneOf(page: OpenPage, gutters: readonly Gutter[], isFirst: boolean): { lines: TextLine[] } {
  const free = page.lines.map((line) => keepsFree(line, gutters) || isHeaderLine(line));
  const inColumns = page.lines.map((line, index) => free[index] === true && columnsTouched(line, gutters) >= 2);
  let from = inColumns.indexOf(true);
  if (from < 0) return { lines: [] };
  // The first lines of a header, or of a cell that goes on from the page before, stand in one column only.
  const firstInColumns = from;
  while (from > 0 && free[from - 1] === true && near(page.lines[from - 1], page.lines[from])) from -= 1;
  if (isFirst) {
    while (from < firstInColumns && endsTitle(page, from)) from += 1;
  } else if (from <= 2) from = 0;
  let to = from;
  let crossing = 0;
  for (let index = from; index < page.lines.length; index += 1) {
    crossing = free[index] === true ? 0 : crossing + 1;
    if (crossing >= PROSE) break;
    if (crossing > 0) continue;
    const goesOn = inColumns[index] === true || near(page.lines[index - 1], page.lines[index]);
    if (goesOn) to = index;
  }
  return { lines: page.lines.slice(from, to + 1) };
}

/** The last, short line of a title in the middle over the table is none of its header. */
function endsTitle(page: OpenPage, index: number): boolean {
  const [above, line] = [page.lines[index - 1], page.lines[index]];
  if (above === undefined || line === undefined || !near(above, line)) return false;
  const middle = (own: TextLine): number => (own.left + own.right) / 2;
  return Math.abs(middle(above) - middle(line)) < 0.5 * line.size;
}

function near(above: TextLine | undefined, below: TextLine | undefined): boolean {
  return above !== undefined && below !== undefined && below.top - above.top < 2 * Math.max(above.size, below.size);
}

function columnsTouched(line: TextLine, gutters: readonly Gutter[]): number {
  const columns = new Set(line.runs.map((run) => gutters.filter((gutter) => run.x >= gutter.to - 1).length));
  return columns.size;
}
