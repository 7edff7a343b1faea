import type { Target } from '#domain/targets/target.ts';
import type { Chance } from '#demo/orders/chance.ts';
import * as words from '#demo/orders/words.ts';

/** A result as people print it, with the countable targets in it. */
export function inventResult(chance: Chance): { readonly text: string; readonly targets: readonly Target[] } {
  if (chance.happens(0.6)) return { text: chance.pick(words.RESULTS), targets: [] };
  if (chance.happens(0.5)) {
    const { before, after, unit } = chance.pick(words.COUNTED);
    const value = chance.whole(5, 40);
    const text = `${before} не менее ${value} ${after}`;
    return {
      text,
      targets: [{ text: `не менее ${value} ${after}`, comparator: '>=', value, unit, kind: 'count', in: 'result' }],
    };
  }
  const value = chance.pick([100, 80, 50, 30]);
  const share = chance.pick(words.SHARES);
  const most = value === 100 ? '' : 'Не менее ';
  return {
    text: `${most}${value}% ${share}`,
    targets: [
      {
        text: `${most.toLowerCase()}${value}% ${share}`,
        comparator: value === 100 ? '=' : '>=',
        value,
        unit: '%',
        kind: 'percent',
        in: 'result',
      },
    ],
  };
}
