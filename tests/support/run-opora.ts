import { spawn } from 'node:child_process';
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
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      env: { PATH: process.env['PATH'] ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
