import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildPages } from '../../../tools/build.mjs';
import { COMMAND } from '../run-opora.ts';

export type ServedOpora = {
  readonly port: number;
  /** All that it has printed and logged so far. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
};

/** Runs the real `opora serve` as an operator would, until it is ready. */
export async function serveOpora(settings: Readonly<Record<string, string>>): Promise<ServedOpora> {
  const built = buildPages(process.execPath, () => undefined);
  if (!built.ok) throw new Error(built.output);
  const env = { PATH: process.env['PATH'] ?? '', PORT: '0', ...settings };
  const child = spawn(COMMAND, ['serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const ended = once(child, 'close');
  const ready = new Promise<number>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const port = /^READY \S+:(\d+)$/mu.exec(said)?.[1];
        if (port !== undefined) resolve(Number(port));
      });
    child.on('close', () => {
      reject(new Error(said));
    });
  });
  return {
    port: await ready,
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
