import type { Stats } from 'node:fs';
import { constants, createReadStream, openSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { LONGEST_SILENCE, isStandardInput } from '#cli/standard-input.ts';

/** Why the system does not give a file. */
export type InputFailure =
  | 'missing'
  | 'folder'
  | 'device' // a disk, a terminal, a socket: nothing that ends, or nothing that is a document
  | 'silent' // a pipe into which nobody writes
  | 'forbidden'
  | 'unreadable';

export type Input =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'failure'; readonly failure: InputFailure }
  | { readonly kind: 'too-large'; readonly limit: number };

/** As large as the readers of formats take: no order comes near it. */
const LARGEST_FILE = 50 * 1024 * 1024;

/**
 * Reads a file, a pipe or standard input up to the limit of size. Never waits without end: devices and sockets are
 * refused, a silent pipe is given up. Only at a terminal, where a person types, there is no hurry.
 */
export async function readInput(file: string): Promise<Input> {
  try {
    if (isStandardInput(file)) return await readUpTo(process.stdin, process.stdin.isTTY);
    const stats = await stat(file);
    const failure = failureOfKind(stats);
    if (failure !== null) return { kind: 'failure', failure };
    if (stats.size > LARGEST_FILE) return { kind: 'too-large', limit: LARGEST_FILE };
    return await readUpTo(stats.isFIFO() ? openPipe(file) : createReadStream(file, { highWaterMark: 1024 * 1024 }));
  } catch (error) {
    return { kind: 'failure', failure: failureOfError(error) };
  }
}

/** Opening a pipe waits for its writer, and cannot be called off: unless it is opened so as not to block. */
function openPipe(file: string): Readable {
  const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}

async function readUpTo(stream: Readable, isPatient = false): Promise<Input> {
  const silence = new AbortController();
  const timer = isPatient ? null : setTimeout(() => silence.abort(), LONGEST_SILENCE);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of addAbortSignal(silence.signal, stream) as AsyncIterable<Buffer>) {
      timer?.refresh();
      length += chunk.length;
      if (length > LARGEST_FILE) return { kind: 'too-large', limit: LARGEST_FILE };
      chunks.push(chunk);
    }
    return { kind: 'bytes', bytes: Buffer.concat(chunks) };
  } catch (error) {
    if (silence.signal.aborted) return { kind: 'failure', failure: 'silent' };
    throw error;
  } finally {
    clearTimeout(timer ?? undefined);
  }
}

function failureOfKind(stats: Stats): InputFailure | null {
  if (stats.isDirectory()) return 'folder';
  return stats.isFile() || stats.isFIFO() ? null : 'device';
}

function failureOfError(error: unknown): InputFailure {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  if (code === 'EISDIR') return 'folder';
  if (code === 'EACCES' || code === 'EPERM') return 'forbidden';
  return 'unreadable';
}
