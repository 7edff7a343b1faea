// @ts-check
/**
 * `npm run build`: makes the pages. Nothing is done when they are as new as what they are made from.
 *
 * Every build has a folder of its own, `build/FINGERPRINT`, and `build/current` names the one to serve: a server that runs
 * loads parts of its pages when somebody asks for them, and a newer build must not take them away.
 *
 * Plain JavaScript, because `npm start` uses it before a suitable Node runs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from './lock.mjs';
import { prepare, root, writingObstacle } from './runtime.mjs';

/**
 * `closed`: the checkout cannot be written by whoever builds; `full`: its disk is full; `output`: what the build printed.
 * @typedef {{ ok: true; folder: string } | { ok: false; reason: 'failed' | 'closed' | 'full'; output: string }} Built
 */

const BUILDS = path.join(root, 'build');
const CURRENT = path.join(BUILDS, 'current');
/** So many builds stay: servers and tests that began with an older one end with it. */
const KEPT = 4;
/** What the pages are made from; tests are not among it. */
const SOURCES = ['src', 'package-lock.json', 'package.json', 'vite.config.ts'];

/**
 * Builds the pages when they are older than their sources; waits when somebody else is building them.
 * @param {string} node a Node that runs the project
 * @param {() => void} announce called once, before a long wait
 * @returns {Built} the folder of this very build: it stays when a newer one is made
 */
export function buildPages(node, announce) {
  const ready = currentBuild();
  if (ready === path.join(BUILDS, fingerprint())) return { ok: true, folder: ready };
  announce();
  try {
    return buildAlone(node);
  } catch (error) {
    const reason = writingObstacle(error);
    if (reason === null) throw error;
    return { ok: false, reason, output: `${error instanceof Error ? error.message : ''}\n` };
  }
}

/**
 * One at a time: builds share the folder where the parts are made before they are put together.
 * @param {string} node
 * @returns {Built}
 */
function buildAlone(node) {
  const release = takeLock(path.join(root, '.cache', 'building'));
  try {
    const folder = path.join(BUILDS, fingerprint());
    if (!isWhole(folder)) {
      const failure = make(node, folder);
      if (failure !== null) return { ok: false, reason: 'failed', output: failure };
    }
    nameCurrent(folder);
    removeOld();
    return { ok: true, folder };
  } finally {
    release();
  }
}

/**
 * Makes a build aside and gives it its name when it is whole.
 * @param {string} node
 * @param {string} folder
 * @returns {string | null} what the failed build has printed
 */
function make(node, folder) {
  const aside = `${folder}.part`;
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status, stdout, stderr } = spawnSync(node, [vite, 'build', '--logLevel=warn'], {
    cwd: root,
    encoding: 'utf8',
    // The same pages whoever asks for them, a test too.
    env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, OPORA_BUILD_FOLDER: aside },
  });
  if (status !== 0) {
    rmSync(aside, { recursive: true, force: true });
    return `${stdout}${stderr}`;
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(aside, folder);
  return null;
}

/** @param {string} folder */
function nameCurrent(folder) {
  // The order in which builds were current decides which of them go.
  utimesSync(folder, new Date(), new Date());
  const link = `${CURRENT}.part`;
  rmSync(link, { force: true });
  symlinkSync(path.basename(folder), link);
  renameSync(link, CURRENT);
}

/** Removes what killed builds have left, and all builds but the last ones. */
function removeOld() {
  const made = readdirSync(BUILDS).filter((name) => /^[0-9a-f]{16}(?:\.part)?$/u.test(name));
  const left = made.filter((name) => name.endsWith('.part'));
  const time = (/** @type {string} */ name) => statSync(path.join(BUILDS, name)).mtimeMs;
  const whole = made.filter((name) => !left.includes(name)).toSorted((first, second) => time(second) - time(first));
  for (const name of [...left, ...whole.slice(KEPT)]) rmSync(path.join(BUILDS, name), { recursive: true, force: true });
}

/** @returns {string | null} */
function currentBuild() {
  try {
    const folder = path.join(BUILDS, readlinkSync(CURRENT));
    return isWhole(folder) ? folder : null;
  } catch {
    return null;
  }
}

/** @param {string} folder */
function isWhole(folder) {
  return existsSync(path.join(folder, 'handler.js'));
}

/** Of what stands in the sources, not of their times: a copied checkout has the pages that it was copied with. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) add(path.join(root, source));
  return hash.digest('hex').slice(0, 16);

  /** @param {string} place */
  function add(place) {
    if (!statSync(place).isDirectory()) {
      if (/\.test\.ts$/u.test(place)) return;
      const content = readFileSync(place);
      hash.update(`${path.relative(root, place)} ${content.length}\n`).update(content);
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
