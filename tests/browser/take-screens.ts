/** `npm run screens`: pictures of the main pages in docs/screens, at 1366 px and some at 390, over the demonstration region. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DEMONSTRATION_PASSWORD } from '#demo/load-region.ts';
import { inventPlan } from '#demo/orders/plans.ts';
import { arrangeOrder, PLAIN_FASHION } from '#demo/orders/writers/printed-order.ts';
import { writeText } from '#demo/orders/writers/text.ts';
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
/** Stands for the review of an order that is handed in for the pictures. */
const REVIEW = '/review';
const MAIN_PAGES = [
  { name: 'sign-in', address: '/sign-in', isOpen: true, windows: [WIDE] },
  { name: 'organizations', address: '/organizations', windows: [WIDE, NARROW] },
  { name: 'organization', address: '/organizations/100', windows: [WIDE, NARROW] },
  { name: 'people', address: '/people', windows: [WIDE] },
  { name: 'account', address: '/account', windows: [WIDE] },
  { name: 'groups', address: '/groups', windows: [WIDE] },
  { name: 'roadmaps', address: '/roadmaps', windows: [WIDE] },
  { name: 'roadmap', address: '/roadmaps/1', windows: [WIDE, NARROW] },
  { name: 'hand-in', address: '/roadmaps/new', windows: [NARROW] },
  { name: 'review', address: REVIEW, windows: [WIDE, NARROW] },
];

const tearDown = setUp();
const region = await aServedRegion();
const browser = await startBrowser();
try {
  const { people, exemplars } = demonstrationRegion();
  const person = people.find(({ key }) => key === exemplars['regional-coordinator']);
  const visitor = await new Visitor(region.port).signIn(person?.email ?? '', DEMONSTRATION_PASSWORD);
  const text = writeText(arrangeOrder(inventPlan(7, { year: 2026 }), PLAIN_FASHION), 'bars');
  const handedIn = await visitor.post('/roadmaps/new', { ownerId: '1', text });
  await region.readOrders();
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
      const where = address === REVIEW ? `${handedIn.headers['location'] ?? ''}/review` : address;
      await page.goto(`http://127.0.0.1:${String(region.port)}${where}`);
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
