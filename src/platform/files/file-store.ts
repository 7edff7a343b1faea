import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Bytes that lie safely on the disk, by their hash; a record in `stored_file` says whose they are. */
export type KeptFile = { readonly sha256: string; readonly bytes: number };

/**
 * Keeps bytes in the data folder under their hash, once however often they come. When it returns, they are on the disk: a
 * record that names them may be committed. Bytes without a record are nobody's and harm nobody.
 *
 * @param dataFolder `config.dataFolder`
 */
export async function keepFile(dataFolder: string, bytes: Uint8Array): Promise<KeptFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kept: KeptFile = { sha256, bytes: bytes.byteLength };
  const file = placeOf(dataFolder, sha256);
  if ((await stat(file).catch(() => null))?.size === kept.bytes) return kept;
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const half = path.join(folder, `.${sha256}.${randomUUID()}`);
  try {
    const handle = await open(half, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  await synced(folder);
  return kept;
}

/** The bytes under a hash. Throws when they are gone or are not what was kept: both are defects of the disk. */
export async function readKeptFile(dataFolder: string, sha256: string): Promise<Buffer> {
  const bytes = await readFile(placeOf(dataFolder, sha256));
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error(`the kept file ${sha256} is not what it was`);
  return bytes;
}

/** Two letters of the hash make a folder, so that no folder grows beyond what tools like. */
function placeOf(dataFolder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new Error('no hash of a file');
  return path.join(dataFolder, 'files', sha256.slice(0, 2), sha256);
}

/** A renamed file survives a crash only when its folder is on the disk, too. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
