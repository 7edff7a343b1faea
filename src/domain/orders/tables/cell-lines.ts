import { isDeadlineText } from '#domain/deadlines/read-deadline.ts';
import type { Passage } from '#domain/language/passage.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';
import type { Column } from '#domain/orders/tables/heads/head.ts';
import type { MeasureRow } from '#domain/orders/tables/rows/logical-row.ts';

const DEADLINE_LINE = 0.8;
const UNIT = /(?:^|\s)ед(?:иниц\p{L}*|\.)?\s*изм/iu;

/**
 * The lines of a measure that stand in the columns of a role, column by column. Of a column «Сроки и ответственные» the
 * lines that say when are its deadline and the others its executors; a unit of measurement stands behind its value.
 */
export function linesByColumn(row: MeasureRow, columns: readonly Column[], role: ColumnRole): Passage[][] {
  const found = columns.flatMap((column, index) => {
    if (column.role !== role && column.secondRole !== role) return [];
    const lines = row.cells.get(index) ?? [];
    return [{ column, lines: column.secondRole === undefined ? lines : partOf(lines, role) }];
  });
  for (let place = 0; place + 1 < found.length; place += 1) {
    const [unit, value] = [found[place], found[place + 1]];
    if (unit === undefined || value === undefined || !UNIT.test(unit.column.title)) continue;
    found.splice(place, 2, value, unit);
    break;
  }
  return found.map(({ lines }) => [...lines]);
}

/** The lines that are a deadline, or those that are none; all of them where no line break parts the two. */
function partOf(lines: readonly Passage[], role: ColumnRole): readonly Passage[] {
  const when = lines.filter((line) => isDeadlineText(line.text) >= DEADLINE_LINE);
  if (when.length === 0 || when.length === lines.length) return lines;
  return role === 'deadline' ? when : lines.filter((line) => !when.includes(line));
}
