/** Endings of adjectives and participles, and the endings of nouns and adjectives that may follow them in the same case. */
const AGREEMENTS: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:ой|ей)$/u, /(?:и|ы|е|ой|ей|ью)$/u],
  [/(?:ых|их)$/u, /(?:ов|ев|ей|ий|ях|ах|ых|их|[бвгджзклмнпрстфхцчшщь])$/u],
  [/(?:ого|его)$/u, /(?:а|я|ого|его)$/u],
  [/(?:ому|ему)$/u, /(?:у|ю|ому|ему)$/u],
  [/(?:ыми|ими)$/u, /(?:ами|ями|ми|ыми|ими)$/u],
  [/(?:ым|им)$/u, /(?:ом|ем|ам|ям|ым|им)$/u],
  [/(?:ую|юю)$/u, /(?:у|ю|ь|ую|юю)$/u],
  [/(?:ая|яя)$/u, /(?:а|я|ь|ая|яя)$/u],
  [/(?:ое|ее)$/u, /(?:о|е|ое|ее)$/u],
  [/(?:ые|ие)$/u, /(?:ы|и|а|я|ые|ие)$/u],
  [/(?:ый|ий)$/u, /(?:[бвгджзйклмнпрстфхцчшщь])$/u],
];

/** Stems of adjectives: without these many nouns («образований», «целей») would look like one. */
const ADJECTIVE =
  /(?:н|ск|тельн|енн|ующ|ающ|яющ|ющ|ящ|вш|щ|ов|ев|ив|чн|шн|жн|льн|ем|им|зк|ск|гк|дк|тк)(?:ой|ей|ых|их|ого|его|ому|ему|ыми|ими|ым|им|ую|юю|ая|яя|ое|ее|ые|ие|ый|ий)$/u;

/** A preposition or conjunction, behind which a text must go on. */
const LINK = /^(?:в|во|на|по|с|со|к|ко|о|об|от|до|из|за|для|при|без|под|над|через|между|и|или|их|не)$/u;

const PREPOSITION = /^(?:в|во|на|по|с|со|к|ко|о|об|от|до|из|за|для|при|без|под|над|через|между)$/u;

const DEADLINE_BEGINNING =
  /^(?:в (?:течени|соответств|срок)|весь период|по (?:мере|график|план|отдельн|запрос|заявк|согласован|оконч)|не (?:позд|реже)|до (?:конца|начала|\d)|раз в|с \d|к \d)/u;

/** How well a word follows the word before it, as a cost: negative when they belong together, positive when they do not. */
export function successionCost(before: string, word: string): number {
  if (/[,;.:»)]$/u.test(before)) return 0;
  const first = before.toLowerCase();
  const second = word.toLowerCase().replace(/[^\p{L}]+$/u, '');
  if (DEADLINE_BEGINNING.test(`${first} ${second}`)) return -1.8;
  // «… по в …»: two prepositions stand side by side only where two cells meet.
  if (PREPOSITION.test(first) && PREPOSITION.test(second)) return 2.5;
  if (LINK.test(first)) return /^\p{Ll}|^[\d«"]/u.test(word) ? -0.4 : 0;
  if (first.length < 5 || second.length < 3 || !ADJECTIVE.test(first)) return 0;
  const agreement = AGREEMENTS.find(([ending]) => ending.test(first));
  if (agreement === undefined) return 0;
  return agreement[1].test(second) ? -0.9 : LINK.test(second) ? 0.3 : 0.9;
}

/** Cost of a line's piece that stops behind this word: lines seldom end with a preposition. */
export function lineEndCost(word: string): number {
  const form = word.toLowerCase();
  return !LINK.test(form) ? 0 : /^(?:и|или)$/u.test(form) ? 0.4 : 1;
}
