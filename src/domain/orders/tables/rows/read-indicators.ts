import { joinLines } from '#domain/language/hyphens.ts';
import type { Vocabulary } from '#domain/language/hyphens.ts';
import { collapsePassage, joinPassages } from '#domain/language/passage.ts';
import type { Passage } from '#domain/language/passage.ts';
import { readIndicatorValue } from '#domain/orders/indicator-values.ts';
import type { Places } from '#domain/orders/places.ts';
import type { Indicator } from '#domain/orders/plan.ts';
import type { Row } from '#domain/orders/source-document.ts';
import { rowNumber } from '#domain/orders/tables/cell-judge.ts';
import { filledCells, filledLines, startsInside } from '#domain/orders/tables/cells.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';
import { isCountingRow } from '#domain/orders/tables/heads/head.ts';
import type { Column } from '#domain/orders/tables/heads/head.ts';
import type { PlanTable } from '#domain/orders/tables/heads/plan-tables.ts';

type IndicatorRow = {
  readonly cells: Map<ColumnRole, Passage[]>;
  /** Columns of no known role, by their titles. */
  readonly other: Map<string, Passage[]>;
  /** What the columns of values print, by their place. */
  readonly values: Map<number, Passage[]>;
};

export type IndicatorsRead = {
  readonly indicators: readonly Indicator[];
  /** What the indicators print, as cut from the source. */
  readonly used: readonly Passage[];
};

/**
 * Reads a table of indicators («показатель · источник · значение»).
 * @param trust how far the borders of cells can be trusted, 0…1
 */
export function readIndicators(plan: PlanTable, vocabulary: Vocabulary, places: Places, trust: number): IndicatorsRead {
  const rows: IndicatorRow[] = [];
  const columns = indicatorRoles(plan.head.columns);
  for (const row of plan.table.rows.slice(plan.head.bodyFrom)) {
    if (filledCells(row).length === 0 || isCountingRow(row) || isHeadAgain(row, plan.head.columns)) continue;
    const { cells, other, values } = cellsOf(row, columns);
    const previous = rows.at(-1);
    if (previous !== undefined && goesOn(cells, previous)) {
      for (const [role, lines] of cells) previous.cells.set(role, [...(previous.cells.get(role) ?? []), ...lines]);
      for (const [title, lines] of other) previous.other.set(title, [...(previous.other.get(title) ?? []), ...lines]);
      for (const [place, lines] of values)
        previous.values.set(place, [...(previous.values.get(place) ?? []), ...lines]);
    } else rows.push({ cells, other, values });
  }
  const read = rows.flatMap((row) => indicatorOf(row, { columns, vocabulary, places, trust }) ?? []);
  return { indicators: read.map(({ indicator }) => indicator), used: read.flatMap(({ used }) => used) };
}

/** The titles of the columns once more: a page has cut the table. */
function isHeadAgain(row: Row, columns: readonly Column[]): boolean {
  const cells = filledCells(row);
  return cells.length > 1 && cells.every((cell) => columns.some(({ title }) => title === printedText(cell.lines)));
}

const printedText = (lines: readonly Passage[]): string => lines.map(({ text }) => text.trim()).join(' ');

const PRINTED: ReadonlySet<ColumnRole> = new Set(['number', 'indicator', 'source', 'value']);

function cellsOf(row: Row, columns: readonly Column[]): IndicatorRow {
  const cells = new Map<ColumnRole, Passage[]>();
  const other = new Map<string, Passage[]>();
  const values = new Map<number, Passage[]>();
  for (const cell of row.cells) {
    const place = columns.findIndex((column) => cell.column >= column.from && cell.column < column.to);
    const role = columns[place]?.role ?? 'other';
    const lines = filledLines(cell.lines);
    if (lines.length === 0) continue;
    cells.set(role, [...(cells.get(role) ?? []), ...lines]);
    if (role === 'value') values.set(place, [...(values.get(place) ?? []), ...lines]);
    if (PRINTED.has(role)) continue;
    const title = columns[place]?.title || `${cell.column + 1}`;
    other.set(title, [...(other.get(title) ?? []), ...lines]);
  }
  return { cells, other, values };
}

/** The first column of words is the name, whatever it is called; a column «Индикатор» or «Результат» beside it the value. */
function indicatorRoles(columns: readonly Column[]): Column[] {
  const named = columns.findIndex((column) => column.role === 'indicator' || column.role === 'title');
  const name = named >= 0 ? named : columns.findIndex((column) => column.role === 'result');
  return columns.map((column, index) => {
    if (index === name) return { ...column, role: 'indicator' as const };
    if (column.role === 'result') return { ...column, role: 'value' as const };
    return column;
  });
}

