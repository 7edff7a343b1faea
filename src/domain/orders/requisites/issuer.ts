import { NATIONAL_TERMS } from '#domain/orders/national-terms.ts';
import type { Passage } from '#domain/language/passage.ts';
import { slicePassage, spansOf, trimPassage } from '#domain/language/passage.ts';
import type { Found } from '#domain/orders/prose/found.ts';
import type { ReadingLine } from '#domain/orders/prose/reading-lines.ts';
import { joinLines } from '#domain/orders/prose/reading-lines.ts';
import { genitiveBody, nominativeBody } from '#domain/orders/requisites/naming/declension.ts';
import { datesIn } from '#domain/orders/requisites/number-and-date.ts';
import { REGIONS } from '#domain/orders/requisites/naming/regions.ts';

/** Lines of a head that name nobody: the state, addresses, telephones, places, dates. */
const NO_BODY =
  /^(?:российская федерация|россия|герб|(?:г|с|п|пос|р\.?\s?п|д|ст|пгт)\.\s?[а-яё][а-яё\s-]{1,40}$|ул(?:ица|\.)|пр(?:оспект|-т)|тел|факс|e-?mail|эл\.|сайт|http|www|инн|огрн|окпо|кпп|\d{6}|[\d\s()+-]+$|[^а-яё\d]+$|страница|проект$|копия|\d{1,2}\.\d{1,2}\.\d{4}|от\s|№)/iu;
/** Words that names of bodies and organisations hold. */
export const BODY =
  /министерств|департамент|комитет|управлени|отдел|администраци|учреждени|школ|гимнази|лице[йя]|мэри|правительств|служб|агентств|МКУ|МБОУ|МКОУ|МАОУ|МОУ|МБУ|МАУ|ГБОУ|ГАУ|ГБУ|ГКУ|СОШ|ООШ|институт|центр|организаци/iu;
const TERRITORY_ALONE =
  /^[а-яё-]+(?:\s[а-яё]+)?\s(?:область|край|район|округ)$|^республика\s[а-яё\s-]+$|^[а-яё-]+\sреспублика$|^муниципальное образование\s.{0,60}$|^город\s[а-яё-]+$/iu;

/** The issuing body from the lines above «ПРИКАЗ», from capitals into a sentence, the legal form abbreviated. */
export function issuerOf(lines: readonly ReadingLine[]): Found | null {
  const bodies = lines.filter(({ text }) => text.length > 1 && !NO_BODY.test(text) && datesIn(text).length === 0);
  const firstBody = bodies.findIndex(({ text }) => BODY.test(text));
  if (firstBody < 0) return null;
  let named = bodies.slice(firstBody);
  const cut = named.findIndex(({ text }, index) => index > 0 && NO_BODY.test(text));
  if (cut > 0) named = named.slice(0, cut);
  const bracket = named.filter(({ text }) => !/^\(.{2,90}\)$/u.test(text));
  if (bracket.length > 0) named = bracket;
  const whole = joinLines(named);
  const spans = spansOf(whole);
  const groups = groupedBodies(named);
  const upper = groups.length > 1 ? groups.slice(0, -1) : [];
  const last = groups.at(-1) ?? '';
  const above =
    upper.length === 1 && /^(?:Управление|Отдел|Комитет|Департамент|Министерство)/u.test(last) ? (upper[0] ?? '') : '';
  const value = /^(?:Администрация|Мэрия)/u.test(above)
    ? `${last} ${genitiveBody(above)}`
    : /^Правительство\s/u.test(above) && /^\S+(?:\s\S+){0,3}$/u.test(last) && !namesPlaceOf(last, above)
      ? `${last} ${above.replace(/^Правительство\s/u, '')}`
      : last;
  return value === '' ? null : { value, spans };
}

/** Whether a body's name already closes with the place of the body above it. */
const namesPlaceOf = (name: string, above: string): boolean =>
  name.toLowerCase().endsWith(above.replace(/^Правительство\s/u, '').toLowerCase());

