import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import { fail, redirect } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Refusal, Result } from '#domain/outcome.ts';
import type { FieldFault } from '#web/form.ts';
import { parseForm } from '#web/form.ts';
import { statusOf } from '#web/refusal.ts';

/** What a page is told of a form that was not taken; `form` tells which of its forms it was. */
export type UntakenForm = {
  readonly form: string;
  readonly faults: Readonly<Record<string, readonly FieldFault[]>>;
  readonly refusal: Refusal | null;
  readonly typed: Readonly<Record<string, string>>;
};

/**
 * Reads a posted form, does the deed and leads on; a form that is not taken comes back with what was typed.
 *
 * @param form the name of the form on a page that has several
 */
export async function answerForm<S extends v.GenericSchema, T>(
  { request }: RequestEvent,
  form: string,
  schema: S,
  deed: (input: v.InferOutput<S>) => Promise<Result<T>>,
  next: (value: T) => string,
): Promise<ActionFailure<UntakenForm>> {
  const posted = await request.formData();
  const typed = Object.fromEntries([...posted].filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  const parsed = parseForm(schema, posted);
  if (!parsed.ok) return fail(400, { form, faults: parsed.faults, refusal: null, typed });
  const outcome = await deed(parsed.input);
  if (!outcome.ok) return fail(statusOf(outcome.refusal), { form, faults: {}, refusal: outcome.refusal, typed });
  redirect(303, next(outcome.value));
}
