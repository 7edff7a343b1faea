import type { Chance } from '#demo/orders/chance.ts';
import type { InventedPlan, InventedRow, PlanColumnRole } from '#demo/orders/plans.ts';

/** What any format must be able to hold: paragraphs and tables, before they become a file. */
export type PrintedBlock = PrintedParagraph | PrintedTable;

export type PrintedParagraph = {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly aligned: 'left' | 'centre';
};

export type PrintedTable = {
  readonly kind: 'table';
  /** Characters each column should have room for. */
  readonly widths: readonly number[];
  readonly rows: readonly PrintedRow[];
};

export type PrintedRow = {
  readonly kind: 'head' | 'counting' | 'section' | 'measure';
  /** Ascending by column; what a merged cell covers is left out. */
  readonly cells: readonly PrintedCell[];
};

export type PrintedCell = {
  readonly column: number;
  /** Grid columns and rows the cell covers. */
  readonly columns: number;
  readonly rows: number;
  readonly lines: readonly CellLine[];
};

/** A paragraph of a cell. A label is automatic numbering or a bullet where the format has it, and plain text elsewhere. */
export type CellLine = {
  readonly text: string;
  readonly label?: { readonly kind: 'number' | 'dash' | 'dot'; readonly text: string };
};

/** How a plan is set as a table; the measures are the same in every fashion. */
export type Fashion = {
  /** Two neighbouring columns stand under a joint title. */
  readonly jointTitle: boolean;
  /** A row «1 | 2 | 3» under the head. */
  readonly counting: boolean;
  /**
   * Sections are rows across the table, rows whose first cell holds the title (workbooks let it run over its neighbours),
   * or paragraphs between tables.
   */
  readonly sections: 'across' | 'first-cell' | 'between';
  /** The table is cut into several with so many measures each; the head may stand above each of them. */
  readonly measuresPerTable: number | null;
  readonly headAgain: boolean;
  readonly executors: 'commas' | 'lines';
  readonly automaticNumbers: boolean;
  /** Neighbouring cells of equal executors become one. */
  readonly mergedExecutors: boolean;
};

export const PLAIN_FASHION: Fashion = {
  jointTitle: false,
  counting: false,
  sections: 'across',
  measuresPerTable: null,
  headAgain: false,
  executors: 'commas',
  automaticNumbers: false,
  mergedExecutors: false,
};

/** A fashion for formats that keep the structure of tables. */
export function chooseFashion(chance: Chance): Fashion {
  return {
    jointTitle: chance.happens(0.3),
    counting: chance.happens(0.4),
    sections: chance.pick(['across', 'across', 'first-cell', 'between']),
    measuresPerTable: chance.happens(0.3) ? chance.whole(3, 8) : null,
    headAgain: chance.happens(0.5),
    executors: chance.pick(['commas', 'lines']),
    automaticNumbers: chance.happens(0.4),
    mergedExecutors: chance.happens(0.5),
  };
}

/** The blocks of a plan in a fashion. */
export function arrangeOrder(plan: InventedPlan, fashion: Fashion): PrintedBlock[] {
  const paragraph = (text: string, aligned: PrintedParagraph['aligned'] = 'left'): PrintedParagraph => ({
    kind: 'paragraph',
    text,
    aligned,
  });
  const head = headOf(plan, fashion);
  const widths = widthsOf(plan);
  const body: PrintedBlock[] = [];
  let rows: PrintedRow[] = [...head];
  const endTable = (): void => {
    if (rows.some((row) => row.kind === 'measure'))
      body.push({ kind: 'table', widths, rows: withMerges(rows, plan, fashion) });
    rows = fashion.headAgain || fashion.sections === 'between' ? [...head] : [];
  };
  let inTable = 0;
  for (const row of plan.rows) {
    if (row.kind === 'section' && fashion.sections === 'between') {
      endTable();
      inTable = 0;
      body.push(paragraph(row.text, 'centre'));
      continue;
    }
    if (row.kind === 'measure') {
      if (inTable === fashion.measuresPerTable) {
        endTable();
        // Programs join tables that touch each other.
        body.push(paragraph(''));
        inTable = 0;
      }
      inTable += 1;
    }
    rows.push(printedRow(row, plan, fashion));
  }
  endTable();
  const before = plan.before.map((text, index) =>
    paragraph(text, index < 2 || index === plan.before.length - 1 ? 'centre' : 'left'),
  );
  return [...before, ...body, ...plan.after.map((text) => paragraph(text))];
}

/** The text of a cell in a format without lists: a string for each paragraph. */
export function plainLines(cell: PrintedCell): string[] {
  return cell.lines.map(({ label, text }) => [label?.text ?? '', text].filter((part) => part !== '').join(' '));
}

