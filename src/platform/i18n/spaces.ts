/** A space at which no line breaks. */
export const NBSP = '\u00A0';

/**
 * The text with its short words held to the next: one-letter words («в школе»), «№ 41», «§ 3», initials before a name
 * («А. Б. Веденеева»), a dash to the word before it. For titles and sentences; never for what is searched or compared.
 */
export function holdTogether(text: string): string {
  return text
    .replaceAll(/(?<![\p{L}\p{N}])([\p{L}№§]|\p{Lu}\.) (?=\S)/gu, `$1${NBSP}`)
    .replaceAll(/(?<=\S) (?=[–—] )/gu, NBSP);
}
