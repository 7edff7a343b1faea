import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Visitor } from '#tests/routes/visitor.ts';

/** How a page is looked at. The window of 683 px is what 200 % zoom leaves of 1366. */
export const WINDOWS = [
  { name: '1366 px', width: 1366, height: 900 },
  { name: '1366 px at 200 %', width: 683, height: 450 },
  { name: '390 px', width: 390, height: 844 },
] as const;

export type Look = {
  readonly address: string;
  readonly port: number;
  readonly locale: 'ru' | 'en';
  readonly sight: 'normal' | 'weak';
  /** null: nobody has signed in. */
  readonly visitor: Visitor | null;
};

/** A window with the cookies of the visitor. */
export async function openWindow(browser: Browser, look: Look, scripts: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({ javaScriptEnabled: scripts });
  const pairs = look.visitor === null ? [] : look.visitor.cookies.split('; ').map((pair) => pair.split('='));
  const cookies = new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
  cookies.set('locale', look.locale).set('sight', look.sight);
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, domain: '127.0.0.1', path: '/' })));
  return context;
}

/** What is wrong with a page: a bar across, no heading, or what axe calls serious. */
export async function faultsOfLook(browser: Browser, look: Look): Promise<string[]> {
  // Axe is a script itself; the pages are the same with scripts allowed.
  return [
    ...(await inEveryWindow(browser, look, false, faultsOfLayout)),
    ...(await inEveryWindow(browser, look, true, (page) => faultsByAxe(page, look.sight))),
  ];
}

async function inEveryWindow(
  browser: Browser,
  look: Look,
  scripts: boolean,
  faultsOf: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const context = await openWindow(browser, look, scripts);
  try {
    const page = await context.newPage();
    const answer = await page.goto(`http://127.0.0.1:${String(look.port)}${look.address}`);
    const faults = answer?.status() === 200 ? [] : [`status ${String(answer?.status())}`];
    for (const { name, width, height } of WINDOWS) {
      await page.setViewportSize({ width, height });
      faults.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
    }
    return faults;
  } finally {
    await context.close();
  }
}

async function faultsOfLayout(page: Page): Promise<string[]> {
  const seen = await page.evaluate(() => {
    const root = document.documentElement;
    // What sticks out on the right, unless it scrolls within a region that is marked so.
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        element.getBoundingClientRect().right > root.clientWidth + 1 &&
        element.closest('[role="region"], [tabindex="0"]') === null,
    );
    return {
      across: root.scrollWidth - root.clientWidth,
      widest: wide.slice(0, 3).map(({ tagName, className }) => `${tagName}.${className}`),
      headings: document.querySelectorAll('h1').length,
    };
  });
  const faults: string[] = [];
  if (seen.across > 0) faults.push(`a bar across: ${String(seen.across)} px too wide (${seen.widest.join(', ')})`);
  if (seen.headings !== 1) faults.push(`${String(seen.headings)} headings of the first level`);
  return faults;
}

async function faultsByAxe(page: Page, sight: Look['sight']): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (sight === 'weak') axe.options({ rules: { 'color-contrast-enhanced': { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => {
      const places = nodes.slice(0, 3).map(({ html }) => html.slice(0, 120));
      return `axe ${id}: ${places.join(' | ')}`;
    });
}
