import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { runOpora, type Ended } from './run-opora.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

export type Measured = Ended & {
  /** Processor time, seconds: unlike time on the clock it does not grow when the machine is busy. */
  readonly seconds: number;
  /** The largest resident memory, megabytes; null where the system does not tell. */
  readonly megabytes: number | null;
};

/** Loaded before the command: notes at its end what it took. A child of a large process inherits that one's `maxRSS`, not its `VmHWM`. */
const NOTING = `
import { readFileSync, writeFileSync } from 'node:fs';
process.on('exit', () => {
  let peak = null;
  try {
    const found = /VmHWM:\\s+(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
    peak = found === null ? null : Number(found[1]) / 1024;
  } catch {}
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.OPORA_TEST_TAKEN, JSON.stringify({ seconds: (user + system) / 1e6, megabytes: peak }));
});
`;

/** Runs the real command and tells what it took. Compiled code is kept between runs of one folder. */
export async function measureOpora(words: readonly string[], folder: TemporaryFolder): Promise<Measured> {
  const noting = await folder.write('noting.mjs', NOTING);
  const taken = `${folder.path}/taken.json`;
  const ended = await runOpora(words, {
    NODE_OPTIONS: `--import=${pathToFileURL(noting).href}`,
    OPORA_TEST_TAKEN: taken,
  });
  const { seconds, megabytes } = JSON.parse(await readFile(taken, 'utf8')) as Omit<Measured, keyof Ended>;
  return { ...ended, seconds, megabytes };
}
