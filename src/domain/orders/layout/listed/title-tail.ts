import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';

/** Offsets of what stands behind a title; an absent part is empty. */
export type TitleTail = {
  readonly titleTo: number;
  readonly deadline: readonly [number, number];
  readonly executors: readonly [number, number];
};

const BRACKETS = /\(([^()]{3,200})\)\s{0,2}[.;,]?$/u;
const LONGEST_TAIL = 240;
const MOST_DASHES = 4;
const SURE_DEADLINE = 0.7;
const LIKELY_EXECUTORS = 0.4;

/** «… (март 2026 г., МОУО)», «… – до 15 марта – директора школ»: deadline and executors at the end of a title. */
export function tailOf(title: string, judge: CellJudge): TitleTail | null {
  const from = Math.max(0, title.length - LONGEST_TAIL);
  const end = title.slice(from);
  const inside = BRACKETS.exec(end);
  if (inside !== null && from + inside.index > 0) {
    const start = from + inside.index;
    const found = divided(title, start + 1, start + 1 + (inside[1] ?? '').length, /[;,]\s/gu, judge);
    if (found !== null) return { titleTo: start, ...found };
  }
  const dashes = Array.from(end.matchAll(/\s[–—-]\s/gu), ({ index }) => from + index);
  for (const dash of dashes.slice(-MOST_DASHES)) {
    const found = dash === 0 ? null : divided(title, dash + 3, title.length, /\s[–—-]\s|[;,]\s/gu, judge);
    if (found !== null) return { titleTo: dash, ...found };
  }
  return null;
}

const LONGEST_FRONT = 60;

/** «До 15 марта – провести семинар», «Март 2026 г.: семинар»: a deadline in front of a title. */
export function frontOf(title: string, judge: CellJudge): { deadlineTo: number; titleFrom: number } | null {
  for (const match of Array.from(title.slice(0, LONGEST_FRONT).matchAll(/\s[–—-]\s|:\s/gu)).reverse()) {
    if (judge.deadline(title.slice(0, match.index)) < SURE_DEADLINE) continue;
    const titleFrom = match.index + match[0].length;
    return titleFrom >= title.length ? null : { deadlineTo: match.index, titleFrom };
  }
  return null;
}

type Division = Pick<TitleTail, 'deadline' | 'executors'>;

/** The best way to divide the words into a deadline and executors, in either order. */
function divided(title: string, from: number, to: number, border: RegExp, judge: CellJudge): Division | null {
  const words = title.slice(from, to).replace(/(?<!(?:^|\s)гг?)\.?[\s;,]*$/u, '');
  const end = from + words.length;
  const whole = judge.deadline(words);
  let best: { found: Division; fit: number } | null =
    whole < SURE_DEADLINE ? null : { found: { deadline: [from, end], executors: [end, end] }, fit: whole };
  for (const match of Array.from(words.matchAll(border)).slice(0, 8)) {
    const [first, second] = [words.slice(0, match.index), words.slice(match.index + match[0].length)];
    const behind = from + match.index + match[0].length;
    for (const [deadline, executors, found] of [
      [first, second, { deadline: [from, from + match.index], executors: [behind, end] }],
      [second, first, { deadline: [behind, end], executors: [from, from + match.index] }],
    ] as const) {
      const fits = [judge.deadline(deadline), judge.executors(executors)] as const;
      const fit = fits[0] + fits[1];
      if (fits[0] < SURE_DEADLINE || fits[1] < LIKELY_EXECUTORS || fit <= (best?.fit ?? 0)) continue;
      best = { found, fit };
    }
  }
  return best?.found ?? null;
}
