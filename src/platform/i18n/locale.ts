export type Locale = 'ru' | 'en';

/**
 * The language of everything printed for people: `OPORA_LOCALE`, else what the system is set to, else Russian.
 * A system without a language (`C`, `POSIX`) says nothing about the reader.
 */
export function localeOf(environment: Readonly<Record<string, string | undefined>>): Locale {
  for (const name of ['OPORA_LOCALE', 'LC_ALL', 'LC_MESSAGES', 'LANG']) {
    const language = /^(?:ru|en)(?=$|[-_.@])/iu.exec(environment[name] ?? '')?.[0].toLowerCase();
    if (language === 'ru' || language === 'en') return language;
  }
  return 'ru';
}
