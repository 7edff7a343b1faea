import type { Locale } from '#platform/i18n/locale.ts';

/** Words of the frame that name the sections of this product. */
export type FrameWords = {
  readonly roadmaps: string;
  readonly roadmapsShort: string;
  readonly organizations: string;
  readonly people: string;
  readonly account: string;
};

export function frameWords(locale: Locale): FrameWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, FrameWords> = {
  ru: {
    roadmaps: 'Дорожные карты',
    roadmapsShort: 'Карты',
    organizations: 'Организации',
    people: 'Люди',
    account: 'Мой вход',
  },
  en: {
    roadmaps: 'Road maps',
    roadmapsShort: 'Maps',
    organizations: 'Organisations',
    people: 'People',
    account: 'My account',
  },
};
