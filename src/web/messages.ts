import type { Locale } from '#platform/i18n/locale.ts';

/** Words of the frame that name the sections of this product. */
export type FrameWords = { readonly organizations: string; readonly people: string; readonly account: string };

export function frameWords(locale: Locale): FrameWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, FrameWords> = {
  ru: { organizations: 'Организации', people: 'Люди', account: 'Мой вход' },
  en: { organizations: 'Organisations', people: 'People', account: 'My account' },
};
