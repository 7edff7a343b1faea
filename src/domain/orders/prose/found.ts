import type { Passage, Span } from '#domain/language/passage.ts';
import { spansOf } from '#domain/language/passage.ts';

/** A value read from the prose of a document, and the source ranges it was put together from. */
export type Found = { readonly value: string; readonly spans: readonly Span[] };

/** The passage as a value with its source ranges; `value` where it is not printed quite so. */
export function foundIn(passage: Passage, value: string = passage.text): Found {
  return { value, spans: spansOf(passage) };
}
