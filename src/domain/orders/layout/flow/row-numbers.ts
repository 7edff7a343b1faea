/** Cost of a number as the number of a row behind the row numbered `last` (null: none yet); `fresh` after a section. */
export function numberCost(number: readonly number[], last: readonly number[] | null, fresh: boolean): number {
  const own = number.at(-1) ?? 0;
  const depth = number.length;
  if (last === null) return own === 1 ? -5 : depth > 1 ? -1 : own <= 3 ? 1 : 4;
  const lastOwn = last.at(-1) ?? 0;
  const sameHead = depth === last.length && number.slice(0, -1).every((part, index) => part === last[index]);
  if (sameHead && own === lastOwn + 1) return -6;
  if (own === 1 && fresh) return -5;
  // «1.4» → «2.1», «3» → «3.1», «3.2» → «4».
  if (depth > 1 && own === 1) return -3;
  if (depth < last.length && own === (last[depth - 1] ?? 0) + 1) return -4;
  if (sameHead && own > lastOwn && own <= lastOwn + 3) return 1.5;
  if (sameHead && own === lastOwn) return 4;
  return own === 1 ? 5 : 8;
}
