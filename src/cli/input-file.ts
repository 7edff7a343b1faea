import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** Why the disk does not give a file. */
export type InputFailure = 'missing' | 'folder' | 'forbidden' | 'unreadable';

export type Input =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'failure'; readonly failure: InputFailure }
  | { readonly kind: 'too-large'; readonly limit: number };

/** As large as the readers of formats take: no order comes near it. */
const LARGEST_FILE = 50 * 1024 * 1024;

/** Reads a file, or what a pipe gives, and stops at the limit: a device or a huge file must not fill the memory. */
export async function readInput(file: string): Promise<Input> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE) return { kind: 'too-large', limit: LARGEST_FILE };
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > LARGEST_FILE) return { kind: 'too-large', limit: LARGEST_FILE };
      chunks.push(chunk);
    }
    return { kind: 'bytes', bytes: Buffer.concat(chunks) };
  } catch (error) {
    return { kind: 'failure', failure: failureOf(error) };
  }
}

function failureOf(error: unknown): InputFailure {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  if (code === 'EISDIR') return 'folder';
  if (code === 'EACCES' || code === 'EPERM') return 'forbidden';
  return 'unreadable';
}
