import type { PlainDate } from '#domain/deadlines/deadline.ts';
import type { Span } from '#domain/language/passage.ts';
import type { BasisDocument, Level } from '#domain/orders/plan.ts';
import type { Found } from '#domain/orders/prose/found.ts';

/** A date read from the document, and its place. */
export type FoundDate = { readonly value: PlainDate; readonly spans: readonly Span[] };

/** What the head, the signature and the stamps of a document say of it; null where nothing is printed. */
export type Requisites = {
  readonly number: Found | null;
  readonly date: FoundDate | null;
  readonly issuer: Found | null;
  readonly signatory: Found | null;
  /** Position of the signatory, as printed. */
  readonly position: string | null;
  /** Title of the order («Об утверждении …»). */
  readonly title: Found | null;
  /** Headings of the plan itself, in reading order: a document may print two for one plan. */
  readonly planTitles: readonly Found[];
  readonly kind: 'order' | 'programme' | 'roadmap';
  readonly level: Level | null;
  /** Why the level was chosen, in codes with the words that spoke for it. */
  readonly levelReasons: readonly string[];
  readonly territory: Found | null;
  /** Documents that the order is based on, from its preamble. */
  readonly basis: readonly (BasisDocument & { readonly spans: readonly Span[] })[];
};
