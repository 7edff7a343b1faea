/** Numbers up to this length are names of schools («школа 5»), longer ones are codes whose beginning is enough. */
const SHORT_NUMBER = 4;
/** Words from this length on lose their ending, so that «Заречной» finds «Заречная». */
const LONG_WORD = 5;
const MOST_WORDS = 12;

/**
 * What the words of a search are in `organization.search`, as patterns of `like`: «СОШ №5» finds «СОШ № 5» and not
 * «СОШ № 15»; a word is found by its beginning, a code by its first digits.
 */
export function searchPatterns(sought: string): string[] {
  const words = sought
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/([а-я])(\d)/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, MOST_WORDS).map((word) => {
    if (/^\d+$/u.test(word) && word.length <= SHORT_NUMBER) return `% ${word} %`;
    return `% ${word.length >= LONG_WORD ? word.replace(/(?<=[а-я]{4})[аеиоуыэюяьй]{1,2}$/u, '') : word}%`;
  });
}
