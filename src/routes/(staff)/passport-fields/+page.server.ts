import type * as v from 'valibot';
import type { Result } from '#domain/outcome.ts';
import * as deeds from '#features/organizations/passport-fields/change-passport-fields.server.ts';
import * as forms from '#features/organizations/passport-fields/forms.ts';
import { listPassportFields } from '#features/organizations/passport-fields/passport-fields.server.ts';
import { recordId } from '#features/organizations/record-id.ts';
import { answerForm } from '#web/answer-form.ts';
import { notFound } from '#web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const fields = (await listPassportFields(locals.ctx)) ?? notFound();
  const asked = recordId(url.searchParams.get('field') ?? '');
  return { fields, edited: fields.find(({ id }) => id === asked) ?? null };
};

type Deed<S extends v.GenericSchema> = (ctx: App.Locals['ctx'], input: v.InferOutput<S>) => Promise<Result<number>>;

function action<S extends v.GenericSchema>(form: string, schema: S, deed: Deed<S>) {
  return (event: RequestEvent) =>
    answerForm(
      event,
      form,
      schema,
      (input) => deed(event.locals.ctx, input),
      () => '/passport-fields',
    );
}

export const actions = {
  add: action('add', forms.fieldForm, deeds.addPassportField),
  change: action('change', forms.fieldChangeForm, deeds.changePassportField),
  retire: action('retire', forms.fieldUseForm, deeds.retirePassportField),
  restore: action('restore', forms.fieldUseForm, deeds.restorePassportField),
} satisfies Actions;
