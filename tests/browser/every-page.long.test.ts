import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '#tests/browser/chromium.ts';
import { faultsOfPage } from '#tests/browser/looked-at.ts';
import { everyPage } from '#tests/browser/pages-to-look-at.ts';
import type { ServedRegion } from '#tests/routes/served-region.ts';
import { aServedRegion } from '#tests/routes/served-region.ts';

let browser: Browser;
let region: ServedRegion;
beforeAll(async () => {
  [browser, region] = await Promise.all([startBrowser(), aServedRegion()]);
});
afterAll(async () => {
  await browser.close();
  await region.close();
});

test.each(everyPage())(
  '$id is whole without scripts, in every window and language, and for weak sight',
  async (page) => {
    expect(await faultsOfPage(browser, region, page)).toEqual([]);
  },
);
