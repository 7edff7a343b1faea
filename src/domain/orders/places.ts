import type { Passage, Span } from '#domain/language/passage.ts';
import { spansOf } from '#domain/language/passage.ts';
import type { Place } from '#domain/orders/plan.ts';
import type { SourceDocument } from '#domain/orders/source-document.ts';

/** Tells the page and line of offsets of one document. */
export type Places = {
  /** The place of a passage; null for a passage of which nothing stands in the source. */
  readonly of: (passage: Passage) => Place | null;
  /** The place that covers all the spans; null when there are none. */
  readonly ofSpans: (spans: readonly Span[]) => Place | null;
};

export function placesIn(document: Pick<SourceDocument, 'text' | 'pages'>): Places {
  const lineStarts = [0];
  for (let at = document.text.indexOf('\n'); at >= 0; at = document.text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const ofSpans = (spans: readonly Span[]): Place | null => {
    const parts = mergedOverSpace(spans, document.text);
    const [first] = parts;
    if (first === undefined) return null;
    const place = {
      page: document.pages === null ? null : lastAtOrBefore(document.pages, first.from) + 1,
      line: lastAtOrBefore(lineStarts, first.from) + 1,
      from: parts.reduce((least, part) => Math.min(least, part.from), first.from),
      to: parts.reduce((most, part) => Math.max(most, part.to), first.to),
    };
    return parts.length === 1 ? place : { ...place, parts };
  };
  return { of: (passage) => ofSpans(spansOf(passage)), ofSpans };
}

/** Behind it at most a page of blank space: what is farther away is not looked at. */
const isNear = (last: Span, next: Span): boolean => last.to <= next.from && next.from - last.to < 4000;

/** Spans that only white space divides (a value wrapped over lines) are one range for the reader. */
function mergedOverSpace(spans: readonly Span[], text: string): readonly Span[] {
  const merged: { from: number; to: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && isNear(last, span) && text.slice(last.to, span.from).trim() === '') last.to = span.to;
    else merged.push({ ...span });
  }
  return merged;
}

/** Index of the last of the ascending `starts` that is not after `offset`; 0 when all are. */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
