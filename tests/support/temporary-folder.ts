import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

export type TemporaryFolder = {
  readonly path: string;
  /** Writes a file into the folder and gives its path. */
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
};

/** A folder that is gone when the test ends. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'opora-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return {
    path: folder,
    write: async (name, content) => {
      const file = path.join(folder, name);
      await writeFile(file, content);
      return file;
    },
  };
}
