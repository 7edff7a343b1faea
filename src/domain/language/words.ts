/**
 * Words of Russian official text: how a text is cut into them, in which form they are compared, and their stems.
 */

/** A word of a text and the offset at which it begins. */
export type Word = { readonly text: string; readonly from: number };

/** A run of letters and digits; hyphens inside belong to the word («школа-интернат», «2-х»). */
const WORD = /[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)*/gu;

/** The words of `text` in order, hyphenated compounds as one word. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({ text: match[0], from: match.index }));
}

/** The form in which words are compared: lower case, «ё» as «е», every kind of hyphen as «-». */
export function comparisonForm(word: string): string {
  // Asked for every word of a document many times, and most words have none of these letters.
  const form = word.toLowerCase().replaceAll('ё', 'е');
  return form.includes('\u2010') || form.includes('\u2011') ? form.replace(/[\u2010\u2011]/gu, '-') : form;
}

const VOWEL = /[аеиоуыэюя]/u;

// Endings of the «Snowball» description of Russian, longest first inside each group; `1` groups need «а» or «я» before them.
const GERUND_1 = /(?<=[ая])(?:вшись|вши|в)$/u;
const GERUND_2 = /(?:ывшись|ившись|ывши|ивши|ыв|ив)$/u;
const REFLEXIVE = /(?:ся|сь)$/u;
const ADJECTIVE = /(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/u;
const PARTICIPLE_1 = /(?<=[ая])(?:ем|нн|вш|ющ|щ)$/u;
const PARTICIPLE_2 = /(?:ивш|ывш|ующ)$/u;
const VERB_1 = /(?<=[ая])(?:ешь|нно|ете|йте|ла|на|ли|ем|ло|но|ет|ют|ны|ть|й|л|н)$/u;
const VERB_2 =
  /(?:ейте|уйте|ила|ыла|ена|ите|или|ыли|ило|ыло|ено|ует|уют|ены|ить|ыть|ишь|ей|уй|ил|ыл|им|ым|ен|ят|ит|ыт|ую|ю)$/u;
const NOUN =
  /(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я)$/u;

/**
 * A light stem of a Russian word, so that «мероприятия» and «мероприятиями» are the same; other words come back in
 * comparison form. The stem is for comparing only: it is not always a word.
 */
export function stem(word: string): string {
  const form = comparisonForm(word);
  const vowel = form.search(VOWEL);
  if (vowel < 0) return form;
  const head = form.slice(0, vowel + 1);
  return head + shortened(form.slice(vowel + 1));
}

function shortened(region: string): string {
  const rest = withoutFirst(region, [GERUND_2, GERUND_1]) ?? withoutInflection(region.replace(REFLEXIVE, ''));
  const base = rest.replace(/и$/u, '').replace(/(?<=[аеиоуыэюя].*[^аеиоуыэюя])ость?$/u, '');
  return base
    .replace(/ейше?$/u, '')
    .replace(/нн$/u, 'н')
    .replace(/ь$/u, '');
}

function withoutInflection(region: string): string {
  const adjective = withoutFirst(region, [ADJECTIVE]);
  if (adjective !== undefined) return withoutFirst(adjective, [PARTICIPLE_2, PARTICIPLE_1]) ?? adjective;
  return withoutFirst(region, [VERB_2, VERB_1, NOUN]) ?? region;
}

/** `region` without the first of `endings` that it has; undefined when it has none. */
function withoutFirst(region: string, endings: readonly RegExp[]): string | undefined {
  for (const ending of endings) {
    const at = region.search(ending);
    if (at >= 0) return region.slice(0, at);
  }
  return undefined;
}
