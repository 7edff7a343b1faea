/**
 * Russian cardinal and collective numerals in every case, from one to a thousand, as they are written in plans:
 * «пяти школ», «двух семинаров», «двадцать пять человек».
 */

/** Forms by value; hyphenless, `е` for `ё`, lower case. */
const FORMS: readonly (readonly [number, string])[] = [
  [1, 'один одна одно одного одной одному одну одним одном'],
  [2, 'два две двух двум двумя двое двоих двоим'],
  [3, 'три трех трем тремя трое троих троим'],
  [4, 'четыре четырех четырем четырьмя четверо четверых'],
  [5, 'пять пяти пятью пятеро пятерых'],
  [6, 'шесть шести шестью'],
  [7, 'семь семи семью'],
  [8, 'восемь восьми восемью восьмью'],
  [9, 'девять девяти девятью'],
  [10, 'десять десяти десятью'],
  [11, 'одиннадцать одиннадцати одиннадцатью'],
  [12, 'двенадцать двенадцати двенадцатью'],
  [13, 'тринадцать тринадцати тринадцатью'],
  [14, 'четырнадцать четырнадцати четырнадцатью'],
  [15, 'пятнадцать пятнадцати пятнадцатью'],
  [16, 'шестнадцать шестнадцати шестнадцатью'],
  [17, 'семнадцать семнадцати семнадцатью'],
  [18, 'восемнадцать восемнадцати восемнадцатью'],
  [19, 'девятнадцать девятнадцати девятнадцатью'],
  [20, 'двадцать двадцати двадцатью'],
  [30, 'тридцать тридцати тридцатью'],
  [40, 'сорок сорока'],
  [50, 'пятьдесят пятидесяти пятьюдесятью'],
  [60, 'шестьдесят шестидесяти шестьюдесятью'],
  [70, 'семьдесят семидесяти семьюдесятью'],
  [80, 'восемьдесят восьмидесяти восемьюдесятью'],
  [90, 'девяносто девяноста'],
  [100, 'сто ста'],
  [200, 'двести двухсот двумстам двумястами двухстах'],
  [300, 'триста трехсот тремстам тремястами трехстах'],
  [400, 'четыреста четырехсот'],
  [500, 'пятьсот пятисот'],
  [600, 'шестьсот шестисот'],
  [700, 'семьсот семисот'],
  [800, 'восемьсот восьмисот'],
  [900, 'девятьсот девятисот'],
  [1000, 'тысяча тысячи тысячу тысячей'],
];

const VALUE_OF: ReadonlyMap<string, number> = new Map(
  FORMS.flatMap(([value, forms]) => forms.split(' ').map((form) => [form, value] as const)),
);

/** A number written in words: its value, and how many of the words it takes. */
export type Numeral = { readonly value: number; readonly words: number };

/**
 * The numeral that the words begin with, or null: «двадцати пяти школ» → 25 in two words. Words must be in lower case
 * with `е` for `ё`. Parts must descend («двадцать пять», never «пять двадцать»).
 */
export function numeralAt(words: readonly string[]): Numeral | null {
  let value = 0;
  let count = 0;
  let limit = Infinity;
  for (const word of words) {
    const part = VALUE_OF.get(word);
    if (part === undefined || !fitsBelow(part, limit)) break;
    value += part;
    count += 1;
    limit = part;
  }
  return count === 0 ? null : { value, words: count };
}

/** After hundreds come tens or units, after tens units; nothing follows a unit, ten or a number of the second ten. */
function fitsBelow(part: number, limit: number): boolean {
  if (limit === Infinity) return true;
  if (limit >= 1000) return part < 1000;
  if (limit >= 100) return part < 100;
  return limit >= 20 && part < 10;
}

/** Which form of a noun stands after the number in the nominative: «1 школа», «2 школы», «5 школ». */
export function countForm(value: number): 'one' | 'few' | 'many' {
  if (!Number.isInteger(value)) return 'few';
  const tail = Math.abs(value) % 100;
  if (tail >= 11 && tail <= 14) return 'many';
  const last = tail % 10;
  if (last === 1) return 'one';
  return last >= 2 && last <= 4 ? 'few' : 'many';
}
