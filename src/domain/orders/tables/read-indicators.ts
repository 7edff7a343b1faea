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
import { isCountingRow } from '#domain/orders/tables/head.ts';
import type { Column } from '#domain/orders/tables/head.ts';
import type { PlanTable } from '#domain/orders/tables/plan-tables.ts';

type IndicatorRow = {
  readonly cells: Map<ColumnRole, Passage[]>;
  /** Columns of no known role, by their titles. */
  readonly other: Map<string, Passage[]>;
  /** Places of the columns that print a value. */
  readonly valueColumns: Set<number>;
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
    if (filledCells(row).length === 0 || isCountingRow(row)) continue;
    const { cells, other, valueColumns } = cellsOf(row, columns);
    const previous = rows.at(-1);
    if (previous !== undefined && goesOn(cells, previous)) {
      for (const [role, lines] of cells) previous.cells.set(role, [...(previous.cells.get(role) ?? []), ...lines]);
      for (const [title, lines] of other) previous.other.set(title, [...(previous.other.get(title) ?? []), ...lines]);
      for (const place of valueColumns) previous.valueColumns.add(place);
    } else rows.push({ cells, other, valueColumns });
  }
  const read = rows.flatMap((row) => indicatorOf(row, vocabulary, places, trust) ?? []);
  return { indicators: read.map(({ indicator }) => indicator), used: read.flatMap(({ used }) => used) };
}

const PRINTED: ReadonlySet<ColumnRole> = new Set(['number', 'indicator', 'source', 'value']);

function cellsOf(row: Row, columns: readonly Column[]): IndicatorRow {
  const cells = new Map<ColumnRole, Passage[]>();
  const other = new Map<string, Passage[]>();
  const valueColumns = new Set<number>();
  for (const cell of row.cells) {
    const place = columns.findIndex((column) => cell.column >= column.from && cell.column < column.to);
    const role = columns[place]?.role ?? 'other';
    const lines = filledLines(cell.lines);
    if (lines.length === 0) continue;
    cells.set(role, [...(cells.get(role) ?? []), ...lines]);
    if (role === 'value') valueColumns.add(place);
    if (PRINTED.has(role)) continue;
    const title = columns[place]?.title || `${cell.column + 1}`;
    other.set(title, [...(other.get(title) ?? []), ...lines]);
  }
  return { cells, other, valueColumns };
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

function indicatorOf(row: IndicatorRow, vocabulary: Vocabulary, places: Places, trust: number): IndicatorRead | null {
  const join = (lines: readonly Passage[] | undefined): Passage => collapsePassage(joinLines(lines ?? [], vocabulary));
  const name = join(row.cells.get('indicator'));
  if (name.text === '') return null;
  const printed = join(row.cells.get('number'));
  const number = rowNumber(printed.text);
  const source = join(row.cells.get('source'));
  const target = join(row.cells.get('value'));
  const unit = join(row.cells.get('unit')).text;
  // Values in several columns (one for each year) are no single number, though their figures join to one.
  const several = row.valueColumns.size > 1;
  const read = several ? { value: null, unit: null } : readIndicatorValue(target.text);
  const other = [...row.other].map(([title, lines]): [string, Passage] => [title, join(lines)]);
  const used = [name, source, target, ...(number === null ? [] : [printed]), ...other.map(([, text]) => text)];
  const place = places.of(joinPassages(used));
  const indicator = {
    number,
    name: name.text,
    source: source.text || null,
    target: target.text || null,
    value: read.value,
    unit: read.unit ?? (read.value !== null && unit !== '' ? (/^(?:%|проц)/iu.test(unit) ? '%' : unit) : null),
    ...(other.length === 0 ? {} : { other: Object.fromEntries(other.map(([title, text]) => [title, text.text])) }),
    ...(place === null ? {} : { place }),
    confidence: trust,
  };
  return { indicator, used };
}
