import { passageAt, type Passage, trimPassage } from '#domain/language/passage.ts';
import { cleanCell } from '#domain/orders/layout/delimited/delimited-cells.ts';
import { isBlank, type TableRegion, type TextLine } from '#domain/orders/layout/text-blocks.ts';
import type { Row } from '#domain/orders/source-document.ts';

/** «-----  --------  ---»: strokes that show where columns begin. */
const RULER = /^\s*(?:-{2,}|={2,})(?: +(?:-{2,}|={2,})){2,}\s*$/u;
const WHOLE_RULE = /^\s*(?:-{5,}|={5,})\s*$/u;

/** Lines a head may have. */
const LONGEST_HEAD = 8;

/**
 * Tables with a ruler of strokes below their head, as converters write Markdown and reStructuredText. Where blank lines
 * part the rows, a row has several lines; otherwise every line that fills the first column is a row.
 */
export function findRuledTables(lines: readonly TextLine[]): TableRegion[] {
  const regions: TableRegion[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const ruler = lines[index];
    if (ruler === undefined || !RULER.test(ruler.text)) continue;
    const region = regionAt(lines, index, regions.at(-1)?.end ?? 0);
    if (region === undefined) continue;
    regions.push(region);
    index = region.end - 1;
  }
  return regions;
}

function regionAt(lines: readonly TextLine[], ruler: number, least: number): TableRegion | undefined {
  const columns = Array.from((lines[ruler]?.text ?? '').matchAll(/[-=]+/gu), (match) => match.index);
  // A first ruler stands above the head, the second below it.
  const above = headAbove(lines, ruler, least);
  const below = above === ruler ? nextRuler(lines, ruler) : ruler;
  if (below === undefined) return undefined;
  const headFrom = above === ruler ? ruler + 1 : above;
  const body = bodyEnd(lines, below + 1, columns);
  const head = lines.slice(headFrom, below).filter((line) => !isBlank(line) && !WHOLE_RULE.test(line.text));
  if (head.length === 0 || head.some((line) => !keepsTo(line, columns))) return undefined;
  const blocks = blocksOf(lines.slice(below + 1, body.last));
  if (blocks === undefined || blocks.length < 2) return undefined;
  const rows = [{ ...rowOf(head, columns), header: true }, ...blocks.map((block) => rowOf(block, columns))];
  return {
    first: isRule(lines[headFrom - 1]) ? headFrom - 1 : headFrom,
    end: body.end,
    table: { kind: 'table', width: columns.length, rows, origin: 'structure' },
    repairs: [],
  };
}

const isRule = (line: TextLine | undefined): boolean =>
  line !== undefined && (RULER.test(line.text) || WHOLE_RULE.test(line.text));

/** The first line of the head that stands above the ruler, or the ruler's own when none does. */
function headAbove(lines: readonly TextLine[], ruler: number, least: number): number {
  let first = ruler;
  while (first > least && ruler - first < LONGEST_HEAD) {
    const line = lines[first - 1];
    if (line === undefined || isBlank(line) || isRule(line)) break;
    first -= 1;
  }
  return first;
}

function nextRuler(lines: readonly TextLine[], from: number): number | undefined {
  for (let index = from + 1; index < lines.length && index - from <= LONGEST_HEAD; index += 1) {
    const line = lines[index];
    if (line !== undefined && RULER.test(line.text)) return index > from + 1 ? index : undefined;
  }
  return undefined;
}

/** No word of the line runs over the beginning of a column. */
const keepsTo = (line: TextLine, columns: readonly number[]): boolean =>
  columns.every((at, index) => index === 0 || at >= line.text.length || /\s/u.test(line.text.charAt(at - 1)));

/** The rows end at a rule, or before a line that does not keep to the columns. */
function bodyEnd(lines: readonly TextLine[], from: number, columns: readonly number[]): { last: number; end: number } {
  let last = from;
  for (let index = from; index < lines.length && index - last < 3; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (isRule(line)) return { last, end: index + 1 };
    if (isBlank(line)) continue;
    if (!keepsTo(line, columns)) break;
    last = index + 1;
  }
  return { last, end: last };
}

/** The lines of each row; undefined when neither blank lines nor filled first cells tell rows. */
function blocksOf(lines: readonly TextLine[]): TextLine[][] | undefined {
  const blocks: TextLine[][] = [];
  const parted = lines.some(isBlank);
  let isNew = true;
  for (const line of lines) {
    if (isBlank(line)) isNew = true;
    else if (isNew) {
      blocks.push([line]);
      isNew = !parted;
    } else blocks.at(-1)?.push(line);
  }
  const starts = lines.filter((line) => !isBlank(line) && /^\s{0,3}\S/u.test(line.text)).length;
  return parted || starts === blocks.length ? blocks : undefined;
}

function rowOf(lines: readonly TextLine[], columns: readonly number[]): Row {
  const cells = columns.map((_, column) => ({
    column,
    span: 1,
    lines: lines.flatMap((line) => cleanCell(pieceOf(line, columns, column)).lines),
  }));
  return { cells };
}

function pieceOf(line: TextLine, columns: readonly number[], column: number): Passage {
  const from = column === 0 ? 0 : (columns[column] ?? 0);
  return trimPassage(passageAt(line.text.slice(from, columns[column + 1]), line.from + from));
}
