import { cutLine, type CutLine, type RowDraft, tableOf } from '#domain/orders/layout/delimited/delimited-rows.ts';
import { isBlank, type TableRegion, type TextLine } from '#domain/orders/layout/text-blocks.ts';

/** Semicolons and commas stand in prose too: a table needs this many lines with the same number of cells, one after another. */
const LEAST_ROWS = 3;

/** Tables as spreadsheets export them: cells separated by semicolons or commas, those with separators inside in quotes. */
export function findCsvTables(lines: readonly TextLine[]): TableRegion[] {
  const regions: TableRegion[] = [];
  // Lines that were no table from their first one on are none from a later one on: each is looked at once.
  const refused = { ';': 0, ',': 0 };
  let index = 0;
  while (index < lines.length) {
    const start = index;
    index += 1;
    for (const delimiter of [';', ','] as const) {
      if (start < refused[delimiter]) continue;
      const rows = rowsFrom(lines, start, delimiter);
      const region = regionOf(rows, delimiter);
      if (region === undefined) {
        refused[delimiter] = rows.at(-1)?.end ?? start;
        continue;
      }
      regions.push(region);
      index = region.end;
      break;
    }
  }
  return regions;
}

/** The lines from `start` on that have the same number of cells, three or more. */
function rowsFrom(lines: readonly TextLine[], start: number, delimiter: ';' | ','): CutLine[] {
  const first = lines[start];
  if (first === undefined || first.text.split(delimiter).length < 3) return [];
  const rows: CutLine[] = [];
  let index = start;
  while (index < lines.length) {
    const line = lines[index];
    if (line === undefined || isBlank(line)) break;
    const row = cutLine(lines, index, delimiter);
    if (row.cells.length !== (rows[0]?.cells.length ?? row.cells.length) || row.cells.length < 3) break;
    rows.push(row);
    index = row.end;
  }
  return rows;
}

function regionOf(rows: readonly CutLine[], delimiter: ';' | ','): TableRegion | undefined {
  if (rows.length < LEAST_ROWS || !looksLikeCells(rows, delimiter)) return undefined;
  // A whole sheet is exported: what stands above and below its table fills only the first cells.
  const from = rows.findIndex(isWide);
  const to = rows.findLastIndex((row) => isWide(row) || isNumbered(row)) + 1;
  const body = rows.slice(from, to);
  if (from < 0 || body.length < LEAST_ROWS) return undefined;
  const [top] = body;
  const bottom = body.at(-1);
  if (top === undefined || bottom === undefined) return undefined;
  const drafts = body.map((row): RowDraft => ({
    cells: row.cells.map((cell) => [cell]),
    afterBreak: false,
    whole: false,
  }));
  return { first: top.first, end: bottom.end, ...tableOf(drafts, 'structure') };
}

const isWide = (row: CutLine): boolean => row.cells.filter((cell) => cell.text.trim() !== '').length >= 3;

/** «3;Проведение диагностики;;;»: a measure of which only the number and the title are given. */
const isNumbered = ({ cells: [number, title] }: CutLine): boolean =>
  /^\s*\d{1,4}(?:\.\d{1,3}){0,3}[.)]?\s*$/u.test(number?.text ?? '') && (title?.text.trim() ?? '') !== '';

/** In prose a separator is followed by a space and a small letter; in exported cells by neither. */
function looksLikeCells(rows: readonly CutLine[], delimiter: ';' | ','): boolean {
  const cells = rows.flatMap((row) => row.cells.slice(1)).filter((cell) => cell.text !== '');
  const spaced = cells.filter((cell) => cell.text.startsWith(' ')).length;
  const limit = delimiter === ';' ? 0.5 : 0.1;
  return cells.length > 0 && spaced <= limit * cells.length;
}
