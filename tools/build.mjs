// @ts-check
/**
 * `npm run build`: makes the pages (`build/`). Nothing is done when they are as new as what they are made from.
 *
 * Plain JavaScript, because `npm start` uses it before a suitable Node runs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare, root } from './runtime.mjs';

const STAMP = path.join(root, 'build', 'made-from');
/** What the pages are made from; tests are not among it. */
const SOURCES = ['src', 'package-lock.json', 'package.json', 'vite.config.ts'];

/**
 * Builds the pages when they are older than their sources.
 * @param {string} node a Node that runs the project
 * @param {() => void} announce called once, before a long wait
 * @returns {{ ok: true } | { ok: false; output: string }}
 */
export function buildPages(node, announce) {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return { ok: true };
  announce();
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status, stdout, stderr } = spawnSync(node, [vite, 'build', '--logLevel=warn'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) return { ok: false, output: `${stdout}${stderr}` };
  writeFileSync(STAMP, wanted);
  return { ok: true };
}

/** Names, sizes and times of all sources: reading a thousand files takes longer than asking for their times. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) add(path.join(root, source));
  return hash.digest('hex');

  /** @param {string} place */
  function add(place) {
    const { mtimeMs, size } = statSync(place);
    if (!statSync(place).isDirectory()) {
      if (!/\.test\.ts$/u.test(place)) hash.update(`${path.relative(root, place)} ${size} ${mtimeMs}\n`);
      return;
    }
    for (const name of readdirSync(place).toSorted()) add(path.join(place, name));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const ready = prepare('all', () => process.stderr.write('Installing missing packages (npm ci --ignore-scripts)…\n'));
  const built = ready.ok
    ? buildPages(ready.node, () => process.stderr.write('Building the pages…\n'))
    : { ok: false, output: `Cannot build: ${ready.reason} (${ready.details})\n` };
  if (!built.ok) {
    process.stderr.write('output' in built ? built.output : '');
    process.exitCode = 1;
  }
}
