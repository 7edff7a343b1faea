import { hash } from 'node:crypto';
import type { CompiledQuery, Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.generated.ts';

/** Stands in a statement where a value will be. */
class Place {
  readonly parameter: string;

  constructor(parameter: string) {
    this.parameter = parameter;
  }
}

/**
 * A statement of fixed shape: put together once per process, prepared once per connection. For those that pages ask at every
 * visit; what depends on filters is put together each time.
 *
 * @param build gets stand-ins for the parameters, to be used as values and nothing else
 */
export function prepared<P extends Readonly<Record<string, unknown>>, R>(
  build: (reader: Kysely<DB>, parameters: P) => { readonly compile: (reader: Kysely<DB>) => CompiledQuery<R> },
): (reader: Kysely<DB>, parameters: P) => Promise<R[]> {
  let statement: (CompiledQuery<R> & { readonly name: string }) | undefined;
  return async (reader, parameters) => {
    statement ??= named(build(reader, PLACES as P).compile(reader));
    const values = statement.parameters.map((value) => (value instanceof Place ? parameters[value.parameter] : value));
    const { rows } = await reader.executeQuery<R>({ ...statement, parameters: values });
    return rows;
  };
}

/** Runs a statement as a prepared one. Only for texts of which there are few: each stays with its connections. */
export async function executePrepared<R>(
  reader: Kysely<DB>,
  query: { readonly compile: () => CompiledQuery<R> },
): Promise<R[]> {
  const { rows } = await reader.executeQuery<R>(named(query.compile()));
  return rows;
}

function named<R>(compiled: CompiledQuery<R>): CompiledQuery<R> & { readonly name: string } {
  return { ...compiled, name: hash('sha256', compiled.sql, 'base64url').slice(0, 20) };
}

const PLACES: unknown = new Proxy({}, { get: (_, parameter) => new Place(String(parameter)) });
