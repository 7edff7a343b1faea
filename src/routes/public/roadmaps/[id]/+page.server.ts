import { publicWords } from '#features/roadmaps/public/messages.ts';
import { readPublicRoadmap } from '#features/roadmaps/public/public-roadmap.server.ts';
import { arrange } from '#features/roadmaps/reading/arrange.ts';
import { readReadingAddress } from '#features/roadmaps/reading/reading-address.ts';
import { wholeNumber } from '#features/roadmaps/whole-number.ts';
import { notFound } from '#web/refusal.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals: { services, locale }, params, url }) => {
  const address = readReadingAddress(url.searchParams);
  const asked = { id: wholeNumber(params.id) ?? 0, ordinal: address.version, person: publicWords(locale).person };
  const roadmap = (await readPublicRoadmap(services, asked)) ?? notFound();
  const today = services.clock.today();
  return { ...roadmap, id: asked.id, today, reading: arrange(roadmap.measures, roadmap.version, address, today) };
};
