import { searchEverywhere } from '#features/organizations/search/search-everywhere.server.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
  return { asked, found: await searchEverywhere(locals.ctx, asked) };
};
