/** Repeatable chance for invented documents: the same seed gives the same choices (mulberry32). */
export type Chance = {
  /** A number from 0 to 1, 1 excluded. */
  readonly fraction: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  readonly pick: <T>(choices: readonly T[]) => T;
  /** True with the given probability. */
  readonly happens: (probability: number) => boolean;
  readonly shuffled: <T>(items: readonly T[]) => T[];
};

export function chanceOf(seed: number): Chance {
  let state = (seed * 2654435761 + 12345) | 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1));
  const pick = <T>(choices: readonly T[]): T => {
    const choice = choices[whole(0, choices.length - 1)];
    if (choice === undefined) throw new Error('nothing to pick from');
    return choice;
  };
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, key: fraction() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  return { fraction, whole, pick, happens: (probability) => fraction() < probability, shuffled };
}
