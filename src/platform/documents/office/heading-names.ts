/**
 * Heading level by the name of a style: the built-in English names, the Russian ones of localised programs, and the form
 * of OpenDocument, where a space is written `_20_`.
 */
export function headingByName(name: string): number | undefined {
  const plain = name.replaceAll('_20_', ' ');
  const level = /^(?:heading|заголовок)\s{0,3}([1-9])(?!\d)/iu.exec(plain)?.[1];
  if (level !== undefined) return Number(level);
  return /^(?:title|название)$/iu.test(plain) ? 1 : undefined;
}
