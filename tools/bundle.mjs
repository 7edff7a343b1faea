// @ts-check
/**
 * `npm run bundle`: one archive that runs where there is neither a registry nor a network: built pages, sources, the
 * packages of production with Node and PostgreSQL among them. `node tools/bundle.mjs [FOLDER]`; the default is `dist`.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPages } from './build.mjs';
import { prepare, root } from './runtime.mjs';

/** @typedef {{ packages: Record<string, { dev?: boolean; devOptional?: boolean }> }} Lock */

const OWN = [
  'bin',
  'docs',
  'migrations',
  'src',
  'tools/lock.mjs',
  'tools/runtime.mjs',
  'package.json',
  'LICENSE',
  'README.md',
  'README.ru.md',
];
const NOT_NEEDED = ['*.test.ts', '*.map'];

/** `tar` ends with this status when a file changed while it was read. */
const CHANGED = 1;
const TIMES_AGAIN = 2;

/** Finds the Node of the archive from wherever it is called. */
const LAUNCHER = `#!/bin/sh
# Opora without installation: ./opora serve
place=$0
while [ -L "$place" ]; do place=$(readlink -f "$place"); done
folder=$(CDPATH= cd -- "\${place%/*}" && pwd)
for node in "$folder"/node_modules/node-linux-*/bin/node; do
  exec "$node" "$folder/bin/opora" "$@"
done
`;

const ready = prepare('all', () => process.stderr.write('Installing missing packages (npm ci --ignore-scripts)…\n'));
const built = ready.ok ? buildPages(ready.node, () => process.stderr.write('Building the pages…\n')) : null;
if (ready.ok && built?.ok) {
  // Whoever runs the service need not be able to write into the folder of the program.
  spawnSync(ready.node, [path.join(root, 'tools', 'ready-database.ts')], { cwd: root, stdio: 'inherit' });
  process.exitCode = bundle(built.folder, path.resolve(process.argv[2] ?? path.join(root, 'dist')));
} else {
  process.stderr.write(
    ready.ok ? (built && 'output' in built ? built.output : '') : `${ready.reason} (${ready.details})\n`,
  );
  process.exitCode = 1;
}

/**
 * @param {string} pages the build that goes into the archive
 * @param {string} folder where the archive goes
 * @returns {number} exit status
 */
function bundle(pages, folder) {
  const { version } = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  );
  const name = `opora-${version}-linux-${process.arch}`;
  const archive = path.join(folder, `${name}.tar.gz`);
  mkdirSync(folder, { recursive: true });
  const extra = mkdtempSync(path.join(tmpdir(), 'opora-bundle-'));
  try {
    writeFileSync(path.join(extra, 'opora'), LAUNCHER);
    chmodSync(path.join(extra, 'opora'), 0o755);
    mkdirSync(path.join(extra, 'build'));
    symlinkSync(path.basename(pages), path.join(extra, 'build', 'current'));
    writeFileSync(
      path.join(extra, 'list'),
      `${[...OWN, path.relative(root, pages), ...productionPackages()].join('\n')}\n`,
    );
    const parameters = [
      '--create',
      '--gzip',
      `--file=${archive}`,
      '--owner=0',
      '--group=0',
      '--numeric-owner',
      '--mode=u+rw,a+rX',
      // Links inside packages keep their targets; only names get the folder.
      `--transform=flags=r;s,^,${name}/,`,
      ...NOT_NEEDED.map((pattern) => `--exclude=${pattern}`),
      `--directory=${root}`,
      `--files-from=${path.join(extra, 'list')}`,
      `--directory=${extra}`,
      'opora',
      'build/current',
    ];
    let status = spawnSync('tar', parameters, { stdio: 'inherit' }).status;
    // A copy of the packages that shares their files touches them when it is made or removed: once more.
    for (let again = 0; status === CHANGED && again < TIMES_AGAIN; again += 1)
      status = spawnSync('tar', parameters, { stdio: 'inherit' }).status;
    if (status === 0) process.stdout.write(`${archive} (${Math.round(statSync(archive).size / 1024 ** 2)} MB)\n`);
    return status ?? 1;
  } finally {
    rmSync(extra, { recursive: true, force: true });
  }
}

/** Folders of the packages that production needs and this machine has; nested ones come with those that hold them. */
function productionPackages() {
  const lock = /** @type {Lock} */ (JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(lock.packages)
    .filter(([folder, { dev }]) => /^node_modules\/(?:@[^/]+\/)?[^/]+$/u.test(folder) && dev !== true)
    .map(([folder]) => folder)
    .filter((folder) => existsSync(path.join(root, folder)));
}
