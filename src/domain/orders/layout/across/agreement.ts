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
  /(?:перв|втор|треть|н|ск|тельн|енн|ующ|ающ|яющ|ющ|ящ|вш|щ|ов|ев|ив|чн|шн|жн|льн|ем|им|зк|ск|гк|дк|тк)(?:ой|ей|ых|их|ого|его|ому|ему|ыми|ими|ым|им|ую|юю|ая|яя|ое|ее|ые|ие|ый|ий)$/u;

/** A preposition or conjunction, behind which a text must go on. */
const LINK = /^(?:в|во|на|по|с|со|к|ко|о|об|от|до|из|за|для|при|без|под|над|через|между|и|или|их|не)$/u;

const PREPOSITION = /^(?:в|во|на|по|с|со|к|ко|о|об|от|до|из|за|для|при|без|под|над|через|между)$/u;

const DEADLINE_BEGINNING =
  /^(?:в (?:течени|соответств|срок)|по (?:мере|график|план|отдельн|запрос|заявк|согласован|оконч)|не (?:позд|реже)|до (?:конца|начала|\d)|с \d|к \d)/u;

/** What successions need to know of a word; read once for each form. */
type Form = {
  readonly form: string;
  readonly shut: boolean;
  readonly link: boolean;
  readonly preposition: boolean;
  /** Index of the agreement that the word asks for as an adjective, or -1. */
  readonly asks: number;
  /** A bit for each agreement whose second word it can be. */
  readonly answers: number;
  readonly goesOn: boolean;
};

const REMEMBERED_FORMS = 20_000;
const forms = new Map<string, Form>();

function formOf(text: string): Form {
  const known = forms.get(text);
  if (known !== undefined) return known;
  const lower = text.toLowerCase();
  const form = lower.replace(/[^\p{L}]+$/u, '');
  const read: Form = {
    form,
    shut: /[,;.:»)]$/u.test(text),
    link: LINK.test(lower),
    preposition: PREPOSITION.test(lower),
    asks: lower.length >= 5 && ADJECTIVE.test(lower) ? AGREEMENTS.findIndex(([ending]) => ending.test(lower)) : -1,
    answers: AGREEMENTS.reduce((bits, [, ending], index) => (ending.test(form) ? bits | (1 << index) : bits), 0),
    goesOn: /^\p{Ll}|^[\d«"]/u.test(text),
  };
  if (forms.size < REMEMBERED_FORMS) forms.set(text, read);
  return read;
}

/** How well a word follows the word before it, as a cost: negative when they belong together, positive when they do not. */
export function successionCost(before: string, word: string): number {
  return costOfForms(formOf(before), formOf(word));
}

/** The same for words by their index, each read once. */
export function successionCosts(words: readonly { readonly text: string }[]): (before: number, word: number) => number {
  const read = words.map(({ text }) => formOf(text));
  const none = formOf('');
  return (before, word) => costOfForms(read[before] ?? none, read[word] ?? none);
}

function costOfForms(first: Form, second: Form): number {
  if (first.shut) return 0;
  if (first.link) {
    if (DEADLINE_BEGINNING.test(`${first.form} ${second.form}`)) return -1.8;
    // «… по в …»: two prepositions stand side by side only where two cells meet.
    if (first.preposition && second.preposition) return 2.5;
    return second.goesOn ? -0.4 : 0;
  }
  if (first.form === 'весь' && second.form === 'период') return -1.8;
  if (first.asks < 0 || second.form.length < 3) return 0;
  if ((second.answers & (1 << first.asks)) !== 0) return -0.9;
  return second.link ? 0.3 : 0.9;
}

/** Cost of a line's piece that stops behind this word: lines seldom end with a preposition. */
export function lineEndCost(word: string): number {
  const form = word.toLowerCase();
  return !LINK.test(form) ? 0 : /^(?:и|или)$/u.test(form) ? 0.4 : 1;
}
