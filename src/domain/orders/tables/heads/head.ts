import { monthOf } from '#domain/deadlines/grammar/vocabulary.ts';
import type { Row, Table } from '#domain/orders/source-document.ts';
import { headsIndicators, headsMeasures, roleOfTitle, twoRolesOfTitle } from '#domain/orders/tables/columns.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';
import { countsRow } from '#domain/orders/tables/cell-judge.ts';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { printedLines } from '#domain/orders/tables/cells.ts';

/** A column of a table as its head names it; `from`…`to` are the grid columns it covers (half-open). */
export type Column = {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly role: ColumnRole;
  /** The second thing a title such as «Сроки, ответственные» names. */
  readonly secondRole?: ColumnRole;
  readonly confidence: number;
};

export type Head = {
  readonly kind: 'measures' | 'indicators' | 'other';
  /** Index of the first row of the body. Rows before the head (a caption inside the table) are in `captionRows`. */
  readonly bodyFrom: number;
  readonly headFrom: number;
  readonly columns: readonly Column[];
};

/** A head is looked for among this many first rows: captions and stamps may stand above it. */
const HEAD_WITHIN_ROWS = 12;

/** How well a cell must fit a column of deadlines to be none of its titles. */
const SURE_DEADLINE = 0.9;

/** Titles of columns are short; a longer cell is body text that happens to hold the words. */
const LONGEST_TITLE = 120;

/**
 * Finds the rows that name the columns: one row, two rows with merged cells, and a row «1 | 2 | 3» below them.
 * @returns null when no row names columns of a plan or of indicators
 */
export function findHead(table: Table, judge: CellJudge): Head | null {
  let best: { head: Head; known: number } | null = null;
  for (let index = 0; index < Math.min(HEAD_WITHIN_ROWS, table.rows.length); index += 1) {
    const head = headAt(table, index);
    if (head === null || head.kind === 'other' || isMeasure(table.rows[index], head.kind, judge)) continue;
    const known = head.columns.filter((column) => column.role !== 'other').length;
    if (best === null || known > best.known) best = { head, known };
  }
  return best?.head ?? null;
}

/** So many months side by side are columns to be marked, not the deadline of a measure. */
const MONTHS_OF_GRID = 3;

/** A measure may speak of plans, results and sites in all its cells; its number or deadline tells it from a head. */
function isMeasure(row: Row | undefined, kind: Head['kind'], judge: CellJudge): boolean {
  const texts = row?.cells.map(printedLines) ?? [];
  if (/^\d/u.test(texts[0] ?? '') && countsRow(texts[0] ?? '')) return true;
  if (kind === 'indicators') return false;
  // Columns of years head tables too, and «Сроки реализации» reads as a deadline itself.
  const isGrid = texts.filter((text) => monthInTitle(text) !== null).length >= MONTHS_OF_GRID;
  const isTitle = (text: string): boolean =>
    roleOfTitle(text).role === 'deadline' || twoRolesOfTitle(text) !== null || (isGrid && monthInTitle(text) !== null);
  return texts.some((text) => /^\p{L}/u.test(text) && !isTitle(text) && judge.deadline(text) >= SURE_DEADLINE);
}

function headAt(table: Table, index: number): Head | null {
  const row = table.rows[index];
  if (row === undefined) return null;
  const titled = row.cells.filter((cell) => printedLines(cell) !== '');
  if (titled.length < 2 || titled.some((cell) => printedLines(cell).length > LONGEST_TITLE)) return null;

  const next = table.rows[index + 1];
  const secondRow = next !== undefined && isSecondHeadRow(row, next) ? next : null;
  const columns = columnsOf(row, secondRow);
  let bodyFrom = index + (secondRow === null ? 1 : 2);
  const below = table.rows[bodyFrom];
  if (below !== undefined && isCountingRow(below)) bodyFrom += 1;
  return { kind: kindOf(columns), headFrom: index, bodyFrom, columns: settleRoles(columns) };
}

function kindOf(columns: readonly Column[]): Head['kind'] {
  const roles = columns.flatMap((column) => [column.role, ...(column.secondRole ? [column.secondRole] : [])]);
  if (headsIndicators(roles)) return 'indicators';
  return headsMeasures(roles) ? 'measures' : 'other';
}

/** The second row of a head stands under cells that span several columns; the cells beside it are merged or empty. */
function isSecondHeadRow(row: Row, next: Row): boolean {
  const spanning = row.cells.filter((cell) => cell.span > 1 && printedLines(cell) !== '');
  const printed = next.cells.filter((cell) => printedLines(cell) !== '');
  const mergedBelow = next.cells.some((cell) => cell.merged === true);
  if (printed.length === 0) return mergedBelow;
  if (printed.some((cell) => printedLines(cell).length > LONGEST_TITLE)) return false;
  if (spanning.length === 0) return isRowOfYears(row, next) || isRowOfParts(row, next);
  return printed.every((cell) =>
    spanning.some((above) => above.column <= cell.column && cell.column + cell.span <= above.column + above.span),
  );
}

/** Text tables have no merged cells: «| | | 2025 | 2026 |» below «| № | Показатель | Значение по годам | |». */
function isRowOfYears(row: Row, next: Row): boolean {
  const printed = next.cells.filter((cell) => printedLines(cell) !== '');
  const first = row.cells.find((cell) => printedLines(cell) !== '')?.column ?? 0;
  return (
    printed.length >= 2 &&
    printed.every((cell) => cell.column > first && roleOfTitle(printedLines(cell)).role === 'value') &&
    printed.some((cell) => !row.cells.some((above) => above.column === cell.column && printedLines(above) !== ''))
  );
}