function goesOn(cells: ReadonlyMap<ColumnRole, Passage[]>, previous: IndicatorRow): boolean {
  if (cells.has('number')) return false;
  const name = cells.get('indicator')?.[0]?.text.trim() ?? '';
  if (name === '') return !(cells.has('value') && previous.cells.has('value'));
  return startsInside(name) && !cells.has('value');
}

type IndicatorRead = { readonly indicator: Indicator; readonly used: readonly Passage[] };

type IndicatorContext = {
  readonly columns: readonly Column[];
  readonly vocabulary: Vocabulary;
  readonly places: Places;
  readonly trust: number;
};

function indicatorOf(row: IndicatorRow, context: IndicatorContext): IndicatorRead | null {
  const join = (lines: readonly Passage[] | undefined): Passage =>
    collapsePassage(joinLines(lines ?? [], context.vocabulary));
  const name = join(row.cells.get('indicator'));
  if (name.text === '') return null;
  const printed = join(row.cells.get('number'));
  const number = rowNumber(printed.text);
  const source = join(row.cells.get('source'));
  const values = [...row.values].map(([place, lines]) => ({
    title: context.columns[place]?.title ?? '',
    text: join(lines),
  }));
  // What is there already is no target: it is kept beside it, under its own title.
  const targets = values.filter(({ title }) => !STANDING.test(title));
  const standing = targets.length === 0 ? [] : values.filter(({ title }) => STANDING.test(title));
  const promised = targets.length === 0 ? values : targets;
  const [only, ...more] = promised;
  const read = only === undefined || more.length > 0 ? NO_VALUE : readIndicatorValue(only.text.text);
  const units = [join(row.cells.get('unit')).text, unitIn(only?.title ?? ''), unitIn(name.text)];
  const unit = units.find((text) => text !== '') ?? '';
  const told = read.unit ?? (read.value !== null && unit !== '' ? (/^(?:%|проц)/iu.test(unit) ? '%' : unit) : null);
  // A unit that goes with the value has a field of its own; beside several values it is kept as printed.
  const isToldUnit = told !== null && units[0] === told;
  const isUnitColumn = (title: string): boolean =>
    context.columns.some((one) => one.role === 'unit' && one.title === title);
  const other = [
    ...standing.map(({ title, text }): [string, Passage] => [title, text]),
    ...[...row.other]
      .filter(([title]) => !(isToldUnit && isUnitColumn(title)))
      .map(([title, lines]): [string, Passage] => [title, join(lines)]),
  ];
  const used = [
    name,
    source,
    ...values.map(({ text }) => text),
    ...(number === null ? [] : [printed]),
    ...[...row.other.values()].map(join),
  ];
  const place = context.places.of(joinPassages(used));
  const indicator = {
    number,
    name: name.text,
    source: source.text || null,
    target: targetText(promised) || null,
    value: read.value,
    unit: told,
    ...(other.length === 0 ? {} : { other: Object.fromEntries(other.map(([title, text]) => [title, text.text])) }),
    ...(place === null ? {} : { place }),
    confidence: context.trust,
  };
  return { indicator, used };
}

const NO_VALUE = { value: null, unit: null };
/** Titles of columns that print what has been reached, not what is promised. */
const STANDING = /базов|исходн|(?<!\p{L})факт|текущ|на начало|на момент|достигнут|(?<!\p{L})база(?!\p{L})/iu;

/** One value as printed; several (one for each year) with the titles of their columns: «2025: 15; 2026: 20». */
function targetText(values: readonly { readonly title: string; readonly text: Passage }[]): string {
  const [only, ...more] = values;
  if (only === undefined || more.length === 0) return only?.text.text ?? '';
  return values.map(({ title, text }) => `${/(?:19|20)\d\d/u.exec(title)?.[0] ?? title}: ${text.text}`).join('; ');
}

/** The unit that a title or a name ends with: «Значение, %», «Число площадок (шт.)». */
function unitIn(title: string): string {
  const match =
    /[,(]\s*(?:в\s)?(%|процент\p{Ll}*|чел(?:\.|овек)?|ед(?:\.|иниц)?|шт(?:\.|ук)?|балл(?:ы|ов)?|руб\.?|час(?:ы|ов)?)\s*\)?$/iu.exec(
      title.trim(),
    );
  return match?.[1] ?? '';
}
