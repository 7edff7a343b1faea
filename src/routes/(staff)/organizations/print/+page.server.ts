import { PRINTED_ROWS, readListAddress } from '#features/organizations/list-address.ts';
import { filterChoices, listOrganizations } from '#features/organizations/list-organizations.server.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const address = { ...readListAddress(url.searchParams), page: 1 };
  const [list, choices] = await Promise.all([
    listOrganizations(locals.ctx, address, PRINTED_ROWS),
    filterChoices(locals.ctx),
  ]);
  return { address, list, choices };
};
