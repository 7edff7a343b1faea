/**
 * Letters of the pictorial fonts Symbol and Wingdings, which office files keep as private-use characters (U+F000 and the
 * place in the font) or, in `w:sym`, as numbers. A sign of comparison among them changes what a target means.
 */
export function symbolLetter(code: number, font: string): string {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (place > 0xff) return String.fromCodePoint(Math.min(place, 0x10_ffff));
  const pictorial = /wingdings|webdings/iu.test(font);
  const known = (pictorial ? WINGDINGS : SYMBOL)[place];
  if (known !== undefined) return known;
  if (!pictorial && place >= 0x20 && place < 0x7f) return String.fromCharCode(place);
  return '•';
}

/** Text as printed: soft hyphens gone, no-break hyphens plain, private-use characters given their usual letter. */
export function printedText(text: string): string {
  if (!RARE.test(text)) return text;
  return text
    .replace(/\u00ad/gu, '')
    .replace(/\u2011/gu, '-')
    .replace(/[\uf000-\uf0ff]/gu, (letter) => symbolLetter(letter.charCodeAt(0), ''))
    .replace(/[\n\u000b\f\r]/gu, ' ');
}

const RARE = /[\u00ad\u2011\uf000-\uf0ff\n\u000b\f\r]/u;

const SYMBOL: Readonly<Record<number, string>> = {
  0x2d: '–',
  0xa3: '≤',
  0xb3: '≥',
  0xb1: '±',
  0xb4: '×',
  0xb9: '≠',
  0xbb: '≈',
  0xb0: '°',
  0xa5: '∞',
  0xae: '→',
  0xde: '⇒',
  0xd7: '·',
  0xa7: '▪',
  0xb7: '•',
  0xfc: '✓',
  0xd8: '➢',
};

const WINGDINGS: Readonly<Record<number, string>> = {
  0xfc: '✓',
  0xfe: '☑',
  0xa8: '☐',
  0x6f: '☐',
  0x71: '☐',
  0xfd: '☒',
  0x78: '☒',
  0xd8: '➢',
  0x76: '❖',
  0xa7: '▪',
  0x6e: '■',
  0xe0: '→',
  0xe8: '→',
  0x2d: '–',
};
