/** A range of a text that holds something found. */
type TextMark = { readonly from: number; readonly to: number };

/** The marks in the order of the text; of two that overlap the one that begins first stays (of equals, the one given first). */
export function withoutOverlaps<Mark extends TextMark>(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of [...marks].sort((one, other) => one.from - other.from)) {
    if ((kept.at(-1)?.to ?? 0) <= mark.from) kept.push(mark);
  }
  return kept;
}
