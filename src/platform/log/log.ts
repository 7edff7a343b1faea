import pino from 'pino';
import type { LogLevel } from '#platform/config/config.ts';

/** JSON lines for operators. Never a name, an address of a person, a token or a request's body. */
export type Log = pino.Logger;

/** A log on standard error: standard output belongs to what commands print. */
export function makeLog(level: LogLevel): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // Errors of the database driver may quote values of the query: only what kind of error it was is kept.
      serializers: { error: describeError },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const isOfDatabase = code !== undefined && /^[0-9A-Z]{5}$/u.test(code);
  return { kind: error.name, code, message: isOfDatabase ? undefined : error.message, frames: frames.slice(0, 8) };
}
