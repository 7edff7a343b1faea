/** A range of characters, half-open. */
export type Range = { readonly from: number; readonly to: number };
const CLOSING: Readonly<Record<string, string>> = { '»': '«', '”': '“„"', '“': '„«', ')': '(' };
const LONGEST_NAME = 240;

/**
 * Quoted names and brackets, sorted and disjoint: nothing is cut inside. Only pairs count, so a quote that was never
 * closed protects nothing; pairs longer than a name are none.
 */
export function protectedRanges(text: string): readonly Range[] {
  const open: { sign: string; at: number }[] = [];
  const ranges: Range[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    const isStraight = sign === '"';
    const opensWith = isStraight ? '"' : CLOSING[sign];
    const top = open.at(-1);
    if (opensWith !== undefined && top !== undefined && opensWith.includes(top.sign)) {
      open.pop();
      if (index - top.at <= LONGEST_NAME) ranges.push({ from: top.at, to: index + 1 });
    } else if (sign === ')' && open.some((quote) => quote.sign === '(')) {
      while (open.at(-1)?.sign !== '(') open.pop();
      const bracket = open.pop();
      if (bracket && index - bracket.at <= LONGEST_NAME) ranges.push({ from: bracket.at, to: index + 1 });
    } else if (isStraight || '«„“('.includes(sign)) open.push({ sign, at: index });
    if (open.length > 40) open.shift();
  }
  return outermost(ranges);
}

function outermost(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((left, right) => left.from - right.from || right.to - left.to)) {
    if (range.from >= (result.at(-1)?.to ?? 0)) result.push(range);
  }
  return result;
}