const cellOf = (column: number, text: string, { columns = 1, rows = 1 } = {}): PrintedCell => ({
  column,
  columns,
  rows,
  lines: text === '' ? [] : text.split('\n').map(lineOf),
});

function lineOf(text: string): CellLine {
  const [, mark, rest = ''] = /^([–•]) (.*)$/u.exec(text) ?? [];
  if (mark === undefined) return { text };
  return { text: rest, label: { kind: mark === '–' ? 'dash' : 'dot', text: mark } };
}

function headOf(plan: InventedPlan, fashion: Fashion): PrintedRow[] {
  const titles = plan.columns.map((column) => column.title);
  const counting: PrintedRow[] = fashion.counting
    ? [{ kind: 'counting', cells: titles.map((_, column) => cellOf(column, `${column + 1}`)) }]
    : [];
  const joint = plan.columns.findIndex(
    ({ role }, column) => JOINED.has(role) && JOINED.has(plan.columns[column + 1]?.role ?? 'title'),
  );
  if (!fashion.jointTitle || joint < 0)
    return [{ kind: 'head', cells: titles.map((title, column) => cellOf(column, title)) }, ...counting];
  const under = (column: number) => column === joint || column === joint + 1;
  const upper = titles.flatMap((title, column) => {
    if (!under(column)) return [cellOf(column, title, { rows: 2 })];
    return column === joint ? [cellOf(column, 'Организация исполнения', { columns: 2 })] : [];
  });
  const lower = titles.flatMap((title, column) => (under(column) ? [cellOf(column, title)] : []));
  return [{ kind: 'head', cells: upper }, { kind: 'head', cells: lower }, ...counting];
}

const JOINED: ReadonlySet<PlanColumnRole> = new Set(['deadline', 'responsible']);

function printedRow(row: InventedRow, plan: InventedPlan, fashion: Fashion): PrintedRow {
  if (row.kind === 'section') {
    const columns = fashion.sections === 'across' ? plan.columns.length : 1;
    const others = fashion.sections === 'across' ? [] : plan.columns.slice(1).map((_, index) => cellOf(index + 1, ''));
    return { kind: 'section', cells: [cellOf(0, row.text, { columns }), ...others] };
  }
  const cells = row.cells.map((text, column): PrintedCell => {
    const role = plan.columns[column]?.role;
    if (role === 'number' && fashion.automaticNumbers && countsOn(plan))
      return { column, columns: 1, rows: 1, lines: [{ text: '', label: { kind: 'number', text } }] };
    return cellOf(column, role === 'responsible' && fashion.executors === 'lines' ? inLines(text) : text);
  });
  return { kind: 'measure', cells };
}

/** Names in words keep their commas: «Директора школ» over «ОО» could be one name. */
function inLines(names: string): string {
  return /\p{Ll}/u.test(names) ? names.replaceAll(', ', ',\n') : names.replaceAll(', ', '\n');
}

/** Only numbers that go on through the whole plan can be left to the program. */
function countsOn(plan: InventedPlan): boolean {
  return plan.truth.measures.every(({ number, seq }) => number === `${seq}`);
}

function withMerges(rows: readonly PrintedRow[], plan: InventedPlan, fashion: Fashion): PrintedRow[] {
  const column = plan.columns.findIndex(({ role }) => role === 'responsible');
  if (!fashion.mergedExecutors || column < 0) return [...rows];
  const textAt = (row: PrintedRow | undefined): string => {
    const cell = row?.kind === 'measure' ? row.cells.find((one) => one.column === column) : undefined;
    return cell === undefined ? '' : plainLines(cell).join('\n');
  };
  return rows.map((row, index) => {
    const text = textAt(row);
    if (text === '') return row;
    if (textAt(rows[index - 1]) === text) return { ...row, cells: row.cells.filter((cell) => cell.column !== column) };
    let last = index;
    while (textAt(rows[last + 1]) === text) last += 1;
    const height = last - index + 1;
    return { ...row, cells: row.cells.map((cell) => (cell.column === column ? { ...cell, rows: height } : cell)) };
  });
}

const SHARES: Readonly<Record<PlanColumnRole, number>> = {
  number: 5,
  title: 34,
  deadline: 15,
  responsible: 20,
  result: 28,
  publication: 20,
};

/** Wide enough for the longest word of each column. */
function widthsOf(plan: InventedPlan): number[] {
  return plan.columns.map(({ role, title }, column) => {
    const texts = [title, ...plan.rows.flatMap((row) => (row.kind === 'measure' ? [row.cells[column] ?? ''] : []))];
    return Math.max(SHARES[role], ...texts.flatMap((text) => text.split(/\s+/u).map((word) => word.length + 1)));
  });
}
