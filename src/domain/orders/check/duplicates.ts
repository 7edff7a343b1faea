import { stem, wordsOf } from '#domain/language/words.ts';
import { finding } from '#domain/orders/check/finding.ts';
import type { Finding } from '#domain/orders/check/finding.ts';
import type { Measure, Plan } from '#domain/orders/plan.ts';

/** Titles that share so much of their words are the same measure. */
const SAME_TITLE = 0.9;
/** A measure is compared with this many before it: time stays linear in plans of any length. */
const COMPARED = 600;

/** The same measure twice; the finding stands at the later one and names the first. */
export function duplicateMeasures(plan: Plan): Finding[] {
  const titles = plan.measures.map((measure) => ({ measure, stems: stemsOf(measure.title) }));
  return titles.flatMap((later, index) => {
    const earlier = titles
      .slice(Math.max(0, index - COMPARED), index)
      .find(
        (candidate) =>
          sharedShare(candidate.stems, later.stems) >= SAME_TITLE &&
          sameNumbers(candidate.measure.title, later.measure.title) &&
          sameTime(candidate.measure, later.measure),
      );
    if (earlier === undefined) return [];
    const number = earlier.measure.number ?? `#${earlier.measure.seq}`;
    return [finding(later.measure.seq, 'duplicate-measure', `${number}. ${earlier.measure.title}`)];
  });
}

/** One deed at two times is two duties (a session in May and in December), not a measure written twice. */
export function sameTime(a: Measure, b: Measure): boolean {
  return a.deadlineText === b.deadlineText || a.deadlineText === null || b.deadlineText === null;
}

/** «… в 5 классах» and «… в 6 классах» are two measures. */
function sameNumbers(a: string, b: string): boolean {
  const numbers = (text: string): string => (text.match(/\p{N}+/gu) ?? []).join(' ');
  return numbers(a) === numbers(b);
}

/** The stems of a text's words with how often each occurs. */
export function stemsOf(text: string): ReadonlyMap<string, number> {
  const stems = new Map<string, number>();
  for (const word of wordsOf(text)) {
    const key = stem(word.text);
    if (key.length > 2) stems.set(key, (stems.get(key) ?? 0) + 1);
  }
  return stems;
}

/** Dice share of two bags of stems, 0…1; 0 when one is empty. */
export function sharedShare(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [key, times] of a) {
    shared += Math.min(times, b.get(key) ?? 0);
    all += times;
  }
  for (const times of b.values()) all += times;
  return a.size === 0 || b.size === 0 ? 0 : (2 * shared) / all;
}
