import { withoutOverlaps } from '#domain/orders/prose/text-marks.ts';
import { nominativeAdjective, nominativeTownName } from '#domain/orders/requisites/naming/declension.ts';
import { REGIONS } from '#domain/orders/requisites/naming/regions.ts';

/** A place named in a text: its name in the nominative, how it is named after another place, and where it stands. */
type NamedPlace = {
  readonly name: string;
  readonly genitive: string;
  readonly from: number;
  readonly to: number;
};

// Letters are named by their ranges: classes of Unicode in patterns so long take tens of milliseconds to compile.
const WORD = '[А-ЯЁ][а-яё]{1,24}(?:-[А-ЯЁ]?[а-яё]{1,24}){0,2}';
const ADJECTIVE = '[А-ЯЁ][а-яё-]{1,40}(?:-[А-ЯЁ][а-яё]{1,24})?';

const PLAIN_REGION = new RegExp(
  `(?<![А-Яа-яЁёA-Za-z-])(${WORD}(?:ой|ая|ую))\\s{1,3}област[А-Яа-яЁёA-Za-z]{1,2}(?![А-Яа-яЁёA-Za-z])|(?<![А-Яа-яЁёA-Za-z-])(${WORD}(?:ого|ом|ому|ий|ый|им|ым))\\s{1,3}кра(?:я|й|е|ю|ем)(?![А-Яа-яЁёA-Za-z])`,
  'gu',
);

/** Regions of the country named in the text, in any case, in the order of the text. */
export function regionsIn(text: string): NamedPlace[] {
  const found: NamedPlace[] = [];
  for (const match of text.matchAll(PLAIN_REGION)) {
    const [, oblast, krai] = match;
    const to = match.index + match[0].length;
    if (oblast !== undefined) {
      const name = nominativeAdjective(oblast, 'f');
      found.push({ name: `${name} область`, genitive: `${name.replace(/ая$/u, 'ой')} области`, from: match.index, to });
    }
    if (krai !== undefined) {
      const name = nominativeAdjective(krai);
      found.push({
        name: `${name} край`,
        genitive: `${name.replace(/(?:ий|ый|ой)$/u, 'ого')} края`,
        from: match.index,
        to,
      });
    }
  }
  if (!NAMED_OTHERWISE.test(text)) return found;
  for (const region of REGIONS) {
    for (const match of text.matchAll(region.stem)) {
      found.push({
        name: region.name,
        genitive: region.genitive,
        from: match.index,
        to: match.index + match[0].length,
      });
    }
  }
  return withoutOverlaps(found);
}

const NAMED_OTHERWISE =
  /[Рр]еспублик|РЕСПУБЛИК|[Аа]втономн\p{Ll}{2,3}\s+(?:округ|област)|АВТОНОМН\p{Lu}{2,3}\s|Кузбасс|Петербург|Москв|Севастоп|Чуваш/u;

type UnitForm = { readonly form: RegExp; readonly name: (words: readonly string[]) => string };

const QUOTE = '[«"“„]?';
const KIND_OF_DISTRICT = '(?:(муниципальн|городск|сельск)[А-Яа-яЁёA-Za-z]{2,3}\\s{1,3})?';

const KINDS_OF_DISTRICT: Readonly<Record<string, string>> = {
  муниципальн: 'муниципальный',
  городск: 'городской',
  сельск: 'сельский',
};

/** Between words of one name: a space or the end of a line; a tabulator or a blank line parts cells. */
const GAP = '(?:[^\\S\\t\\n\\r]{1,3}|[^\\S\\t\\n\\r]{0,3}\\r?\\n[^\\S\\t\\n\\r]{0,3})';
const NEAR = '[^\\S\\t\\n\\r]{0,3}';

/** Words with a capital that are no names of towns: bodies, offices, schools, months, words that begin sentences. */
const NO_TOWN =
  '(?!(?:Управлени|Отдел|Комитет|Департамент|Министерств|Администраци|Правительств|Мэр|Учреждени|Организаци|Директор|Начальник|Заведующ|Руководител|Заместител|Председател|Специалист|Методист|Координатор|Куратор|Учител|Педагог|Министр|Школ|Гимнази|Лице|Центр(?!аль)|Институт|Совет(?!ск)|Приказ|Распоряжени|Постановлени|Справк|Отч[её]т|Протокол|Приложени|Утвержд|Мероприяти|Ответственн|Исполнител|Срок|Январ|Феврал|Март(?!ы)|Апрел|Июн|Июл|Август|Сентябр|Октябр|Ноябр|Декабр|Ежегодн|Ежемесячн|Ежекварт)[а-яё]{0,12}(?![А-Яа-яЁёA-Za-z])|(?:План|Глав[аыеу]|Об?|От|На|По|До|Не|В|К|С|Из|Для|При|Все|Тел|Исп|Дата)(?![А-Яа-яЁёA-Za-z-]))';
/** «Нижний», «Великие», «Верхней»: a first word that another may follow. */
const TOWN_ADJECTIVE =
  '[А-ЯЁ][а-яё]{1,20}(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ом|ем|ей|ых|их|ым|им)(?![А-Яа-яЁёA-Za-z])';
