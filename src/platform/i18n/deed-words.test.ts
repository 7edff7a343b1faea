import { expect, test } from 'vitest';
import { JOURNALLED_DEEDS } from '#domain/journal/deeds.ts';
import { deedInWords } from '#platform/i18n/deed-words.ts';

test.each(['ru', 'en'] as const)('every deed of the journal has words of its own in %s', (locale) => {
  const other = deedInWords(locale, 'a.deed-of-a-version-to-come');
  const words = JOURNALLED_DEEDS.map((deed) => deedInWords(locale, deed));
  expect(words).not.toContain(other);
  expect(new Set(words).size).toBe(JOURNALLED_DEEDS.length);
});
