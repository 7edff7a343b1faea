import { sql } from 'kysely';
import { may, placesFor } from '#domain/access/actor.ts';
import { isOoCode } from '#domain/organizations/codes.ts';
import { mayHangBelow } from '#domain/organizations/tree.ts';
import { readPassportFields } from '#features/organizations/card/organization-card.server.ts';
import { storedIn } from '#features/organizations/exchange/export-organizations.server.ts';
import type { Column, Stored } from '#features/organizations/exchange/layout.ts';
import { COLUMNS, passportColumns } from '#features/organizations/exchange/layout.ts';
import type { Context, Reader } from '#platform/context/context.ts';
import type { ReadRow, ReadSheet } from '#platform/sheets/read-sheet.ts';

/** What is wrong with a cell: where, what stands there, what should. */
export type ImportFault = {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
  /** A key of messages. */
  readonly expected: string;
};

export type PlannedChange = {
  readonly row: ReadRow;
  /** null: a new organisation. */
  readonly id: number | null;
  readonly name: string;
  readonly values: Readonly<Record<string, Stored>>;
  readonly fields: readonly { readonly title: string; readonly was: Stored; readonly became: Stored }[];
};

/** What an import would do. Nothing is done while there are faults. */
export type ImportPlan = {
  readonly head: readonly string[];
  readonly created: readonly PlannedChange[];
  readonly changed: readonly PlannedChange[];
  readonly unchanged: number;
  readonly faults: readonly ImportFault[];
};

type Existing = Readonly<Record<string, unknown>> & {
  readonly id: number;
  readonly path: string;
  readonly kind: string;
  readonly short_name: string;
  readonly parent: string | null;
};

/** Compares a table with what is stored: one query for all rows, whatever their number. */
export async function planImport(reader: Reader, ctx: Context, sheet: ReadSheet): Promise<ImportPlan> {
  const faults: ImportFault[] = [];
  const columns = [...COLUMNS, ...passportColumns(await readPassportFields(reader))];
  const [head, ...rows] = sheet.rows;
  const titles = head?.cells ?? [];
  const places = titles.map((title) =>
    columns.findIndex(({ titles: t }) => sameTitle(t.ru, title) || sameTitle(t.en, title)),
  );
  const say = (row: number, column: string, value: string, expected: string) =>
    faults.push({ sheet: sheet.name, row, column, value: value.slice(0, 100), expected });
  titles.forEach((title, at) => {
    if (title !== '' && (places[at] ?? -1) < 0) say(head?.number ?? 1, title, title, 'column');
    else if (title !== '' && places.indexOf(places[at] ?? -1) !== at)
      say(head?.number ?? 1, title, title, 'column-once');
  });
  if (!places.some((place) => columns[place]?.key === 'id' || columns[place]?.key === 'oo_code'))
    say(head?.number ?? 1, '', '', 'id-or-code');
  const plan = { head: titles, created: [], changed: [], unchanged: 0, faults };
  if (faults.length > 0) return plan;

  const book = new Book(await readExisting(reader, ctx), ctx);
  const created: PlannedChange[] = [];
  const changed: PlannedChange[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const values = readCells(row, places, columns, say);
    if (!values) continue;
    const judged = book.judge(row, values, columns, (key, expected) => {
      const column = columns.find((one) => one.key === key);
      const at = places.findIndex((place) => columns[place]?.key === key);
      say(row.number, column?.titles.ru ?? key, row.cells[at] ?? '', expected);
    });
    if (judged === 'faulty') continue;
    if (judged.id === null) created.push(judged);
    else if (judged.fields.length > 0) changed.push(judged);
    else unchanged += 1;
  }
  return { ...plan, created, changed, unchanged };
}

function sameTitle(one: string, other: string): boolean {
  return one.toLowerCase() === other.trim().toLowerCase();
}

function readCells(
  row: ReadRow,
  places: readonly number[],
  columns: readonly Column[],
  say: (row: number, column: string, value: string, expected: string) => void,
): Record<string, Stored> | null {
  const values: Record<string, Stored> = {};
  let wrong = 0;
  for (const [at, place] of places.entries()) {
    const column = columns[place];
    if (!column) continue;
    const written = row.cells[at] ?? '';
    const read = column.read(written);
    if ('value' in read) values[column.key] = read.value;
    else {
      say(row.number, column.titles.ru, written, read.expected);
      wrong += 1;
    }
  }
  return wrong === 0 ? values : null;
}

async function readExisting(reader: Reader, { actor }: Context): Promise<Existing[]> {
  const places = actor ? placesFor(actor, 'organization.import') : [];
  return reader
    .selectFrom('organization')
    .leftJoin('organization as parent', 'parent.id', 'organization.parent_id')
    .where(sql<boolean>`organization.path <@ any (${`{${places.join(',')}}`}::ltree[])`)
    .selectAll('organization')
    .select('parent.short_name as parent')
    .execute();
}

