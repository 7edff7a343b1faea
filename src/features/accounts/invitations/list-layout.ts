import type { ReadSheet } from '#platform/sheets/read-sheet.ts';

/** The columns of a list of people to invite. */
export const COLUMNS = ['organization', 'name', 'email', 'position', 'role'] as const;
export type Column = (typeof COLUMNS)[number];

/** How people head these columns, the first as the template does. */
const HEADS: Readonly<Record<Column, readonly string[]>> = {
  organization: [
    'Организация (код или название)',
    'организация',
    'код оо',
    'код',
    'школа',
    'organisation',
    'organization',
    'code',
  ],
  name: ['ФИО', 'фамилия, имя, отчество', 'имя', 'сотрудник', 'name', 'full name', 'person'],
  email: ['Электронная почта', 'почта', 'e-mail', 'email', 'адрес почты'],
  position: ['Должность', 'position'],
  role: ['Роль', 'role'],
};

/** Where nothing is typed the person may have no position; all other columns must be there and filled. */
export const OPTIONAL: ReadonlySet<Column> = new Set(['position']);

export const TEMPLATE_HEADS: readonly string[] = COLUMNS.map((column) => HEADS[column][0] ?? column);

/** A row of the list as it was typed, with its number in the sheet. */
export type ListRow = { readonly number: number } & Readonly<Record<Column, string>>;

/** A list as it was read: texts only, nothing checked but the head. */
export type ReadList = {
  readonly sheet: string;
  /** The heads as the file has them; null: there is no such column. */
  readonly heads: Readonly<Record<Column, string | null>>;
  readonly rows: readonly ListRow[];
};

/** Finds the columns by their heads, in the first of the rows that names an e-mail. */
export function readList({ name, rows }: ReadSheet): ReadList {
  const headAt = Math.max(
    0,
    rows.findIndex(({ cells }) => cells.some((cell) => isHead('email', cell))),
  );
  const head = rows[headAt]?.cells ?? [];
  const place = (column: Column) => head.findIndex((cell) => isHead(column, cell));
  const places = {
    organization: place('organization'),
    name: place('name'),
    email: place('email'),
    position: place('position'),
    role: place('role'),
  };
  return {
    sheet: name,
    heads: byColumn((column) => head[places[column]] ?? null),
    rows: rows.slice(headAt + 1).map(({ number, cells }) => ({
      number,
      ...byColumn((column) => (cells[places[column]] ?? '').replaceAll(/\s+/gu, ' ').trim()),
    })),
  };
}

function byColumn<T>(of: (column: Column) => T): Record<Column, T> {
  return {
    organization: of('organization'),
    name: of('name'),
    email: of('email'),
    position: of('position'),
    role: of('role'),
  };
}

function isHead(column: Column, cell: string): boolean {
  const words = cell
    .toLowerCase()
    .replaceAll(/[\s*]+/gu, ' ')
    .trim();
  return HEADS[column].some((head) => head.toLowerCase() === words);
}
