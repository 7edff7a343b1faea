import { rightsOverOrganizations } from '#features/organizations/rights.ts';
import { readListAddress } from '#features/organizations/list-address.ts';
import { filterChoices, listOrganizations } from '#features/organizations/list-organizations.server.ts';
import { serverOnly } from '#web/server-only.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const address = readListAddress(url.searchParams);
  const [list, choices] = await Promise.all([listOrganizations(locals.ctx, address), filterChoices(locals.ctx)]);
  return { address, list: serverOnly(list), choices: serverOnly(choices), may: rightsOverOrganizations(locals.actor) };
};
