import type { PersonName } from '#demo/region/region-types.ts';

const CYRILLIC = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';
const LATIN = [
  ...['a', 'b', 'v', 'g', 'd', 'e', 'e', 'zh', 'z', 'i', 'y', 'k', 'l', 'm', 'n', 'o', 'p', 'r', 's', 't', 'u', 'f'],
  ...['kh', 'ts', 'ch', 'sh', 'sch', '', 'y', '', 'e', 'yu', 'ya'],
];

/** `Веденеева Ольга Степановна` → `o.s.vedeneeva`. */
export function mailName({ surname, givenName, patronymic }: PersonName): string {
  return [givenName.slice(0, 1), patronymic.slice(0, 1), surname].map(inLatin).join('.');
}

function inLatin(word: string): string {
  return Array.from(word.toLowerCase(), (letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter).join('');
}
