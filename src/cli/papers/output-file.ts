import { randomBytes } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';

/** Why the system does not take a file. */
export type OutputFailure = 'no-folder' | 'is-folder' | 'forbidden' | 'no-room' | 'not-written';

/** Writes the whole file or nothing: an older file of this name stays until the new one is complete. */
export async function writeOutput(file: string, bytes: Uint8Array): Promise<OutputFailure | null> {
  const beside = `${file}.${randomBytes(6).toString('hex')}.part`;
  try {
    const there = await stat(file).catch(() => null);
    if (there?.isDirectory() === true) return 'is-folder';
    // A device or a pipe takes bytes as they come.
    if (there !== null && !there.isFile()) await writeFile(file, bytes);
    else {
      await writeFile(beside, bytes);
      await rename(beside, file);
    }
    return null;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return failureOf(error);
  }
}

function failureOf(error: unknown): OutputFailure {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'no-folder';
  if (code === 'EISDIR') return 'is-folder';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'forbidden';
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'no-room' : 'not-written';
}
