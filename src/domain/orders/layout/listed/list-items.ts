import type { Passage } from '#domain/language/passage.ts';
import { namesSection } from '#domain/orders/layout/listed/list-lines.ts';
import type { ListLine } from '#domain/orders/layout/listed/list-lines.ts';
import type { ListedRecord } from '#domain/orders/layout/listed/list-records.ts';
import { recordOf } from '#domain/orders/layout/listed/list-records.ts';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';

/** The measures of a list, and the lines they take: from the first of them (or its heading) to behind the last. */
export type FoundList = { readonly records: readonly ListedRecord[]; readonly from: number; readonly to: number };

/** One item with labels is the end of a letter or a form as often as a plan. */
const LEAST_ITEMS = 2;
/** Brackets and dashes without labels stand in any text: more items must have them. */
const LEAST_UNLABELLED = 3;
const LONGEST_HEADING = 200;

/**
 * Finds the list whose items are measures: most items counted in one style have deadlines or executors under labels (or
 * behind their titles). Items of other styles between them are headings or belong to the item above.
 */
export function findList(lines: readonly ListLine[], judge: CellJudge): FoundList | null {
  const isLabelled = (from: number, to: number): boolean =>
    lines
      .slice(from, to)
      .some(({ labels }) => labels.some(({ role }) => role === 'deadline' || role === 'responsible'));
  const titled = startsAt(lines, ({ labels }) => labels[0]?.role === 'title' && labels[0].from === 0);
  if (countOf(titled, lines, isLabelled) >= LEAST_ITEMS) return readItems(lines, titled, judge);

  const marked = startsAt(lines, ({ style, labels }) => style !== null && !(labels[0]?.from === 0));
  const counted = stylesWith(lines, marked, isLabelled, LEAST_ITEMS);
  if (counted.length > 0) return readItems(lines, counted, judge);

  const plain = plainTitles(lines);
  if (countOf(plain, lines, isLabelled) >= LEAST_ITEMS) return readItems(lines, plain, judge);

  const hasTail = (from: number, to: number): boolean =>
    recordOf(lines.slice(from, to), null, judge).record.fields.some(({ role }) => role === 'deadline');
  const tailed = stylesWith(lines, marked, hasTail, LEAST_UNLABELLED);
  return tailed.length > 0 ? readItems(lines, tailed, judge) : null;
}

function startsAt(lines: readonly ListLine[], test: (line: ListLine) => boolean): number[] {
  return lines.flatMap((line, index) => (test(line) ? [index] : []));
}

function countOf(
  starts: readonly number[],
  lines: readonly ListLine[],
  test: (from: number, to: number) => boolean,
): number {
  return starts.filter((start, index) => test(start, starts[index + 1] ?? lines.length)).length;
}

/**
 * The starts of items in the styles of which most items pass, the deepest style first: what belongs to its items does not
 * speak for the headings above them.
 */
