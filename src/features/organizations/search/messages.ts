import type { Locale } from '#platform/i18n/locale.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';

export type SearchWords = {
  readonly title: string;
  readonly titleOf: (words: string) => string;
  readonly organizations: string;
  readonly people: string;
  readonly groups: string;
  readonly all: (count: number) => string;
  readonly askTitle: string;
  readonly askText: string;
  readonly nothingTitle: string;
  readonly nothingText: string;
};

export function searchWords(locale: Locale): SearchWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, SearchWords> = {
  ru: {
    title: 'Поиск',
    titleOf: (words) => `Поиск: ${words}`,
    organizations: 'Организации',
    people: 'Люди',
    groups: 'Группы исполнителей',
    all: (count) => `Все найденные: ${formatNumber('ru', count)}`,
    askTitle: 'Что искать?',
    askText:
      'Наберите в строке поиска название или его часть, код, населённый пункт, фамилию или почту. Найдётся то, что вам видно.',
    nothingTitle: 'Ничего не нашлось',
    nothingText: 'Проверьте, нет ли опечатки, или оставьте одно слово: ищутся записи, где есть все слова сразу.',
  },
  en: {
    title: 'Search',
    titleOf: (words) => `Search: ${words}`,
    organizations: 'Organisations',
    people: 'People',
    groups: 'Groups of executors',
    all: (count) => `All that were found: ${formatNumber('en', count)}`,
    askTitle: 'What do you look for?',
    askText:
      'Type a name or a part of it, a code, a settlement, a surname or an e-mail into the search. What you may see will be found.',
    nothingTitle: 'Nothing was found',
    nothingText: 'Look for a slip of the pen, or leave one word: a record must have all the words.',
  },
};
