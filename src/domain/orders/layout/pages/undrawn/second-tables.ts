import { tabularLines } from '#domain/orders/layout/pages/undrawn/gap-columns.ts';
import type { OpenPage } from '#domain/orders/layout/pages/undrawn/open-page.ts';
import type { TextLine } from '#domain/orders/layout/pages/text-line.ts';

/** The title of the column of numbers, at the beginning of a header: «№», «№ п/п». */
const HEADER = /^№(?:\s*п\s?\/?\s?п?\.?)?(?:\s|$)(?!\s*\d)/u;
/** So many lines above its number a header in several lines, with a heading over it, may begin. */
const LINES_ABOVE = 8;
const HEADING_LINES = 3;
/** How far the middle of a heading may be from that of the page, as a share of its width. */
const CENTRED = 0.02;
/** White space over a new table, in font sizes: more than between rows. */
const SPACE = 1;

/**
 * Whether the line is a header in several columns: its titles may reach into the strips that the rows leave free, as
 * «№ п/п» does over numbers.
 */
export function isHeaderLine(line: TextLine): boolean {
  return HEADER.test(line.text) && tabularLines([line]).length > 0;
}

/** Whether the first line of the page is that of a header which numbers its rows. */
export function beginsWithHeader(page: OpenPage): boolean {
  return HEADER.test(page.lines[0]?.text ?? '');
}

/** Whether the page begins with a header that the page `first` of the table does not have. */
export function beginsAnother(page: OpenPage, first: OpenPage): boolean {
  const header = page.lines[0]?.text;
  return beginsWithHeader(page) && first.lines.every(({ text }) => text !== header);
}

/**
 * The page cut above each table that begins below the rows of another one: at the white space over a header that
 * numbers its rows, or at the heading over a header that is not the one before. A page with one table stays whole.
 */
export function partsBetweenHeaders(page: OpenPage): OpenPage[] {
  if (page.hasTable) return [page];
  const cuts: number[] = [];
  let header: string | null = null;
  page.lines.forEach((line, index) => {
    const from = cuts.at(-1) ?? 0;
    if (!HEADER.test(line.text) || line.runs.length < 3) return;
    const isOther = header !== null && header !== line.text;
    header = line.text;
    const cut =
      widestSpace(page.lines, Math.max(from + 1, index - LINES_ABOVE), index) ??
      (isOther ? headingAbove(page, index) : null);
    if (cut !== null && tabularLines(page.lines.slice(from, cut)).length >= 3) cuts.push(cut);
  });
  if (cuts.length === 0) return [page];
  return [0, ...cuts].map((from, index) => ({
    ...page,
    lines: page.lines.slice(from, cuts[index] ?? page.lines.length),
    ...(index > 0 ? { begins: true } : {}),
  }));
}

/** The first of the lines in the middle of the page, as headings are, right above the header; null where there is none. */
function headingAbove(page: OpenPage, header: number): number | null {
  let first = header;
  while (header - first < HEADING_LINES) {
    const above = page.lines[first - 1];
    if (above === undefined || Math.abs((above.left + above.right) / 2 - page.width / 2) > CENTRED * page.width) break;
    if (tabularLines([above]).length > 0) break;
    first -= 1;
  }
  return first < header ? first : null;
}

/** The line of those from `from` to `to` over which most space is left, if it is more than rows leave. */
function widestSpace(lines: readonly TextLine[], from: number, to: number): number | null {
  let [widest, cut]: [number, number | null] = [0, null];
  for (let index = from; index <= to; index += 1) {
    const [above, line] = [lines[index - 1], lines[index]];
    if (above === undefined || line === undefined) continue;
    const space = (line.top - above.bottom) / line.size;
    if (space > SPACE && space > widest) [widest, cut] = [space, index];
  }
  return cut;
}
