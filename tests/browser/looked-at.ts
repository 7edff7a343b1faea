import type { Browser } from 'playwright-core';
import type { Look } from '#tests/browser/look-at-page.ts';
import { faultsOfLook } from '#tests/browser/look-at-page.ts';
import type { PageToLookAt } from '#tests/browser/pages-to-look-at.ts';
import { everyPlace, personOfEachRole } from '#tests/routes/people-and-places.ts';
import type { ServedRegion } from '#tests/routes/served-region.ts';
import { Visitor } from '#tests/routes/visitor.ts';

/** Everything wrong with a page: in every window, in both languages, and for weak sight. */
export async function faultsOfPage(browser: Browser, region: ServedRegion, page: PageToLookAt): Promise<string[]> {
  const places = await everyPlace(region.database);
  const [person] = await personOfEachRole(region.database, places);
  if (!person) throw new Error('the demonstration has no administrator');
  // The region itself may lack what the page shows.
  const address = [person.own, ...places].map((place) => page.sample.address(place)).find((one) => one !== null);
  if (address === undefined) throw new Error(`${page.id} has nowhere to be looked at`);
  const isOpen = page.sample.audience === 'everyone';
  const visitor = isOpen ? null : await new Visitor(region.port).signIn(person.email, person.password);
  const looks: Look[] = [
    { address, port: region.port, locale: 'ru', sight: 'normal', visitor },
    { address, port: region.port, locale: 'en', sight: 'normal', visitor },
    // In one language: colours do not depend on words.
    { address, port: region.port, locale: 'ru', sight: 'weak', visitor },
  ];
  const faults = await Promise.all(
    looks.map(async (look) =>
      (await faultsOfLook(browser, look)).map((fault) => `${look.locale}, ${look.sight} sight: ${fault}`),
    ),
  );
  return faults.flat();
}