function stylesWith(
  lines: readonly ListLine[],
  marked: readonly number[],
  test: (from: number, to: number) => boolean,
  least: number,
): number[] {
  const rank = (start: number): number => rankOf(lines[start]?.style ?? null);
  const chosen = new Set<number>();
  for (const depth of [...new Set(marked.map(rank))].sort((a, b) => b - a)) {
    const all = marked.filter((start) => rank(start) === depth);
    const borders = marked.filter((start) => rank(start) <= depth || chosen.has(start));
    const ends = new Map(borders.map((start, index) => [start, borders[index + 1] ?? lines.length]));
    const passed = all.filter((start) => test(start, ends.get(start) ?? lines.length));
    // Goals and tasks above the plan are counted too.
    const own = all.slice(all.indexOf(passed[0] ?? -1), all.indexOf(passed.at(-1) ?? -1) + 1);
    if (passed.length >= least && passed.length * 2 > own.length) for (const start of own) chosen.add(start);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** How deep a style stands: parts of a number, brackets below full stops, bullets below all. */
function rankOf(style: string | null): number {
  if (style === null || style === 'bullet') return 9;
  return style.startsWith('roman') ? 0 : depthOf(style) + (style.endsWith(')') ? 0.5 : 0);
}

/** Paragraphs without a mark right above lines that begin with a label, or with labels in themselves. */
function plainTitles(lines: readonly ListLine[]): number[] {
  const starts: number[] = [];
  lines.forEach((line, index) => {
    const [first] = line.labels;
    if (first === undefined || first.role === 'title') return;
    if (first.from > 0) {
      if (line.source.opens) starts.push(index);
      return;
    }
    let above = index - 1;
    while (above >= 0 && lines[above]?.labels.length === 0 && lines[above]?.source.opens === false) above -= 1;
    const title = lines[above];
    if (title !== undefined && title.labels.length === 0 && !namesSection(title.source.text)) starts.push(above);
  });
  // A value that takes a paragraph of its own stands below a label, not above one.
  return [...new Set(starts)].filter((start) => {
    const before = lines[start - 1];
    const label = before?.labels.at(-1);
    return label === undefined || label.valueFrom < (before?.words.text.length ?? 0);
  });
}

function readItems(all: readonly ListLine[], starts: readonly number[], judge: CellJudge): FoundList {
  const lines = withPeriodHeadings(all, starts[0] ?? 0, judge);
  const records: ListedRecord[] = [];
  const first = starts[0] ?? 0;
  let heading = headingAbove(lines, first);
  const from = first - (heading?.length ?? 0);
  let to = first;
  for (const [index, start] of starts.entries()) {
    const own = lines.slice(start, endOf(lines, start, starts[index + 1] ?? null));
    const { record, next, taken } = recordOf(own, heading, judge);
    records.push(record);
    to = start + taken;
    const between = lines.slice(start + own.length, starts[index + 1] ?? start + own.length);
    heading = headingOf([...next, ...between.map(({ source }) => source.passage)]);
  }
  return { records, from, to };
}

const LONGEST_PERIOD = 60;
const SURE_PERIOD = 0.9;

/** «Сентябрь» above the first item: such lines head the items below them and are no values of those above. */
function withPeriodHeadings(lines: readonly ListLine[], first: number, judge: CellJudge): readonly ListLine[] {
  const isPeriod = ({ style, labels, words: { text } }: ListLine): boolean =>
    style === null &&
    labels.length === 0 &&
    text.length <= LONGEST_PERIOD &&
    /^\p{Lu}/u.test(text) &&
    judge.deadline(text.replace(/[:.]$/u, '')) >= SURE_PERIOD;
  const above = lines[first - 1];
  if (above === undefined || !isPeriod(above)) return lines;
  return lines.map((line, index) => (index >= first - 1 && isPeriod(line) ? { ...line, isHeading: true } : line));
}

const headingOf = (lines: readonly Passage[]): readonly Passage[] | null => (lines.length === 0 ? null : lines);

/** An item ends where the next one begins, or a mark of a higher style that heads the next ones. */
function endOf(lines: readonly ListLine[], start: number, next: number | null): number {
  if (next === null) return lines.length;
  const own = lines[start]?.style;
  for (let index = start + 1; index < next; index += 1) {
    const line = lines[index];
    if (line === undefined || line.style === null || line.style === 'bullet' || line.style === own) continue;
    if (line.labels.length > 0 || line.words.text.length > LONGEST_HEADING) continue;
    if (isHigher(line.style, own ?? null) && index + 3 > next) return index;
  }
  return next;
}

function isHigher(style: string, own: string | null): boolean {
  if (style.startsWith('roman')) return own?.startsWith('roman') !== true;
  return own === null || depthOf(style) < depthOf(own);
}

const depthOf = (style: string): number => Number(/\d/u.exec(style)?.[0] ?? 0);

/** The line right above the first item when it heads it: marked as a heading, or counted in a higher style. */
function headingAbove(lines: readonly ListLine[], first: number): readonly Passage[] | null {
  const above = lines[first - 1];
  const own = lines[first]?.style ?? null;
  if (above === undefined || above.labels.length > 0 || above.words.text.length > LONGEST_HEADING) return null;
  const isCounted = above.style !== null && above.style !== 'bullet' && isHigher(above.style, own);
  const isTitle = TITLE.test(above.source.text);
  return isCounted || (above.isHeading && !isTitle) ? [above.source.passage] : null;
}

/** The heading of the whole plan is none of a part of it. */
const TITLE = /(?<!\p{L})(?:план|плана|карт[аыу]|программ[аыу]|приказ[ау]?|приложени[ея])(?!\p{L})/iu;
