import { Break } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';

const MONTH =
  /^(?:январ[ьяею]|феврал[ьяею]|март[ае]?|апрел[ьяею]|ма[йяею]|июн[ьяею]|июл[ьяею]|август[ае]?|сентябр[ьяею]|октябр[ьяею]|ноябр[ьяею]|декабр[ьяею])$/u;
const MONTHS = /^(?:январ|феврал|март|апрел|ма[йя](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр)/u;
const DAY = /^\d{1,2}(?:-?(?:го|е))?(?:[-–—]\d{1,2})?$/u;
const YEAR = /^(?:19|20)\d\d(?:[-–—/](?:19|20)?\d\d)?$/u;
const DATE = /^\d{1,2}\.\d{1,2}(?:\.\d{2,4})?/u;
const PART =
  /^(?:квартал\p{L}*|полугоди\p{L}*|четверт\p{L}*|триместр\p{L}*|декад\p{L}*|недел\p{L}*|половин\p{L}*|понедельник|вторник|сред[уа]|четверг|пятниц[уа])$/u;
const WHICH =
  /^(?:[ivxі]{1,3}|\d(?:-?(?:й|ый|ая|я|ое|е|м|ом|ей|ой|ую|ю))?|(?:перв|втор|трет|четверт|последн|кажд|один|одн)\p{L}*)$/u;
const HOLIDAYS = /^(?:осенн|зимн|весенн|летн|школьн)\p{L}*$/u;

/** Pairs of words that one deadline holds together, beyond dates. */
const PHRASES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^в$/u,
    /^(?:течени[ие]|соответстви[ие]|срок|сроки|период|год|месяц|квартал|полугодие|неделю|четверть|два|три|рамках)$/u,
  ],
  [
    /^(?:течени[ие]|протяжени[ие]|период)$/u,
    /^(?:всего|всей|год[а]?|учебн\p{L}*|календарн\p{L}*|месяца|квартала|период\p{L}*|реализации|срока|20\d\d|летн\p{L}*|зимн\p{L}*|осенн\p{L}*|весенн\p{L}*)/u,
  ],
  [/^на$/u, /^(?:протяжении|постоянной)$/u],
  [/^(?:всего|всей)$/u, /^(?:год|учебн|период|срок|летн|зимн)/u],
  [/^весь$/u, /^(?:период|срок|год)$/u],
  [/^(?:учебн|календарн|текущ|следующ)(?:ого|ый|ом|его|ий|ем|ых)$/u, /^(?:год[аоуы]?|годов|годах)$/u],
  [/^(?:раз|раза)$/u, /^в$/u],
  [/^(?:1|2|3|4|один|два|три|не)$/u, /^(?:раза?|реже|позднее|ранее)$/u],
  [/^(?:реже|позднее|ранее)$/u, /^(?:\d|одного|одно|конца|начала|чем)/u],
  [
    /^по$/u,
    /^(?:мере|графику|плану|планам|запросу|запросам|заявкам|заявке|согласованию|отдельному|итогам|окончании|необходимости|обращению|обращениям|понедельникам|пятницам|субботам|четвергам|мере)$/u,
  ],
  [/^мере$/u, /^(?:необходимости|поступления|готовности|обращения|возникновения)$/u],
  [/^(?:отдельному|утвержденному)$/u, /^(?:графику|плану)$/u],
  [/^(?:до|к|с)$/u, /^(?:начала|концу|конца|началу)$/u],
  [/^(?:конца|начала|концу|началу)$/u, /^(?:год|учебн|месяц|квартал|четверт|полугод|реализ)/u],
  [/^(?:\d{1,3}|рабочих|календарных|трех|пяти|десяти)$/u, /^(?:рабочих|календарных|дней|дня|недель|месяцев)$/u],
];

/**
 * Cost of a border of cells before each word of a line: high inside a date or another phrase of deadlines, zero elsewhere;
 * and the same for a word that begins the next line of a cell.
 */
export function timeBonds(words: readonly FlowWord[]): {
  readonly bonds: Float64Array;
  readonly bondBetween: (before: number, word: number) => number;
} {
  const forms = words.map(({ text }) => folded(text));
  const bare = forms.map((form) => form.replace(/[.,;)]+$/u, ''));
  const bonds = Float64Array.from(words, (word, index) =>
    index === 0 || word.before !== Break.space || (word.traits.startsCapital && LINK.test(forms[index - 1] ?? ''))
      ? 0
      : bond(forms[index - 1] ?? '', bare[index] ?? '', forms[index - 2] ?? ''),
  );
  const between = new Map<number, number>();
  return {
    bonds,
    bondBetween: (before, word) => {
      const pair = before * words.length + word;
      const known = between.get(pair);
      if (known !== undefined) return known;
      const cost = bond(forms[before] ?? '', bare[word] ?? '', '');
      between.set(pair, cost);
      return cost;
    },
  };
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/^[«("]+/u, '');
}

const LINK = /^(?:до|с|к|по|не|на|в|во|после|и)$/u;
const FIRM = 5;
const LOOSE = 2.5;

function bond(before: string, word: string, earlier: string): number {
  // «май, | июнь», «сентябрь – | май».
  if (/,$/u.test(before)) return MONTHS.test(before) && MONTHS.test(word) ? LOOSE : 0;
  if (/^[-–—]$/u.test(word)) return MONTHS.test(before) || YEAR.test(before) ? LOOSE : 0;
  if (/^[-–—]$/u.test(before)) return MONTHS.test(word) && MONTHS.test(earlier) ? FIRM : 0;
  if (/[-–—]$/u.test(before)) return MONTHS.test(before) && MONTHS.test(word) ? FIRM : 0;
  if (/[.;:]$/u.test(before)) return 0;
  if (DAY.test(before) && MONTH.test(word)) return FIRM;
  if (MONTHS.test(before) && (YEAR.test(word) || /^20\d\dг?$/u.test(word))) return FIRM;
  if (YEAR.test(before) && /^(?:г|гг|год|года|году|годы|годов|годах|уч)$/u.test(word)) return FIRM;
  if (PART.test(before) && YEAR.test(word)) return LOOSE;
  if (WHICH.test(before) && PART.test(word)) return FIRM;
  if (HOLIDAYS.test(before) && /^каникул/u.test(word)) return FIRM;
  if (LINK.test(before)) {
    const joins =
      before === 'до' || before === 'с' ? /[яа]$/u : before === 'к' ? /[юу]$/u : before === 'в' ? /е$/u : /.$/u;
    if (before === 'по' && MONTH.test(word)) return MONTHS.test(earlier) || /\d$/u.test(earlier) ? LOOSE : 0;
    if (before !== 'на' && before !== 'не' && MONTH.test(word)) return joins.test(word) ? LOOSE : 0;
    if (/^(?:до|с|к|по|после)$/u.test(before) && (DATE.test(word) || DAY.test(word))) return LOOSE;
    if (/^(?:до|с|по|в|после)$/u.test(before) && YEAR.test(word)) return LOOSE;
  }
  if (MONTHS.test(before) && word === 'и') return 1;
  return PHRASES.some(([first, second]) => first.test(before) && second.test(word)) ? FIRM - 1 : 0;
}
