import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** What is aimed at: milliseconds, milliseconds, megabytes, times the whole run of pandoc. */
export const LEVELS = { warm: 150, cold: 1200, memory: 300, pandoc: 2 } as const;

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Milliseconds of each of `times` runs; two runs before them warm the compiler up. */
export async function timesOf(times: number, run: () => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let index = -2; index < times; index += 1) {
    const begun = performance.now();
    await run();
    if (index >= 0) taken.push(performance.now() - begun);
  }
  return taken;
}

/** The baseline of warm times, so that machines can be compared: the least that any reader of a text does. */
export function countWords(bytes: Uint8Array): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of new TextDecoder().decode(bytes).matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const TELL_MEMORY = 'process.on("exit",()=>process.stderr.write(`\\nmaxRSS ${process.resourceUsage().maxRSS}`))';

/** The whole command in a process of its own: median of three runs, the first of all (which fills the compile cache) apart. */
export function coldRun(root: string, file: string): { readonly milliseconds: number; readonly megabytes: number } {
  const runs = [0, 1, 2, 3].map(() => {
    const begun = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${TELL_MEMORY}`, path.join(root, 'bin/opora'), 'parse', file],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    const milliseconds = performance.now() - begun;
    if (status !== 0) throw new Error(stderr);
    return { milliseconds, megabytes: Number(/maxRSS (\d+)$/u.exec(stderr)?.[1]) / 1024 };
  });
  return {
    milliseconds: median(runs.slice(1).map((run) => run.milliseconds)),
    megabytes: Math.max(...runs.map((run) => run.megabytes)),
  };
}
