import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Manifest } from '#features/installation/backup/manifest.ts';
import { MANIFEST_NAME, parseManifest } from '#features/installation/backup/manifest.ts';
import { isStorable } from '#features/installation/backup/stored-files.ts';
import type { TarEntry } from '#platform/archive/tar.ts';
import { readTar } from '#platform/archive/tar.ts';

/** What is wrong with a file that should be a backup; `part` names the entry. */
export type BackupFault = { readonly code: 'missing' | 'not-a-backup' | 'damaged'; readonly part: string };

/** The entries of a backup in their order. */
export function backupEntries(archive: string): AsyncGenerator<TarEntry> {
  const unpacked = createGunzip();
  pipeline(createReadStream(archive), unpacked, () => undefined);
  return readTar(unpacked);
}

/** Reads a whole backup and compares every part with its checksum. */
export async function checkBackup(
  archive: string,
): Promise<{ readonly ok: true; readonly manifest: Manifest } | { readonly ok: false; readonly fault: BackupFault }> {
  const wrong = (code: BackupFault['code'], part = '') => ({ ok: false, fault: { code, part } }) as const;
  const found: Manifest['parts'] = [];
  let manifest: Manifest | null = null;
  try {
    for await (const { name, size, content } of backupEntries(archive)) {
      if (name === MANIFEST_NAME) {
        manifest = parseManifest(await textOf(content));
        continue;
      }
      // The manifest comes last; nothing is read before everything was.
      if (manifest !== null) return wrong('damaged', name);
      const hash = createHash('sha256');
      for await (const piece of content) hash.update(piece);
      found.push({ name, size, sha256: hash.digest('hex') });
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return wrong('missing');
    return wrong(
      found.length === 0 ? 'not-a-backup' : 'damaged',
      manifest === null ? found.at(-1)?.name : MANIFEST_NAME,
    );
  }
  if (manifest === null) return wrong(found.length === 0 ? 'not-a-backup' : 'damaged', MANIFEST_NAME);
  for (const [place, part] of manifest.parts.entries()) {
    const other = found[place];
    if (other?.name !== part.name || other.size !== part.size || other.sha256 !== part.sha256)
      return wrong('damaged', part.name);
  }
  if (found.length !== manifest.parts.length) return wrong('damaged', found[manifest.parts.length]?.name);
  const astray = manifest.files.find(({ path }) => !isStorable(path));
  return astray ? wrong('damaged', astray.path) : { ok: true, manifest };
}

async function textOf(content: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