/** One text for each body named, one above another («Администрация …» / «Управление …»). */
function groupedBodies(lines: readonly ReadingLine[]): string[] {
  const groups: ReadingLine[][] = [];
  for (const line of lines) {
    const startsBody =
      /^[«"]?(?:администрация|мэрия|министерство|департамент|комитет|управление|отдел|муниципальн[а-яё]{2}\s|государственн[а-яё]{2}\s|М[БКА]?О?У\s|правительство)/iu.test(
        line.text,
      );
    const open = quoteDepth(groups.at(-1) ?? []) > 0;
    const isTerritory = TERRITORY_ALONE.test(line.text);
    const isForm = /учреждение$|учреждения$|округа$/iu.test(groups.at(-1)?.at(-1)?.text ?? '');
    if (isTerritory && !open && /^(?!муниципальное образование)/iu.test(line.text) && groups.length > 0) {
      // A territory in the nominative under a body names its place already given; the genitive goes on with it.
      continue;
    }
    if (groups.length === 0 || (startsBody && !open && !isForm && !isQuoted(line.text))) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups.map((group) => sentenceCase(joinLines(group).text)).map(withLegalForm);
}

const isQuoted = (text: string): boolean => /^[«"“]/u.test(text);
const quoteDepth = (lines: readonly ReadingLine[]): number =>
  lines.reduce((depth, { text }) => depth + (text.match(/«/gu)?.length ?? 0) - (text.match(/»/gu)?.length ?? 0), 0);

/** The body named between «приказом» and the date and number of a stamp, in the nominative. */
export function issuerOfStamp(passage: Passage): Found | null {
  const trimmed = trimPassage(
    slicePassage(passage, 0, passage.text.replace(/[\s"„“«,_]*(?:от)?[\s"„“«,_]*$/u, '').length),
  );
  if (trimmed.text.length < 3 || trimmed.text.length > 300 || !BODY.test(trimmed.text)) {
    return /^Мин\p{Ll}{4,}/u.test(trimmed.text) ? { value: trimmed.text, spans: spansOf(trimmed) } : null;
  }
  return {
    value: capitalisedFirst(withLegalForm(nominativeBody(sentenceCase(trimmed.text)))),
    spans: spansOf(trimmed),
  };
}

const LEGAL_FORMS: readonly (readonly [RegExp, string])[] = [
  form('муниципальн', 'бюджетн', 'общеобразовательн', 'МБОУ'),
  form('муниципальн', 'казенн', 'общеобразовательн', 'МКОУ'),
  form('муниципальн', 'автономн', 'общеобразовательн', 'МАОУ'),
  form('государственн', 'бюджетн', 'общеобразовательн', 'ГБОУ'),
  form('государственн', 'казенн', 'общеобразовательн', 'ГКОУ'),
  form('муниципальн', '', 'общеобразовательн', 'МОУ'),
  form('муниципальн', 'казенн', '', 'МКУ'),
  form('муниципальн', 'бюджетн', '', 'МБУ'),
  form('муниципальн', 'автономн', '', 'МАУ'),
  form('государственн', 'казенн', '', 'ГКУ'),
  form('государственн', 'бюджетн', '', 'ГБУ'),
  form('государственн', 'автономн', '', 'ГАУ'),
];

function form(owner: string, money: string, kind: string, short: string): readonly [RegExp, string] {
  const words = [owner, money, kind].filter(Boolean).map((stem) => `${stem.replace('е', '[её]')}[а-яё]{2,3}\\s+`);
  return [new RegExp(`^${words.join('')}учреждени[а-яё]{1,2}(?=\\s|$)`, 'iu'), short];
}

/** «Муниципальное казённое учреждение «…»» → «МКУ «…»». */
export function withLegalForm(name: string): string {
  for (const [words, short] of LEGAL_FORMS) {
    if (words.test(name)) return name.replace(words, short).replace(/^(\p{Lu}+)\s+(?=\p{Ll})/u, '$1 ');
  }
  return name;
}

const KEPT_CAPITALS =
  /^(?:[МГ][БКА]?Д?О?У|М[БКА]ОУ|ГАУ|ГБУ|ГКУ|МКУ|МБУ|МАУ|СОШ|ООШ|НОШ|СШ|ДПО|РФ|ЗАТО|МО|ГО|ИМЦ|ЦРО|ИРО|РОО|[IVXLC]+|РСО|ХМАО|ЯНАО|ЦОКО|РЦОИ|КГБОУ|КГУ|ОГБУ|УИОП|ГАОУ|ЧР|КБР|РТ|РБ)$/u;
/** Words after which a name follows. */
const BEFORE_NAME =
  /^(?:города?|г\.|села?|с\.|посёлка|поселка|п\.|рп|р\.п\.|пгт|станицы|ст\.|деревни|д\.|имени|им\.|республик[аи]|округа?|героя)$/iu;
const AFTER_NAME = /^(?:област|кра[йяюе]$|район|муниципальн|городск|сельск|округ|республик|автономн|народн)/iu;

/** A text printed in capitals as a sentence; names of places, quoted names and abbreviations keep their capitals. */
export function sentenceCase(text: string): string {
  const letters = text.replace(/\P{L}/gu, '');
  const capitals = letters.replace(/\P{Lu}/gu, '').length;
  if (letters.length < 4 || capitals / letters.length < 0.7) return text;
  const words = text.split(' ');
  const cased = words.map((word, index) =>
    isNounOfTown(words, index)
      ? capitalised(word.toLowerCase())
      : casedWord(word, words[index - 1] ?? '', words[index + 1] ?? '', index),
  );
  const sentence = cased.join(' ').replace(/российской федерации/giu, 'Российской Федерации');
  return withRegions(sentence);
}

/** «ГОРОДА ВЕРХНЯЯ ЛИПА»: the noun of a town's name of two words. */
function isNounOfTown(words: readonly string[], index: number): boolean {
  const [kind = '', first = '', word = '', next = ''] = [-2, -1, 0, 1].map((step) => words[index + step]);
  return (
    /^(?:города?|городе|г\.|округа?|ГО)$/iu.test(kind) &&
    /^\p{L}{2,20}(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ом|ем|ей|ых|их)$/iu.test(first) &&
    /^\p{L}{3,}[»"”]?$/u.test(word) &&
    !AFTER_NAME.test(first) &&
    !AFTER_NAME.test(word) &&
    !AFTER_NAME.test(next) &&
    !BODY.test(word) &&
    !/(?:ого|ому|ая|ый|ский|ской|ую|ое|ии|ия|ние)$/iu.test(word)
  );
}

/** Abbreviations stay in capitals: known ones, and short ones in brackets; «ДО» and «ПОС» would take words with them. */
const isAbbreviation = (bare: string, word: string): boolean =>
  bare.length > 1 &&
  (KEPT_CAPITALS.test(bare) ||
    /^\(\p{Lu}{2,7}\)$/u.test(word) ||
    (bare.length > 2 && bare !== 'ПОС' && Object.hasOwn(NATIONAL_TERMS, bare)));

function casedWord(word: string, before: string, after: string, index: number): string {
  const bare = word.replace(/[^\p{L}]/gu, '');
  if (isAbbreviation(bare, word)) return word;
  const lower = word.toLowerCase();
  const opensQuote = /^[«"“„(]/u.test(word) && /^[«"“„]/u.test(word);
  const isAdjective =
    /(?:ского|цкого|ской|цкой|ский|цкий|ская|цкая|ного|ный|вого|вый|рого|рый|лого|лый|того|тый|его|ском|ном|ому|ой)$/u.test(
      lower,
    );
  const isName =
    (AFTER_NAME.test(after) &&
      isAdjective &&
      !/^(?:муниципальн|городск|сельск|автономн|народн|образовательн|общеобразовательн)/u.test(lower)) ||
    (BEFORE_NAME.test(before) &&
      !AFTER_NAME.test(lower) &&
      !(/^округа?$/iu.test(before) && !isAdjective && lower.length < 3));
  if (index === 0 || opensQuote || isName) return capitalised(lower);
  return lower;
}

const capitalised = (word: string): string =>
  word
    .replace(/\p{L}/u, (letter) => letter.toUpperCase())
    .replace(/-(\p{L})(?=\p{L}{3})/gu, (_, letter: string) => `-${letter.toUpperCase()}`);

const capitalisedFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function withRegions(sentence: string): string {
  let cased = sentence;
  for (const { genitive, name } of REGIONS) {
    for (const form of [genitive, name]) {
      const at = cased.toLowerCase().indexOf(form.toLowerCase());
      if (at >= 0) cased = cased.slice(0, at) + form + cased.slice(at + form.length);
    }
  }
  return cased;
}

/** The body named in the genitive right after the kind word. */
export function issuerFromGenitive(passage: Passage): Found | null {
  const trimmed = trimPassage(passage);
  const value = capitalisedFirst(withLegalForm(nominativeBody(sentenceCase(trimmed.text))));
  return value === '' ? null : { value, spans: spansOf(trimmed) };
}
