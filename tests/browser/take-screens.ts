/** `npm run screens`: pictures of the main pages in docs/screens, at 1366 px and some at 390, over the demonstration region. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DEMONSTRATION_PASSWORD } from '#demo/load-region.ts';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { startBrowser } from '#tests/browser/chromium.ts';
import { openWindow } from '#tests/browser/look-at-page.ts';
import { withPalette } from '#tests/browser/palette-png.ts';
import { aServedRegion } from '#tests/routes/served-region.ts';
import { Visitor } from '#tests/routes/visitor.ts';
import setUp from '#tests/support/database-for-run.ts';

const FOLDER = 'docs/screens';
const LARGEST = 60_000;
const WIDE = { width: 1366, height: 768 };
const NARROW = { width: 390, height: 844 };
const MAIN_PAGES = [
  { name: 'sign-in', address: '/sign-in', isOpen: true, windows: [WIDE] },
  { name: 'organizations', address: '/organizations', windows: [WIDE, NARROW] },
  { name: 'organization', address: '/organizations/100', windows: [WIDE, NARROW] },
  { name: 'people', address: '/people', windows: [WIDE] },
  { name: 'account', address: '/account', windows: [WIDE] },
  { name: 'groups', address: '/groups', windows: [WIDE] },
];

const tearDown = setUp();
const region = await aServedRegion();
const browser = await startBrowser();
try {
  const { people, exemplars } = demonstrationRegion();
  const person = people.find(({ key }) => key === exemplars['regional-coordinator']);
  const visitor = await new Visitor(region.port).signIn(person?.email ?? '', DEMONSTRATION_PASSWORD);
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, address, isOpen, windows } of MAIN_PAGES)
    for (const { width, height } of windows) {
      const look = {
        address,
        port: region.port,
        locale: 'ru',
        sight: 'normal',
        visitor: isOpen ? null : visitor,
      } as const;
      const window = await openWindow(browser, look, false);
      const page = await window.newPage();
      await page.setViewportSize({ width, height });
      await page.goto(`http://127.0.0.1:${String(region.port)}${address}`);
      keep(path.join(FOLDER, `${name}-${String(width)}.png`), await page.screenshot());
      await window.close();
    }
} finally {
  await browser.close();
  await region.close();
  await tearDown();
}

function keep(file: string, picture: Buffer): void {
  writeFileSync(file, withPalette(picture));
  const { size } = statSync(file);
  console.log(`${file} ${String(Math.round(size / 1000))} kB`);
  if (size > LARGEST) throw new Error(`${file} is larger than ${String(LARGEST / 1000)} kB`);
}
