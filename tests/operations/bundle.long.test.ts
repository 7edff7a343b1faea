import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const PORT = 3_792;

test('the archive of everything serves with no registry, no npm and no Node of the machine', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'opora-unpacked-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  execFileSync(process.execPath, ['tools/bundle.mjs', folder], { stdio: 'pipe' });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tar.gz')) ?? '';
  execFileSync('tar', ['-xzf', archive], { cwd: folder });
  const program = path.join(folder, archive.replace('.tar.gz', ''), 'opora');
  const bare = path.join(folder, 'bare');
  mkdirSync(bare);

  const server = spawn(program, ['serve'], {
    env: {
      // Nothing to find: neither npm nor node, and every registry is a closed door.
      PATH: bare,
      HOME: bare,
      npm_config_registry: 'http://127.0.0.1:9',
      http_proxy: 'http://127.0.0.1:9',
      https_proxy: 'http://127.0.0.1:9',
      PORT: String(PORT),
      OPORA_DATA: path.join(folder, 'data'),
    },
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(server, 'exit');
  server.once('exit', (status) => (said += `\nended with ${status}`));
  try {
    await expect.poll(() => said, { timeout: 120_000, interval: 200 }).toMatch(/^(?:READY |ended with )/mu);
    expect(said).toContain(`READY http://localhost:${PORT}`);
    expect((await fetch(`http://127.0.0.1:${PORT}/ready`)).status).toBe(200);
    expect(await (await fetch(`http://127.0.0.1:${PORT}/sign-in`)).text()).toContain('<form');
  } finally {
    server.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  }
});
