import pg from 'pg';
import type { FieldDef, Pool, PoolClient } from 'pg';
import { prepareValue } from 'pg/lib/utils.js';

/** A statement; one with a name is parsed and planned once per connection, so a name must always mean the same text. */
export type Statement = { readonly text: string; readonly values: readonly unknown[]; readonly name?: string };

export type Row = Record<string, unknown>;

/**
 * Sends statements to the database at once and as one transaction: one way there and back, whatever their number. What is
 * set for the transaction by one (`set_config(…, true)`) holds for those after it, and when one fails, those after it are
 * not run at all.
 *
 * @returns the rows of each statement
 */
export async function sendAtOnce(pool: Pool, statements: readonly Statement[]): Promise<Row[][]> {
  const client = await pool.connect();
  let failed = true;
  try {
    const rows = await new Promise<Row[][]>((resolve, reject) => {
      client.query(new Batch(client, statements, resolve, reject));
    });
    failed = false;
    return rows;
  } finally {
    // After a failure nobody knows which of its statements the server has prepared.
    client.release(failed);
  }
}

/** What the driver offers to those who speak the protocol themselves; its own queries and cursors use the same. */
type Wire = {
  readonly stream: { readonly cork: () => void; readonly uncork: () => void };
  readonly parse: (message: { readonly text: string; readonly name: string }) => void;
  readonly bind: (message: { readonly statement: string; readonly values: readonly unknown[] }) => void;
  readonly describe: (message: { readonly type: 'P'; readonly name: string }) => void;
  readonly execute: (message: { readonly portal: string }) => void;
  readonly sync: () => void;
};

const parserOf = pg.types.getTypeParser as (type: number, format: 'text') => (text: string) => unknown;

type Field = { readonly name: string; readonly read: (text: string) => unknown };

/** The statements that a connection has prepared, with the columns of their rows. */
const prepared = new WeakMap<PoolClient, Map<string, readonly Field[]>>();

/** Statements between two points of synchronisation: the driver calls it as it calls its own queries. */
export class Batch {
  readonly statements: readonly Statement[];
  readonly #known: Map<string, readonly Field[]>;
  readonly #fields: (readonly Field[])[];
  readonly #values: readonly (readonly unknown[])[];
  readonly #rows: Row[][];
  readonly #resolve: (rows: Row[][]) => void;
  readonly #reject: (error: unknown) => void;
  #at = 0;

  constructor(
    client: PoolClient,
    statements: readonly Statement[],
    resolve: (rows: Row[][]) => void,
    reject: (error: unknown) => void,
  ) {
    this.statements = statements;
    this.#known = prepared.get(client) ?? new Map<string, readonly Field[]>();
    prepared.set(client, this.#known);
    this.#fields = statements.map(({ name }) => (name === undefined ? undefined : this.#known.get(name)) ?? []);
    // Before anything is written: a value that cannot be sent must not leave half a message behind.
    this.#values = statements.map(({ values }) => values.map((value) => prepareValue(value)));
    this.#rows = statements.map(() => []);
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: unknown): null {
    const wire = connection as Wire;
    const parsed = new Set<string>();
    wire.stream.cork();
    try {
      this.statements.forEach(({ text, name = '' }, place) => {
        const isKnown = name !== '' && this.#known.has(name);
        if (!isKnown && !parsed.has(name)) wire.parse({ text, name });
        if (name !== '') parsed.add(name);
        wire.bind({ statement: name, values: this.#values[place] ?? [] });
        if (!isKnown) wire.describe({ type: 'P', name: '' });
        wire.execute({ portal: '' });
      });
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
    return null;
  }

  handleRowDescription({ fields }: { readonly fields: readonly FieldDef[] }): void {
    this.#fields[this.#at] = fields.map(({ name, dataTypeID }) => ({
      name,
      read: parserOf(dataTypeID, 'text'),
    }));
  }

  handleDataRow({ fields: cells }: { readonly fields: readonly (string | null)[] }): void {
    const row: Row = {};
    const fields = this.#fields[this.#at] ?? [];
    for (let place = 0; place < fields.length; place += 1) {
      const field = fields[place];
      const cell = cells[place];
      if (field) row[field.name] = cell === null || cell === undefined ? null : field.read(cell);
    }
    this.#rows[this.#at]?.push(row);
  }

  handleCommandComplete(): void {
    this.#at += 1;
  }

  handleEmptyQuery(): void {
    this.#at += 1;
  }

  handleError(error: unknown): void {
    // The driver's trace begins at the socket; this one tells at least which statement it was.
    if (error instanceof Error) error.stack = `${error.stack ?? ''}\n${this.statements[this.#at]?.text ?? ''}`;
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    this.statements.forEach(({ name }, place) => {
      if (name !== undefined) this.#known.set(name, this.#fields[place] ?? []);
    });
    this.#resolve(this.#rows);
  }
}