/** What is stored, and what the rows before have taken. */
class Book {
  private readonly byId = new Map<number, Existing>();
  private readonly byCode = new Map<string, Existing>();
  private readonly byName = new Map<string, Existing[]>();
  private readonly taken = new Set<string>();
  private readonly ctx: Context;

  constructor(existing: readonly Existing[], ctx: Context) {
    this.ctx = ctx;
    for (const one of existing) {
      this.byId.set(one.id, one);
      if (typeof one['oo_code'] === 'string') this.byCode.set(one['oo_code'], one);
      this.byName.set(one.short_name, [...(this.byName.get(one.short_name) ?? []), one]);
    }
  }

  judge(
    row: ReadRow,
    values: Readonly<Record<string, Stored>>,
    columns: readonly Column[],
    say: (key: string, expected: string) => void,
  ): PlannedChange | 'faulty' {
    const { id, oo_code: code } = values;
    const found =
      typeof id === 'string' ? this.byId.get(Number(id)) : typeof code === 'string' ? this.byCode.get(code) : undefined;
    if (typeof id === 'string' && !found) return fault(say, 'id', 'number-of-yours');
    const kind = values['kind'] ?? found?.kind ?? null;
    if (typeof kind !== 'string') return fault(say, 'kind', 'needed');
    if (found && kind !== found.kind) return fault(say, 'kind', 'kind-stays');
    if (typeof code === 'string' && !isOoCode(code, kind)) return fault(say, 'oo_code', 'oo-code');
    const holder = typeof code === 'string' ? this.byCode.get(code) : undefined;
    if (holder && holder !== found) return fault(say, 'oo_code', 'code-of-another');
    for (const key of [`code ${String(code)}`, `id ${String(found?.id)}`]) {
      if (/null|undefined/u.test(key)) continue;
      if (this.taken.has(key)) return fault(say, key.startsWith('id') ? 'id' : 'oo_code', 'once');
      this.taken.add(key);
    }
    return found ? this.difference(row, found, values, columns, say) : this.beginning(row, kind, values, say);
  }

  private difference(
    row: ReadRow,
    found: Existing,
    values: Readonly<Record<string, Stored>>,
    columns: readonly Column[],
    say: (key: string, expected: string) => void,
  ): PlannedChange | 'faulty' {
    if ('parent' in values && values['parent'] !== found.parent && found.parent !== null)
      return fault(say, 'parent', 'parent-stays');
    const opened = 'opened_on' in values ? values['opened_on'] : storedIn(found, 'opened_on');
    const closed = 'closed_on' in values ? values['closed_on'] : storedIn(found, 'closed_on');
    if (typeof opened === 'string' && typeof closed === 'string' && closed <= opened)
      return fault(say, 'closed_on', 'after-opening');
    const fields = columns.flatMap(({ key, titles }) => {
      if (!(key in values) || key === 'id' || key === 'parent') return [];
      const [was, became] = [storedIn(found, key), values[key] ?? null];
      return was === became ? [] : [{ title: titles.ru, was, became }];
    });
    return { row, id: found.id, name: found.short_name, values: { ...stored(found, columns), ...values }, fields };
  }

  private beginning(
    row: ReadRow,
    kind: string,
    values: Readonly<Record<string, Stored>>,
    say: (key: string, expected: string) => void,
  ): PlannedChange | 'faulty' {
    for (const key of ['official_name', 'short_name'])
      if (typeof values[key] !== 'string') return fault(say, key, 'needed');
    if (values['oo_code'] === undefined || values['oo_code'] === null) return fault(say, 'oo_code', 'code-of-new');
    const parents = this.byName.get(String(values['parent'])) ?? [];
    const [parent] = parents;
    if (!parent) return fault(say, 'parent', 'parent');
    if (parents.length > 1) return fault(say, 'parent', 'parent-unclear');
    const { actor } = this.ctx;
    if (!actor || !may(actor, 'organization.import', parent.path) || !mayHangBelow(kind, parent.kind))
      return fault(say, 'parent', 'parent');
    const { opened_on: opened, closed_on: closed } = values;
    if (typeof opened === 'string' && typeof closed === 'string' && closed <= opened)
      return fault(say, 'closed_on', 'after-opening');
    return {
      row,
      id: null,
      name: String(values['short_name']),
      values: { ...values, parent_id: parent.id },
      fields: [],
    };
  }
}

function fault(say: (key: string, expected: string) => void, key: string, expected: string): 'faulty' {
  say(key, expected);
  return 'faulty';
}

/** All columns of a record: what the table does not speak of stays. */
function stored(found: Existing, columns: readonly Column[]): Record<string, Stored> {
  return Object.fromEntries(columns.map(({ key }) => [key, storedIn(found, key)]));
}
