import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** `busy`: it is starting, recovering or stopping. */
export type ServerState = 'none' | 'busy' | 'ready';

/** The line of the lock in which the server tells how it is. */
const STATUS_LINE = 7;

/**
 * Whether a database server runs on the folder. The lock alone does not tell: after a crash or a restart of the machine
 * the process it names may be gone, or be another one.
 */
export function serverState(folder: string): ServerState {
  const lock = readLock(folder);
  if (lock === null || !worksIn(lock.pid, folder)) return 'none';
  return lock.status === 'ready' ? 'ready' : 'busy';
}

/** The process that the lock names, if it is the server of this folder. */
export function serverProcess(folder: string): number | null {
  const lock = readLock(folder);
  return lock !== null && worksIn(lock.pid, folder) ? lock.pid : null;
}

function readLock(folder: string): { readonly pid: number; readonly status: string } | null {
  try {
    const lines = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, status: lines[STATUS_LINE]?.trim() ?? '' } : null;
  } catch {
    return null;
  }
}

/** A server works in its own data folder, and nothing else does. */
function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false;
  }
}
