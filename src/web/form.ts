import { error } from '@sveltejs/kit';
import * as v from 'valibot';

/** What is wrong with a field: a key of messages, and what its sentence needs. */
export type FieldFault = { readonly code: string; readonly details: Readonly<Record<string, string | number>> };

export type ParsedForm<T> =
  | { readonly ok: true; readonly input: T }
  | {
      readonly ok: false;
      readonly faults: Readonly<Record<string, readonly FieldFault[]>>;
      /** What was typed, so that nobody types it again; never passwords. */
      readonly typed: Readonly<Record<string, string>>;
    };

/**
 * Reads a posted form by its schema. Codes of faults are the messages of the schema («email.shape»); a message may be
 * followed by details: `too-long;limit=200`. A field has one fault at a time: what is empty is not also too short.
 */
export function parseForm<S extends v.GenericSchema>(schema: S, form: FormData): ParsedForm<v.InferOutput<S>> {
  // Fields that were not posted at all are judged as well: their fault is told in the words of the schema, too.
  const names = new Set([...fieldsOf(schema), ...form.keys()]);
  const fields = Object.fromEntries([...names].map((name) => [name, valueOf(form, name)]));
  const parsed = v.safeParse(schema, fields, { abortPipeEarly: true });
  if (parsed.success) return { ok: true, input: parsed.output };
  const faults: Record<string, FieldFault[]> = {};
  for (const issue of parsed.issues) {
    const name = v.getDotPath(issue)?.split('.')[0] ?? '';
    (faults[name] ??= []).push(faultOf(issue.message));
  }
  const typed = Object.entries(fields).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !/password/iu.test(entry[0]),
  );
  return { ok: false, faults, typed: Object.fromEntries(typed) };
}

function fieldsOf(schema: v.GenericSchema): string[] {
  return 'entries' in schema && typeof schema.entries === 'object' ? Object.keys(schema.entries ?? {}) : [];
}

/** Nobody types a NUL, and the database keeps none. */
function plain(value: string): string {
  return value.replaceAll('\0', '').trim();
}

function valueOf(form: FormData, name: string): FormDataEntryValue | FormDataEntryValue[] | undefined {
  const values = form.getAll(name).map((value) => (typeof value === 'string' ? plain(value) : value));
  return values.length > 1 ? values : values[0];
}

/** A message that is no code says that a field was no text or stood twice: no page of ours posts that. */
function faultOf(message: string): FieldFault {
  if (!/^[\w.-]+(?:;|$)/u.test(message)) error(400);
  const [code = '', ...rest] = message.split(';');
  const details = rest.map((pair) => pair.split('=')).map(([key = '', value = '']) => [key, value] as const);
  return { code, details: Object.fromEntries(details) };
}
