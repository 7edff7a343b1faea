import type { Browser } from 'playwright-core';
import type { Look } from '#tests/browser/look-at-page.ts';
import { faultsOfLook } from '#tests/browser/look-at-page.ts';
import type { PageToLookAt } from '#tests/browser/pages-to-look-at.ts';
import { everyPlace, personOfEachRole } from '#tests/routes/people-and-places.ts';
import type { ServedRegion } from '#tests/routes/served-region.ts';
import { Visitor } from '#tests/routes/visitor.ts';

/** Everything wrong with a page: in every window, in both languages, and for weak sight. */
export async function faultsOfPage(browser: Browser, region: ServedRegion, page: PageToLookAt): Promise<string[]> {
  const [person] = await personOfEachRole(region.database, await everyPlace(region.database));
  const address = person ? page.sample.address(person.own) : null;
  if (!person || address === null) return [];
  const isOpen = page.sample.audience === 'everyone';
  const visitor = isOpen ? null : await new Visitor(region.port).signIn(person.email, person.password);
  const looks: Look[] = [
    { address, port: region.port, locale: 'ru', sight: 'normal', visitor },
    { address, port: region.port, locale: 'en', sight: 'normal', visitor },
    // In one language: colours do not depend on words.
    { address, port: region.port, locale: 'ru', sight: 'weak', visitor },
  ];
  const faults: string[] = [];
  for (const look of looks)
    for (const fault of await faultsOfLook(browser, look)) faults.push(`${look.locale}, ${look.sight} sight: ${fault}`);
  return faults;
}
