import type * as v from 'valibot';
import type { Result } from '#domain/outcome.ts';
import { closeOrganization, reopenOrganization } from '#features/organizations/edit/close-organization.server.ts';
import { editDetails, editPassport } from '#features/organizations/edit/edit-details.server.ts';
import { getEditing } from '#features/organizations/edit/editing.server.ts';
import * as forms from '#features/organizations/edit/forms.ts';
import { moveOrganization } from '#features/organizations/edit/moving/move-organization.server.ts';
import { addAlias, removeAlias, renameOrganization } from '#features/organizations/edit/name-organization.server.ts';
import { recordId } from '#features/organizations/record-id.ts';
import { answerForm } from '#web/answer-form.ts';
import { notFound } from '#web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, params }) => ({
  editing: (await getEditing(locals.ctx, recordId(params.id) ?? notFound())) ?? notFound(),
});

type Deed<S extends v.GenericSchema> = (
  ctx: App.Locals['ctx'],
  id: number,
  input: v.InferOutput<S>,
) => Promise<Result<number>>;

/** A form of the page and the deed it does; then back to the card, or to a part of this page. */
function action<S extends v.GenericSchema>(form: string, schema: S, deed: Deed<S>, then = '') {
  return (event: RequestEvent) => {
    const id = recordId(event.params.id) ?? notFound();
    return answerForm(
      event,
      form,
      schema,
      (input) => deed(event.locals.ctx, id, input),
      () => `/organizations/${id}${then}`,
    );
  };
}

export const actions = {
  details: action('details', forms.detailsForm, editDetails),
  passport: action('passport', forms.passportForm, editPassport, '#passport'),
  name: action('name', forms.nameForm, renameOrganization),
  alias: action('alias', forms.aliasForm, addAlias, '/edit#aliases'),
  removeAlias: action('removeAlias', forms.aliasRemovalForm, removeAlias, '/edit#aliases'),
  move: action('move', forms.movingForm, moveOrganization),
  close: action('close', forms.closingForm, closeOrganization),
  reopen: action('reopen', forms.reopeningForm, reopenOrganization),
} satisfies Actions;
