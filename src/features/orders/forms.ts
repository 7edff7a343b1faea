import * as v from 'valibot';
import type { TerritoryDictionary } from '#domain/orders/lexicon.ts';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** The data file given with `--dictionary`. */
const dictionaryForm = v.strictObject({
  territory: v.optional(words),
  abbreviations: v.optional(v.record(words, words), {}),
  organizations: v.optional(v.array(words), []),
});

export type DictionaryReading =
  | { readonly ok: true; readonly dictionary: TerritoryDictionary }
  /** `place` is the key that is wrong («organizations.3»), null when the text is no JSON object at all. */
  | { readonly ok: false; readonly place: string | null };

/** Reads the JSON text of a territory's dictionary. */
export function parseDictionary(text: string): DictionaryReading {
  const parsed = v.safeParse(dictionaryForm, fromJson(text));
  if (!parsed.success) return { ok: false, place: v.getDotPath(parsed.issues[0]) };
  const { territory, ...lists } = parsed.output;
  return { ok: true, dictionary: territory === undefined ? lists : { territory, ...lists } };
}

function fromJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/u, ''));
    // A list has no keys to name: it would pass for a dictionary with nothing in it.
    return Array.isArray(value) ? null : value;
  } catch {
    return null;
  }
}
