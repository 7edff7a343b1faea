import type { RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import { approveForm, moveForm, returnForm } from '#features/roadmaps/approval/forms.ts';
import {
  approveVersion,
  returnVersion,
  submitVersion,
  withdrawVersion,
} from '#features/roadmaps/approval/move-version.server.ts';
import { arrange } from '#features/roadmaps/reading/arrange.ts';
import { readReadingAddress } from '#features/roadmaps/reading/reading-address.ts';
import { rightsOverRoadmap } from '#features/roadmaps/rights.ts';
import { readRoadmap } from '#features/roadmaps/version/roadmap-version.server.ts';
import { wholeNumber } from '#features/roadmaps/whole-number.ts';
import type { Result } from '#domain/outcome.ts';
import type { Context } from '#platform/context/context.ts';
import { answerForm } from '#web/answer-form.ts';
import { notFound } from '#web/refusal.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const address = readReadingAddress(url.searchParams);
  const roadmap = (await readRoadmap(locals.ctx, wholeNumber(params.id) ?? 0, address.version)) ?? notFound();
  const { version, measures } = roadmap;
  const reading = arrange(measures, version, address, locals.ctx.clock.today());
  return { ...roadmap, reading, may: rightsOverRoadmap(locals.actor, version.path) };
};

/** Each form of the page moves the version on and comes back here. */
const moving =
  <S extends v.GenericSchema>(
    form: string,
    schema: S,
    deed: (ctx: Context, id: number, input: v.InferOutput<S>) => Promise<Result<number>>,
  ) =>
  (event: RequestEvent) =>
    answerForm(
      event,
      form,
      schema,
      (input) => deed(event.locals.ctx, wholeNumber(event.params['id'] ?? '') ?? 0, input),
      (id) => `/roadmaps/${String(id)}`,
    );

export const actions = {
  submit: moving('submit', moveForm, submitVersion),
  withdraw: moving('withdraw', moveForm, withdrawVersion),
  return: moving('return', returnForm, returnVersion),
  approve: moving('approve', approveForm, approveVersion),
} satisfies Actions;
