import type { Passage } from '#domain/language/passage.ts';
import type { Paragraph, SourceDocument, Table } from '#domain/orders/source-document.ts';
import { printedLines, startsInside } from '#domain/orders/tables/cells.ts';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { guessHead } from '#domain/orders/tables/heads/guess-head.ts';
import { findHead } from '#domain/orders/tables/heads/head.ts';
import type { Column, Head } from '#domain/orders/tables/heads/head.ts';
import {
  headsDeeds,
  isInOtherAnnex,
  opensAnnex,
  titleInAnnex,
  titlesOtherColumns,
} from '#domain/orders/tables/heads/other-annex.ts';
import { nameUnknownColumns } from '#domain/orders/tables/by-content/unnamed-columns.ts';

/** A table of the plan with the head it is read under, and the heading that stands before it. */
export type PlanTable = {
  readonly table: Table;
  readonly head: Head;
  /** The head is another table's (a plan cut into several tables), or was guessed from the cells. */
  readonly headFrom: 'own' | 'table-before' | 'content';
  /** Lines of the paragraph before the table that names a section. */
  readonly sectionBefore: readonly Passage[] | null;
};

/** Finds the tables of measures and of indicators, in reading order. */
export function planTables(document: SourceDocument, judge: CellJudge): PlanTable[] {
  const found: PlanTable[] = [];
  const headings = new Map<Table, Heading>();
  const tables = document.blocks.filter((block) => block.kind === 'table');
  const heads = new Map(tables.map((table) => [table, findHead(table, judge)]));
  const isPlanNamed = [...heads.values()].some((head) => head?.kind === 'measures');
  let current: PlanTable | null = null;
  document.blocks.forEach((block, index) => {
    if (block.kind === 'paragraph') return;
    const heading = headingBefore(document, index);
    if (heading !== null) headings.set(block, heading);
    const own = heads.get(block) ?? null;
    // Where a table of the plan says so itself, another one with titles or in an annex of its own is something else.
    const isOther = isInOtherAnnex(document, index);
    if (own === null && isPlanNamed && (isOther || titlesOtherColumns(block, judge))) return;
    if (own?.kind === 'measures' && current?.head.kind === 'measures' && isOther && !headsDeeds(own)) return;
    const read = readHead(block, own, current, judge);
    if (read === null) return;
    current = { ...read, sectionBefore: null };
    found.push(current);
  });
  return found.map((plan, index) => ({ ...plan, sectionBefore: sectionHeading(found, index, headings) }));
}

function readHead(
  table: Table,
  own: Head | null,
  previous: PlanTable | null,
  judge: CellJudge,
): Omit<PlanTable, 'sectionBefore'> | null {
  if (own !== null) return { table, head: nameUnknownColumns(own, table, judge), headFrom: 'own' };
  const carried = previous === null ? null : carriedHead(table, previous, judge);
  if (carried !== null) return { table, head: carried, headFrom: 'table-before' };
  const guessed = guessHead(table, judge);
  return guessed === null ? null : { table, head: guessed, headFrom: 'content' };
}

/**
 * The head of the plan's table before, for a table without a head whose rows have as many cells and hold deadlines or
 * executors in the same columns; null when the table is something else (a list of members, a list of schools).
 */
function carriedHead(table: Table, previous: PlanTable, judge: CellJudge): Head | null {
  const { columns, kind } = previous.head;
  const sameGrid = table.width === previous.table.width;
  const agreeing = table.rows.filter((row) => row.cells.length === columns.length).length;
  if (!sameGrid && agreeing * 2 < table.rows.length) return null;
  const carried = sameGrid ? columns : columns.map((column, index) => ({ ...column, from: index, to: index + 1 }));
  if (kind === 'measures' && !holdsMeasures(table, carried, judge)) return null;
  return { kind, headFrom: 0, bodyFrom: 0, columns: carried };
}

function holdsMeasures(table: Table, columns: readonly Column[], judge: CellJudge): boolean {
  const fits = table.rows.map((row) => {
    const known = row.cells.flatMap((cell) => {
      const role = columns.find((column) => cell.column >= column.from && cell.column < column.to)?.role;
      const text = printedLines(cell);
      if (text === '') return [];
      if (role === 'deadline') return [judge.deadline(text)];
      return role === 'responsible' ? [judge.executors(text)] : [];
    });
    return known.length === 0 ? null : Math.max(...known);
  });
  const judged = fits.filter((fit) => fit !== null);
  return judged.length === 0 ? table.rows.length <= 3 : judged.filter((fit) => fit >= 0.5).length * 2 >= judged.length;
}

const LONGEST_HEADING = 250;
const NUMBERED_HEADING =
  /^(?:(?:раздел|направление|блок|этап|модуль|часть)(?!\p{L})|[IVXІХ]{1,5}\s*[.)]|\d{1,2}\s*[.)])/iu;

/** «Раздел 2», «III.» at the beginning of a line: nothing else that stands before a table begins so. */
const SURE_HEADING = /^(?:(?:раздел|направление|блок|модуль)\s+[\dIVXІХ]|[IVXІХ]{1,5}\s*[.)]\s*\p{Lu})/iu;
const HEADING_LINES = 3;

