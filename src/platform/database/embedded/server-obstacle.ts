import { existsSync, readdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { CLOSED, codeOf, NO_ROOM, Obstacle } from '#platform/obstacle.ts';

/** How a server that ends tells why. */
const LAST_WORDS = /(?:FATAL|PANIC|ERROR|error): +(.+)$/u;
/** With less room than this not even a log can be written. */
const NO_DISK = 1024 ** 2;

/**
 * Why a program of PostgreSQL has failed, from what it printed and from the last words of the server in its logs.
 *
 * @param folder the folder of the cluster
 */
export function serverObstacle(error: unknown, folder: string): Obstacle {
  const printed = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const reason = error instanceof Error ? error.message : String(error);
  const said = [...printed.split('\n'), ...logged(folder)].filter((line) => line.trim() !== '');
  const words = LAST_WORDS.exec(said.findLast((line) => LAST_WORDS.test(line)) ?? '')?.[1] ?? reason;
  if (NO_ROOM.has(codeOf(error)) || words.includes('No space left on device') || isFull(folder))
    return new Obstacle('disk-full', path.dirname(folder), error);
  if (CLOSED.has(codeOf(error))) return new Obstacle('folder-closed', path.dirname(folder), error);
  return new Obstacle('server-does-not-start', words, error);
}

function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(path.dirname(folder));
  return bavail * bsize < NO_DISK;
}

/** The last lines of the log that the server began with, and of the newest of those it keeps by the day. */
function logged(folder: string): string[] {
  const days = path.join(folder, 'log');
  const newest = (existsSync(days) ? readdirSync(days) : [])
    .map((name) => path.join(days, name))
    .toSorted((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs)
    .at(-1);
  return [path.join(folder, 'server.log'), newest].flatMap((file) =>
    file !== undefined && existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5) : [],
  );
}
