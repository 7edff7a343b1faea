import {
  declineNoun,
  HUSHING,
  VELAR_OR_HUSHING,
  type Declined,
  type Gender,
  type NounForm,
} from '#domain/language/nominative-forms.ts';
import { NOUNS, SET_TERM_ADJECTIVES, type NounClass } from '#domain/language/nominative-nouns.ts';

/**
 * From any case back to the nominative: «руководителей» → «руководитель», «педагогических работников» → «педагогический
 * работник». Nouns of the field come from a dictionary whose forms are made by the rules of declension; other words are
 * reduced by their ending, which is a guess.
 */
export type Noun = {
  readonly lemma: string;
  readonly plural: string;
  readonly gender: Gender;
  readonly noun: NounClass | 'unknown';
  /** Grammatical forms the word may stand in here. */
  readonly forms: ReadonlySet<NounForm>;
};

type Entry = Omit<Noun, 'forms'> & { readonly forms: Set<NounForm> };
/** The noun that `word` (lower case, `е` for `ё`) is a form of; null when neither dictionary nor ending tells. */
export function nounOf(word: string): Noun | null {
  const known = DICTIONARY.get(word) ?? compoundOf(word);
  return known ?? null;
}

/** A guess by the ending for nouns outside the dictionary: «брифингов» → «брифинг». Null where it cannot be a counted noun. */
export function guessNoun(word: string): Noun | null {
  if (!/^[а-я-]{4,}$/u.test(word)) return null;
  for (const [ending, replacement, gender, form] of GUESSES) {
    if (!word.endsWith(ending) || word.length - ending.length < 2) continue;
    const lemma = word.slice(0, word.length - ending.length) + replacement;
    return { lemma, plural: lemma, gender, noun: 'unknown', forms: new Set([form]) };
  }
  return null;
}

const GUESSES: readonly (readonly [string, string, Gender, NounForm])[] = [
  ['циям', 'ция', 'f', 'dative-plural'],
  ['циях', 'ция', 'f', 'oblique'],
  ['циями', 'ция', 'f', 'oblique'],
  ['ций', 'ция', 'f', 'genitive-plural'],
  ['сий', 'сия', 'f', 'genitive-plural'],
  ['зий', 'зия', 'f', 'genitive-plural'],
  ['ний', 'ние', 'n', 'genitive-plural'],
  ['тий', 'тие', 'n', 'genitive-plural'],
  ['лий', 'лие', 'n', 'genitive-plural'],
  ['ниях', 'ние', 'n', 'oblique'],
  ['тиях', 'тие', 'n', 'oblique'],
  ['ниям', 'ние', 'n', 'dative-plural'],
  ['ниями', 'ние', 'n', 'oblique'],
  ['телей', 'тель', 'm', 'genitive-plural'],
  ['телям', 'тель', 'm', 'dative-plural'],
  ['стей', 'сть', 'f', 'genitive-plural'],
  ['ентов', 'ент', 'm', 'genitive-plural'],
  ['ов', '', 'm', 'genitive-plural'],
  ['ев', 'й', 'm', 'genitive-plural'],
  ['ок', 'ка', 'f', 'genitive-plural'],
  ['ек', 'ка', 'f', 'genitive-plural'],
  ['ей', 'ь', 'm', 'genitive-plural'],
  ['ами', '', 'm', 'oblique'],
  ['ам', '', 'm', 'dative-plural'],
  ['ах', '', 'm', 'oblique'],
];

/** Short participles and words of place end as such plurals do. */
const NO_PLURAL = /(?:[еая]н|[ыя]т|через|перед|возле|вокруг|сверх|кроме|вдоль|среди)$/u;
/** What a number names rather than counts: «14 этаж», «2-й корпус». */
const NAMED_BY_NUMBER =
  /^(?:этаж|кабинет|корпус|подъезд|номер|выпуск|вариант|пункт|раздел|блок|этап|курс|семестр|квартал|канал|маршрут|офис|микрорайон|район|округ|класс|билет|экран|лист|абзац|тираж|разряд|уровень|сезон|поток|отряд|состав|отдел)$/u;

/**
 * A guess that only a number before the word allows: «8 квартир», «12 парт» (many, no ending) and «3 клумбы» (few).
 * @param form how the number counts
 */
