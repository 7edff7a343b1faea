/**
 * `npm run bench:kill`: kills server and embedded database in turn, 20 times, while clients write; what was acknowledged
 * must be in the tables after every start. Ends with 1 when a single change is missing.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { killWhileWriting } from '#bench/killing.ts';

const TIMES = Number(process.argv[2] ?? 20);
const PORT = 3_790;

execFileSync(process.execPath, ['tools/build.mjs'], { stdio: 'inherit' });
const folder = mkdtempSync(path.join(tmpdir(), 'opora-kill-'));
chmodSync(folder, 0o755);
try {
  for await (const { killed, backMs, acknowledged, lost, strange } of killWhileWriting(TIMES, {
    dataFolder: folder,
    port: PORT,
  })) {
    console.log(
      `kill -9 ${killed}: back in ${(backMs / 1000).toFixed(1)} s, ${acknowledged} acknowledged, ${lost} lost, ${strange} strange`,
    );
    if (lost > 0 || strange > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
