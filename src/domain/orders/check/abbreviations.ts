import { finding } from '#domain/orders/check/finding.ts';
import type { Finding } from '#domain/orders/check/finding.ts';
import type { Measure, Plan } from '#domain/orders/plan.ts';

/** Capital letters, perhaps with small ones between («НИПКиПРО», «ПП-консилиум»). */
const ABBREVIATION = /(?<![\p{L}\p{N}«-])[А-ЯЁ]{2,}(?:[а-яё]{0,2}[А-ЯЁ]+)*(?:-[а-яё]{5,})?(?![\p{L}\p{N}-])/gu;

/** Known to everyone who reads newspapers, and Roman numerals typed in Cyrillic. */
const COMMON = new Set(['РФ', 'СССР', 'США', 'ХХ', 'ХХI', 'ООО', 'АО', 'ИП', 'НЕ', 'ПЛАН', 'ПРИКАЗ']);

/** Abbreviations that measures use and the document's own list leaves out; each once, at the measure that uses it first. */
export function undefinedAbbreviations(plan: Plan): Finding[] {
  const defined = new Set(Object.keys(plan.abbreviations).flatMap((key) => [key, ...key.split(/\s+/u)]));
  const reported = new Set<string>();
  return plan.measures.flatMap((measure) =>
    abbreviationsIn(measure)
      .filter((word) => !defined.has(word) && !COMMON.has(word) && !reported.has(word))
      .filter((word, place, all) => all.indexOf(word) === place)
      .map((word) => {
        reported.add(word);
        const meant = [...defined].find((known) => isMisprintOf(word, known));
        return finding(measure.seq, 'undefined-abbreviation', meant === undefined ? word : `${word} (${meant}?)`);
      }),
  );
}

function abbreviationsIn(measure: Measure): string[] {
  const text = [measure.title, measure.result ?? '', measure.responsible.join('; '), measure.publication ?? ''].join(
    ' ; ',
  );
  return [...text.matchAll(ABBREVIATION)].map((match) => match[0]);
}

/** Two neighbouring letters changed places, or letters differ only in case («НИПКИПРО» for «НИПКиПРО»). */
function isMisprintOf(word: string, known: string): boolean {
  if (word.toLowerCase() === known.toLowerCase()) return word !== known;
  if (word.length !== known.length || word.length < 4) return false;
  const different = [...word]
    .map((letter, index) => (letter === known.charAt(index) ? -1 : index))
    .filter((index) => index >= 0);
  const [first, second] = different;
  if (different.length !== 2 || first === undefined || second !== first + 1) return false;
  return word.charAt(first) === known.charAt(second) && word.charAt(second) === known.charAt(first);
}
