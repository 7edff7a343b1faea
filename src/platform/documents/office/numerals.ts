/**
 * Numbers of lists as office programs print them. Names of formats are those of Office Open XML (ST_NumberFormat); the
 * reader of OpenDocument translates its own into them.
 */
export function numeral(value: number, format: string, pattern = ''): string {
  if (value < 0 || value > 32_767) return String(value);
  switch (format) {
    case 'none':
      return '';
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return repeated(value, LATIN).toUpperCase();
    case 'lowerLetter':
      return repeated(value, LATIN);
    case 'russianUpper':
      return repeated(value, RUSSIAN).toUpperCase();
    case 'russianLower':
      return repeated(value, RUSSIAN);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'custom':
      // «001, 002, 003, ...»: as many digits as the first example has.
      return String(value).padStart(/^\d+/u.exec(pattern)?.[0].length ?? 1, '0');
    case 'decimalEnclosedParen':
      return `(${value})`;
    case 'decimalEnclosedFullstop':
      return `${value}.`;
    case 'numberInDash':
      return `- ${value} -`;
    case 'ordinal':
      return `${value}-й`;
    default:
      return String(value);
  }
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
/** The letters that lists use (ISO/IEC 29500-1, 17.18.59, russianLower): no ё, й, ъ, ь. */
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщыэюя';

/** After the last letter they are doubled: «аа», «бб». */
function repeated(value: number, letters: string): string {
  if (value === 0) return '0';
  const letter = letters.charAt((value - 1) % letters.length);
  return letter.repeat(Math.min(20, Math.ceil(value / letters.length)));
}

function roman(value: number): string {
  if (value === 0 || value > 3_999) return String(value);
  let left = value;
  let written = '';
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      written += sign;
      left -= worth;
    }
  }
  return written;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
