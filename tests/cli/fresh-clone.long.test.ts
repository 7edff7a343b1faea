import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runOpora } from '../support/run-opora.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** The tests run on a Node of the project; a fresh machine brings its own, which may be older. */
const PLAIN_PATH = '/usr/local/bin:/usr/bin:/bin';

const hasGit = spawnSync('git', ['rev-parse'], { cwd: ROOT }).status === 0;
const hasNode = spawnSync('node', ['--version'], { env: { PATH: PLAIN_PATH } }).status === 0;
const hasRegistry = spawnSync('npm', ['ping'], { cwd: ROOT, timeout: 30_000 }).status === 0;
const obstacle = [
  hasGit || 'no git checkout',
  hasNode || 'no Node of the system',
  hasRegistry || 'no npm registry',
].find((each) => each !== true);

test.skipIf(obstacle !== undefined)(
  `two commands started at once on a bare clone install once and both answer${obstacle === undefined ? '' : ` (${obstacle})`}`,
  async () => {
    const folder = await temporaryFolder();
    const clone = path.join(folder.path, 'opora');
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${ROOT}`, clone]);
    const environment = { PATH: PLAIN_PATH, HOME: process.env['HOME'] ?? folder.path };
    const command = path.join(clone, 'bin/opora');

    const both = await Promise.all([1, 2].map(() => runOpora(['--version'], environment, command)));
    for (const { status, stdout, stderr } of both) {
      expect(stderr).toContain('installing missing packages');
      expect({ status, stdout }).toEqual({ status: 0, stdout: '0.1.0\n' });
    }
    expect(await runOpora(['--version'], environment, command)).toMatchObject({ status: 0, stderr: '' });
  },
);
