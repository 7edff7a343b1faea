/**
 * Names of people as orders print them: with initials before or behind, or in full with a patronymic. A school that bears
 * the name of somebody («имени А. С. Пушкина») keeps it.
 */
const WORD = String.raw`\p{Lu}\p{Ll}{1,30}`;
const SURNAME = `${WORD}(?:-${WORD})?`;
const INITIALS = String.raw`\p{Lu}\.\s?\p{Lu}\.`;
const NAME = new RegExp(
  String.raw`(?<!\p{L}|имени\s|им\.\s|им\.)(?:${SURNAME}\s${INITIALS}|${INITIALS}\s?${SURNAME}|${SURNAME} ${WORD} \p{Lu}\p{Ll}{1,20}(?:вич(?:ем|[аеу])?|[вч]н(?:ой|[аеуы]))(?!\p{L}))`,
  'gu',
);

/** The text with `word` in place of names of people. */
export function withoutPeople(text: string, word: string): string {
  return text.replaceAll(NAME, word);
}
