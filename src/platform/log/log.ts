import pino from 'pino';
import type { LogLevel } from '#platform/config/config.ts';

/** JSON lines for operators (docs/security.md). Never a name, an address of a person, a token or a request's body. */
export type Log = pino.Logger;

/** A log on standard error: standard output belongs to what commands print. */
export function makeLog(level: LogLevel): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: describeError },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}

/** Errors that the language itself throws: their messages name parts of the program. */
const OF_THE_LANGUAGE: ReadonlySet<string> = new Set(['TypeError', 'ReferenceError', 'RangeError']);
/** What tells an operator more, and is no value: names of the schema, answers of a mail server. */
const TELLING = ['constraint', 'table', 'column', 'routine', 'syscall', 'responseCode'] as const;

/**
 * What an operator may know of an error. The database and the mail server quote in their messages what people typed, so of
 * such errors only names and codes are kept; of the messages of the language no word that may be a value.
 */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at [\x21-\x7e ]+:\d+:\d+\)?$/u.test(line));
  const isOfTheLanguage = code === undefined && OF_THE_LANGUAGE.has(error.name);
  const telling = TELLING.map((name) => [name, (error as unknown as Record<string, unknown>)[name]] as const);
  return {
    kind: error.name,
    code,
    message: isOfTheLanguage ? withoutValues(error.message) : undefined,
    ...Object.fromEntries(telling.filter(([, value]) => value !== undefined)),
    frames: frames.slice(0, 8),
  };
}

/** Words with letters that a program does not use, with signs of addresses or with many figures are left out. */
function withoutValues(message: string): string {
  return message
    .slice(0, 200)
    .split(' ')
    .map((word) => (/[^\x21-\x7e]|@|%|\d{4}/u.test(word) ? '…' : word))
    .join(' ');
}
