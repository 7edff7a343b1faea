/**
 * Numbers of a spreadsheet as a Russian-speaking person sees them: by the number format of the cell (ECMA-376-1, 18.8.30),
 * with a decimal comma, Russian names of months and days, and the Russian forms of the built-in date formats.
 */
export function printedNumber(value: number, format: string, since1904: boolean): string {
  const sections = sectionsOf(format);
  const negative = value < 0 && sections.length > 1;
  const zero = value === 0 && sections.length > 2;
  const section = (zero ? sections[2] : negative ? sections[1] : sections[0]) ?? 'General';
  const tokens = tokensOf(section);
  if (tokens.some(({ kind }) => kind === 'date')) {
    const moment = momentOf(value, since1904);
    return moment ? printedDate(moment, value, tokens) : general(value);
  }
  return printedByPlaces(negative ? Math.abs(value) : value, tokens);
}

/** Built-in formats by number; those missing are «General». */
export const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'dd.mm.yyyy',
  15: 'dd.mmm.yy',
  16: 'dd.mmm',
  17: 'mmm.yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd.mm.yyyy h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  48: '##0.0E+0',
};

type Token = { readonly kind: 'literal' | 'date' | 'number' | 'text'; readonly text: string };

/** Sections are separated by semicolons outside quotes and brackets. */
function sectionsOf(format: string): string[] {
  const sections: string[] = [];
  let from = 0;
  let quoted = false;
  let bracketed = false;
  for (let at = 0; at < format.length; at += 1) {
    const letter = format.charAt(at);
    if (letter === '\\' && !quoted) at += 1;
    else if (letter === '"') quoted = !quoted;
    else if (letter === '[' && !quoted) bracketed = true;
    else if (letter === ']' && !quoted) bracketed = false;
    else if (letter === ';' && !quoted && !bracketed) {
      sections.push(format.slice(from, at));
      from = at + 1;
    }
  }
  sections.push(format.slice(from));
  return sections;
}

const TOKEN =
  /"([^"]*)"?|\\(.)|_(?:.)|\*(?:.)|\[([^\]]*)\]?|(General|Основной)|(AM\/PM|A\/P)|(y+|m+|d+|h+|s+(?:\.0+)?)|([0#?.,%]+(?:[eE][+-][0#?]+)?)|(@)|(.)/giu;

function tokensOf(section: string): Token[] {
  const tokens: Token[] = [];
  for (const match of section.slice(0, 300).matchAll(TOKEN)) {
    const [whole, quoted, escaped, bracket, general, half, date, number, text, other] = match;
    if (quoted !== undefined || escaped !== undefined || other !== undefined) {
      tokens.push({ kind: 'literal', text: quoted ?? escaped ?? other ?? '' });
    } else if (bracket !== undefined) {
      if (/^(?:h+|m+|s+)$/iu.test(bracket)) tokens.push({ kind: 'date', text: `[${bracket.toLowerCase()}]` });
      const currency = /^\$([^-]+)/u.exec(bracket)?.[1];
      if (currency !== undefined) tokens.push({ kind: 'literal', text: currency });
    } else if (general !== undefined) tokens.push({ kind: 'number', text: 'General' });
    else if (half !== undefined || date !== undefined) tokens.push({ kind: 'date', text: whole.toLowerCase() });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (text !== undefined) tokens.push({ kind: 'text', text });
    else if (whole.startsWith('_')) tokens.push({ kind: 'literal', text: ' ' });
  }
  return tokens;
}

type Moment = Readonly<Record<'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'second', number>>;

