// @ts-check
/**
 * What the launchers (`bin/opora`, `npm test`) need before anything of the project can run: the packages, and a Node that
 * runs TypeScript. Plain JavaScript without dependencies, because an older Node starts it on a bare clone.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from './lock.mjs';

/** @typedef {{ version: string; dependencies?: Record<string, string>; devDependencies?: Record<string, string> }} Manifest */

/** @typedef {'no-npm' | 'npm-failed' | 'no-node' | 'closed' | 'full'} Unready */

/** The folder of the project. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Node strips types without a flag, and knows everything the code uses, from this major version on. */
const FIRST_SUITABLE = 24;

export const runsOnSuitableNode = Number.parseInt(process.versions.node, 10) >= FIRST_SUITABLE;

/**
 * The Node to run the project with: this one when it is new enough, else the one installed as a package.
 * @returns {string | null} path of the binary
 */
export function suitableNode() {
  if (runsOnSuitableNode) return process.execPath;
  const packaged = path.join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  return existsSync(packaged) ? packaged : null;
}

/**
 * Direct dependencies that are not installed in the pinned version.
 * @param {'runtime' | 'all'} scope `all` adds what tests and checks need
 */
export function missingPackages(scope) {
  const manifest = readManifest(path.join(root, 'package.json'));
  const wanted = { ...manifest.dependencies, ...(scope === 'all' ? manifest.devDependencies : {}) };
  return Object.keys(wanted).filter((name) => installedVersion(name) !== wanted[name]);
}

/**
 * Installs the packages when one is missing, or when no Node here can run the project.
 * @param {'runtime' | 'all'} scope
 * @param {() => void} announce called once, before a long wait
 * @returns {{ ok: true; node: string } | { ok: false; reason: Unready; details: string }}
 */
export function prepare(scope, announce) {
  if (needsInstall(scope)) {
    announce();
    try {
      const failure = installAlone(scope);
      if (failure) return failure;
    } catch (error) {
      const reason = writingObstacle(error);
      if (reason === null) throw error;
      return { ok: false, reason, details: root };
    }
  }
  const node = suitableNode();
  if (node) return { ok: true, node };
  return {
    ok: false,
    reason: 'no-node',
    details: `${process.platform}-${process.arch}, Node ${process.versions.node}`,
  };
}

/**
 * Runs a program with our streams and passes signals on; this process ends as the program ends.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {Record<string, string>} [environment] added to ours
 */
export function become(program, parameters, environment = {}) {
  const child = spawn(program, parameters, { stdio: 'inherit', env: { ...process.env, ...environment } });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${program}: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
  });
}

/**
 * How a server keeps its memory small. Short-lived objects of a page fit into a young generation of 8 MB halves (twice that
 * is usual, and is kept for good after a rush); two arenas instead of eight a core are enough for the compressing threads.
 */
export const SERVER = {
  flags: ['--max-semi-space-size=8'],
  environment: { MALLOC_ARENA_MAX: '2' },
};

/** @param {'runtime' | 'all'} scope */
function needsInstall(scope) {
  return missingPackages(scope).length > 0 || suitableNode() === null;
}

/** @param {'runtime' | 'all'} scope */
function installAlone(scope) {
  const release = takeLock(path.join(root, '.cache', 'installing'));
  try {
    return needsInstall(scope) ? install(scope) : null;
  } finally {
    release();
  }
}

/**
 * What keeps us from writing into the checkout.
 * @param {unknown} error
 * @returns {'closed' | 'full' | null} null: it is another kind of error
 */
export function writingObstacle(error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return 'closed';
  return ['ENOSPC', 'EDQUOT'].includes(code) ? 'full' : null;
}

/** @param {'runtime' | 'all'} scope */
function install(scope) {
  const parameters = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (scope === 'runtime') parameters.push('--omit=dev');
  // What npm prints must not mix with a plan on standard output.
  const { status, error } = spawnSync('npm', parameters, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error) return /** @type {const} */ ({ ok: false, reason: 'no-npm', details: error.message });
  if (status !== 0) return /** @type {const} */ ({ ok: false, reason: 'npm-failed', details: String(status) });
  return null;
}

/** @param {string} name */
function installedVersion(name) {
  const manifest = path.join(root, 'node_modules', name, 'package.json');
  return existsSync(manifest) ? readManifest(manifest).version : null;
}

/** @param {string} file */
function readManifest(file) {
  return /** @type {Manifest} */ (JSON.parse(readFileSync(file, 'utf8')));
}