export function guessCounted(word: string, form: 'one' | 'few' | 'many'): Noun | null {
  const feminine = (lemma: string): Noun => {
    return { lemma, plural: lemma, gender: 'f', noun: 'unknown', forms: new Set(['genitive-plural']) };
  };
  if (
    form === 'many' &&
    /^[а-я]{3,}[бвгджзклмнпрстфхцчшщ]$/u.test(word) &&
    !NO_PLURAL.test(word) &&
    !NAMED_BY_NUMBER.test(word)
  )
    return feminine(`${word}а`);
  if (form !== 'few' || !/^[а-я]{4,}[ыи]$/u.test(word)) return null;
  const stem = word.slice(0, -1);
  return feminine(stem + (word.endsWith('ы') || VELAR_OR_HUSHING.test(stem) ? 'а' : 'ь'));
}

/** Whether the word looks like an adjective or participle before a noun, in any case: «выездных», «обученные», «каждой». */
export function looksLikeAdjective(word: string): boolean {
  return word.length > 3 && /(?:[ыи][хмй]|[ыи]ми|[ое]го|[ое]му|[ое]й|ая|яя|ую|юю|[ое]е|[ыи]е|[ое]м)$/u.test(word);
}

/**
 * The adjective of a set term in the nominative («педагогических» + m → «педагогический»), singular or plural; null for
 * adjectives that only describe («выездных», «новых»).
 */
export function setTermAdjective(
  word: string,
  gender: Gender,
  number: 'singular' | 'plural' = 'singular',
): string | null {
  const stem = word.replace(/(?:ыми|ими|ого|его|ому|ему|ых|их|ым|им|ый|ий|ой|ей|ая|яя|ую|юю|ое|ее|ые|ие|ом|ем)$/u, '');
  if (stem === word || !SET_TERM_ADJECTIVES.has(stem)) return null;
  const isSoft = VELAR_OR_HUSHING.test(stem);
  if (number === 'plural') return stem + (isSoft ? 'ие' : 'ые');
  if (stem === 'молод' || stem === 'городск') return stem + { m: 'ой', f: 'ая', n: 'ое' }[gender];
  if (gender === 'm') return stem + (isSoft ? 'ий' : 'ый');
  return stem + (gender === 'f' ? 'ая' : HUSHING.test(stem) ? 'ее' : 'ое');
}

/** «педагогов-психологов» → «педагог-психолог», «школ-партнеров» → «школа-партнер», «онлайн-вебинаров» → «онлайн-вебинар». */
function compoundOf(word: string): Entry | null {
  const hyphen = word.indexOf('-');
  if (hyphen < 1 || hyphen === word.length - 1) return null;
  const first = DICTIONARY.get(word.slice(0, hyphen));
  const second = DICTIONARY.get(word.slice(hyphen + 1));
  if (first && second && first.noun !== 'time') {
    const common = new Set([...first.forms].filter((form) => second.forms.has(form)));
    const forms = common.size === 0 ? first.forms : common;
    return { ...first, forms, lemma: `${first.lemma}-${second.lemma}`, plural: `${first.plural}-${second.plural}` };
  }
  if (first && word.length - hyphen > 3) return { ...first };
  if (second)
    return {
      ...second,
      lemma: word.slice(0, hyphen + 1) + second.lemma,
      plural: word.slice(0, hyphen + 1) + second.plural,
    };
  return null;
}

const DICTIONARY: ReadonlyMap<string, Entry> = dictionary();

function dictionary(): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [noun, list] of Object.entries(NOUNS) as [NounClass, string][]) {
    for (const item of list.trim().split(/\s+/u)) {
      const [head = '', genitivePlural] = item.split(':');
      const lemma = head.replace('*', '');
      const declined = declineNoun(lemma, head.endsWith('*'), genitivePlural);
      for (const [form, text] of declined.forms) addForm(entries, text, form, { lemma, noun, declined });
    }
  }
  return entries;
}

/** A word that is a form of two nouns keeps the first noun («работ» is met as people before works only when listed so). */
function addForm(
  entries: Map<string, Entry>,
  text: string,
  form: NounForm,
  of: { lemma: string; noun: NounClass; declined: Declined },
): void {
  const known = entries.get(text);
  if (known === undefined) {
    const { gender, plural } = of.declined;
    entries.set(text, { lemma: of.lemma, plural, gender, noun: of.noun, forms: new Set([form]) });
  } else if (known.lemma === of.lemma) known.forms.add(form);
}