/** What a page prints between the parts of a cut table: its number, «Продолжение таблицы», «Таблица 2». */
const NO_HEADING =
  /^(?:[-–— ]*\d{1,3}[-–— ]*|(?:продолжение|окончание)(?: (?:таблицы|приложения)(?: № ?\d+| \d+)?)?|таблица ?№? ?\d+)\.?$/iu;

type Heading = {
  readonly lines: readonly Passage[];
  readonly numbered: boolean;
  /** It stands below the title of a plan and names none itself. */
  readonly belowTitle: boolean;
  /** «Приложение № 1» stands over it. */
  readonly ofAnnex: boolean;
};

/** Words of the title of a whole plan. */
const PLAN_TITLE =
  /(?<!\p{L})(?:план|плана|карт[аыу]|программ[аыу]|комплекса?|приложени[ея]|утвержд[её]н\p{L}*|20\d\d)(?!\p{L})/iu;
const TITLE_DISTANCE = 3;

/** The paragraph right before a table when it is short enough to be a heading, or its last lines when they are one. */
function headingBefore(document: SourceDocument, index: number): Heading | null {
  for (let earlier = index - 1; earlier >= 0; earlier -= 1) {
    const block = document.blocks[earlier];
    if (block?.kind !== 'paragraph') return null;
    const text = headingText(block);
    if (text === '' || NO_HEADING.test(text)) continue;
    if (startsInside(text) || /[;,]$/u.test(text)) return null;
    const last = lastHeading(block);
    if (last !== null) return { lines: last, numbered: true, belowTitle: false, ofAnnex: false };
    if (text.length > LONGEST_HEADING) return null;
    const above = document.blocks.slice(Math.max(0, earlier - TITLE_DISTANCE), earlier);
    const belowTitle =
      !PLAN_TITLE.test(text) &&
      !/[.:]$/u.test(text) &&
      above.some((other) => other.kind === 'paragraph' && PLAN_TITLE.test(headingText(other)));
    const title = titleInAnnex(block.lines);
    const ofAnnex = title > 0 || above.some((other) => other.kind === 'paragraph' && opensAnnex(headingText(other)));
    return { lines: block.lines.slice(title), numbered: NUMBERED_HEADING.test(text), belowTitle, ofAnnex };
  }
  return null;
}

/** Plain text without empty lines makes one paragraph of all that stands before a table; its last lines may be a heading. */
function lastHeading(paragraph: Paragraph): readonly Passage[] | null {
  const from = paragraph.lines.findLastIndex((line) => SURE_HEADING.test(line.text.trim()));
  return from < 0 || paragraph.lines.length - from > HEADING_LINES ? null : paragraph.lines.slice(from);
}

function headingText(paragraph: Paragraph): string {
  return `${paragraph.label ?? ''} ${paragraph.lines.map((line) => line.text).join(' ')}`.replace(/\s+/gu, ' ').trim();
}

/**
 * A heading before a later table of the plan names a section. Before the first one stands the title of the plan, unless
 * it is numbered as the other headings are: those before later tables, or rows of the only one; where no heading is
 * numbered, a paragraph of its own between the title and the first table is one. Of plans in annexes of their own each title
 * is one.
 */
function sectionHeading(
  found: readonly PlanTable[],
  index: number,
  headings: ReadonlyMap<Table, Heading>,
): readonly Passage[] | null {
  const measures = found.filter((plan) => plan.head.kind === 'measures');
  const plan = found[index];
  const heading = plan === undefined ? undefined : headings.get(plan.table);
  if (plan === undefined || heading === undefined || plan.head.kind !== 'measures') return null;
  const areAnnexes = heading.ofAnnex && measures.slice(1).some(({ table }) => headings.get(table)?.ofAnnex === true);
  if (areAnnexes) return heading.lines;
  if (plan === measures[0] && !heading.numbered && !(heading.belowTitle && areUnnumbered(measures.slice(1), headings)))
    return null;
  return measures.length > 1 || holdsSecondSection(plan) ? heading.lines : null;
}

function areUnnumbered(plans: readonly PlanTable[], headings: ReadonlyMap<Table, Heading>): boolean {
  return plans.length > 0 && plans.every(({ table }) => headings.get(table)?.numbered === false);
}

const FIRST_SECTION = /^(?:(?:раздел|направление|блок|модуль)\s+[1I](?![\dI])|[1I]\s*[.)]\s*\p{L})/iu;
const SECOND_SECTION = /^(?:(?:раздел|направление|блок|модуль)\s+(?:2|II)(?![\dI])|(?:2|II)\s*[.)]\s*\p{L})/iu;

/**
 * Whether a row of the table goes on with the count that the heading before it has begun. Where a row begins the count,
 * what stands before the table is the end of a list of tasks.
 */
function holdsSecondSection({ table }: PlanTable): boolean {
  const alone = table.rows.flatMap((row) => {
    const filled = row.cells.map(printedLines).filter((text) => text !== '');
    return filled.length === 1 ? filled : [];
  });
  return alone.some((text) => SECOND_SECTION.test(text)) && !alone.some((text) => FIRST_SECTION.test(text));
}

/** The titles of the columns as printed, for the first table of measures. */
export function columnTitles(tables: readonly PlanTable[]): string[] {
  const first = tables.find((plan) => plan.head.kind === 'measures');
  return first?.head.columns.map((column) => column.title) ?? [];
}