/** The noun of such a name: no adjective of a region or a district, no name before initials. */
const TOWN_NOUN = `${NO_TOWN}[А-ЯЁ][а-яё]{1,24}(?![А-Яа-яЁёA-Za-z]|-[А-Яа-яЁёA-Za-z]|\\s{1,3}(?:област|кра[йяе]|район|округ|муниципальн|городск|автономн|федеральн|республик|Республик)|\\s{1,2}[А-ЯЁ]\\.)(?<!(?:ского|цкого|ской|цкой|ский|цкий|ская|цкая|ного|ная))`;
const TOWN = `${NO_TOWN}(?:${TOWN_ADJECTIVE}${GAP}${TOWN_NOUN}|${WORD})`;

/** How municipal units are named; the first form that matches at a place wins. */
const UNITS: readonly UnitForm[] = [
  {
    // Заречного района, в Заречном муниципальном районе, Заречный муниципальный округ, Усть-Заречного городского округа
    form: new RegExp(
      `(?<![А-Яа-яЁёA-Za-z-])(${ADJECTIVE}(?:ого|его|ому|ему|ом|ем|ым|им|ый|ий|ой))\\s{1,3}${KIND_OF_DISTRICT}(район|округ)[а-яё]{0,2}(?![А-Яа-яЁёA-Za-z])`,
      'gu',
    ),
    name: ([adjective = '', kind = '', noun = '']) =>
      [nominativeAdjective(adjective), KINDS_OF_DISTRICT[kind.toLowerCase()] ?? '', noun].filter(Boolean).join(' '),
  },
  {
    // городского округа город Заречный, городской округ «Город Заречный», муниципального образования «город Заречный»
    form: new RegExp(
      `(?:городск[а-яё]{2,3}\\s{1,3}округ[а-яё]{0,2}|муниципальн[а-яё]{2,3}\\s{1,3}образовани[а-яё]{1,2}|МО|ГО)${GAP}${QUOTE}\\s?[Гг](?:ород[а-яё]{0,2}${GAP}|\\.${NEAR})(${TOWN})(?![А-Яа-яЁёA-Za-z])`,
      'gu',
    ),
    name: ([town = '']) => `город ${nominativeTownName(town)}`,
  },
  {
    // городского округа Заречный, городского округа «Заречный»
    form: new RegExp(
      `(?:городск[а-яё]{2,3}\\s{1,3}округ[а-яё]{0,2}|(?<![А-Яа-яЁёA-Za-z])ГО)${GAP}${QUOTE}(${TOWN})(?![А-Яа-яЁёA-Za-z])`,
      'gu',
    ),
    name: ([town = '']) => `городской округ ${nominativeTownName(town)}`,
  },
  {
    // города Заречный, г. Новосельска, городе Новосельске, города Верхний Яр; «2026 г.» is a year
    form: new RegExp(
      `(?<![А-Яа-яЁёA-Za-z-])(?:[Гг]ород(?:а|е|у|ом)?${GAP}|(?<!20[\\d_]{1,4}[^\\S\\t\\n\\r]?)[Гг]\\.${NEAR})(${TOWN})(?![А-Яа-яЁёA-Za-z])`,
      'gu',
    ),
    name: ([town = '']) => `город ${nominativeTownName(town)}`,
  },
];

/** Adjectives before «район», «округ» that name no territory. */
const NO_NAME =
  /^(?:Муниципальн|Городск|Сельск|Учебн|Федеральн|Автономн|Наш|Данн|Кажд|Центральн\p{L}+ федер|Сибирск\p{L}+ фед|Образовательн|Военн|Избирательн|Друг|Администрати)/u;

/** Municipal districts, okrugs and towns named in the text, in any case. */
export function municipalUnitsIn(text: string): NamedPlace[] {
  const found: NamedPlace[] = [];
  for (const unit of UNITS) {
    for (const match of text.matchAll(unit.form)) {
      const from = match.index;
      const to = from + match[0].length;
      if (NO_NAME.test(match[1] ?? '')) continue;
      if (/^\s{0,3}(?:федеральн|автономн)/u.test(text.slice(to, to + 20))) continue;
      const name = unit.name(match.slice(1).map((word: string | undefined) => word ?? ''));
      found.push({ name, genitive: name, from, to });
    }
  }
  return withoutOverlaps(found);
}

/**
 * The place named most often among the given texts, a text's weight counting for each mention; earlier mentions win a tie.
 * A place that only texts of weight 1 name must be most of what they name: a list of schools of several districts names none.
 */
export function mainPlace(
  texts: readonly { readonly text: string; readonly weight: number }[],
  placesIn: (text: string) => NamedPlace[],
): (NamedPlace & { readonly inText: number }) | null {
  const weights = new Map<string, { place: NamedPlace & { inText: number }; weight: number; strongest: number }>();
  let sum = 0;
  for (const [inText, { text, weight }] of texts.entries()) {
    for (const place of placesIn(text)) {
      sum += weight;
      const known = weights.get(place.name);
      if (known === undefined) weights.set(place.name, { place: { ...place, inText }, weight, strongest: weight });
      else {
        known.weight += weight;
        known.strongest = Math.max(known.strongest, weight);
      }
    }
  }
  const [best] = [...weights.values()].sort((one, other) => other.weight - one.weight);
  if (best === undefined || (best.strongest <= 1 && best.weight * 2 <= sum)) return null;
  return best.place;
}
