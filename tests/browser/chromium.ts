import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** Where Debian's package puts it. */
const OF_DEBIAN = '/usr/bin/chromium';

/**
 * A browser: Debian's Chromium when root may have installed it, else the one that `CHROMIUM_PATH` names, else the one of
 * the npm package.
 *
 * @throws Error that names the three ways when there is none
 */
export async function startBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'];
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync(OF_DEBIAN)) return launch(OF_DEBIAN, ['--no-sandbox', '--disable-dev-shm-usage']);
  if (named !== undefined && named !== '') return launch(named, isRoot ? ['--no-sandbox'] : []);
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await launch(await packaged.executablePath(), packaged.args);
  } catch (error) {
    const ways =
      'as root: apt-get install chromium; or CHROMIUM_PATH=/path/to/chromium; or npm ci for @sparticuz/chromium';
    throw new Error(`no browser could be started (${ways})`, { cause: error });
  }
}

function launch(executablePath: string, args: string[]): Promise<Browser> {
  return chromium.launch({ executablePath, args, headless: true });
}
