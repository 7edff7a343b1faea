import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The system user that the database server runs as; null: as whoever runs Opora. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null;

const NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root. Where Opora is started by root, the server runs as the system user `postgres`, which
 * is made when the machine has none.
 */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return null;
  const known = findUser(NAME);
  if (known) return known;
  execFileSync('groupadd', ['--system', '--force', NAME], { stdio: 'pipe' });
  execFileSync('useradd', ['--system', '--gid', NAME, '--no-create-home', '--shell', '/usr/sbin/nologin', NAME], {
    stdio: 'pipe',
  });
  const made = findUser(NAME);
  if (!made) throw new Error(`the system user ${NAME} could not be made`);
  return made;
}

/** Whether the server user may pass every folder above the path; the path itself need not exist. */
export function isReachableBy(user: ServerUser, place: string): boolean {
  for (let folder = path.dirname(path.resolve(place)); ; folder = path.dirname(folder)) {
    if (existsSync(folder) && !mayEnter(user, folder)) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

function mayEnter(user: ServerUser, folder: string): boolean {
  if (user === null) {
    try {
      accessSync(folder, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  }
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return (mode & bit) !== 0;
}

function findUser(name: string): ServerUser {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}
