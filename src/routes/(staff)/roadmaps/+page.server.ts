import { readRoadmapListAddress } from '#features/roadmaps/list/list-address.ts';
import { listRoadmaps, roadmapListChoices } from '#features/roadmaps/list/list-roadmaps.server.ts';
import { mayHandIn } from '#features/roadmaps/rights.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const address = readRoadmapListAddress(url.searchParams);
  const [list, choices] = await Promise.all([listRoadmaps(locals.ctx, address), roadmapListChoices(locals.ctx)]);
  return { address, list, choices, mayHandIn: mayHandIn(locals.actor) };
};
