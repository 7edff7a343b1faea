import { personsIn } from '#domain/orders/prose/names.ts';
import type { ReadingLine } from '#domain/orders/prose/reading-lines.ts';
import { BODY } from '#domain/orders/requisites/issuer.ts';
import { POSITION } from '#domain/orders/requisites/naming/positions.ts';
import { datesIn, numbersIn } from '#domain/orders/requisites/number-and-date.ts';

/**
 * The parts of an order as lines: [issuer] «ПРИКАЗ» [place, date, number] [title] [preamble] «приказываю:» [points, signature].
 * Each pair is a half-open range of line indexes; an absent part is empty.
 */
export type OrderHead = {
  readonly issuer: LineRange;
  /** From the issuer to the title: where place, date and number are looked for first. */
  readonly requisites: LineRange;
  readonly title: LineRange;
  readonly preamble: LineRange;
  /** Points, signature, executor: up to the first annex or plan. */
  readonly body: LineRange;
  /** Line of the word «ПРИКАЗ», null where the head has none. */
  readonly kindLine: number | null;
  /** A letter that sends a plan, not an order that approves it. */
  readonly isLetter?: boolean;
};

export type LineRange = { readonly from: number; readonly to: number };

const KIND = '(?:приказ|распоряжение|постановление|решение)';
const PURE_KIND = new RegExp(`^[«"]?${KIND}[»".:]?$`, 'iu');
const NUMBERED_KIND = new RegExp(`^${KIND}\\s{0,4}(?:№|N\\s{0,3}\\d|от(?:[\\s_«"„“]{1,6}\\d|[\\s_]{2}))`, 'iu');
const CAPITAL_KIND =
  /(?:^|\s)(?:ПРИКАЗ|РАСПОРЯЖЕНИЕ|ПОСТАНОВЛЕНИЕ|РЕШЕНИЕ(?=\s(?:КОЛЛЕГИИ|СОВЕТА|ДУМЫ|СОБРАНИЯ|КОМИССИИ|\p{Lu}+ОГО СОВЕТА)))(?=\s|$)/u;
const VERB =
  '(?:приказываю|приказываем|приказывает|постановляю|постановляет|постановляем|распоряжаюсь|обязываю|решил[аи]?)';
const VERB_AT_END = new RegExp(`${VERB}[:.;]?$`, 'iu');
const VERB_WITH_COLON = new RegExp(`(?<![а-яё])${VERB}\\s{0,3}:`, 'iu');

/** Where a preamble begins: the words orders give their reasons with. */
const PREAMBLE =
  /^(?:В соответстви|Во исполнени|В целях|С целью|На основани|На основе|Руководствуясь|В рамках|В связи|Согласно|В порядке|По итогам|По результатам|Учитывая|С уч[её]том|Рассмотрев|Исходя|Для |В развити|В дополнени|В продолжени|Во избежани|В исполнени|Для обеспечени|Принимая|С учётом|Администраци\p{L}{1,2} .{0,120}постановля|В вязи|На исполнени|Ha основани)/u;
