import type { Client } from 'pg';
import pg from 'pg';

/** A table as a copy of the database needs it: its columns in their order, without computed ones. */
export type CopiedTable = { readonly name: string; readonly columns: readonly string[] };

export type SequenceState = { readonly name: string; readonly last: string; readonly called: boolean };

/** The schema writes it itself. */
const OWN_TABLES: ReadonlySet<string> = new Set(['migration']);

/** All tables of the schema, each behind those it refers to; references within a table do not count. */
export async function listTables(client: Client): Promise<CopiedTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     group by c.relname order by c.relname`,
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select distinct a.relname as from, b.relname as to
     from pg_constraint f join pg_class a on a.oid = f.conrelid join pg_class b on b.oid = f.confrelid
     where f.contype = 'f' and f.conrelid <> f.confrelid and a.relnamespace = 'public'::regnamespace`,
  );
  return inOrder(
    rows.filter(({ name }) => !OWN_TABLES.has(name)),
    references,
  );
}

function inOrder(
  tables: readonly CopiedTable[],
  references: readonly { readonly from: string; readonly to: string }[],
): CopiedTable[] {
  const placed: CopiedTable[] = [];
  const waiting = new Map(tables.map((table) => [table.name, table]));
  while (waiting.size > 0) {
    const next = [...waiting.values()].find(
      ({ name }) => !references.some(({ from, to }) => from === name && waiting.has(to)),
    );
    if (!next) throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`);
    waiting.delete(next.name);
    placed.push(next);
  }
  return placed;
}

/** Where the counters of ids stand. They never go back, so they are at least where the copied rows need them. */
export async function readSequences(client: Client): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `select sequencename as name from pg_sequences where schemaname = 'public' order by 1`,
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${pg.escapeIdentifier(name)}`,
    );
    if (state.rows[0]) states.push({ name, ...state.rows[0] });
  }
  return states;
}

/** Sets the counters of ids. */
export async function writeSequences(client: Client, states: readonly SequenceState[]): Promise<void> {
  for (const { name, last, called } of states)
    await client.query('select setval($1::regclass, $2, $3)', [pg.escapeIdentifier(name), last, called]);
}

/** `"journal_change" ("entry_id", …)`, as COPY takes it. */
export function copyTarget({ name, columns }: CopiedTable): string {
  return `${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;
}
