import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';

const QUOTE_COST = 2;
const BRACKET_COST = 3;

/**
 * Cost of words `from`…`to` (excluded) as a cell that leaves a quotation mark or bracket open, or shuts one that it did not
 * open. One mark may shut two («Название «Внутри»), as is usual in Russian papers.
 */
export function pairCosts(words: readonly FlowWord[]): (from: number, to: number) => number {
  const count = words.length;
  const lastOpen = new Int32Array(count + 1).fill(-1);
  const lastShut = new Int32Array(count + 1).fill(-1);
  const lastOpenBracket = new Int32Array(count + 1).fill(-1);
  const lastShutBracket = new Int32Array(count + 1).fill(-1);
  const nextOpen = new Int32Array(count + 1).fill(count);
  const nextShut = new Int32Array(count + 1).fill(count);
  const nextOpenBracket = new Int32Array(count + 1).fill(count);
  const nextShutBracket = new Int32Array(count + 1).fill(count);
  words.forEach(({ traits }, index) => {
    lastOpen[index + 1] = traits.opens > traits.shuts ? index : (lastOpen[index] ?? -1);
    lastShut[index + 1] = traits.shuts > 0 ? index : (lastShut[index] ?? -1);
    lastOpenBracket[index + 1] = traits.opensBracket > traits.shutsBracket ? index : (lastOpenBracket[index] ?? -1);
    lastShutBracket[index + 1] = traits.shutsBracket > 0 ? index : (lastShutBracket[index] ?? -1);
  });
  for (let index = count - 1; index >= 0; index -= 1) {
    const traits = words[index]?.traits;
    if (traits === undefined) continue;
    nextOpen[index] = traits.opens > 0 ? index : (nextOpen[index + 1] ?? count);
    nextShut[index] = traits.shuts > traits.opens ? index : (nextShut[index + 1] ?? count);
    nextOpenBracket[index] = traits.opensBracket > 0 ? index : (nextOpenBracket[index + 1] ?? count);
    nextShutBracket[index] = traits.shutsBracket > traits.opensBracket ? index : (nextShutBracket[index + 1] ?? count);
  }
  return (from, to) => {
    let cost = 0;
    const open = lastOpen[to] ?? -1;
    if (open >= from && (lastShut[to] ?? -1) < open) cost += QUOTE_COST;
    const openBracket = lastOpenBracket[to] ?? -1;
    if (openBracket >= from && (lastShutBracket[to] ?? -1) < openBracket) cost += BRACKET_COST;
    const shut = nextShut[from] ?? count;
    if (shut < to && (nextOpen[from] ?? count) > shut) cost += QUOTE_COST;
    const shutBracket = nextShutBracket[from] ?? count;
    if (shutBracket < to && (nextOpenBracket[from] ?? count) > shutBracket) cost += BRACKET_COST;
    return cost;
  };
}
