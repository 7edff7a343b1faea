// @ts-check
/**
 * Locks between processes of one checkout: two commands started at once must not install or build into the same folder.
 * Plain JavaScript without dependencies, because an older Node uses it on a bare clone.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ASK_AGAIN_MS = 200;

/**
 * Takes a lock, waiting for whoever holds it. A lock whose process is gone is void: that process was killed.
 * @param {string} lock the file that is the lock
 * @returns {() => void} gives the lock back
 */
export function takeLock(lock) {
  mkdirSync(path.dirname(lock), { recursive: true });
  const own = processNamed(process.pid) ?? String(process.pid);
  const aside = `${lock}.${process.pid}`;
  try {
    for (;;) {
      // Written aside and linked: nobody ever reads a lock that does not yet name its holder.
      writeFileSync(aside, own);
      if (link(aside, lock)) return () => rmSync(lock, { force: true });
      const holder = read(lock);
      if (holder !== null && !isAlive(holder)) removeVoid(lock, holder, aside);
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ASK_AGAIN_MS);
    }
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Removes the lock of a process that is gone, unless another one has just done so and taken the lock.
 * @param {string} lock
 * @param {string} holder what the void lock says
 * @param {string} aside
 */
function removeVoid(lock, holder, aside) {
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if (read(aside) !== holder) link(aside, lock);
}

/** @param {string} holder */
function isAlive(holder) {
  const pid = Number.parseInt(holder, 10);
  const named = processNamed(pid);
  if (named !== null) return named === holder;
  if (processNamed(process.pid) !== null) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/**
 * The number of a process and the moment of its start: numbers are given again, soonest of all in containers.
 * @param {number} pid
 * @returns {string | null} null when there is no such process, or no way to ask
 */
function processNamed(pid) {
  const stat = read(`/proc/${pid}/stat`);
  // The name of the program may hold anything, and ends with the last bracket; the start is the 20th field after it.
  return stat === null ? null : `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {boolean} whether `to` was free
 */
function link(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
