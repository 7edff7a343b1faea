import { joinLines } from '#domain/language/hyphens.ts';
import type { Vocabulary } from '#domain/language/hyphens.ts';
import { collapsePassage, emptyPassage } from '#domain/language/passage.ts';
import type { Passage } from '#domain/language/passage.ts';
import { readIndicatorValue } from '#domain/orders/indicator-values.ts';
import type { Places } from '#domain/orders/places.ts';
import type { Indicator } from '#domain/orders/plan.ts';
import { rowNumber } from '#domain/orders/tables/cell-judge.ts';
import { filledCells, filledLines, startsInside } from '#domain/orders/tables/cells.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';
import { isCountingRow } from '#domain/orders/tables/head.ts';
import type { Column } from '#domain/orders/tables/head.ts';
import type { PlanTable } from '#domain/orders/tables/plan-tables.ts';

type IndicatorRow = { readonly cells: Map<ColumnRole, Passage[]> };

export type IndicatorsRead = { readonly indicators: readonly Indicator[]; readonly used: readonly Passage[] };

/** Reads a table of indicators («показатель · источник · значение»). */
export function readIndicators(plan: PlanTable, vocabulary: Vocabulary, places: Places): IndicatorsRead {
  const rows: IndicatorRow[] = [];
  const columns = indicatorRoles(plan.head.columns);
  for (const row of plan.table.rows.slice(plan.head.bodyFrom)) {
    if (filledCells(row).length === 0 || isCountingRow(row)) continue;
    const cells = new Map<ColumnRole, Passage[]>();
    for (const cell of row.cells) {
      const role = columns.find((column) => cell.column >= column.from && cell.column < column.to)?.role ?? 'other';
      const lines = filledLines(cell.lines);
      if (lines.length > 0) cells.set(role, [...(cells.get(role) ?? []), ...lines]);
    }
    const previous = rows.at(-1);
    if (previous !== undefined && goesOn(cells, previous)) {
      for (const [role, lines] of cells) previous.cells.set(role, [...(previous.cells.get(role) ?? []), ...lines]);
    } else rows.push({ cells });
  }
  const used: Passage[] = [];
  const indicators = rows.flatMap((row) => {
    for (const lines of row.cells.values()) used.push(...lines);
    const indicator = indicatorOf(row, vocabulary, places);
    return indicator === null ? [] : [indicator];
  });
  return { indicators, used };
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

function indicatorOf(row: IndicatorRow, vocabulary: Vocabulary, places: Places): Indicator | null {
  const text = (role: ColumnRole): Passage =>
    collapsePassage(joinLines(row.cells.get(role) ?? [], vocabulary)) ?? emptyPassage;
  const name = text('indicator');
  if (name.text === '') return null;
  const target = text('value').text;
  const unit = text('unit').text;
  const read = readIndicatorValue(target);
  const place = places.of(name);
  return {
    number: rowNumber(text('number').text),
    name: name.text,
    source: text('source').text || null,
    target: target || null,
    value: read.value,
    unit: read.unit ?? (read.value !== null && unit !== '' ? (/^(?:%|проц)/iu.test(unit) ? '%' : unit) : null),
    ...(place === null ? {} : { place }),
  };
}
