/**
 * Set-up of a run of tests: names the folder of its database server, and stops the server when one was started. With
 * `OPORA_TEST_POSTGRESQL` (the folder of the programs of another PostgreSQL) that one is started instead of the embedded.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCluster } from '#platform/database/embedded/cluster.ts';
import { serverUser } from '#platform/database/embedded/server-user.ts';

export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'opora-tests-'));
  const programs = process.env['OPORA_TEST_POSTGRESQL'] ?? '';
  const stop = programs === '' ? embedded(folder) : started(programs, folder);
  return async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Started by the first test that asks (`tests/support/database.ts`). */
function embedded(folder: string): () => Promise<void> {
  process.env['OPORA_TEST_SERVER'] = folder;
  return async () => {
    if (existsSync(path.join(folder, 'postgresql'))) await (await startCluster(folder)).stop();
  };
}

/** A server of its own, in its own folder and on no port, whatever else of PostgreSQL runs on the machine. */
function started(programs: string, folder: string): () => Promise<void> {
  const user = serverUser();
  chmodSync(folder, 0o755);
  const [data, sockets] = ['data', 'sockets'].map((name) => {
    const made = path.join(folder, name);
    mkdirSync(made, { mode: 0o700 });
    if (user) chownSync(made, user.uid, user.gid);
    return made;
  });
  const run = (name: string, ...parameters: string[]) =>
    execFileSync(path.join(programs, name), [`--pgdata=${data}`, ...parameters], {
      ...(user ?? {}),
      cwd: '/',
      stdio: 'ignore',
    });
  run('initdb', '--username=opora', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8');
  run('pg_ctl', 'start', '--wait', `--options=-k ${sockets} -c listen_addresses='' -c fsync=off`);
  process.env['OPORA_TEST_SOCKET'] = sockets;
  return () => {
    run('pg_ctl', 'stop', '--wait', '--mode=fast');
    return Promise.resolve();
  };
}
