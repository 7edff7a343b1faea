import type pg from 'pg';
import type { Batch } from '#platform/database/batch.ts';

/**
 * Writes down what is sent to the database over a pool from now on.
 *
 * @returns the statements since the last question, in the order in which they were sent
 */
export function recordStatements(pool: pg.Pool): () => readonly string[] {
  let sent: string[] = [];
  const seen = new WeakSet<pg.PoolClient>();
  const record = (client: pg.PoolClient) => {
    if (seen.has(client)) return;
    seen.add(client);
    const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
    const recorded = (statement: unknown, ...rest: unknown[]) => {
      sent.push(...textsOf(statement));
      return query(statement, ...rest);
    };
    Object.assign(client, { query: recorded });
  };
  pool.on('acquire', record);
  return () => {
    const since = sent;
    sent = [];
    return since;
  };
}

/** The built pages have a class of their own for what travels together, so it is known by its shape. */
function textsOf(query: unknown): string[] {
  if (typeof query === 'string') return [query];
  const { text, statements } = query as { readonly text?: string } & Partial<Pick<Batch, 'statements'>>;
  return statements?.map((statement) => statement.text) ?? [text ?? ''];
}
