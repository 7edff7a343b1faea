import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from '#platform/database/embedded/binaries.ts';
import { embeddedBinaries } from '#platform/database/embedded/binaries.ts';
import type { ServerUser } from '#platform/database/embedded/server-user.ts';
import { isReachableBy, serverUser } from '#platform/database/embedded/server-user.ts';

const run = promisify(execFile);

/** How to reach the embedded server: a Unix socket in a folder that only its user may enter. */
export type SocketAddress = { readonly host: string; readonly user: string; readonly database: string };

export type Cluster = {
  readonly address: SocketAddress;
  /** The folder that holds the database; another than asked for when the server's user could not reach that one. */
  readonly folder: string;
  /** Stops the server, waiting for what it is doing; what was committed is on the disk. */
  readonly stop: () => Promise<void>;
};

const SUPERUSER = 'opora';
/** A path of a Unix socket holds at most 107 bytes; the name of the socket takes 15 of them. */
const LONGEST_SOCKET_FOLDER = 90;
const READY_WITHIN_S = 120;

/**
 * Starts the embedded PostgreSQL on a data folder, making the database cluster when there is none. A server that runs on
 * the folder already is used as it is; what a killed one left behind is cleared.
 *
 * @param dataFolder the folder of Opora's data; the cluster lives in its subfolder `postgresql`
 * @throws Error when the server cannot start; the message ends with what the server said
 */
export async function startCluster(dataFolder: string): Promise<Cluster> {
  const user = serverUser();
  const home = reachableHome(user, dataFolder);
  const folder = path.join(home, 'postgresql');
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const binaries = embeddedBinaries(user, path.join(home, 'programs'));
  const sockets = socketFolder(user, folder);
  if (!existsSync(path.join(folder, 'PG_VERSION'))) await makeCluster(binaries, user, folder);
  if (!(await isRunning(binaries, user, folder))) await startServer(binaries, user, folder, sockets);
  return {
    address: { host: sockets, user: SUPERUSER, database: 'opora' },
    folder: home,
    stop: () => stopServer(binaries, user, folder),
  };
}

/** The data folder itself, or a place that the server's user can reach when it cannot reach that one. */
function reachableHome(user: ServerUser, dataFolder: string): string {
  const asked = path.resolve(dataFolder);
  if (isReachableBy(user, path.join(asked, 'postgresql'))) return asked;
  const id = createHash('sha256').update(asked).digest('hex').slice(0, 12);
  return path.join('/var/lib/opora', id);
}

async function makeCluster(binaries: Binaries, user: ServerUser, folder: string): Promise<void> {
  // A cluster is complete when it has been renamed to its place: one that was killed while being made is made anew.
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  if (user) chownSync(half, user.uid, user.gid);
  await serverProgram(binaries.initdb, user, [
    `--pgdata=${half}`,
    `--username=${SUPERUSER}`,
    // Only a process that may enter the folder of the socket reaches the server at all.
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=ru',
    '--locale=C.UTF-8',
    '--data-checksums',
  ]);
  renameSync(half, folder);
}

async function startServer(binaries: Binaries, user: ServerUser, folder: string, sockets: string): Promise<void> {
  const log = path.join(folder, 'server.log');
  const options = ['-c', "listen_addresses=''", '-k', sockets, '-c', 'max_connections=60', '-c', 'shared_buffers=64MB'];
  const start = () =>
    serverProgram(binaries.pgCtl, user, [
      'start',
      '--wait',
      `--timeout=${READY_WITHIN_S}`,
      `--pgdata=${folder}`,
      `--log=${log}`,
      `--options=${options.map((option) => (option.includes(' ') ? `"${option}"` : option)).join(' ')}`,
    ]);
  try {
    await start();
  } catch (error) {
    // Another start may have been faster.
    if (await isRunning(binaries, user, folder)) return;
    if (!dropStaleLock(folder)) throw withLog(error, log);
    await start().catch((again: unknown) => {
      throw withLog(again, log);
    });
  }
}

/**
 * After a restart of the machine the lock may name a process that is alive and is not the server, which PostgreSQL cannot
 * tell from a running one of its own.
 */
function dropStaleLock(folder: string): boolean {
  const lock = path.join(folder, 'postmaster.pid');
  if (!existsSync(lock)) return false;
  const pid = readFileSync(lock, 'utf8').split('\n')[0] ?? '';
  const command = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
  if (/postgres/u.test(command)) return false;
  rmSync(lock, { force: true });
  return true;
}

async function isRunning(binaries: Binaries, user: ServerUser, folder: string): Promise<boolean> {
  try {
    await serverProgram(binaries.pgCtl, user, ['status', `--pgdata=${folder}`]);
    return true;
  } catch {
    return false;
  }
}

async function stopServer(binaries: Binaries, user: ServerUser, folder: string): Promise<void> {
  if (!(await isRunning(binaries, user, folder))) return;
  await serverProgram(binaries.pgCtl, user, ['stop', '--wait', '--mode=fast', `--pgdata=${folder}`]);
}

function socketFolder(user: ServerUser, folder: string): string {
  const near = path.join(path.dirname(folder), 'socket');
  const id = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const place = Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER ? near : path.join(tmpdir(), `opora-${id}`);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  chmodSync(place, 0o700);
  if (user) chownSync(place, user.uid, user.gid);
  else if (statSync(place).uid !== process.getuid?.()) throw new Error(`${place} belongs to another user`);
  return place;
}

async function serverProgram(program: string, user: ServerUser, parameters: readonly string[]): Promise<void> {
  const environment = { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  await run(program, parameters, { ...(user ?? {}), env: environment, cwd: '/' });
}

function withLog(error: unknown, log: string): Error {
  const said = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n') : '';
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`the embedded PostgreSQL does not start: ${reason}\n${said}`, { cause: error });
}
