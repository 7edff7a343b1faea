/** A range of characters, half-open. */
type Range = { from: number; to: number };

/**
 * The quoted names in `text`, sorted: what stands there is a name and no promise («Урок за 40 минут»). Quotes that were
 * never closed reach to the last quote closed inside them (printers put one «»» for two), else to the end of the sentence.
 */
export function quotedRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  const open: { from: number; closedInside: number }[] = [];
  const close = (at: number): void => {
    const quote = open.pop();
    if (quote === undefined) return;
    ranges.push({ from: quote.from, to: at + 1 });
    const outer = open.at(-1);
    if (outer) outer.closedInside = at + 1;
  };
  let isStraightOpen = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '«' || sign === '„') open.push({ from: index, closedInside: -1 });
    else if (sign === '»') close(index);
    else if (sign === '“') {
      if (open.length > 0) close(index);
      else open.push({ from: index, closedInside: -1 });
    } else if (sign === '”') close(index);
    else if (sign === '"') {
      if (isStraightOpen) close(index);
      else open.push({ from: index, closedInside: -1 });
      isStraightOpen = !isStraightOpen;
    }
  }
  for (const quote of open) {
    ranges.push({ from: quote.from, to: quote.closedInside > 0 ? quote.closedInside : sentenceEnd(text, quote.from) });
  }
  return merged(ranges);
}

const LONGEST_NAME = 160;

function sentenceEnd(text: string, from: number): number {
  const end = text.slice(from, from + LONGEST_NAME).search(/[.!?;](?:\s|$)|\n/u);
  return end < 0 ? Math.min(text.length, from + LONGEST_NAME) : from + end;
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((left, right) => left.from - right.from)) {
    const last = result.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else result.push({ ...range });
  }
  return result;
}
