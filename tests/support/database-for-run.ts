/** Set-up of a run of tests: names the folder of its database server, and stops the server when one was started. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCluster } from '#platform/database/embedded/cluster.ts';

export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'opora-tests-'));
  process.env['OPORA_TEST_SERVER'] = folder;
  return async () => {
    if (existsSync(path.join(folder, 'postgresql'))) await (await startCluster(folder)).stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
