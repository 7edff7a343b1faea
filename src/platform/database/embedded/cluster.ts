import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Binaries } from '#platform/database/embedded/binaries.ts';
import { embeddedBinaries } from '#platform/database/embedded/binaries.ts';
import { checkVersion, findHome } from '#platform/database/embedded/home.ts';
import { serverObstacle } from '#platform/database/embedded/server-obstacle.ts';
import { serverState } from '#platform/database/embedded/server-state.ts';
import { whileLocked } from '#platform/database/embedded/start-lock.ts';
import type { ServerUser } from '#platform/database/embedded/server-user.ts';

const run = promisify(execFile);

/** How to reach the embedded server: a Unix socket in a folder that only its user may enter. */
export type SocketAddress = { readonly host: string; readonly user: string; readonly database: string };

export type Cluster = {
  readonly address: SocketAddress;
  /** The folder that holds the database; another than asked for when the server's user could not reach that one. */
  readonly folder: string;
  /** Starts the server again if it has died in the meantime. */
  readonly revive: () => Promise<void>;
  /**
   * Stops the server, waiting for what it is doing; what was committed is on the disk. Nobody can begin to use it between
   * the question whether somebody does and the stop.
   */
  readonly stop: (isUsed?: () => Promise<boolean>) => Promise<void>;
};

const SUPERUSER = 'opora';
/** A path of a Unix socket holds at most 107 bytes; the name of the socket takes 15 of them. */
const LONGEST_SOCKET_FOLDER = 90;
const SOCKET_LOCK = '.s.PGSQL.5432.lock';
const READY_WITHIN_MS = 120_000;
const PAUSE_MS = 100;
/** Processes of a killed server need a moment to notice and to let go of its memory. */
const MOST_FAILURES = 20;
const LONGEST_LOG = 1_000_000;

/**
 * What was acknowledged is on the disk, whatever postgresql.conf says; memory for a laptop; a week of log that quotes no
 * values, because values are people's data.
 */
const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "''",
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '100',
  shared_buffers: '64MB',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/**
 * Starts the embedded PostgreSQL on a data folder, making the database cluster when there is none. A server that runs on
 * the folder already is used as it is; what a killed one left behind is cleared.
 *
 * @param dataFolder the folder of Opora's data; the cluster lives in its subfolder `postgresql`
 * @param begin runs before anybody else may start or stop the server: what connects here finds it running
 * @throws Obstacle when the folder or the server stands in the way
 */
export async function startCluster(
  dataFolder: string,
  begin: (address: SocketAddress) => Promise<void> = () => Promise.resolve(),
): Promise<Cluster> {
  const { home, user } = findHome(dataFolder);
  const folder = path.join(home, 'postgresql');
  const sockets = socketFolder(user, folder);
  const address = { host: sockets, user: SUPERUSER, database: 'opora' };
  const start = async () => {
    const binaries = embeddedBinaries(user, path.join(home, 'programs'));
    checkVersion(folder, binaries.major);
    if (!existsSync(path.join(folder, 'PG_VERSION'))) await makeCluster(binaries, user, folder);
    await startServer(binaries, user, folder, sockets);
    return binaries;
  };
  const binaries = await whileLocked(home, async () => {
    const started = await start();
    await begin(address);
    return started;
  });
  return {
    address,
    folder: home,
    revive: async () => {
      if (serverState(folder) !== 'ready') await whileLocked(home, start);
    },
    stop: (isUsed = () => Promise.resolve(false)) =>
      whileLocked(home, async () => {
        if (!(await isUsed())) await stopServer(binaries, user, folder);
      }),
  };
}

async function makeCluster(binaries: Binaries, user: ServerUser, folder: string): Promise<void> {
  // A cluster is complete when it has been renamed to its place: one that was killed while being made is made anew.
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  if (user) chownSync(half, user.uid, user.gid);
  const parameters = [
    `--pgdata=${half}`,
    `--username=${SUPERUSER}`,
    // Only a process that may enter the folder of the socket reaches the server at all.
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=ru',
    '--locale=C.UTF-8',
    '--data-checksums',
  ];
  try {
    await serverProgram(binaries.initdb, user, parameters);
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw serverObstacle(error, folder);
  }
}

/**
 * Starts the server and waits until it answers. Whatever a crash left behind is met here: a lock without its process, a
 * lock that names a foreign one, processes of a killed server that still hold its memory, another start or stop under way.
 */
async function startServer(binaries: Binaries, user: ServerUser, folder: string, sockets: string): Promise<void> {
  const log = path.join(folder, 'server.log');
  const deadline = performance.now() + READY_WITHIN_MS;
  let failures = 0;
  for (;;) {
    const state = serverState(folder);
    if (state === 'ready') return;
    if (state === 'none') {
      // PostgreSQL takes any living process that a lock names for a server of its own.
      // The same goes for the lock beside the socket, whose folder nobody else uses.
      rmSync(path.join(folder, 'postmaster.pid'), { force: true });
      rmSync(path.join(sockets, SOCKET_LOCK), { force: true });
      boundLog(log);
      try {
        await serverProgram(binaries.pgCtl, user, startParameters(folder, log, sockets));
      } catch (error) {
        failures += 1;
        const obstacle = serverObstacle(error, folder);
        const isHopeless = obstacle.obstacle === 'disk-full' || failures > MOST_FAILURES;
        if (isHopeless || performance.now() > deadline) throw obstacle;
      }
    } else if (performance.now() > deadline)
      throw serverObstacle(new Error(`the server is ${state} for too long`), folder);
    await pause(PAUSE_MS);
  }
}

function startParameters(folder: string, log: string, sockets: string): string[] {
  const settings = Object.entries(SERVER_SETTINGS).map(([name, value]) => `-c ${name}=${value}`);
  return [
    'start',
    '--wait',
    `--timeout=${READY_WITHIN_MS / 1000}`,
    `--pgdata=${folder}`,
    `--log=${log}`,
    `--options=-k "${sockets}" ${settings.join(' ')}`,
  ];
}

/** The server starts its own log by the day of the week; what is said before that is kept for one more start. */
function boundLog(log: string): void {
  if (existsSync(log) && statSync(log).size > LONGEST_LOG) renameSync(log, `${log}.old`);
}

async function stopServer(binaries: Binaries, user: ServerUser, folder: string): Promise<void> {
  if (serverState(folder) === 'none') return;
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
