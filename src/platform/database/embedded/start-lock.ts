import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 50;

/**
 * Does the work while no other process works under the same lock. The lock is a name of a socket without a file: the
 * system gives it to one process at a time and takes it back when that process dies, so that no lock is ever left behind.
 */
export async function whileLocked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const id = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24);
  const lock = createServer();
  while (!(await isTaken(lock, `\0opora-start-${id}`))) await pause(PAUSE_MS);
  try {
    return await work();
  } finally {
    await new Promise((resolve) => lock.close(resolve));
  }
}

function isTaken(lock: ReturnType<typeof createServer>, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException) => {
      lock.off('listening', taken);
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    const taken = () => {
      lock.off('error', refused);
      resolve(true);
    };
    lock.once('error', refused).once('listening', taken).listen(name);
  });
}
