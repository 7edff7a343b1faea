import { ROW_NUMBER } from '#domain/orders/layout/pages/row-halves.ts';
import { textsByColumn } from '#domain/orders/layout/pages/undrawn/row-starts.ts';
import type { TextLine } from '#domain/orders/layout/pages/text-line.ts';

/** The title of a column that counts rows: «№», «№ п/п», «N», «п/п». */
const COUNT_TITLE = /^(?:№|N(?![\p{L}])|п\s*[/.]?\s*п)/iu;
/** Space that is wider than another, in font sizes: the smallest difference that is meant. */
const WIDER = 0.1;

/**
 * The lines of a header and those of the row below it, where nothing but the number of that row parts the two: lines of
 * titles often stand as close to the first row as to one another. Null where the lines are those of one row.
 */
export function headApart(lines: readonly TextLine[], edges: readonly number[]): [TextLine[], TextLine[]] | null {
  const first = lines.map((line) => textsByColumn(line, edges)[0] ?? '');
  const number = first.findIndex((text) => ROW_NUMBER.test(text));
  const title = first.slice(0, Math.max(0, number)).findLastIndex((text) => text !== '');
  if (title < 0 || !first.slice(0, title + 1).some((text) => COUNT_TITLE.test(text))) return null;
  if (countsColumns(lines[number], edges)) return null;
  const cut = widestSpace(lines, title + 1, number);
  return [lines.slice(0, cut), lines.slice(cut)];
}

/** «1 | 2 | 3»: the columns are counted, not the rows. */
function countsColumns(line: TextLine | undefined, edges: readonly number[]): boolean {
  return line !== undefined && textsByColumn(line, edges)[1] === '2';
}

/** The line over which most space is left; where all leave as much, the last one, which holds the number. */
function widestSpace(lines: readonly TextLine[], from: number, to: number): number {
  let [widest, cut] = [-Infinity, to];
  for (let index = to; index >= from; index -= 1) {
    const [above, line] = [lines[index - 1], lines[index]];
    if (above === undefined || line === undefined) continue;
    const space = (line.top - above.bottom) / line.size;
    if (space > widest + WIDER) [widest, cut] = [space, index];
  }
  return cut;
}
