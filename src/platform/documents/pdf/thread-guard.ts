/**
 * Processor time in milliseconds that one file may take. Time on the clock would make the answer depend on what else the
 * machine does.
 */
const PROCESSOR_LIMIT = 7000;
/** Time on the clock, in milliseconds, after which a file is given up whatever the machine does. */
const CLOCK_LIMIT = 40_000;
/** Resident memory of the process, bytes: less than the 500 MB that a file may cost. */
const MEMORY_LIMIT = 410 * 1024 * 1024;
/** What a file may take where the process is large already, bytes. */
const MEMORY_LEAST = 200 * 1024 * 1024;
/** So often the thread is looked at, in milliseconds: it fills some ten megabytes in this time. */
const INTERVAL = 20;

/**
 * Looks after a thread from outside while it reads a file: calls `onExceeded` once when the process takes more time or
 * memory than a file may cost. Limits of the thread itself see neither buffers nor time. Returns how to stop looking.
 */
export function guardThread(onExceeded: () => void): () => void {
  const start = process.cpuUsage();
  const began = performance.now();
  const memory = Math.max(MEMORY_LIMIT, process.memoryUsage.rss() + MEMORY_LEAST);
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(start);
    const isLong = (user + system) / 1000 > PROCESSOR_LIMIT || performance.now() - began > CLOCK_LIMIT;
    if (!isLong && process.memoryUsage.rss() <= memory) return;
    clearInterval(timer);
    onExceeded();
  }, INTERVAL);
  return () => {
    clearInterval(timer);
  };
}
