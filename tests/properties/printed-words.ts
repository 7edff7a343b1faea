import type { Plan } from '#domain/orders/plan.ts';
import { wordsOf } from '#tests/properties/printed-grid.ts';

/** The words that a plan prints of its body: fields of measures, titles of columns and sections, indicators, words of warnings. */
export function printedWords(plan: Plan): string[] {
  const measures = plan.measures.flatMap((measure) => [
    measure.number,
    measure.title,
    measure.deadlineText,
    measure.responsibleText ?? measure.responsible.join('\n'),
    measure.result,
    measure.publication,
    ...Object.values(measure.other ?? {}),
  ]);
  const sections = plan.sections.flatMap(({ number, title, text }) => (text === undefined ? [number, title] : [text]));
  const indicators = plan.indicators.flatMap(({ number, name, source, target, other }) => [
    number,
    name,
    source,
    target,
    ...Object.values(other ?? {}),
  ]);
  const prose = [...plan.schools, ...plan.goals, ...plan.tasks, ...Object.entries(plan.abbreviations).flat()];
  const people = plan.people.flatMap(({ name, role }) => [name, role]);
  const warnings = plan.warnings.map(({ words }) => words ?? null);
  return [...plan.columns, ...measures, ...sections, ...indicators, ...prose, ...people, ...warnings].flatMap((text) =>
    text === null ? [] : wordsOf(text),
  );
}

/**
 * The source words that `printed` does not have as often as the source. A word cut in two by a lost border counts as
 * printed when both its pieces are, and a longer one when it was glued to its neighbour.
 */
export function lostWords(source: readonly string[], printed: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of printed) left.set(word, (left.get(word) ?? 0) + 1);
  const take = (word: string): boolean => {
    const times = left.get(word) ?? 0;
    if (times > 0) left.set(word, times - 1);
    return times > 0;
  };
  const missing = source.filter((word) => !take(word));
  return missing.filter((word) => {
    for (let cut = 1; cut < word.length; cut += 1) {
      const [head, tail] = [word.slice(0, cut), word.slice(cut)];
      if ((left.get(head) ?? 0) > 0 && (left.get(tail) ?? 0) > 0) return !(take(head) && take(tail));
    }
    const glued = word.length < 4 ? undefined : [...left].find(([other, times]) => times > 0 && other.includes(word));
    return glued === undefined || !take(glued[0]);
  });
}
