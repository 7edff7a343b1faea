import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMONSTRATION_PASSWORD } from '#demo/load-region.ts';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { startBrowser } from '#tests/browser/chromium.ts';
import { openWindow } from '#tests/browser/look-at-page.ts';
import type { ServedRegion } from '#tests/routes/served-region.ts';
import { aServedRegion } from '#tests/routes/served-region.ts';
import { Visitor } from '#tests/routes/visitor.ts';

/** A busy machine takes its time over a browser. */
const TIMEOUT_MS = 120_000;

let browser: Browser;
let region: ServedRegion;
let visitor: Visitor;
beforeAll(async () => {
  [browser, region] = await Promise.all([startBrowser(), aServedRegion()]);
  const { people, exemplars } = demonstrationRegion();
  const person = people.find(({ key }) => key === exemplars['regional-coordinator']);
  visitor = await new Visitor(region.port).signIn(person?.email ?? '', DEMONSTRATION_PASSWORD);
}, TIMEOUT_MS);
afterAll(async () => {
  await browser.close();
  await region.close();
});

test(
  'arrows go from the head of the list through its rows and stop at its ends; Enter opens the row',
  async () => {
    const page = await opened('/organizations');
    await page.locator('thead a').first().focus();
    const reached: string[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'End', 'ArrowDown', 'Home']) {
      await page.keyboard.press(key);
      reached.push(await rowInFocus(page));
    }
    expect(reached).toEqual(['0', '1', '0', '0', '49', '49', '0']);
    const address = await page.locator('tbody th a').first().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address ?? 'nowhere'}`);
    await page.context().close();
  },
  TIMEOUT_MS,
);

test(
  'a slash leads to the search, but is a character there; a question mark tells the keys; Escape closes menus',
  async () => {
    const page = await opened('/organizations');
    await page.keyboard.press('Slash');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
    await page.keyboard.type('12/3?');
    expect(await page.locator('#search').inputValue()).toBe('12/3?');
    expect(await page.locator('#keys').isVisible()).toBe(false);
    await page.locator('h1').click();
    await page.keyboard.press('Shift+Slash');
    expect(await page.locator('#keys').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#keys').isVisible()).toBe(false);

    const menu = page.locator('.tools details');
    await menu.locator('summary').click();
    expect(await menu.getAttribute('open')).not.toBeNull();
    await page.keyboard.press('Escape');
    expect(await menu.getAttribute('open')).toBeNull();
    await menu.locator('summary').click();
    await page.locator('h1').click();
    expect(await menu.getAttribute('open')).toBeNull();
    await page.context().close();
  },
  TIMEOUT_MS,
);

test(
  'paper takes the whole list, its filters and its source, and no buttons',
  async () => {
    const page = await opened('/organizations/print?kind=school&locality=urban&state=any');
    const told = await page.locator('.page-head p').innerText();
    expect(told).toMatch(/^\d+\s/u);
    expect(told).toMatch(/Отбор: школа, город, Состояние: любое/u);
    const rows = await page.locator('tbody tr').count();
    expect(rows).toBeGreaterThan(50);
    expect(String(rows)).toBe(/\d+/u.exec(told)?.[0]);
    expect(await page.getByRole('button', { name: 'Печать' }).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Печать' }).isVisible()).toBe(false);
    expect(await page.locator('.print-foot').isVisible()).toBe(true);
    await page.context().close();
  },
  TIMEOUT_MS,
);

async function opened(address: string): Promise<Page> {
  const look = { address, port: region.port, locale: 'ru', sight: 'normal', visitor } as const;
  const page = await (await openWindow(browser, look, true)).newPage();
  await page.goto(`http://127.0.0.1:${String(region.port)}${address}`, { waitUntil: 'load' });
  return page;
}

/** Which row of the table has the focus, as the number of its place. */
function rowInFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const links = [...document.querySelectorAll('tbody th a')];
    return String(links.indexOf(document.activeElement as Element));
  });
}
