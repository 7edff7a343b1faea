/**
 * Words, numbers and signs of a planned result. Every token keeps its offsets in the text as given; slips of recognition
 * («1OO %», «100 °/о», «нe мeнее» with Latin letters) are read as what they stand for.
 */
export type TargetToken = {
  readonly kind: 'word' | 'number' | 'percent' | 'sign' | 'break' | 'opaque';
  /** Lower case, `е` for `ё`, Latin look-alikes as Cyrillic letters; for signs the character. */
  readonly norm: string;
  readonly from: number;
  readonly to: number;
  /** Of a number. */
  readonly value: number;
  /** Of a number: what is written behind its hyphen («2-х» → «х»). */
  readonly ending: string;
  /** The word is written in capitals and has at least two of them («ШНОР»). */
  readonly isAbbreviation: boolean;
  readonly isCapitalised: boolean;
};

/** Runs are bounded so that every token costs a bounded number of steps. */
const TOKEN = new RegExp(
  [
    String.raw`(?<opaque>(?:https?:\/\/|www\.)\S{1,200}` + // an address
      String.raw`|[\w.+-]{1,40}@[\w.-]{1,60}` +
      String.raw`|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?!\d)` + // a date
      String.raw`|(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?![\d.]|\s?(?:%|балл|проц))` + // a day without a year
      String.raw`|[0-2]?\d:[0-5]\d(?!\d)` +
      String.raw`|\d{1,4}(?:[-\u2013]\d{1,4}){2,6}(?!\d)` + // a telephone
      String.raw`|\d{1,5}-(?!(?:х|ти|и|м|ми|мя|ю|й|го|му|я|е|ый|ая|ой|ое|ые|процентн\p{L}{1,6})(?!\p{L}))\p{L}{1,25}` + // «273-ФЗ», «2-дневный»
      String.raw`|\d{1,6}\+)`, // «300+», «12+»
    String.raw`(?<percent>%|％|°\s?[/\\][\p{L}\d»]|[оo0]\s?[/\\]\s?[оo0](?!\p{L})|[пП]\.\s?[пП]\.(?=\s|[;,.)]|$)|процент\p{L}{0,8}|проц\.?(?!\p{L}))`,
    String.raw`(?<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d{1,3}(?!\d))?|\d{1,12}(?:[.,]\d{1,3}(?![\d]))?)`,
    String.raw`(?<word>\p{L}\p{M}?(?:[\p{L}\p{M}]{0,60})(?:[-\u2010\u2011]\p{L}{1,60}){0,4}(?:[-\u2010\u2011]\d{1,6})?)`,
    String.raw`(?<break>\n)`,
    String.raw`(?<blank>[^\S\n]+)`,
    String.raw`(?<sign>[\s\S])`,
  ].join('|'),
  'giu',
);

const NUMBER_ENDING =
  /[-\u2010\u2011](х|ти|и|мя|ми|м|ю|й|го|му|я|е|ый|ая|ой|ое|ые|процентн\p{L}{1,6})(?!\p{L})|(х|ти)(?!\p{L})/uy;

/** The tokens of `text`; white space is left out, line ends are tokens. */
export function targetTokens(text: string): TargetToken[] {
  const clean = withoutSlips(text);
  const tokens: TargetToken[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(clean); match !== null; match = TOKEN.exec(clean)) {
    const groups = match.groups ?? {};
    if (groups['blank'] !== undefined) continue;
    const from = match.index;
    let to = from + match[0].length;
    if (groups['number'] !== undefined) {
      NUMBER_ENDING.lastIndex = to;
      const ending = NUMBER_ENDING.exec(clean);
      if (ending) to = NUMBER_ENDING.lastIndex;
      TOKEN.lastIndex = to;
      tokens.push(token('number', groups['number'], from, to, ending?.[1] ?? ending?.[2] ?? ''));
    } else if (groups['word'] !== undefined) tokens.push(wordToken(text.slice(from, to), match[0], from));
    else tokens.push(token(kindOf(groups), match[0], from, to, ''));
  }
  return tokens;
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): 'opaque' | 'percent' | 'break' | 'sign' {
  if (groups['opaque'] !== undefined) return 'opaque';
  if (groups['percent'] !== undefined) return 'percent';
  return groups['break'] === undefined ? 'sign' : 'break';
}

function token(kind: TargetToken['kind'], text: string, from: number, to: number, ending: string): TargetToken {
  const value = kind === 'number' ? Number(text.replace(/[ \u00a0\u202f]/gu, '').replace(',', '.')) : NaN;
  return { kind, norm: text.toLowerCase(), from, to, value, ending, isAbbreviation: false, isCapitalised: false };
}

function wordToken(printed: string, clean: string, from: number): TargetToken {
  const isAbbreviation =
    /\p{Lu}.{0,60}\p{Lu}/u.test(printed) && printed.length > 1 && !/^\p{Lu}\p{Ll}{3,}-/u.test(printed);
  return {
    kind: /\d$/u.test(clean) ? 'opaque' : 'word',
    norm: cyrillic(
      clean
        .toLowerCase()
        .replace(/ё/gu, 'е')
        .replace(/[\u2010\u2011]/gu, '-'),
    ),
    from,
    to: from + printed.length,
    value: NaN,
    ending: '',
    isAbbreviation,
    isCapitalised: /^\p{Lu}/u.test(printed),
  };
}

const LOOK_ALIKE = new Map(
  Object.entries({ a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', y: 'у', k: 'к', m: 'м', t: 'т', h: 'н', b: 'в' }),
);

/** Latin letters that look Cyrillic, in words that hold nothing but such letters and Cyrillic ones. */
function cyrillic(word: string): string {
  if (!/[a-z]/u.test(word) || /[dfgijlnqrsuvwz]/u.test(word)) return word;
  return word.replace(/[a-z]/gu, (letter) => LOOK_ALIKE.get(letter) ?? letter);
}

const DIGIT_LIKE = new Map(
  Object.entries({ O: '0', О: '0', о: '0', o: '0', З: '3', з: '3', l: '1', I: '1', '|': '1' }),
);

/** Letters that stand for digits before a per cent sign («1OO%») or before a digit («З0 школ»); the length stays. */
function withoutSlips(text: string): string {
  return text
    .replace(/(?<![\p{L}\d])[\dOОоoЗзlI|]{1,5}(?=\s?(?:%|°\s?\/|процент))/gu, (run) =>
      /\d/u.test(run) ? digits(run) : run,
    )
    .replace(/(?<=\d)[OО]{1,2}(?![\p{L}\d])/gu, digits)
    .replace(/(?<![\p{L}\d])[ЗO](?=\d)/gu, digits);
}

const digits = (run: string): string => Array.from(run, (letter) => DIGIT_LIKE.get(letter) ?? letter).join('');
