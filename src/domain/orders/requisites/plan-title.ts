import type { Found } from '#domain/orders/prose/found.ts';
import type { ReadingLine } from '#domain/orders/prose/reading-lines.ts';
import { foundIn } from '#domain/orders/prose/found.ts';
import { joinLines } from '#domain/orders/prose/reading-lines.ts';
import type { OrderHead } from '#domain/orders/requisites/order-head.ts';
import { isStampLine } from '#domain/orders/requisites/order-head.ts';
import { unglued } from '#domain/orders/requisites/naming/unglued.ts';

const OPENING =
  /^[«"“(]?(?:П\s?Л\s?А\s?Н(?=[\s(«"]|$)|План(?:-график)?(?=\s|\(|$)|ПЛАН-ГРАФИК(?=\s|$)|\p{Lu}[\p{L}-]{3,25}(?:ый|ий|ой|ая|ЫЙ|ИЙ|ОЙ|АЯ)\s[«"“(]?(?:план(?=\s|$|-)|ПЛАН(?=\s|$|-)|дорожная\sкарта|ДОРОЖНАЯ\sКАРТА|программа(?=\s|$)|ПРОГРАММА(?=\s|$))|(?:Комплексн|Муниципальн|Региональн|Школьн|Сводн|Межведомственн|Перспективн|КОМПЛЕКСН|МУНИЦИПАЛЬН|РЕГИОНАЛЬН|ШКОЛЬН)\p{L}{1,3}\s[«"“(]?(?:план|ПЛАН|дорожн|ДОРОЖН|программ|ПРОГРАММ|управленческ|УПРАВЛЕНЧЕСК|целев|ЦЕЛЕВ|проект|ПРОЕКТ)|Дорожная\s|ДОРОЖНАЯ\s|П\s?р\s?о\s?г\s?р\s?а\s?м\s?м\s?а(?=[\s(«"]|$)|ПРОГРАММА(?=[\s(«"]|$)|Комплекс\s(?:мер|мероприят)|КОМПЛЕКС\s(?:МЕР|МЕРОПРИЯТ)|Антирисков\p{L}{2}\sпрограмм|АНТИРИСКОВ\p{L}{2}\sПРОГРАММ|Перечень\sмероприят|ПЕРЕЧЕНЬ\sМЕРОПРИЯТ|Концепция|КОНЦЕПЦИЯ|Циклограмма|ЦИКЛОГРАММА|Система\sмер|СИСТЕМА\sМЕР|Мероприятия\sпо\s)/u;
const STOP =
  /^(?:Цел[ьи]|Задач|ЦЕЛ|№|N\s|Паспорт|ПАСПОРТ|Содержание|СОДЕРЖАНИЕ|Введение|ВВЕДЕНИЕ|Пояснительная|ПОЯСНИТЕЛЬНАЯ|\d{1,2}[.)]\s|[IVX]{1,4}\.\s|Раздел|РАЗДЕЛ|Мероприят|На основании|В соответствии|В целях|Настоящ|Сроки)/u;
const MAX_LINES = 10;

/**
 * Headings of the plan: lines that begin with «План», «Дорожная карта», «Программа» … and stand as a paragraph of their
 * own outside the order's points; several physical lines of one heading are joined.
 */
export function planTitlesOf(lines: readonly ReadingLine[], heads: readonly OrderHead[]): Found[] {
  const titles: Found[] = [];
  const inOrder = heads.map((head) => ({ from: head.issuer.from, to: head.body.to }));
  let range = 0;
  for (let from = 0; from < lines.length && titles.length < 12; from += 1) {
    while ((inOrder[range]?.to ?? Infinity) <= from) range += 1;
    if ((inOrder[range]?.from ?? Infinity) <= from) continue;
    const line = lines[from];
    if (line === undefined || line.text.length > 600 || !OPENING.test(line.text) || !standsAlone(lines, from)) continue;
    let to = from + 1;
    while (to < lines.length && to - from < MAX_LINES && goesOn(lines, from, to)) to += 1;
    const whole = joinLines(lines.slice(from, to));
    if (isSentence(whole.text)) continue;
    titles.push(foundIn(whole, unglued(whole.text)));
    from = to - 1;
  }
  return titles.length > 0 ? titles : headingsWithYears(lines, inOrder);
}

const YEARS_AT_END =
  /(?<!\p{L})на\s20\d\d(?:\s?[-–—/]\s?(?:20)?\d\d)?\s?(?:учебн\p{L}{2,3}\s|уч\.\s?)?г(?:г?\.|од[аы]?)?[»"]?$/u;

/** Without a known word a paragraph that closes with its years («… на 2025-2026 учебный год») is the heading. */
function headingsWithYears(lines: readonly ReadingLine[], inOrder: readonly { from: number; to: number }[]): Found[] {
  for (let from = 0; from < lines.length; from += 1) {
    const first = lines[from];
    if (first === undefined || first.inTable) break;
    let to = from + 1;
    while (to < lines.length && lines[to]?.block === first.block) to += 1;
    const whole = joinLines(lines.slice(from, Math.min(to, from + MAX_LINES)));
    const isOrder = inOrder.some((range) => range.from <= from && from < range.to);
    const isHeading = /^[«"]?\p{Lu}/u.test(whole.text) && whole.text.length < 400 && YEARS_AT_END.test(whole.text);
    if (!isOrder && isHeading && !isStampLine(first.text) && !isSentence(whole.text))
      return [foundIn(whole, unglued(whole.text))];
    from = to - 1;
  }
  return [];
}

/** A heading begins a paragraph, or follows a line that is complete in itself. */
function standsAlone(lines: readonly ReadingLine[], from: number): boolean {
  const before = lines[from - 1]?.text ?? '';
  // «№ 12-о» ends with the letter of a number, not with a preposition.
  if (/[,(]$|(?<![\p{L}\d/-])(?:и|в|на|по|с|о|об|к|для|от|из)$/u.test(before)) return false;
  return lines[from]?.opens === true || /[.;:»\d]$/u.test(before) || /^\p{Lu}{3}/u.test(lines[from]?.text ?? '');
}

function goesOn(lines: readonly ReadingLine[], from: number, next: number): boolean {
  const line = lines[next];
  const before = lines[next - 1];
  if (line === undefined || before === undefined || line.inTable !== before.inTable) return false;
  if (line.block - before.block > 1 || line.text.length > 250 || STOP.test(line.text) || isStampLine(line.text))
    return false;
  if (/[.;:]$/u.test(before.text) && !/(?:г|гг)\.$/u.test(before.text)) return false;
  const text = line.text;
  const allCapitals = /\p{Lu}{4}/u.test(text) && !/\p{Ll}{3}/u.test(text);
  const goes = /^[\p{Ll}(«"]/u.test(text) || /^(?:на\s)?20\d{2}/u.test(text) || allCapitals;
  // A second heading of the same plan is a title of its own.
  if (line.opens && OPENING.test(text)) return /(?<!\p{L})(?:и|в|на|по|с|о|об|к|для|от|из)$/u.test(before.text);
  if (!line.opens) return goes || /^\p{Lu}\p{Ll}+/u.test(text);
  return (
    goes ||
    /(?<!\p{L})(?:и|в|на|по|с|о|об|к|для|от|из|,)$/u.test(before.text) ||
    startsWithPlace(text) ||
    (next === from + 1 && isBare(before.text) && text.length < 160)
  );
}

const startsWithPlace = (text: string): boolean =>
  text.length < 90 &&
  /^\p{Lu}[\p{Ll}-]+(?:ого|его|ом|ем|ской|цкой)\s(?:муниципальн\p{Ll}+\s|городск\p{Ll}+\s)?(?:район|округ|област|кра)/u.test(
    text,
  );
/** A heading word alone («ПЛАН») wants its other half. */
const isBare = (text: string): boolean => text.replace(/[^\p{L}]/gu, '').length < 16;
/** Running text that only begins with such a word. */
const isSentence = (text: string): boolean =>
  text.length > 700 ||
  /(?:утверждается|разработан[аоы]?|является|являются|направлен[аоы]?\s|представляет|осуществля\p{L}+тся|включает|предусматривает|реализуется)(?!\p{L})/u.test(
    text.slice(0, 300),
  ) ||
  /^План\p{L}/u.test(text);
