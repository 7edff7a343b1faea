import type { Glyph } from '#platform/documents/pdf/page-content.ts';

/** Which fonts of a document show letters of windows-1251 as if they were Latin ones («Ïðèêàç» for «Приказ»). */
export class TextLayer {
  readonly #fonts = new Map<string, { letters: number; accented: number }>();
  #characters = 0;
  #unmapped = 0;
  #cyrillic = 0;
  #signsInWords = 0;

  /** Takes the characters of a page into account. */
  count(glyphs: readonly Glyph[]): void {
    let before = '';
    for (const { text, font } of glyphs) {
      const last = before;
      before = text;
      if (text.trim() === '') continue;
      this.#characters += 1;
      if (SIGN.test(last) && WITHIN_WORD.test(text)) this.#signsInWords += 1;
      if (/\p{Script=Cyrillic}/u.test(text)) this.#cyrillic += 1;
      if (UNMAPPED.test(text)) this.#unmapped += 1;
      if (!/\p{L}/u.test(text)) continue;
      const facts = this.#fonts.get(font) ?? { letters: 0, accented: 0 };
      facts.letters += 1;
      if (/[\u00c0-\u00ff]/u.test(text)) facts.accented += 1;
      this.#fonts.set(font, facts);
    }
  }

  get characters(): number {
    return this.#characters;
  }

  /**
   * Most characters have no meaning outside the file's own font, or letters were moved onto others («CD8:4;» for «приказ»
   * after a file was written anew): recognition of the picture is the only way.
   */
  get isMeaningless(): boolean {
    if (this.#characters === 0) return false;
    const isMoved = this.#signsInWords > SIGNS * this.#characters && this.#cyrillic < FOREIGN * this.#characters;
    return isMoved || this.#unmapped * 2 > this.#characters;
  }

  /** Fonts in which most letters are accented Latin ones, as no Russian or English text has. */
  misnamedFonts(): ReadonlySet<string> {
    const misnamed = [...this.#fonts].filter(([, { letters, accented }]) => accented * 10 > letters * 6);
    const total = misnamed.reduce((sum, [, { accented }]) => sum + accented, 0);
    return new Set(total < 12 ? [] : misnamed.map(([font]) => font));
  }
}

/** Whether the text holds what Cyrillic letters of windows-1251 are taken for: letters and marks beyond English. */
export function maySpellCyrillic(text: string): boolean {
  return /[\u00a1-\u00aa\u00ac-\u00af\u00b1-\u00ba\u00bc-\u00ff]/u.test(text);
}

/** Signs that stand within words only where letters were moved, their share of all characters there; that of Cyrillic. */
const SIGN = /^[<=>?@:;]$/u;
const WITHIN_WORD = /^[\p{L}\d<=>?@:;]$/u;
const SIGNS = 0.05;
const FOREIGN = 0.2;

/** Codes of a font's own, and the letters beyond Latin that numbers of glyphs are taken for («ɉɪɢɤɚɡ» for «Приказ»). */
const UNMAPPED = /[\u0000-\u0008\u0180-\u02af\ufffd\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u;

/** The letter of windows-1251 whose byte was shown as this letter of windows-1252. */
export function asCyrillic(text: string): string {
  return Array.from(text, (letter) => FROM_1252.get(letter) ?? letter).join('');
}

const FROM_1252: ReadonlyMap<string, string> = (() => {
  const bytes = Uint8Array.from({ length: 128 }, (_, index) => 128 + index);
  const cyrillic = new TextDecoder('windows-1251').decode(bytes);
  const map = new Map<string, string>();
  for (const encoding of ['windows-1252', 'latin1'] as const) {
    const latin = encoding === 'latin1' ? String.fromCharCode(...bytes) : new TextDecoder(encoding).decode(bytes);
    for (let index = 0; index < bytes.length; index += 1) map.set(latin.charAt(index), cyrillic.charAt(index));
  }
  return map;
})();
