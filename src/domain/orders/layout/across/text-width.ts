/**
 * Widths of letters in thousandths of the type size, as the serif type of official papers has them: words wrap by the
 * width of their letters, and «ш» is twice as wide as «з».
 */
const SMALL =
  'а444 б509 в472 г410 д509 е444 ё444 ж690 з395 и535 й535 к486 л499 м633 н535 о500 п535 р500 с444 т437 у500 ф648 х500 ц535 ч502 ш770 щ770 ъ517 ы671 ь456 э429 ю747 я459';
const CAPITAL =
  'А722 Б574 В667 Г578 Д682 Е611 Ё611 Ж896 З501 И722 Й722 К667 Л678 М889 Н722 О722 П722 Р556 С667 Т611 У708 Ф790 Х722 Ц722 Ч650 Ш1009 Щ1009 Ъ706 Ы872 Ь574 Э660 Ю1028 Я667';
const SIGNS = '.250 ,250 -333 –500 —1000 «500 »500 (333 )333 :278 ;278 /278 %833 №954 !333 ?444 "408';

/** The width of an average letter of a Russian text, which counts as 1. */
const AVERAGE = 490;
const USUAL = 500;
/** The width of a space. */
export const SPACE = 250 / AVERAGE;

const WIDTHS = new Map(
  `${SMALL} ${CAPITAL} ${SIGNS}`.split(' ').map((entry): [string, number] => [entry.charAt(0), Number(entry.slice(1))]),
);

/** The printed width of a word, in average letters. */
export function widthOfWord(text: string): number {
  let sum = 0;
  for (const letter of text) sum += WIDTHS.get(letter) ?? USUAL;
  return sum / AVERAGE;
}

/** For each run of words of one line its printed width, single spaces between them. */
export function printedWidths(words: readonly { readonly text: string }[]): (from: number, to: number) => number {
  const sums = new Float64Array(words.length + 1);
  words.forEach(({ text }, index) => {
    sums[index + 1] = (sums[index] ?? 0) + widthOfWord(text) + SPACE;
  });
  return (from, to) => (to > from ? (sums[to] ?? 0) - (sums[from] ?? 0) - SPACE : 0);
}