/** Day 1 is 1 January 1900; the calendar of Excel holds a 29 February 1900 that never was. */
function momentOf(value: number, since1904: boolean): Moment | null {
  if (!(value >= 0 && value < 2_958_466)) return null;
  const days = since1904 ? value + 1_462 : value < 60 ? value + 1 : value;
  const date = new Date(Math.round(days * 86_400) * 1_000 - 2_209_161_600_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** «03/12/2026» with the month first is read as the third of December in Russia. */
const MONTH_FIRST = /^m{1,2} d{1,2} y{2,4}$/u;

function printedDate(moment: Moment, value: number, tokens: readonly Token[]): string {
  const parts = tokens.filter(({ kind }) => kind === 'date').map(({ text }) => text);
  if (MONTH_FIRST.test(parts.join(' ')))
    return ['dd', 'mm', 'yyyy'].map((part) => datePart(part, moment, value, true, false)).join('.');
  const withDay = tokens.some(({ kind, text }) => kind === 'date' && (text === 'd' || text === 'dd'));
  const halves = tokens.some(({ text }) => text === 'am/pm' || text === 'a/p');
  let printed = '';
  let last = '';
  tokens.forEach(({ kind, text }, index) => {
    if (kind !== 'date') {
      // A dot, comma or slash between parts of a date is no place of a number.
      printed += kind === 'number' ? text.replace(/[#?]/gu, '') : kind === 'text' ? '' : text;
      return;
    }
    const next = tokens.slice(index + 1).find((token) => token.kind === 'date')?.text ?? '';
    const isMinute = /^m{1,2}$/u.test(text) && (/h/u.test(last) || next.startsWith('s'));
    printed += datePart(isMinute ? text.replaceAll('m', 'n') : text, moment, value, withDay, halves);
    last = text;
  });
  return printed.trim();
}

function datePart(part: string, moment: Moment, value: number, withDay: boolean, halves: boolean): string {
  const { year, month, day, weekday, hour, minute, second } = moment;
  const twoDigits = (number: number): string => String(number).padStart(2, '0');
  const shownHour = halves ? hour % 12 || 12 : hour;
  switch (part) {
    case 'yyyy':
    case 'yyy':
      return String(year);
    case 'yy':
    case 'y':
      return twoDigits(year % 100);
    case 'mmmm':
      return (withDay ? MONTHS_OF : MONTHS)[month - 1] ?? '';
    case 'mmm':
      return SHORT_MONTHS[month - 1] ?? '';
    case 'mm':
      return twoDigits(month);
    case 'm':
      return String(month);
    case 'mmmmm':
      return (MONTHS[month - 1] ?? '').charAt(0).toUpperCase();
    case 'dddd':
      return WEEKDAYS[weekday] ?? '';
    case 'ddd':
      return SHORT_WEEKDAYS[weekday] ?? '';
    case 'dd':
      return twoDigits(day);
    case 'd':
      return String(day);
    case 'hh':
      return twoDigits(shownHour);
    case 'h':
      return String(shownHour);
    case 'nn':
      return twoDigits(minute);
    case 'n':
      return String(minute);
    case '[h]':
    case '[hh]':
      return String(Math.floor(value * 24 + 1e-9));
    case '[m]':
    case '[mm]':
      return String(Math.floor(value * 1_440 + 1e-9));
    case 'am/pm':
    case 'a/p':
      return hour < 12 ? 'AM' : 'PM';
    default:
      return part.startsWith('s') ? twoDigits(second) : '';
  }
}

function printedByPlaces(value: number, tokens: readonly Token[]): string {
  const places = tokens.filter(({ kind }) => kind === 'number').map(({ text }) => text);
  if (places.length === 0) {
    const literal = tokens.map(({ kind, text }) => (kind === 'text' ? general(value) : text)).join('');
    return literal.trim();
  }
  const pattern = places.join('');
  // Fractions («# ?/?») are rare in plans: the number itself says the same.
  const isFraction = tokens.some(({ kind, text }) => kind === 'literal' && text === '/');
  if (isFraction) return general(value);
  let printed = '';
  let done = false;
  for (const { kind, text } of tokens) {
    if (kind !== 'number') printed += kind === 'text' ? '' : text;
    else if (!done) {
      printed += pattern === 'General' ? general(value) : byPattern(value, pattern);
      done = true;
    }
    if (kind === 'number' && text !== 'General') printed += '%'.repeat(text.split('%').length - 1);
  }
  return printed.trim();
}

function byPattern(value: number, pattern: string): string {
  const percents = pattern.split('%').length - 1;
  const shares = value * 100 ** Math.min(3, percents);
  const exponent = /e[+-]/iu.exec(pattern);
  const [whole = '', fraction = ''] = pattern.replace(/[%]|e[+-].*$/giu, '').split('.');
  const most = Math.min(15, fraction.replace(/[^0#?]/gu, '').length);
  if (exponent) return shares.toExponential(most).replace('.', ',').replace('e', 'E');
  const thousands = /,+$/u.exec(whole)?.[0].length ?? 0;
  const scaled = shares / 1_000 ** Math.min(5, thousands);
  if (!Number.isFinite(scaled) || Math.abs(scaled) >= 1e21) return general(value);
  const least = fraction.replace(/[^0]/gu, '').length;
  // Through 15 digits first: 0.285 × 100 must not be printed as 28,499999999999996.
  const [units = '0', decimals = ''] = Number(Math.abs(scaled).toPrecision(15)).toFixed(most).split('.');
  let shown = decimals;
  while (shown.length > least && shown.endsWith('0')) shown = shown.slice(0, -1);
  const digits = units.padStart(whole.replace(/[^0]/gu, '').length, '0');
  const grouped = /[0#?],[0#?]/u.test(whole) ? digits.replace(/\B(?=(?:\d{3})+$)/gu, '\u00a0') : digits;
  return `${scaled < 0 ? '-' : ''}${grouped}${shown === '' ? '' : `,${shown}`}`;
}

/** A number without a format: at most 11 digits, as in a cell wide enough. */
function general(value: number): string {
  return String(Number(value.toPrecision(11))).replace('.', ',');
}

const MONTHS = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const MONTHS_OF = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const SHORT_MONTHS = 'янв фев мар апр май июн июл авг сен окт ноя дек'.split(' ');
const WEEKDAYS = 'воскресенье понедельник вторник среда четверг пятница суббота'.split(' ');
const SHORT_WEEKDAYS = 'Вс Пн Вт Ср Чт Пт Сб'.split(' ');
