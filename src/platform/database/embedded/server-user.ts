import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The system user that the database server runs as; null: as whoever runs Opora. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null;

const NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root. Where Opora is started by root, the server runs as the owner of the folder, so that
 * root and the service may use one installation in turn; where root owns that too, as the system user `postgres`, which is
 * made when the machine has none.
 *
 * @param folders the folder of the database and those above it: the first that is there tells
 */
export function serverUser(...folders: readonly string[]): ServerUser {
  if (process.getuid?.() !== 0) return null;
  const there = folders.find((folder) => existsSync(folder));
  const owner = there === undefined ? null : statSync(there);
  if (owner !== null && owner.uid !== 0 && isNamed(owner.uid)) return { uid: owner.uid, gid: owner.gid };
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

/** The name of a user of this machine, else the number. */
export function userName(uid: number): string {
  return users().find(([, , id]) => Number(id) === uid)?.[0] ?? String(uid);
}

/** PostgreSQL runs as users of this machine only. */
function isNamed(uid: number): boolean {
  return users().some(([, , id]) => Number(id) === uid);
}

function users(): string[][] {
  return readFileSync('/etc/passwd', 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(':'));
}

function findUser(name: string): ServerUser {
  const [, , uid, gid] = users().find(([known]) => known === name) ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}
