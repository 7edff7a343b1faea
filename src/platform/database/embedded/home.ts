import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ServerUser } from '#platform/database/embedded/server-user.ts';
import { isReachableBy, serverUser, userName } from '#platform/database/embedded/server-user.ts';
import { CLOSED, codeOf, Obstacle } from '#platform/obstacle.ts';

/** Where the database of a data folder is when the server's user cannot reach that folder. */
const ELSEWHERE = '/var/lib/opora';

/**
 * The folder that holds the embedded database, made when it is not there, and the user its server runs as. It is the data
 * folder itself, or, for root, a place that the server's user can reach when it cannot reach that one.
 *
 * @throws Obstacle when the folder is none, or belongs to somebody else
 */
export function findHome(dataFolder: string): { readonly home: string; readonly user: ServerUser } {
  const asked = path.resolve(dataFolder);
  if (existsSync(asked) && !statSync(asked).isDirectory()) throw new Obstacle('folder-is-a-file', asked);
  const id = createHash('sha256').update(asked).digest('hex').slice(0, 12);
  const elsewhere = path.join(ELSEWHERE, id);
  const user = serverUser(path.join(asked, 'postgresql'), asked);
  if (isReachableBy(user, path.join(asked, 'postgresql'))) return { home: made(asked), user };
  if (user === null) throw new Obstacle('folder-closed', asked);
  return { home: made(elsewhere), user: serverUser(path.join(elsewhere, 'postgresql')) };
}

/**
 * The embedded server reads only what its own major version wrote.
 *
 * @throws Obstacle when another version made the cluster
 */
export function checkVersion(folder: string, major: number): void {
  const file = path.join(folder, 'PG_VERSION');
  if (!existsSync(file)) return;
  const found = readFileSync(file, 'utf8').trim();
  if (found !== String(major)) throw new Obstacle('other-postgresql', found);
}

function made(home: string): string {
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
  } catch (error) {
    if (CLOSED.has(codeOf(error))) throw new Obstacle('folder-closed', home, error);
    throw error;
  }
  const cluster = path.join(home, 'postgresql');
  const uid = process.getuid?.();
  if (uid !== 0 && existsSync(cluster)) {
    const owner = statSync(cluster).uid;
    if (owner !== uid) throw new Obstacle('folder-of-another-user', `${home} — ${userName(owner)}`);
  }
  return home;
}
