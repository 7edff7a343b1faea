import type { Passage } from '#domain/language/passage.ts';
import { slicePassage } from '#domain/language/passage.ts';
import { expansionStart } from '#domain/orders/prose/abbreviation-initials.ts';

/** An abbreviation and its expansion as passages of the source. */
export type DefinedAbbreviation = { readonly key: string; readonly expansion: Passage; readonly whole: Passage };

const ABBREVIATION =
  '[«"]?(\\p{Lu}[\\p{L}-]{0,12}\\p{Lu}(?:\\s\\p{Lu}{2,6})?|Мин\\p{Ll}{4,14}|\\p{Lu}{2,10}-\\p{Ll}{3,14})[»"]?';

const FORMS: readonly { readonly form: RegExp; readonly kind: 'bracket' | 'further' }[] = [
  { form: new RegExp(`[(/]\\s?${ABBREVIATION}\\s?[)/]`, 'gu'), kind: 'bracket' },
  {
    form: new RegExp(
      `[(/]?\\s?(?:далее|сокращ[её]нно)(?:\\s+по\\s+тексту)?\\s?[-–—:,]?\\s?${ABBREVIATION}\\s?[)/]?`,
      'giu',
    ),
    kind: 'further',
  },
];

/** «ЦОКО (центр оценки качества образования)»: the expansion stands in the bracket. */
const EXPLAINED = /(?<![\p{L}])(\p{Lu}[\p{Lu}и]{1,9})\s?\(([^()]{6,160})\)/gu;

/**
 * Abbreviations defined inside a text. One in brackets counts only when it is made of the initials of the words before it;
 * after «далее» it counts in any case, its expansion then reaching back to where the phrase begins.
 */
export function definitionsIn(passage: Passage): DefinedAbbreviation[] {
  const { text } = passage;
  if (!/[(/]/u.test(text)) return [];
  const found: DefinedAbbreviation[] = [];
  for (const { form, kind } of FORMS) {
    for (const match of text.matchAll(form)) {
      const key = match[1];
      if (key === undefined || (kind === 'further' && !isAbbreviation(key))) continue;
      const before = text.slice(Math.max(0, match.index - 400), match.index).trimEnd();
      const to = Math.max(0, match.index - 400) + before.length;
      const inner =
        expansionStart(before, key, kind === 'bracket' ? 2 : 8) ?? (kind === 'further' ? phraseStart(before) : null);
      if (inner === null || inner >= before.length) continue;
      const from = to - before.length + inner;
      found.push({
        key,
        expansion: unquoted(slicePassage(passage, from, to)),
        whole: slicePassage(passage, from, match.index + match[0].length),
      });
    }
  }
  for (const match of text.matchAll(EXPLAINED)) {
    const [whole, key = '', inside = ''] = match;
    const start = expansionStart(inside, key, 2);
    if (start === null || inside.slice(0, start).trim().length > 12) continue;
    const from = match.index + whole.length - 1 - inside.length;
    found.push({
      key,
      expansion: slicePassage(passage, from, from + inside.length),
      whole: slicePassage(passage, match.index, match.index + whole.length),
    });
  }
  return found;
}

/** «План», «Программа» after «далее» name the document, they are no abbreviations. */
const isAbbreviation = (key: string): boolean => /\p{Lu}.*\p{Lu}/u.test(key) || /^Мин/u.test(key);

/** The phrase before «(далее – …)» when no initials tell: from the last comma, bracket or full stop, at most twelve words. */
function phraseStart(before: string): number | null {
  const tail = before.slice(-220);
  const border = Math.max(...[',', ';', '(', ')', ':', '. '].map((mark) => tail.lastIndexOf(mark)));
  const phrase = tail.slice(border + 1);
  const words = [...phrase.matchAll(/\S+/gu)].slice(-12);
  const first = words[0];
  return first === undefined ? null : before.length - phrase.length + first.index;
}

/** Quotes that the expansion leaves open or closed only at one side are kept: they belong to names inside it. */
const unquoted = (passage: Passage): Passage =>
  /^[«"][^«»"]+[»"]$/u.test(passage.text) ? slicePassage(passage, 1, passage.text.length - 1) : passage;
