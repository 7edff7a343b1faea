/**
 * Puts back spaces that a text layer lost around numbers: «в районев2024году» → «в районе в 2024 году».
 * A preposition is only taken off a word's end when a year follows it.
 */
export function unglued(text: string): string {
  return text
    .replace(/(\p{Ll}{3,40}?)(в|на|с|по|до|за)(20\d{2})(?=\p{Ll}|\s|[-–]|$)/gu, '$1 $2 $3')
    .replace(/(?<![а-яё])(в|на|с|по|до|за|от|к)(20\d{2})(?!\d)/giu, '$1 $2')
    .replace(/(20\d{2})(год\p{Ll}{0,3}|г\.|гг\.|уч(?:ебн)?)/gu, '$1 $2')
    .replace(/(\p{Ll}{4,40}?)(20\d{2})(?=\s?(?:год|г\.|[-–]\s?20))/gu, '$1 $2');
}
