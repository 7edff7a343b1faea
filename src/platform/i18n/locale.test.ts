import { expect, test } from 'vitest';
import { localeOf } from '#platform/i18n/locale.ts';

test.each([
  [{}, 'ru'],
  [{ LANG: 'C.UTF-8' }, 'ru'],
  [{ LANG: 'de_DE.UTF-8' }, 'ru'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'ru_RU.UTF-8' }, 'ru'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'ru_RU.UTF-8' }, 'ru'],
  [{ LANG: 'ru_RU.UTF-8', OPORA_LOCALE: 'en' }, 'en'],
  [{ OPORA_LOCALE: 'english' }, 'ru'],
] as const)('with %j a person is spoken to in «%s»', (environment, locale) => {
  expect(localeOf(environment)).toBe(locale);
});
