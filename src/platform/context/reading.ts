import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import {
  DefaultQueryExecutor,
  PostgresAdapter,
  PostgresDialect,
  PostgresDriver,
  PostgresQueryCompiler,
  Transaction,
} from 'kysely';
import type { Row, Statement } from '#platform/database/batch.ts';
import { sendAtOnce } from '#platform/database/batch.ts';
import type { Database } from '#platform/database/connect.ts';
import type { DB } from '#platform/database/schema.generated.ts';

/** Who reads: what row-level security is told. */
export type Reading = { readonly personId: string; readonly scopes: readonly string[] };

type Waiting = {
  readonly statement: Statement;
  readonly resolve: (rows: Row[]) => void;
  readonly reject: (error: unknown) => void;
};

/** Makes the acting person known for one transaction, which can only read. */
const ACT = `select set_config('role', 'opora_request', true), set_config('opora.scopes', $1, true),
  set_config('opora.person', $2, true), set_config('transaction_read_only', 'on', true)`;

/**
 * A reader that acts as a person. Statements asked for at the same moment travel together, each time behind the statement
 * that sets the role and the places: were it to fail, none of them would run.
 */
export function readerAs({ pool }: Database, { personId, scopes }: Reading): Transaction<DB> {
  const act: Statement = { name: 'act', text: ACT, values: [`{${scopes.join(',')}}`, personId] };
  let waiting: Waiting[] = [];
  const flush = () => {
    const going = waiting;
    waiting = [];
    sendAtOnce(pool, [act, ...going.map(({ statement }) => statement)]).then(
      ([, ...answers]) => {
        going.forEach(({ resolve }, place) => {
          resolve(answers[place] ?? []);
        });
      },
      (error: unknown) => {
        for (const { reject } of going) reject(error);
      },
    );
  };
  const ask = (statement: Statement): Promise<Row[]> =>
    new Promise((resolve, reject) => {
      // After all promises that are ready now: whatever is asked for side by side has then been asked.
      if (waiting.length === 0) process.nextTick(flush);
      waiting.push({ statement, resolve, reject });
    });
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      const { sql, parameters } = query;
      const name = 'name' in query && typeof query.name === 'string' ? { name: query.name } : {};
      return { rows: (await ask({ text: sql, values: parameters, ...name })) as R[] };
    },
    streamQuery: () => {
      throw new Error('readers do not stream');
    },
  };
  const executor = new DefaultQueryExecutor(compiler, adapter, {
    provideConnection: (consumer) => consumer(connection),
  });
  return new Transaction<DB>({ config: { dialect }, dialect, driver, executor });
}

const noPool = { pool: () => Promise.reject(new Error('readers have no connection of their own')) };
const dialect = new PostgresDialect(noPool);
const driver = new PostgresDriver(noPool);
const compiler = new PostgresQueryCompiler();
const adapter = new PostgresAdapter();