/** «| | срок | ответственный | |» below «| № | Мероприятие | Исполнение | | Результат |»: parts of one title. */
function isRowOfParts(row: Row, next: Row): boolean {
  const printed = next.cells.filter((cell) => printedLines(cell) !== '');
  const titled = row.cells.filter((cell) => printedLines(cell) !== '').map(({ column }) => column);
  return (
    printed.length >= 2 &&
    printed.every((cell) => cell.column > 0 && standsAlone(roleOfTitle(printedLines(cell)).role)) &&
    printed.every((cell) => printedLines(cell).length <= LONGEST_PART) &&
    printed.some((cell) => !titled.includes(cell.column)) &&
    titled.some((column) => !printed.some((cell) => cell.column === column))
  );
}

const LONGEST_PART = 30;

/** «1 | 2 | 3 | 4»: the row that only counts the columns. */
export function isCountingRow(row: Row): boolean {
  const printed = row.cells.map(printedLines).filter((text) => text !== '');
  return printed.length >= 2 && printed.every((text, index) => text.replace(/[.)]$/u, '') === String(index + 1));
}

function columnsOf(row: Row, secondRow: Row | null): Column[] {
  const columns: Column[] = [];
  for (const cell of row.cells) {
    const title = printedLines(cell);
    const below = (secondRow?.cells ?? []).filter(
      (under) => under.column >= cell.column && under.column < cell.column + cell.span && printedLines(under) !== '',
    );
    if (cell.span === 1 || below.length === 0) {
      const whole = [title, ...below.map(printedLines)].join(' ').trim();
      columns.push(columnNamed(whole, cell.column, cell.column + cell.span));
      continue;
    }
    // A title over different things («Организация выполнения» over a deadline and an executor) names none of them.
    const kinds = new Set(below.map((under) => roleOfTitle(printedLines(under)).role).filter(standsAlone));
    const parent = kinds.size > 1 ? roleOfTitle('') : roleOfTitle(title);
    below.forEach((under, place) => {
      const to = below[place + 1]?.column ?? cell.column + cell.span;
      const own = roleOfTitle(printedLines(under));
      const read = parent.confidence >= own.confidence || own.role === 'other' ? parent : own;
      columns.push({ from: under.column, to, title: `${title} ${printedLines(under)}`.trim(), ...read });
    });
  }
  return columns;
}

/** «Описание» and «Значение» say what part of their common title they are; «Срок» and «Исполнитель» need none. */
function standsAlone(role: ColumnRole): boolean {
  return role === 'deadline' || role === 'responsible' || role === 'result' || role === 'publication';
}

/** The month that the title of a column names («янв.», «Февраль»), by its form there; null for other titles. */
export function monthInTitle(title: string): string | null {
  const last = /(\p{L}+)\.?$/u.exec(title.trim())?.[1]?.toLowerCase() ?? '';
  return monthOf(last) === null ? null : last;
}

function columnNamed(title: string, from: number, to: number): Column {
  if (/^\p{L}+\.?$/u.test(title) && monthInTitle(title) !== null) {
    return { from, to, title, role: 'deadline', confidence: 0.8 };
  }
  const two = twoRolesOfTitle(title);
  if (two !== null) return { from, to, title, role: two[0], secondRole: two[1], confidence: 0.7 };
  return { from, to, title, ...roleOfTitle(title) };
}

/**
 * Settles what single titles cannot: a table without a title column takes its «Направление», «Задача» or «Содержание»
 * column for it; «Наименование показателя» beside measures is a result; only the first column can count the rows.
 */
function settleRoles(columns: readonly Column[]): Column[] {
  const measures = kindOf(columns) === 'measures' || !headsIndicators(columns.map((column) => column.role));
  if (!measures) return [...columns];
  const hasTitle = columns.some((column) => column.role === 'title');
  let titleGiven = hasTitle;
  return groupedByKind(columns).map((column, place, columns) => {
    if (!titleGiven && column.role === 'section') {
      titleGiven = true;
      return { ...column, role: 'title' as const, confidence: 0.6 };
    }
    if (column.role === 'indicator') return { ...column, role: 'result' as const };
    if (column.role === 'value' || column.role === 'unit' || column.role === 'source') {
      return { ...column, role: 'other' as const };
    }
    if (column.role === 'title' && columns.findIndex((other) => other.role === 'title') < place) {
      return secondTitle(columns, column);
    }
    if (column.title === '' && place === 0) return { ...column, role: 'number' as const, confidence: 0.6 };
    return column;
  });
}

/** «Вид деятельности» beside «Мероприятия» says to what group the measures belong. */
function groupedByKind(columns: readonly Column[]): readonly Column[] {
  const [first, second] = columns.filter((column) => column.role === 'title');
  const isGroup = /^(?:вид|направление|сфера|область|содержание|форм)\p{L}*\s+(?:деятельности|работы)/iu;
  if (first === undefined || second === undefined || !/мероприяти/iu.test(second.title)) return columns;
  if (!isGroup.test(first.title) || /мероприяти/iu.test(first.title)) return columns;
  return columns.map((column) => (column === first ? { ...column, role: 'section' as const } : column));
}

/** A second column that speaks of measures («Форма работы», «Содержание») describes the first one. */
function secondTitle(columns: readonly Column[], column: Column): Column {
  const first = columns.find((other) => other.role === 'title');
  if (first !== undefined && first.confidence >= column.confidence) return { ...column, role: 'other' };
  return column;
}
