import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const LEFT_OUT = new Set(['node_modules', '.git', '.cache', 'coverage']);

/**
 * Files of the project, as paths from its root: what version control knows or would take. Outside a checkout (an unpacked
 * archive) everything but packages and caches.
 */
export function projectFiles(): string[] {
  try {
    const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
    const files = list.split('\0').filter((file) => file !== '' && existsSync(file));
    if (files.length > 0) return files;
  } catch {
    // No git here, or no checkout.
  }
  return walk('.');
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? walk(file) : [file];
  });
}
