import type { Level } from '#domain/orders/plan.ts';
import type { Locale } from '#platform/i18n/locale.ts';

export type PublicWords = {
  readonly kinds: Readonly<Record<Level, string>>;
  readonly approvedBy: (order: string, issuer: string | null) => string;
  readonly about: string;
  readonly ended: (day: string) => string;
  readonly superseded: string;
  readonly latest: string;
  readonly person: string;
  readonly open: string;
};

/** Words of road maps that everyone may read. */
export function publicWords(locale: Locale): PublicWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, PublicWords> = {
  ru: {
    kinds: {
      regional: 'Региональная дорожная карта',
      municipal: 'Муниципальная дорожная карта',
      school: 'Дорожная карта школы',
    },
    approvedBy: (order, issuer) => `Утверждена приказом ${order}${issuer === null ? '' : `, ${issuer}`}`,
    about:
      'Дорожная карта – план мероприятий по повышению качества образования: что делается, к какому сроку, кем и с каким результатом. Здесь она приведена так, как утверждена приказом; имена сотрудников не публикуются.',
    ended: (day) => `Действие карты завершено ${day}`,
    superseded: 'Это прежняя редакция: карту с тех пор изменили приказом.',
    latest: 'Действующая редакция',
    person: 'сотрудник',
    open: 'Открытая страница',
  },
  en: {
    kinds: {
      regional: 'Road map of the region',
      municipal: 'Road map of a municipality',
      school: 'Road map of a school',
    },
    approvedBy: (order, issuer) => `Approved by order ${order}${issuer === null ? '' : `, ${issuer}`}`,
    about:
      'A road map is a plan of measures that improve education: what is done, by when, by whom and with which result. It stands here as the order has approved it; names of staff are not published.',
    ended: (day) => `The road map ended on ${day}`,
    superseded: 'This is an earlier version: an order has changed the road map since.',
    latest: 'The version in force',
    person: 'a member of staff',
    open: 'Public page',
  },
};
