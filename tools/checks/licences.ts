/**
 * Every package that the product runs with must have a licence that goes together with AGPL-3.0-or-later; every package of
 * package.json is pinned to one version and has its line in the decision on libraries. Prints each offence and ends with 1
 * when there is one.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const COMPATIBLE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
  'MPL-2.0',
  'OFL-1.1',
  'LGPL-3.0-or-later',
  'GPL-3.0-or-later',
  'AGPL-3.0-or-later',
]);

const LIBRARIES = 'docs/decisions/0003-libraries.md';

type LockedPackage = { readonly dev?: boolean; readonly license?: string };
type Manifest = {
  readonly license?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
};

const offences = [...licenceOffences(), ...unpinned(), ...unexplained()];
for (const offence of offences) console.log(offence);
process.exitCode = offences.length > 0 ? 1 : 0;

function licenceOffences(): string[] {
  const lock = readJson('package-lock.json') as { packages: Record<string, LockedPackage> };
  return Object.entries(lock.packages).flatMap(([folder, locked]) => {
    if (folder === '' || locked.dev === true) return [];
    const manifest = path.join(folder, 'package.json');
    // A package for another system is not installed here; the lock file knows its licence too.
    const licence = existsSync(manifest) ? (readJson(manifest) as Manifest).license : locked.license;
    return licence !== undefined && isCompatible(licence) ? [] : [`${folder}: licence ${licence ?? 'not stated'}`];
  });
}

/** Understands `A`, `A OR B`, `A AND B` and brackets around the whole. */
function isCompatible(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/u, '$1');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => COMPATIBLE.has(licence)));
}

/** A line may speak for several packages: `@types/*`. */
function unexplained(): string[] {
  const names = Object.keys(directPackages());
  const lines = [...readFileSync(LIBRARIES, 'utf8').matchAll(/^\| ([@a-z][^ ]*) +\|[^|]+\| [^|\s]/gmu)]
    .map(([, line = '']) => line)
    .filter((line) => line !== 'package');
  const speaksFor = (line: string, name: string) =>
    line.endsWith('*') ? name.startsWith(line.slice(0, -1)) : name === line;
  return [
    ...names
      .filter((name) => !lines.some((line) => speaksFor(line, name)))
      .map((name) => `${LIBRARIES}: no line says why ${name}`),
    ...lines
      .filter((line) => !names.some((name) => speaksFor(line, name)))
      .map((line) => `${LIBRARIES}: ${line} is not in package.json`),
  ];
}

function directPackages(): Readonly<Record<string, string>> {
  const { dependencies, devDependencies, optionalDependencies } = readJson('package.json') as Manifest;
  return { ...dependencies, ...devDependencies, ...optionalDependencies };
}

function unpinned(): string[] {
  return Object.entries(directPackages()).flatMap(([name, version]) =>
    /^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version) ? [] : [`package.json: ${name} ${version} is not one version`],
  );
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
