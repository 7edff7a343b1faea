import { may } from '#domain/access/actor.ts';
import { journalOfMeasure } from '#features/roadmaps/measure/journal-of-measure.server.ts';
import { readMeasure } from '#features/roadmaps/measure/measure-story.server.ts';
import { frameOfPlan, occurrencesIn } from '#features/roadmaps/occurrences/dated-rows.ts';
import { readReadingAddress } from '#features/roadmaps/reading/reading-address.ts';
import { wholeNumber } from '#features/roadmaps/whole-number.ts';
import { notFound } from '#web/refusal.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals: { ctx, actor, services }, params, url }) => {
  const { version } = readReadingAddress(url.searchParams);
  const story =
    (await readMeasure(ctx, wholeNumber(params.id) ?? 0, wholeNumber(params.measure) ?? 0, version)) ?? notFound();
  const { roadmap, present } = story;
  const plan = frameOfPlan(roadmap, [present.deadline], ctx.clock.today());
  return {
    ...story,
    dates: occurrencesIn(plan, present),
    journal: await journalOfMeasure(ctx, story),
    mayReadJournal: actor !== null && may(actor, 'journal.read', roadmap.path),
    timeZone: services.config.timeZone,
  };
};
