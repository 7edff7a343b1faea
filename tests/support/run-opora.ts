import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

export type Ended = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** The command as it is in the checkout. */
export const COMMAND = path.resolve(import.meta.dirname, '../../bin/opora');

/** Runs the real `bin/opora` in Russian, as a person would, and waits for its end. */
export function runOpora(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  command = COMMAND,
): Promise<Ended> {
  return ended(start(words, 'ignore', environment, command));
}

/** The same with `content` coming through a pipe on standard input; nothing and no end where it is null. */
export function pipeIntoOpora(words: readonly string[], content: string | Uint8Array | null): Promise<Ended> {
  const child = start(words, 'pipe');
  // The command may have had enough before all of it is written.
  child.stdin?.on('error', () => undefined);
  if (content !== null) child.stdin?.end(content);
  return ended(child);
}

function start(
  words: readonly string[],
  input: 'ignore' | 'pipe',
  environment: Readonly<Record<string, string>> = {},
  command = COMMAND,
): ChildProcess {
  const env = { PATH: process.env['PATH'] ?? '', ...environment };
  return spawn(command, words, { env, stdio: [input, 'pipe', 'pipe'] });
}

function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
