import { readListAddress } from '#features/organizations/list-address.ts';
import { listMunicipalities, listOrganizations } from '#features/organizations/list-organizations.server.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const address = readListAddress(url.searchParams);
  const [list, municipalities] = await Promise.all([
    listOrganizations(locals.ctx, address),
    listMunicipalities(locals.ctx),
  ]);
  return { address, list, municipalities };
};