const TITLE_START = /^[«"“„]?(?:О|Об|Обо|ОБ|O|Oб)\s{1,3}[«"(]?\p{L}/u;

/** The letters of a line without the spaces of a spread word («П Р И К А З»). */
const squeezed = (text: string): string => (text.length > 120 ? text.slice(-60) : text).replace(/[\s_]+/gu, '');

const isKindLine = (text: string): boolean => {
  if (text.length > 240) return false;
  if (PURE_KIND.test(squeezed(text)) && /^[«"]?\p{Lu}/u.test(text)) return true;
  if (NUMBERED_KIND.test(text) && /^\p{Lu}/u.test(text)) return true;
  return CAPITAL_KIND.test(text) && !/\p{Ll}{4}/u.test(text.replace(/от|года?|\p{Ll}+(?=\s\d{4})/gu, ''));
};

/** «приказ» in small letters on a line of its own. */
const isSmallKind = (text: string): boolean => text.length < 30 && PURE_KIND.test(squeezed(text));

const isVerbLine = (text: string): boolean => {
  const tail = text.slice(-60);
  return (
    VERB_AT_END.test(tail) ||
    VERB_AT_END.test(squeezed(tail)) ||
    VERB_WITH_COLON.test(text) ||
    /^ПРИКАЗЫВАЮ/u.test(text)
  );
};

/** Lines that begin an annex: the stamp «УТВЕРЖДЕН приказом …», «Приложение № 1 к приказу …». */
export const isStampLine = (text: string): boolean =>
  text.length < 200 &&
  /^(?:(?:Рассмотрено|РАССМОТРЕНО|Согласовано|СОГЛАСОВАНО|Принято|ПРИНЯТО)(?![\p{L}])|(?:«|")?(?:Утвержд(?:аю|[её]но?|ена|ены)|УТВЕРЖД(?:АЮ|[ЕЁ]НО?|ЕНА|ЕНЫ))(?:»|")?(?![\p{L}])(?!\s+прилагаем)|П\s?р\s?и\s?л\s?о\s?ж\s?е\s?н\s?и\s?е(?![\p{L}])(?!:)|ПРИЛОЖЕНИЕ(?![\p{L}]))/u.test(
    text,
  );

const MAX_HEAD = 90;
const MAX_ISSUER = 14;

/** All orders of the document in reading order; a stamp that names an order is none. */
export function orderHeads(lines: readonly ReadingLine[]): OrderHead[] {
  const heads: OrderHead[] = [];
  const kinds = indexesOf(lines, (text, index) => isKindLine(text) || (index <= HIGHEST_HEAD && isSmallKind(text)));
  const verbs = indexesOf(lines, isVerbLine);
  let free = 0;
  let nextVerb = 0;
  for (const [order, kind] of kinds.entries()) {
    if (kind < free) continue;
    const limit = Math.min(kind + MAX_HEAD, kinds[order + 1] ?? lines.length, lines.length);
    while ((verbs[nextVerb] ?? lines.length) < kind) nextVerb += 1;
    const verb = verbs[nextVerb];
    const head = headAround(lines, kind, verb !== undefined && verb < limit ? verb : null, limit, free);
    if (head === null) continue;
    heads.push(head);
    free = head.body.to;
  }
  const letter = heads.length === 0 ? letterHead(lines) : null;
  if (letter !== null) return [letter];
  const lonelyVerb = verbs[0];
  if (heads.length === 0 && lonelyVerb !== undefined) {
    const head = headAround(lines, null, lonelyVerb, lonelyVerb + 1, 0);
    if (head !== null) heads.push(head);
  }
  return heads;
}

const ADDRESS = /^Уважаем(?:ые|ый|ая)\s/u;
/** «Руководителям школ», «Директору ИРО»: to whom a letter goes. */
const RECIPIENT =
  /^(?:Руководител|Директор|Начальник|Глав|Заведующ|Председател|Министр|Ректор|Муниципальны|Орган|Специалист)\p{Ll}{0,3}(?:ам|ям|им|ым|у|ю|е)(?!\p{L})/u;
const REFERENCE = /^На\s(?:№|N)/u;
const LONGEST_LETTERHEAD = 60;

/** The head of a letter: [issuer] [date, number] [recipients] [«О …»] «Уважаемые коллеги!» [text, signature]. */
function letterHead(lines: readonly ReadingLine[]): OrderHead | null {
  const greeting = lines.findIndex(({ text }, index) => index < LONGEST_LETTERHEAD && ADDRESS.test(text));
  if (greeting < 0) return null;
  const title = titleRange(lines, 0, greeting, greeting) ?? { from: greeting, to: greeting };
  const ends = (text: string): boolean => RECIPIENT.test(text) || REFERENCE.test(text);
  const reference = lines.findIndex(({ text }, index) => index >= title.from || REFERENCE.test(text));
  const recipient = lines.findIndex(({ text }, index) => index >= title.from || ends(text));
  return {
    issuer: { from: 0, to: recipient },
    requisites: { from: 0, to: reference },
    title,
    preamble: { from: title.to, to: title.to },
    body: { from: greeting, to: bodyEnd(lines, greeting) },
    kindLine: null,
    isLetter: true,
  };
}

/** «Утверждено / приказ № 12 от …»: the kind word belongs to a stamp. */
const isUnderStamp = (lines: readonly ReadingLine[], kind: number): boolean =>
  lines
    .slice(Math.max(0, kind - 4), kind + 1)
    .some(({ text }) => isStampLine(text) || /рассмотрен|согласован|утвержд[её]н|утверждаю/iu.test(text.slice(0, 200)));

function headAround(
  lines: readonly ReadingLine[],
  kind: number | null,
  verb: number | null,
  limit: number,
  free: number,
): OrderHead | null {
  const start = kind ?? Math.max(free, (verb ?? 0) - 60);
  const title = titleRange(lines, kind === null ? start : kind + (hasOwnTitle(lines[kind]) ? 0 : 1), verb, limit);
  if (verb === null && title === null) return kind === null ? null : headInOneLine(lines, kind, free);
  if (kind !== null && (verb === null || title === null) && isUnderStamp(lines, kind)) return null;
  // A cell or a line «Приказ» of a plan is no head of an order.
  if (kind !== null && verb === null && title !== null && !isPlainHead(lines, kind, title)) return null;
  const titleFrom = title?.from ?? verb ?? start;
  const titleTo = title?.to ?? titleFrom;
  const bodyFrom = verb ?? titleTo;
  const issuerFrom = kind === null ? start : issuerStart(lines, kind, free);
  return {
    issuer: { from: issuerFrom, to: kind ?? Math.max(start, titleFrom) },
    requisites: { from: issuerFrom, to: titleFrom },
    title: { from: titleFrom, to: titleTo },
    preamble: { from: titleTo, to: verb === null ? titleTo : verb + 1 },
    body: { from: bodyFrom, to: endBehind(lines, bodyFrom, verb === null) },
    kindLine: kind,
  };
}

/** Where the title begins in «Приказ № 7 от 02.03.2026 «Об утверждении …»», a line that tells everything; else -1. */
export const titleInKindLine = (text: string): number => text.search(/(?<=\s)[«"“]?(?:О|Об|Обо|ОБ)\s\p{L}/u);

/** Pages of the web put number, date and title of an order into one heading. */
function headInOneLine(lines: readonly ReadingLine[], kind: number, free: number): OrderHead | null {
  const text = lines[kind]?.text ?? '';
  const isWhole = titleInKindLine(text) > 0 && numbersIn(text).length > 0 && datesIn(text).length > 0;
  const isStamped = lines.slice(Math.max(0, kind - 4), kind).some((line) => isStampLine(line.text));
  if (!isWhole || kind > HIGHEST_HEAD || isStamped) return null;
  const next = kind + 1;
  const from = issuerStart(lines, kind, free);
  return {
    issuer: { from, to: kind },
    requisites: { from, to: next },
    title: { from: kind, to: next },
    preamble: { from: next, to: next },
    body: { from: next, to: bodyEnd(lines, next) },
    kindLine: kind,
  };
}

/**
 * Whether «Приказ» heads an order that has no «приказываю»: printed in capitals, or among the first lines below the name of
 * a body and beside a date or a number, before a title «Об …».
 */
function isPlainHead(lines: readonly ReadingLine[], kind: number, title: LineRange): boolean {
  if (/\p{Lu}{4}/u.test((lines[kind]?.text ?? '').replace(/\s/g, ''))) return true;
  if (kind > HIGHEST_HEAD) return false;
  const texts = (from: number, to: number): string[] => lines.slice(from, to).map(({ text }) => text.slice(0, 400));
  return (
    texts(Math.max(0, kind - MAX_ISSUER), kind).some((text) => BODY.test(text)) &&
    texts(Math.max(0, kind - 3), title.to + 3).some((text) => datesIn(text).length + numbersIn(text).length > 0)
  );
}

/** An order stands at the beginning of a file; letterheads take up to so many lines. */
const HIGHEST_HEAD = 30;

const hasOwnTitle = (line: ReadingLine | undefined): boolean =>
  line !== undefined && new RegExp(`^${KIND}\\s+(?:О|ОБ|Об)\\s`, 'iu').test(line.text);

function titleRange(
  lines: readonly ReadingLine[],
  start: number,
  verb: number | null,
  limit: number,
): LineRange | null {
  const end = verb ?? Math.min(limit, start + 30);
  let from = -1;
  for (let line = start; line < end; line += 1) {
    const text = lines[line]?.text ?? '';
    if (isStampLine(text) || /^1[.)]\s/u.test(text)) return null;
    if (TITLE_START.test(text)) {
      from = line;
      break;
    }
    if (PREAMBLE.test(text)) return null;
  }
  if (from < 0) return null;
  let to = from + 1;
  while (to < end && to - from < 24 && continuesTitle(lines, from, to)) to += 1;
  return { from, to };
}

/** «Утвердить план …», «Назначить …», «Контроль …»: a point without a number. */
const POINT =
  /^(?:(?:Утверд|Назнач|Созда|Провести|Призна|Внести|Направ|Организ|Обеспеч|Возлож|Ввести|Довести|Считать|Принять|Продолж|Установ|Размести|Определ|Руководител\p{Ll}{1,2}\s)|Контроль\s|Ответственност)/u;

function continuesTitle(lines: readonly ReadingLine[], from: number, next: number): boolean {
  const line = lines[next];
  const before = lines[next - 1];
  if (line === undefined || before === undefined) return false;
  if (PREAMBLE.test(line.text) || isVerbLine(line.text) || isStampLine(line.text)) return false;
  if (line.behindTable === true || (line.inTable && !before.inTable) || isSigned(line.text)) return false;
  if (/^(?:[IVX]{1,4}[.)]\s|Раздел\s|РАЗДЕЛ\s)/u.test(line.text)) return false;
  if (CLOSED_BY_YEARS.test(before.text) && isHeadingOfPlan(line.text)) return false;
  if (/^\d{1,2}[.)]\s/u.test(line.text) || isKindLine(line.text)) return false;
  if (line.opens && POINT.test(line.text)) return false;
  if (/^(?:г|с|п|р\.\s?п|пос|дер|ст)\.\s?\p{Lu}/u.test(line.text) && line.text.length < 40) return false;
  if (/[.!]["»]?$/u.test(before.text) && !/(?:г|гг|им|п|ул)\.$/u.test(before.text)) return false;
  const openQuote = isQuoteOpen(lines.slice(from, next));
  if (line.opens && !openQuote && /^\p{Lu}/u.test(line.text) && line.text.length > 110) return false;
  const dated = datesIn(line.text)[0] !== undefined && numbersIn(line.text)[0] !== undefined;
  return !(dated && line.text.length < 60 && line.opens);
}

/** Titles close with the years they are for: «… на 2025 год», «… в 2025-2026 учебном году». */
const CLOSED_BY_YEARS = /20\d\d\s?(?:(?:учебн\p{L}{2,3}|уч\.)\s?)?г(?:г?\.|од\p{L}{0,2})?[»"]?$/u;

const isHeadingOfPlan = (text: string): boolean =>
  isAnnexHeading(text) || /^(?:План|Дорожная карта|Программа|Комплекс мер|Мероприятия|Содержание)$/u.test(text);

/** «Начальник отдела    П.П. Белов», «Директор ____ /Белов П.П./»: a position, and a name that ends the line. */
function isSigned(text: string): boolean {
  if (text.length > 200 || !POSITION.test(text)) return false;
  const person = personsIn(text).at(-1);
  return person !== undefined && /^[\s_./)]*$/u.test(text.slice(person.to));
}

function isQuoteOpen(lines: readonly ReadingLine[]): boolean {
  let depth = 0;
  for (const { text } of lines) for (const letter of text) depth += letter === '«' ? 1 : letter === '»' ? -1 : 0;
  return depth > 0;
}

/** The name of the issuing body stands above the kind word; it ends where another text, a stamp or a table begins. */
function issuerStart(lines: readonly ReadingLine[], kind: number, free: number): number {
  let from = kind;
  while (from > free && kind - from < MAX_ISSUER) {
    const text = lines[from - 1]?.text ?? '';
    if (isStampLine(text) || text.length > 400 || /[;:]$/u.test(text) || PREAMBLE.test(text)) break;
    from -= 1;
  }
  return from;
}

/** The order ends where its first annex or the plan's own heading begins. */
function bodyEnd(lines: readonly ReadingLine[], from: number): number {
  for (let line = from; line < lines.length; line += 1) {
    const text = lines[line]?.text ?? '';
    if (isStampLine(text) && !/^Приложение\s?:/u.test(text)) return line;
    if (line > from + 2 && isKindLine(text) && !/^\d/u.test(text) && PURE_KIND.test(squeezed(text))) return line;
    if (line > from && lines[line]?.opens === true && isAnnexHeading(text) && !isMidSentence(lines[line - 1]))
      return line;
  }
  return lines.length;
}

/** The end of a body that begins on the given line; without «приказываю» the plan's own heading may begin there. */
function endBehind(lines: readonly ReadingLine[], from: number, isPlain: boolean): number {
  if (isPlain && isHeadingOfPlan(lines[from]?.text ?? '')) return from;
  return bodyEnd(lines, from + (isPlain ? 0 : 1));
}

/** A point that breaks off before «План мероприятий …» goes on with it. */
const isMidSentence = (before: ReadingLine | undefined): boolean =>
  before !== undefined && /^\d{1,2}[.)]/u.test(before.text) && !/[.;:»]$/u.test(before.text);

const isAnnexHeading = (text: string): boolean =>
  text.length < 200 &&
  /^[«"]?(?:Муниципальн\p{L}{2,3}\s+|Региональн\p{L}{2,3}\s+|Школьн\p{L}{2,3}\s+|Комплексн\p{L}{2,3}\s+)?(?:План(?:-график)?(?:\s+(?:мероприятий|работы|реализации|действий|на\s+20|по\s)|\s*\()|ПЛАН(?=\s|$)|Дорожная карта|«?ДОРОЖНАЯ КАРТА|ПРОГРАММА|МУНИЦИПАЛЬНАЯ ПРОГРАММА|Программа\s|Комплекс мер|КОМПЛЕКС МЕР|Циклограмма|ЦИКЛОГРАММА|План-график|ПЛАН-ГРАФИК|Состав\s|СОСТАВ(?=\s|$)|Положение\s|ПОЛОЖЕНИЕ(?=\s|$)|Перечень\s|ПЕРЕЧЕНЬ(?=\s|$)|Список\s|СПИСОК(?=\s|$))/u.test(
    text,
  );

function indexesOf(lines: readonly ReadingLine[], test: (text: string, index: number) => boolean): number[] {
  const found: number[] = [];
  for (const [index, line] of lines.entries()) if (test(line.text, index)) found.push(index);
  return found;
}
