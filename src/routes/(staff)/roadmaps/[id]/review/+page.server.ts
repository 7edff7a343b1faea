import type { RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Result } from '#domain/outcome.ts';
import { addRow, confirmRow, dropRow, editRow, restoreRow } from '#features/roadmaps/review/change-rows.server.ts';
import { addForm, dropForm, editForm, rowForm } from '#features/roadmaps/review/forms.ts';
import { reviewWords } from '#features/roadmaps/review/messages.ts';
import { markPresence, reviewOf, ROWS_ON_A_PAGE } from '#features/roadmaps/review/review.server.ts';
import { wholeNumber } from '#features/roadmaps/whole-number.ts';
import type { Context } from '#platform/context/context.ts';
import { answerForm } from '#web/answer-form.ts';
import { notFound } from '#web/refusal.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const id = wholeNumber(params.id) ?? 0;
  const page = Math.max(1, wholeNumber(url.searchParams.get('page')) ?? 1);
  const review = await reviewOf(locals.ctx, id, { row: wholeNumber(url.searchParams.get('row')), page });
  if (!review) notFound();
  await markPresence(locals.ctx, id);
  return { review, page, pageSize: ROWS_ON_A_PAGE };
};

/** A form about a row comes back to the review: to the row itself, or to the next one that needs a look. */
const changing =
  <S extends v.GenericSchema>(
    form: string,
    schema: S,
    deed: (ctx: Context, id: number, input: v.InferOutput<S>) => Promise<Result<number>>,
    back: 'row' | 'next',
  ) =>
  (event: RequestEvent) => {
    const id = wholeNumber(event.params['id'] ?? '') ?? 0;
    const review = `/roadmaps/${String(id)}/review`;
    return answerForm(
      event,
      form,
      schema,
      (input) => deed(event.locals.ctx, id, input),
      (row) => (back === 'next' ? review : `${review}?row=${String(row)}#row`),
    );
  };

export const actions = {
  confirm: changing('confirm', rowForm, confirmRow, 'next'),
  edit: changing('edit', editForm, editRow, 'row'),
  drop: changing('drop', dropForm, dropRow, 'next'),
  restore: changing('restore', rowForm, restoreRow, 'row'),
  add: changing('add', addForm, (ctx, id, input) => addRow(ctx, id, input, reviewWords('ru').newRow), 'row'),
} satisfies Actions;
