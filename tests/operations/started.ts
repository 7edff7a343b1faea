import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect } from 'vitest';
import { COMMAND } from '../support/run-opora.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** A user without rights of its own, to try what others than root meet. */
const NOBODY = 65_534;

/** Whether another user can be tried: only root may become one. */
export const mayBeOthers = process.getuid?.() === 0;
/** Another user than ours; empty: as we are. */
export type StartedAs = { readonly uid?: number; readonly gid?: number };

/** As whom a test runs a program that must not be root; as we are, where we are not. */
export const asNobody: StartedAs = mayBeOthers ? { uid: NOBODY, gid: NOBODY } : {};

export type Started = {
  /** Everything printed so far. */
  readonly said: () => string;
  readonly pid: number;
  /** Waits for READY; fails with what was said when the program ends before. */
  readonly ready: () => Promise<void>;
  /** Asks it to stop and gives its exit status. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** Waits for its end and gives its exit status. */
  readonly ended: () => Promise<number | null>;
};

/** `npm start` of a checkout, without npm in between. */
export function startDemonstration(
  environment: Readonly<Record<string, string>>,
  as: StartedAs = {},
  checkout = ROOT,
): Started {
  return start(process.execPath, [path.join(checkout, 'tools', 'start.mjs')], environment, as);
}

/** `opora …`, as a process that goes on. */
export function startOpora(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  as: StartedAs = {},
): Started {
  return start(COMMAND, words, environment, as);
}

function start(
  program: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
  as: StartedAs,
): Started {
  const env = { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'silent', ...environment };
  const child = spawn(program, parameters, { env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], ...as });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  let hasEnded = false;
  const closed = once(child, 'close').then(([status]) => {
    hasEnded = true;
    return status as number | null;
  });
  return {
    said: () => said,
    pid: child.pid ?? 0,
    ready: async () => {
      await expect.poll(() => hasEnded || /^READY /mu.test(said), { timeout: 120_000, interval: 100 }).toBe(true);
      expect(said).toMatch(/^READY /mu);
    },
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return closed;
    },
    ended: () => closed,
  };
}
